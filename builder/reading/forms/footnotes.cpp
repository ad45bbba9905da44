// Footnote definitions: `[^label]: …`, going on through indented lines.
#include "reading/forms/footnotes.h"

#include <set>

#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

// The label of `[^label]:` at the beginning, or empty; rest: the text behind the colon.
std::string_view definition_label(std::string_view content, std::string_view& rest) {
    std::string_view text = without_indent(content, 3);
    std::size_t end = text.find("]:");
    if (!text.starts_with("[^") || end == std::string_view::npos || end == 2 ||
        text.substr(2, end - 2).find_first_of("[] \t") != std::string_view::npos) {
        return {};
    }
    rest = text.substr(end + 2);
    return text.substr(2, end - 2);
}

// Whether a row goes on with the note's text: lazily, or indented after a blank line.
bool continues(std::span<const SourceRow> rows, std::size_t at) {
    std::string_view rest;
    const SourceRow& row = rows[at];
    bool after_blank = rows[at - 1].kind == RowKind::blank;
    bool indented = indent_of(row.content) >= 4 || row.content.starts_with('\t');
    if (row.kind == RowKind::blank) {
        return true;  // decided by what follows
    }
    return after_blank ? indented : indented || (row.kind == RowKind::text && definition_label(row.content, rest).empty());
}

}  // namespace

std::size_t footnote_named(ProseReader& reader, std::string_view label) {
    auto [row, is_new] = reader.scratch.footnote_labels.try_emplace(fold_case(label), reader.found.footnotes.size());
    if (is_new) {
        reader.found.footnotes.push_back({std::string(label), {}, 0, {}, false, {}, {}, false});
    }
    return row->second;
}

std::size_t inline_footnote(ProseReader& reader, Blocks blocks, Place place) {
    std::size_t number = reader.found.footnotes.size() + 1;
    while (reader.scratch.footnote_labels.contains("note-" + std::to_string(number))) {
        ++number;
    }
    std::size_t index = footnote_named(reader, "note-" + std::to_string(number));
    reader.found.footnotes[index].blocks = std::move(blocks);
    reader.found.footnotes[index].place = place;
    reader.found.footnote_uses.emplace_back(index, place);
    return index;
}

bool is_footnote(const SourceRow& row) {
    std::string_view rest;
    return !definition_label(row.content, rest).empty();
}

FormMatch find_footnote(ProseReader& reader, std::span<const SourceRow> rows) {
    std::string_view rest;
    std::string_view label = definition_label(rows[0].content, rest);
    if (label.empty()) {
        return {};
    }
    // The note's lines as one text: its indented lines may look like lists or code here, and their containers are found when the note is
    // read.
    Lines lines = {part_of(rows[0].line, rest)};
    std::size_t end = 1;
    for (std::size_t at = 1; at < rows.size() && rows[at].line.text.data() != nullptr && continues(rows, at); ++at) {
        if (rows[at].kind != RowKind::blank) {
            end = at + 1;
        }
    }
    for (std::size_t at = 1; at < end; ++at) {
        std::string_view text = rows[at].container == rows[0].container ? rows[at].content : rows[at].line.text;
        lines.push_back(part_of(rows[at].line, without_indent(text, 4)));
    }
    std::size_t index = footnote_named(reader, label);
    Place place = place_of(reader.file, rows[0].line, label);
    if (reader.found.footnotes[index].place) {
        reader.diagnostics.add(Mistake::repeated_footnote, place, "footnote `" + std::string(label) + "` is defined twice",
                               "give each footnote of a chapter a label of its own",
                               SecondPlace{reader.found.footnotes[index].place, "it is defined here first"});
        return {end, std::nullopt};
    }
    reader.found.footnotes[index].place = place;
    reader.found.footnotes[index].for_teachers = is_for_teachers(reader, rows[0].line.number);
    Blocks blocks = read_blocks(reader, lines);
    reader.found.footnotes[index].blocks = std::move(blocks);
    return {end, std::nullopt};
}

namespace {

// The label of `[^label] words` at the beginning of a line, which is nearly a note; empty: the reference is within a line, or there is
// nothing behind it.
std::string_view label_without_colon(const ProseReader& reader, Place place) {
    std::string_view line = place.line > 0 ? reader.source().line(place.line) : std::string_view();
    std::string_view text = without_indent(line, 3);
    std::size_t end = text.starts_with("[^") ? text.find_first_of("[]", 1) : npos;
    bool is_first = line.size() - text.size() + 1 == place.column;
    bool has_words = end != npos && text[end] == ']' && text.substr(end + 1).starts_with(' ') && !trim(text.substr(end + 1)).empty();
    return is_first && has_words ? text.substr(2, end - 2) : std::string_view();
}

}  // namespace

void check_footnotes(ProseReader& reader) {
    std::vector<std::string_view> labels;
    for (const Footnote& footnote : reader.found.footnotes) {
        if (footnote.place) {
            labels.push_back(footnote.label);
        }
    }
    std::vector<bool> used(reader.found.footnotes.size());
    std::set<std::size_t> without_colon;
    for (const auto& [index, place] : reader.found.footnote_uses) {
        bool is_nearly_note = !reader.found.footnotes[index].place && !label_without_colon(reader, place).empty();
        if (is_nearly_note) {
            without_colon.insert(index);
        }
    }
    std::size_t suggestions = 0;
    for (const auto& [index, place] : reader.found.footnote_uses) {
        used[index] = true;
        const Footnote& footnote = reader.found.footnotes[index];
        if (!footnote.place) {
            suggestions += labels.size();
            std::string_view near = suggestions <= limits::suggestions ? nearest(footnote.label, labels) : std::string_view();
            std::string hint = near.empty() ? "write `[^" + footnote.label + "]: …` below, or `\\[^" + footnote.label + "]` for plain text"
                                            : "did you mean `[^" + std::string(near) + "]`?";
            hint = without_colon.contains(index) ? "begin the line of the note with `[^" + footnote.label + "]: `, with a colon" : hint;
            reader.diagnostics.add(Mistake::unknown_footnote, place, "there is no footnote `" + footnote.label + "`", hint,
                                   Stretch::whole(reader.file));
        }
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i] && reader.found.footnotes[i].place) {
            reader.diagnostics.add(Mistake::unused_footnote, reader.found.footnotes[i].place,
                                   "nothing refers to footnote `" + reader.found.footnotes[i].label + "`, so it is left out",
                                   "write `[^" + reader.found.footnotes[i].label + "]` where it belongs", Stretch::whole(reader.file));
        }
    }
}

}  // namespace hornbook
