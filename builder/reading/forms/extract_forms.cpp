#include "reading/forms/extract_forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <set>

#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/forms/answers_in_prose.h"
#include "reading/forms/attributes.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/markdown_in_html.h"
#include "reading/forms/other_forms.h"
#include "reading/pictures.h"

namespace hornbook {
namespace {

using FindForm = FormMatch (*)(ProseReader&, std::span<const SourceRow>);
constexpr std::array<FindForm, 8> block_forms = {find_comment,    find_display_formula, find_fenced_form, find_colon_fence,
                                                 find_admonition, find_footnote,        find_table,       find_definition_list};

FormMatch find_form(ProseReader& reader, std::span<const SourceRow> rows) {
    for (FindForm find : block_forms) {
        if (FormMatch found = find(reader, rows); found.rows != 0) {
            return found;
        }
    }
    return {};
}

// The short address that stands for `<data:image/…>` and says where in the file its bytes are (reading/pictures.h); empty: it is no such
// address.
std::string address_of_data(const ProseReader& reader, std::string_view address) {
    address.remove_prefix(address.starts_with('<') ? 1 : 0);
    address = address.substr(0, address.find_first_of("> \t"));
    const std::string& text = reader.source().text;
    bool in_source = std::less_equal<>()(text.data(), address.data()) && std::less<>()(address.data(), text.data() + text.size());
    if (!in_source || !starts_with_ascii_case(address, "data:image/")) {
        return {};
    }
    return "<" + data_address(static_cast<std::size_t>(address.data() - text.data()), address.size()) + ">";
}

// Notes link reference definitions, so that pieces that are read on their own (cells, footnotes, choices) know them too. They begin a text
// or follow one another, perhaps after a title (CommonMark 0.30, 4.7). An address is copied to each place that uses it, so a very long one,
// which can only be a picture's bytes, is left out. Returns the rows of such addresses.
std::set<std::size_t> note_definitions(ProseReader& reader, std::span<const SourceRow> rows) {
    std::set<std::size_t> too_long;
    bool may_stand = false;
    bool awaits_address = false;
    std::string waiting;  // the label that was met last
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const SourceRow& row = rows[at];
        std::string_view text = trim(row.content);
        std::size_t end = text.find("]:");
        bool label = text.starts_with('[') && !text.starts_with("[^") && end != std::string_view::npos && end >= 2;
        may_stand = row.kind == RowKind::text && (may_stand || row.starts_text);
        bool is_long = may_stand && (label || awaits_address) && text.size() > limits::definition_bytes;
        std::string_view address = trim(label ? text.substr(end + 2) : text);
        waiting = label ? fold_case(collapse_spaces(text.substr(1, end - 1))) : waiting;
        if (std::string data = is_long ? address_of_data(reader, address) : ""; !data.empty()) {
            too_long.insert(at);
            if (!label) {
                too_long.insert(at - 1);
            }
            std::string& known = reader.found.definitions[waiting];  // empty, where its label stood on the row before
            known = known.empty() ? data : known;
        } else if (is_long) {
            too_long.insert(at);
            reader.diagnostics.add(Mistake::bad_url, place_of(reader.file, row.line, text.substr(0, 1)),
                                   "this address has more than " + std::to_string(limits::definition_bytes) + " characters",
                                   "save what it holds as a file in images/ and write its name here");
        } else if (may_stand && label) {
            reader.found.definitions.try_emplace(waiting, address);
        }
        awaits_address = may_stand && label && address.empty();
        may_stand = may_stand && (label || too_long.contains(at) || text.find_first_of("\"'(<") == 0);
    }
    return too_long;
}

// Reports references such as `&#14;`, of which cmark and HTML would make control characters, which are disguise marks here.
void report_control_references(ProseReader& reader, const SourceRow& row) {
    if (std::string_view found = control_reference(row.line.text); !found.empty()) {
        reader.diagnostics.add(Mistake::control_character, place_of(reader.file, row.line, found),
                               "`" + std::string(found) + "` stands for a control character", "delete it");
    }
}

// Disguises what CommonMark must not see in rows of prose. origins[i]: the source of rows[i], or null.
void mark_prose(ProseReader& reader, std::vector<DocumentRow>& rows, const std::vector<const SourceRow*>& origins) {
    for (std::size_t at = 0; at < rows.size();) {
        std::size_t begin = at++;
        if (!rows[begin].prose) {
            continue;
        }
        auto goes_on = [&](std::size_t i) {
            const SourceRow* row = i < rows.size() && rows[i].prose ? origins[i] : nullptr;
            return row != nullptr && row->container == origins[begin]->container && !row->starts_item &&
                   !trim(origins[i - 1]->content).starts_with('#');
        };
        while (goes_on(at)) {
            ++at;
        }
        std::vector<FormText> paragraph;
        for (std::size_t i = begin; i < at; ++i) {
            auto prefix = static_cast<std::size_t>(origins[i]->content.data() - origins[i]->line.text.data());
            paragraph.push_back({&rows[i].text, prefix, origins[i]->line});
        }
        disguise_and_tell(reader, paragraph);
    }
    for (DocumentRow& row : rows) {
        row.text = row.prose ? disguise_escapes(row.text) : std::move(row.text);
    }
}

// Whether the row holds attributes of the whole quotation or list above, as kramdown has it: `{: .verse}` right below. CommonMark would
// take it for the last paragraph in that block (0.30, 5.1).
bool names_block_above(const SourceRow& above, const SourceRow& row) {
    std::string_view text = trim(row.content);
    bool behind = above.kind == RowKind::text && row.kind == RowKind::text && above.container > row.container && !row.starts_item;
    return behind && !text.empty() && attributes_size(text) == text.size();
}

// Whether a paragraph has more brackets than limits allow, which is reported. Rows of tables and footnotes count by themselves.
bool too_many_brackets(ProseReader& reader, const SourceRows& found) {
    std::span<const SourceRow> rows = found.rows;
    std::size_t count = 0;
    bool in_table = false;
    for (std::size_t at = 0; at < rows.size(); ++at) {
        const SourceRow& row = rows[at];
        if (row.kind != RowKind::text) {
            count = 0;
            in_table = false;
            continue;
        }
        in_table = (in_table && row.content.find('|') != std::string_view::npos) || begins_table(rows.subspan(at));
        if (in_table || row.starts_text || row.starts_item || is_footnote(row)) {
            count = 0;
        }
        count += static_cast<std::size_t>(std::count(row.content.begin(), row.content.end(), '['));
        if (count > limits::brackets_in_paragraph) {
            reader.diagnostics.add_misread(Mistake::too_many_brackets, place_of(reader.file, row.line, row.content.substr(0, 1)),
                                           "more than " + std::to_string(limits::brackets_in_paragraph) + " `[` in one paragraph",
                                           "divide the paragraph, or write `[` as code",
                                           {reader.file, rows.front().line.number, rows.back().line.number});
            return true;
        }
    }
    return false;
}

}  // namespace

