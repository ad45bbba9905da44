#include "reading/chapter_file.h"

#include <algorithm>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/chapter_names.h"
#include "reading/forms/footnotes.h"
#include "reading/forms/inline_forms.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_lines.h"
#include "reading/forms/teachers_words.h"
#include "reading/front_matter.h"

namespace hornbook {
namespace {

// Whether the file has a title that another mistake, such as text nested too deeply, keeps from being read.
bool has_hidden_title(const ProseReader& reader, const Lines& lines) {
    return reader.diagnostics.has_errors() &&
           std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.text.starts_with("# "); });
}

// The first line if it is nearly a title, `#Rain`; null: it is not.
const Line* near_title(const Lines& lines) {
    constexpr char32_t first_without_case = 0x2E80;  // of the scripts of East Asia
    auto first = std::find_if_not(lines.begin(), lines.end(), is_blank);
    std::string_view text = first != lines.end() ? trim(first->text) : std::string_view();
    std::size_t end = 1;
    bool mark = text.size() > 1 && text[0] == '#' && text[1] != '#' && text[1] != ' ';
    char32_t letter = mark ? next_code_point(text, end) : U' ';
    return mark && is_letter(letter) && (is_upper(letter) || letter >= first_without_case) ? &*first : nullptr;
}

int deepened(int level) {
    return std::min(level + 1, 6);
}

template <class Change>
void each_heading(Blocks& blocks, const Change& change) {
    for (Block& block : blocks) {
        if (auto* heading = std::get_if<Heading>(&block.kind)) {
            change(*heading, block);
        }
    }
}

// Makes headings with one `#` sections where front matter names the chapter and there are several, as for site generators. True: it did.
bool deepen_under(const FrontMatter& matter, Blocks& blocks) {
    std::size_t titles = 0;
    each_heading(blocks, [&](const Heading& heading, const Block&) { titles += heading.level == 1 ? 1U : 0U; });
    bool sections = titles > 1 && !matter.title.empty();
    each_heading(blocks, [&](Heading& heading, const Block&) { heading.level = sections ? deepened(heading.level) : heading.level; });
    return titles == 0 || sections;
}

// Whether it is a paragraph of nothing but an anchor such as `<a id="old-name"></a>`, to which old addresses lead.
bool is_empty_paragraph(const Block& block) {
    const auto* paragraph = std::get_if<Paragraph>(&block.kind);
    bool empty = paragraph != nullptr && trim(plain_text(paragraph->text)).empty();
    if (empty) {
        walk_inlines(paragraph->text, [&](const Inline& node) { empty = empty && !std::holds_alternative<Image>(node.kind); });
    }
    return empty;
}

// Raises headings so that the first one is the title, where the file is a section of a site and its levels begin below `#`.
void raise_headings(ProseReader& reader, Blocks& blocks) {
    auto begin = std::find_if_not(blocks.begin(), blocks.end(), is_empty_paragraph);
    auto* first = begin == blocks.end() ? nullptr : std::get_if<Heading>(&begin->kind);
    if (first == nullptr || first->level == 1) {
        return;
    }
    int top = first->level;
    std::size_t as_high = 0;
    each_heading(blocks, [&](Heading& heading, const Block&) {
        as_high += heading.level <= top ? 1U : 0U;
        heading.level = std::max(2, heading.level - (top - 1));
    });
    first->level = 1;
    if (as_high > 1) {
        std::string marks(static_cast<std::size_t>(top), '#');
        reader.diagnostics.add(Mistake::title_below, begin->place, "this chapter has no `# Title`, so its first heading is its title",
                               "write `#` for `" + marks + "` if it is the title, or a line `# Title` before it");
    }
}

