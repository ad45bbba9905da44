// Colon fences, `::: note` … `:::`: the callouts of Pandoc, MyST, Docusaurus and VitePress. The contents of others are kept as they are.
#include <algorithm>

#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/classes.h"
#include "reading/forms/attribute_forms.h"
#include "reading/forms/attributes.h"
#include "reading/forms/callout_words.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_lines.h"
#include "reading/left_out.h"

namespace hornbook {
namespace {

struct DivisionOpening {
    std::string_view name;   // as in "note"; empty: it opens nothing
    std::string_view title;  // as written
    Attributes attributes;
};

bool closes(const SourceRow& row) {
    std::string_view text = trim(row.content);
    return row.kind == RowKind::text && text.size() >= 3 && text.find_first_not_of(':') == std::string_view::npos;
}

// The opening with attributes that pandoc and Quarto write: `::: {#id .callout-note title="Title"}`. Its first class is its name.
std::optional<DivisionOpening> opening_with_attributes(std::string_view text) {
    std::size_t size = attributes_size(text);
    std::optional<Attributes> attributes = attributes_from(text.substr(0, size));
    if (!attributes) {
        return std::nullopt;
    }
    DivisionOpening opening{"div", trim(text.substr(size)), std::move(*attributes)};
    for (std::string_view name : opening.attributes.classes) {
        std::size_t at = text.find("." + std::string(name));
        bool first = opening.name == "div" && at != std::string_view::npos;
        opening.name = first ? text.substr(at + 1, name.size()) : opening.name;
    }
    opening.title = opening.title.find_first_not_of(':') == std::string_view::npos ? std::string_view() : opening.title;
    return opening;
}

// The opening in any of its forms: `:::note[Title]`, `::: note Title`, `:::{note} Title`, `::: {.note #id}`.
DivisionOpening division_opening(const SourceRow& row) {
    std::string_view text = trim(row.content);
    bool stands = row.kind == RowKind::text && indent_of(row.content) < 4 && text.starts_with(":::");
    text = stands ? trim(text.substr(std::min(text.find_first_not_of(':'), text.size()))) : std::string_view();
    if (std::optional<DivisionOpening> found = opening_with_attributes(text)) {
        return *found;
    }
    bool braces = text.starts_with('{');
    std::size_t begin = text.find_first_not_of("{.");
    if (begin == std::string_view::npos || begin > 2) {
        return {};
    }
    std::size_t end = std::min(text.find_first_of(braces ? " }" : " [{:"), text.size());
    DivisionOpening opening{text.substr(begin, end - begin), {}, {}};
    std::size_t brace = text.find('}');
    opening.title = trim(braces ? text.substr(std::min(brace, text.size() - 1) + 1) : text.substr(end));
    bool letter = !opening.name.empty() && (opening.name[0] | 32) >= 'a' && (opening.name[0] | 32) <= 'z';
    if (!letter || (braces && brace == std::string_view::npos)) {
        return {};
    }
    if (opening.title.starts_with('[') && opening.title.ends_with(']')) {
        opening.title = opening.title.substr(1, opening.title.size() - 2);
    } else if (opening.title.starts_with('{') || opening.title.starts_with(':')) {
        opening.attributes = attributes_from(opening.title).value_or(Attributes());
        opening.title = {};
    }
    return opening;
}

// The index of the row that closes the fence of row 0; 0: none does. It may be right below a list, as if it continued the last item.
std::size_t find_closing(std::span<const SourceRow> rows) {
    std::size_t open = 1;
    for (std::size_t at = 1; at < rows.size() && open <= limits::nesting; ++at) {
        if (closes(rows[at])) {
            if (--open == 0) {
                return at;
            }
        } else if (!division_opening(rows[at]).name.empty()) {
            ++open;
        }
    }
    return 0;
}

Lines body_of(std::span<const SourceRow> rows) {
    auto indent = static_cast<std::size_t>(rows[0].content.data() - rows[0].line.text.data());
    Lines body;
    for (const SourceRow& row : rows.subspan(1)) {
        bool same = row.container == rows[0].container && !row.starts_item;
        body.push_back(part_of(row.line, same ? row.content : without_indent(row.line.text, indent)));
    }
    return body;
}

// Reports a name that is of no callout, once a file. Returns whether it is one to tell, and not a name for styles.
bool tells_unknown(ProseReader& reader, const SourceRow& row, const DivisionOpening& opening) {
    std::string name(opening.name);
    std::string_view near = nearest_callout_word(name);
    bool for_styles = trim(row.content).find('{') != std::string_view::npos && near.empty() && !names_teachers(name);
    if (!reader.scratch.unknown_divisions.insert(name).second) {
        return !for_styles;
    }
    if (names_teachers(name)) {
        reader.diagnostics.add(Mistake::nearly_a_form, place_of(reader.file, row.line, trim(row.content)),
                               "there is no callout `::: " + name + "`, so pupils would read what is for teachers", "write `::: teacher`");
        return true;
    }
    if (name.find('=') != std::string::npos) {
        std::string_view text = trim(row.content);
        std::string_view values = text.substr(text.find_first_not_of(':'));
        values = trim(values.substr(0, values.find_last_not_of(':') + 1));
        reader.diagnostics.add(Mistake::unknown_callout, place_of(reader.file, row.line, text),
                               "there is no callout `::: " + name + "`, so what is in it becomes plain text",
                               "write `::: {" + std::string(values) + "}`");
        return true;
    }
    if (!for_styles) {
        reader.diagnostics.add(
            Mistake::unknown_callout, place_of(reader.file, row.line, trim(row.content)),
            "there is no callout `::: " + name + "`, so what is in it becomes plain text",
            near.empty()
                ? "use note, tip, important, warning, caution, source, objectives, key or teacher, with a title of its own: `::: note " +
                      title_of_word(name) + "`; write `::: {." + name + "}` where the name is for styles/extra.css"
                : "did you mean `::: " + std::string(near) + "`?");
    }
    return !for_styles;
}

// The division around the fence's contents, which carries its id and classes. name_as_class: the first of these; empty: none.
Division division_of(ProseReader& reader, const DivisionOpening& opening, std::string_view name_as_class, Place place) {
    Division division{"div", {}, {}, {}, {}};
    std::string classes(name_as_class);
    for (const std::string& name : opening.attributes.classes) {
        classes += name == opening.name ? "" : " " + name;
    }
    TextDirection direction = direction_of(reader, opening.attributes, place);
    division.language = std::move(direction.language);
    division.direction = std::move(direction.direction);
    division.id = usable_id(opening.attributes.id);
    division.classes = take_classes(reader, classes, place);
    if (!opening.name.starts_with("content-")) {  // told as a whole
        tell_lost_attributes(reader, opening.attributes, {"title"}, place);
    }
    return division;
}

Block within_division(Division division, Block block) {
    if (division.classes.empty() && division.id.empty() && division.language.empty() && division.direction.empty()) {
        return block;
    }
    Place place = block.place;
    division.blocks.push_back(std::move(block));
    return {std::move(division), place};
}

// The title: `title="…"`, or the words behind the name, or for Quarto the heading at the beginning of its contents.
Inlines title_of_division(ProseReader& reader, const SourceRow& row, const DivisionOpening& opening, Blocks& blocks) {
    if (std::string_view title = opening.attributes.value("title"); !title.empty()) {
        Line line = content_line(row);
        line.text = reader.scratch.made.emplace_back(title);
        return read_inlines(reader, line);
    }
    if (!opening.title.empty()) {
        return read_inlines(reader, part_of(row.line, opening.title));
    }
    auto* heading = opening.name.starts_with("callout-") && !blocks.empty() ? std::get_if<Heading>(&blocks.front().kind) : nullptr;
    if (heading == nullptr) {
        return {};
    }
    Inlines title = std::move(heading->text);
    blocks.erase(blocks.begin());
    return title;
}

// Reports `::: quiz`, of which the lines were read as prose. Returns whether it was one.
bool tell_quiz_in_colons(ProseReader& reader, std::span<const SourceRow> rows, std::string_view name) {
    std::string_view near = nearest(fold_case(name), names_of_quizzes(reader.quiz_formats));
    if (near.empty()) {
        return false;
    }
    reader.diagnostics.add_misread(Mistake::nearly_a_form, place_of(reader.file, rows[0].line, trim(rows[0].content)),
                                   "no form is called `::: " + std::string(name) + "`, so its answers would be shown",
                                   "did you mean `~~~" + std::string(near) + "`, with `~~~` below its answers?",
                                   {reader.file, rows.front().line.number, rows.back().line.number});
    return true;
}

}  // namespace

FormMatch find_colon_fence(ProseReader& reader, std::span<const SourceRow> rows) {
    DivisionOpening opening = division_opening(rows[0]);
    if (opening.name.empty()) {
        return {};
    }
    const CalloutWord* word = find_callout_word(opening.name);
    std::size_t closing = find_closing(rows);
    Place place = place_of(reader.file, rows[0].line, trim(rows[0].content));
    if (closing == 0) {
        if (word != nullptr) {
            reader.diagnostics.add(Mistake::unclosed_fence, place, "this `::: " + std::string(opening.name) + "` is never closed",
                                   "close it with a line `:::`");
        }
        return {};
    }
    if (word != nullptr && word->kind == CalloutKind::teacher) {
        note_teachers_lines(reader, rows[0].line.number, rows[closing].line.number);
    }
    Blocks blocks = read_blocks(reader, body_of(rows.first(closing)));
    Inlines title = title_of_division(reader, rows[0], opening, blocks);
    if (word != nullptr) {
        if (title.empty() && word->names_itself) {
            title.push_back({Text{titled(word->word)}, place});
        }
        return {closing + 1,
                within_division(division_of(reader, opening, "", place), {callout_of(*word, std::move(title), std::move(blocks)), place})};
    }
    if (opening.name.starts_with("content-")) {
        note_other_form(reader, OtherForm::format_part, trim(rows[0].content), place);
    }
    bool is_plain = opening.name == "div";
    bool is_quiz = !is_plain && tell_quiz_in_colons(reader, rows.first(closing + 1), opening.name);
    bool told = is_quiz || (!is_plain && tells_unknown(reader, rows[0], opening));
    if (!title.empty()) {
        blocks.insert(blocks.begin(), {Paragraph{{{Strong{std::move(title)}, place}}}, place});
    }
    std::string name = is_plain ? "" : told ? kept_classes(opening.name) : std::string(opening.name);
    Division division = division_of(reader, opening, name, place);
    division.blocks = std::move(blocks);
    return {closing + 1, Block{std::move(division), place}};
}

}  // namespace hornbook