std::string placeholder(std::size_t index) {
    return "<!--\x01" + std::to_string(index) + "-->";
}

std::optional<std::size_t> placeholder_index(std::string_view html) {
    html = trim(html);
    if (!html.starts_with("<!--\x01") || !html.ends_with("-->")) {
        return std::nullopt;
    }
    std::size_t index = 0;
    std::from_chars(html.data() + 5, html.data() + html.size() - 3, index);
    return index;
}

ExtractedForms extract_forms(ProseReader& reader, const Lines& lines) {
    SourceRows found = find_containers(reader, lines);
    ExtractedForms extracted;
    extracted.left_open = found.left_open;
    extracted.refused = found.too_deep || too_many_brackets(reader, found);
    if (extracted.refused) {
        return extracted;
    }
    std::span<const SourceRow> rows = found.rows;
    std::set<std::size_t> too_long = note_definitions(reader, rows);
    std::for_each(rows.begin(), rows.end(), [&](const SourceRow& row) { report_control_references(reader, row); });
    constexpr std::size_t most_blank_lines = 20;
    std::size_t blank_lines = 0;
    std::vector<const SourceRow*> origins;
    const std::vector<std::string_view> none;
    for (std::size_t at = 0; at < rows.size();) {
        const SourceRow& row = rows[at];
        FormMatch form = row.kind == RowKind::text || row.kind == RowKind::formula || row.opens_fence ? find_form(reader, rows.subspan(at))
                                                                                                      : FormMatch{};
        if (form.rows != 0) {
            note_answer_in_head(reader, row);
            note_ticks_in_table(reader, rows.subspan(at, form.rows));
            std::string prefix(row.line.text.substr(0, static_cast<std::size_t>(row.content.data() - row.line.text.data())));
            extracted.rows.push_back({prefix + placeholder(extracted.blocks.size()), row.line, false, false});
            extracted.blocks.push_back(std::move(form.block));
            origins.push_back(nullptr);
            at += form.rows;
            continue;
        }
        if (at > 0 && names_block_above(rows[at - 1], row)) {
            std::string prefix(row.line.text.substr(0, static_cast<std::size_t>(row.content.data() - row.line.text.data())));
            extracted.rows.push_back({std::move(prefix), part_of(row.line, row.content.substr(0, 0)), false, false});
            origins.push_back(nullptr);
        }
        // Runs of blank lines are shortened, since cmark 0.30.2 takes quadratic time for long ones below nested lists. In code each line
        // counts.
        blank_lines = row.kind == RowKind::blank ? blank_lines + 1 : 0;
        if (std::vector<std::string_view> parts = row.kind == RowKind::text ? divided_for_markdown(row.content) : none; !parts.empty()) {
            std::string prefix(row.line.text.substr(0, static_cast<std::size_t>(parts.front().data() - row.line.text.data())));
            for (std::string_view part : parts) {
                bool is_tag = part.starts_with('<') && (part.data() == parts.front().data() || part.starts_with("</"));
                extracted.rows.push_back({prefix + std::string(part), part_of(row.line, part), !is_tag, false});
                extracted.rows.push_back({"", part_of(row.line, part.substr(part.size())), false, false});
                origins.push_back(is_tag ? nullptr : &row);
                origins.push_back(nullptr);
                prefix.assign(prefix.size(), ' ');  // a list's own mark begins one item
            }
        } else if (blank_lines <= most_blank_lines) {
            bool prose = (row.kind == RowKind::text || row.kind == RowKind::formula) && !too_long.contains(at);
            extracted.rows.push_back({too_long.contains(at) ? std::string() : std::string(row.line.text), row.line, prose, false});
            origins.push_back(&row);
        }
        ++at;
    }
    note_other_forms_in_rows(reader, rows, origins);
    note_answers_in_prose(reader, origins);
    mark_prose(reader, extracted.rows, origins);
    return extracted;
}

}  // namespace hornbook