void take_title(ProseReader& reader, Chapter& chapter, const Lines& lines) {
    Blocks rest;
    bool second = false;
    for (Block& block : chapter.blocks) {
        auto* heading = std::get_if<Heading>(&block.kind);
        if (heading != nullptr && heading->level == 1 && !chapter.place) {
            if (!heading->classes.empty() && heading->classes != "unnumbered") {
                reader.diagnostics.add(Mistake::class_left_out, block.place,
                                       "a chapter's title takes no class, so `" + heading->classes + "` is left out here",
                                       "give the class to a heading or a paragraph below it");
            }
            chapter.title = std::move(heading->text);
            chapter.id = std::move(heading->id);
            chapter.place = block.place;
            continue;
        }
        if (heading != nullptr && heading->level == 1) {
            reader.diagnostics.add(Mistake::second_title, block.place,
                                   "this chapter has a second title, which becomes a section, as do the headings below it",
                                   "use `##` for a section, or put it in a file of its own");
            second = true;
        }
        if (heading != nullptr && second) {
            heading->level = deepened(heading->level);
        }
        rest.push_back(std::move(block));
    }
    chapter.blocks = std::move(rest);
    if (!chapter.place) {
        const Line* near = near_title(lines);
        if (near != nullptr) {
            std::string_view text = trim(near->text);
            reader.diagnostics.add_misread(Mistake::no_title, place_of(reader.file, *near, text),
                                           "this chapter has no title: a space belongs behind `#`",
                                           "write `# " + std::string(text.substr(1)) + "`", {reader.file, near->number, near->number});
        } else if (!has_hidden_title(reader, lines)) {
            reader.diagnostics.add(Mistake::no_title, {reader.file, 1, 1, 0}, "this chapter has no title",
                                   "begin it with a line `# Title`, or let files name chapters: `title_from = \"file\"` below `[text]` "
                                   "in book.toml",
                                   Stretch::whole(reader.file));
        }
        chapter.place = {reader.file, 1, 1, 0};
        chapter.title.push_back({Text{chapter.file}, chapter.place});
    }
}

// The title without marks of emphasis, which front matter may have and the heading not.
std::string comparable_title(std::string_view title) {
    std::string plain = collapse_spaces(title);
    std::erase_if(plain, [](char c) { return c == '*' || c == '_' || c == '`'; });
    return plain;
}

void tell_other_title(ProseReader& reader, const Chapter& chapter, const FrontMatter& matter) {
    Inlines written = {{Text{matter.title}, matter.title_place}};
    smarten(reader, written);
    std::string shown = collapse_spaces(plain_text(chapter.title));
    bool same = matter.title.empty() || comparable_title(plain_text(written)) == comparable_title(shown);
    if (!same) {
        reader.diagnostics.add(Mistake::second_title, matter.title_place,
                               "this title is not used, since the chapter has a line `# " + shown + "`", "keep one of the two");
    }
}

void title_chapter(ProseReader& reader, Chapter& chapter, const FrontMatter& matter, const Lines& lines) {
    if (!deepen_under(matter, chapter.blocks)) {
        take_title(reader, chapter, lines);
        return tell_other_title(reader, chapter, matter);
    }
    if (matter.title.empty() && reader.rules.titles_from_files) {
        chapter.place = {reader.file, 1, 1, 0};
        chapter.title.push_back({Text{title_in_name(chapter.file)}, chapter.place});
        return;
    }
    if (matter.title.empty()) {
        raise_headings(reader, chapter.blocks);
        return take_title(reader, chapter, lines);
    }
    chapter.title.push_back({Text{matter.title}, matter.title_place});
    smarten(reader, chapter.title);
    chapter.place = matter.title_place;
}

}  // namespace

Chapter read_chapter(ProseReader& reader, std::string file_name) {
    Chapter chapter;
    chapter.file = std::move(file_name);
    chapter.source = reader.file;
    Lines lines = lines_of(reader.source());
    FrontMatter matter = take_front_matter(reader.source(), reader.file, lines, reader.diagnostics);
    if (!matter.unused_draft.empty()) {
        note_other_form(reader, OtherForm::draft, matter.unused_draft, matter.draft_place);
    }
    chapter.language = matter.language == reader.language ? std::string() : matter.language;
    if (!chapter.language.empty()) {
        reader.language = chapter.language;
    }
    chapter.for_teachers = matter.for_teachers;
    if (chapter.for_teachers && !lines.empty()) {
        note_teachers_lines(reader, lines.front().number, lines.back().number);
    }
    note_teachers_quotations(reader, lines);
    chapter.blocks = read_blocks(reader, lines);
    title_chapter(reader, chapter, matter, lines);
    check_footnotes(reader);
    chapter.footnotes = std::move(reader.found.footnotes);
    chapter.quizzes = std::move(reader.found.quizzes);
    tell_teachers_words(reader, chapter);
    return chapter;
}

}  // namespace hornbook
