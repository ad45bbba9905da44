#include "reading/glossary_file.h"

#include <algorithm>
#include <map>
#include <span>

#include "base/text.h"
#include "model/entry_names.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/entry_keys.h"
#include "reading/forms/containers.h"
#include "reading/forms/key_lines.h"
#include "reading/forms/teachers_lines.h"
#include "reading/forms/unclosed_quiz.h"
#include "reading/front_matter.h"
#include "reading/glossary_entries.h"
#include "reading/misplaced.h"

namespace hornbook {
namespace {

class OutlineReader {
public:
    OutlineReader(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {
        outline_.glossary.file = file;
        Lines lines = lines_of(sources[file]);
        FrontMatter matter = take_front_matter(sources[file], file, lines, diagnostics);
        if (matter.for_teachers) {
            diagnostics.add(Mistake::unknown_value, matter.audience_place,
                            "a glossary is for all who read the book, not for teachers alone",
                            "take `audience` out, and write what is for teachers as `> [!TEACHER]` in an entry");
        }
        for (std::size_t at = 0; at < lines.size(); ++at) {
            take(std::span(lines).subspan(at));
        }
        if (!outline_.title.empty() && !matter.title.empty() && matter.title != outline_.title.front().text) {
            diagnostics.add(Mistake::second_title, matter.title_place,
                            "this title is not used, since the glossary has a line `# " + std::string(outline_.title.front().text) + "`",
                            "keep one of the two");
        } else if (outline_.title.empty() && !matter.title.empty()) {
            std::string_view line = sources[file].line(matter.title_place.line);
            outline_.title.push_back({line.substr(matter.title_place.column - 1, matter.title_place.length), matter.title_place.line,
                                      matter.title_place.column});
        }
        if (entries().empty()) {
            take_other_entries();
        } else {
            tell_entries_above();
        }
        check_names();
    }
    GlossaryOutline finish() {
        return std::move(outline_);
    }

private:
    std::vector<Entry>& entries() {
        return outline_.glossary.entries;
    }

    // The name in a part of a line, as plain words, since names are compared with those of the chapters.
    Name written_name(const Line& line, std::string_view part) {
        std::string plain = collapse_spaces(without_marks(part));
        Place place = place_of(file_, line, part);
        if (plain != collapse_spaces(part)) {
            diagnostics_.add(Mistake::not_kept, place, "a term is plain words, so its marks are left out", "write `" + plain + "`");
        }
        return {std::move(plain), place};
    }

    // Takes the first of the lines; those behind it show what begins there.
    void take(std::span<const Line> lines) {
        const Line& line = lines[0];
        if (is_in_code_or_comment(lines)) {
            in_keys_ = false;
            (entries().empty() ? outline_.introduction : outline_.definitions.back()).push_back(line);
        } else if (line.text.starts_with("# ") && outline_.title.empty() && entries().empty()) {
            outline_.title.push_back(part_of(line, trim(line.text.substr(2))));
        } else if (line.text.starts_with("## ") || line.text == "##") {
            start_entry(line);
        } else if (entries().empty()) {
            outline_.introduction.push_back(line);
        } else {
            take_meaning(lines);
        }
    }

    void take_meaning(std::span<const Line> lines) {
        if (in_keys_ && is_blank(lines[0]) && keys_follow(lines)) {
            return;
        }
        if (!in_keys_ || !take_key(lines[0])) {
            bool is_first = !has_words_ && lines[0].text.starts_with(": ");  // as definition lists have it
            in_keys_ = false;
            tell_late_key(lines[0]);
            tell_near_entry(lines);
            outline_.definitions.back().push_back(is_first ? part_of(lines[0], trim(lines[0].text.substr(2))) : lines[0]);
        }
    }

    // Whether a key is the next line that is not empty.
    static bool keys_follow(std::span<const Line> lines) {
        auto next = std::find_if_not(lines.begin(), lines.end(), is_blank);
        std::optional<KeyLine> found = next != lines.end() ? key_line(*next) : std::nullopt;
        return found && is_entry_key(found->key);
    }

    // Reports what may be an entry of its own at the beginning of a paragraph of a meaning.
    void tell_near_entry(std::span<const Line> lines) {
        const Entry& entry = entries().back();
        if (is_blank(lines[0]) || lines[0].number == entry.place.line) {
            after_blank_ = after_blank_ || is_blank(lines[0]);
            has_words_ = has_words_ || !is_blank(lines[0]);
            return;
        }
        std::string_view term = after_blank_ ? term_of_near_entry(lines, has_words_) : std::string_view();
        term = term.empty() ? term_of_near_heading(lines[0]) : term;
        after_blank_ = false;
        has_words_ = true;
        if (!term.empty()) {
            diagnostics_.add(Mistake::nearly_an_entry, place_of(file_, lines[0], term),
                             "`" + std::string(term) + "` may be a term of its own, but is in the meaning of `" + entry.term.text + "`",
                             "if it is one, begin it as `" + entry.term.text + "` begins");
        }
    }

    // Reports what may be entries before the first `## term`.
    void tell_entries_above() {
        std::span<const Line> lines(outline_.introduction);
        leave_code();
        for (std::size_t at = 0; at < lines.size(); ++at) {
            bool begins = !is_blank(lines[at]) && (at == 0 || is_blank(lines[at - 1]));
            std::string_view term = begins ? term_of_near_entry(lines.subspan(at), false) : std::string_view();
            bool in_code = is_in_code_or_comment(lines.subspan(at));
            term = term.empty() && !in_code ? term_of_near_heading(lines[at]) : term;
            if (!term.empty()) {
                diagnostics_.add(Mistake::nearly_an_entry, place_of(file_, lines[at], term),
                                 "`" + std::string(term) + "` may be a term, but is above the first one",
                                 "if it is one, write `## " + std::string(term) + "`, with its meaning below");
            }
        }
    }

    void take_other_entries() {
        WrittenGlossary otherwise = entries_written_otherwise(outline_.introduction);
        if (!otherwise.entries.empty() && !otherwise.head_of_table.empty()) {
            const Line& head = otherwise.head_of_table.front();
            diagnostics_.add(Mistake::not_kept, place_of(file_, head, trim(head.text)),
                             "the head of this table is left out: each row below it is an entry",
                             "write each entry as a line `## term`, with its meaning below");
        }
        for (WrittenEntry& written : otherwise.entries) {
            Entry entry;
            entry.term = written_name(written.term, written.term.text);
            entry.place = place_of(file_, written.whole, trim(written.whole.text));
            entries().push_back(std::move(entry));
            outline_.definitions.emplace_back();
            in_keys_ = true;
            after_blank_ = trim(written.whole.text).starts_with('|');  // the end of a row is the end of its meaning
            has_words_ = false;
            leave_code();
            for (std::size_t at = 0; at < written.meaning.size(); ++at) {
                take(std::span(written.meaning).subspan(at));
            }
        }
        auto words = std::find_if_not(outline_.introduction.begin(), outline_.introduction.end(),
                                      [](const Line& line) { return is_blank(line) || trim(line.text).starts_with("<!--"); });
        if (!entries().empty()) {
            outline_.introduction = std::move(otherwise.before);
        } else if (words != outline_.introduction.end()) {
            diagnostics_.add(Mistake::no_entry, place_of(file_, *words, trim(words->text)),
                             "this glossary has no entry, so nothing of it would be in the book",
                             "begin each entry with a line `## term`, and write its meaning below");
        }
    }

    // Whether the first line is in code or a comment, where `##` begins no entry. Only fences at the margin count, since an indented one
    // may belong to a list.
    bool is_in_code_or_comment(std::span<const Line> lines) {
        std::string_view text = lines[0].text;
        if (in_comment_) {
            in_comment_ = text.find("-->") == std::string_view::npos;
            return true;
        }
        if (fence_.length != 0) {
            fence_ = is_closing_fence(text, fence_) ? Fence{} : fence_;
            return true;
        }
        in_comment_ = text.starts_with("<!--") && text.find("-->", 4) == std::string_view::npos;
        if (indent_of(text) == 0 && !opens_fence_behind_colon(lines, fence_)) {
            is_opening_fence(text, fence_);
        }
        return in_comment_ || fence_.length != 0;
    }

    void leave_code() {
        in_comment_ = false;
        fence_ = {};
    }

    void start_entry(const Line& line) {
        std::string_view term = trim(line.text.substr(2));
        term = term.size() > 1 && term.ends_with(':') ? trim(term.substr(0, term.size() - 1)) : term;
        Entry entry;
        entry.term = written_name(line, term);
        entry.place = place_of(file_, line, trim(line.text));
        if (term.empty()) {
            diagnostics_.add(Mistake::empty_term, entry.place, "this entry has no term", "write the term after `##`");
        }
        entries().push_back(std::move(entry));
        outline_.definitions.emplace_back();
        in_keys_ = true;
        after_blank_ = true;
        has_words_ = false;
    }

    // Takes a key line; they end at the first line that is not one. Returns whether the line was one.
    bool take_key(const Line& line) {
        std::optional<KeyLine> found = key_line(line);
        if (!found) {
            tell_near_key(line);
            return false;
        }
        Entry& entry = entries().back();
        if (found->key == "also") {
            entry.also = names(found->value);
        } else if (found->key == "say") {
            entry.say = without_marks(found->value.text);
        } else if (found->key == "kind") {
            entry.kind = without_marks(found->value.text);
        } else if (found->key == "see") {
            for (Name& name : names(found->value)) {
                entry.see.push_back({std::move(name), no_index});
            }
        } else if (found->key == "auto") {
            read_auto(entry, found->value);
        } else {
            std::string_view near = nearest(found->key, keys_of_entries());
            if (near.empty()) {
                tell_near_key(line);
            } else {
                diagnostics_.add(Mistake::nearly_a_key, place_of(file_, line, line.text.substr(0, found->key.size() + 1)),
                                 "`" + std::string(found->key) + ":` is read as text", "did you mean `" + std::string(near) + ":`?");
            }
            return false;
        }
        return true;
    }

    void tell_near_key(const Line& line) {
        if (std::optional<NearEntryKey> near = near_entry_key(line.text)) {
            diagnostics_.add(Mistake::nearly_a_key, place_of(file_, line, near->seen), "`" + std::string(near->seen) + "` is read as text",
                             near->hint);
        }
    }

    // Reports a key that stands below words of the meaning, which end the keys.
    void tell_late_key(const Line& line) {
        std::optional<KeyLine> found = key_line(line);
        if (found && has_words_ && is_entry_key(found->key)) {
            diagnostics_.add(Mistake::nearly_a_key, place_of(file_, line, line.text.substr(0, found->key.size() + 1)),
                             "`" + std::string(found->key) + ":` is read as text, since it stands below the meaning",
                             "write it right below `## " + entries().back().term.text + "`");
        }
    }

    std::vector<Name> names(const Line& value) {
        std::vector<Name> list;
        if (std::string divided = divided_by_commas(value.text); !divided.empty()) {
            diagnostics_.add(Mistake::nearly_a_key, place_of(file_, value, value.text),
                             "`" + std::string(value.text) + "` is one name: names are divided by commas", "write `" + divided + "`");
        }
        for (std::string_view part : parts_of_list(value.text)) {
            if (!trim(part).empty()) {
                list.push_back(written_name(value, trim(part)));
            }
        }
        return list;
    }

    void read_auto(Entry& entry, const Line& value) {
        entry.automatic = value.text != "no";
        if (value.text != "no" && value.text != "yes") {
            diagnostics_.add(Mistake::bad_auto, place_of(file_, value, value.text),
                             "`" + std::string(value.text) + "` is neither yes nor no",
                             "write `auto: no` to link this term only where you do it yourself");
        }
    }

    struct Known {
        const Name* name;
        const Entry* entry;
    };

    void check_names() {
        std::map<std::string, Known> seen;
        for (Entry& entry : entries()) {
            check_name(seen, entry, entry.term);
            std::for_each(entry.also.begin(), entry.also.end(), [&](const Name& name) { check_name(seen, entry, name); });
        }
    }

    void check_name(std::map<std::string, Known>& seen, const Entry& entry, const Name& name) {
        auto [row, is_new] = seen.try_emplace(comparable_name(name.text), Known{&name, &entry});
        const Known& known = row->second;
        // Another spelling of the same entry's name: with `also: gulag` in `Gulag` authors let both be linked.
        bool other_case = known.entry == &entry && normalise(known.name->text) != normalise(name.text);
        if (!is_new && !other_case && !name.text.empty()) {
            std::uint32_t line = name.place.line;
            diagnostics_.add_misread(Mistake::repeated_term, name.place, "`" + name.text + "` is in the glossary already",
                                     "a name belongs to one entry: take it out of the other", {name.place.file, line, line},
                                     {known.name->place, "the first one is here"});
        }
    }

    std::uint32_t file_;
    Diagnostics& diagnostics_;
    GlossaryOutline outline_;
    bool in_keys_ = false;
    bool after_blank_ = false;  // a paragraph of a meaning begins
    bool has_words_ = false;    // of the meaning, above
    bool in_comment_ = false;
    Fence fence_;
};

// Whether `[name]` can name an entry: `[x]` and `[ ]` are task boxes, `[^…]` is a footnote.
bool can_be_label(std::string_view name) {
    return !name.empty() && name != "x" && name != "X" && name[0] != '^' && name.size() < 900;
}

}  // namespace

GlossaryOutline read_glossary_names(const Sources& sources, std::uint32_t file, Diagnostics& diagnostics) {
    return OutlineReader(sources, file, diagnostics).finish();
}

GlossaryLabels labels_of(const Glossary& glossary) {
    GlossaryLabels labels;
    for (std::size_t i = 0; i < glossary.entries.size(); ++i) {
        if (const Name& term = glossary.entries[i].term; can_be_label(term.text)) {
            labels.insert_or_assign(comparable_name(term.text), i);
        }
    }
    auto add = [&](const Name& name, std::size_t entry) {
        if (can_be_label(name.text)) {
            labels.try_emplace(comparable_name(name.text), entry);
            labels.try_emplace(fold_case(name.text), entry);  // as CommonMark compares labels (0.30, 4.7)
        }
    };
    for (std::size_t i = 0; i < glossary.entries.size(); ++i) {
        const Entry& entry = glossary.entries[i];
        add(entry.term, i);
        std::for_each(entry.also.begin(), entry.also.end(), [&](const Name& name) { add(name, i); });
    }
    return labels;
}

Glossary read_glossary_definitions(ProseReader& reader, GlossaryOutline outline) {
    Glossary& glossary = outline.glossary;
    glossary.title = read_inlines(reader, outline.title);
    note_teachers_quotations(reader, lines_of(reader.source()));
    glossary.introduction = read_blocks(reader, outline.introduction);
    for (std::size_t i = 0; i < glossary.entries.size(); ++i) {
        Entry& entry = glossary.entries[i];
        entry.definition = read_blocks(reader, outline.definitions[i]);
        if (entry.definition.empty()) {
            reader.diagnostics.add(Mistake::no_definition, entry.place, "`" + entry.term.text + "` has no definition",
                                   "write it below, after a blank line");
        }
    }
    take_misplaced(reader, glossary);
    return std::move(glossary);
}

}  // namespace hornbook
