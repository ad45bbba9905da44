// Admonitions of MkDocs and Python-Markdown: `!!! note "Title"` with its lines indented by four; `??? note` opens at a tap; `=== "Title"`
// is a tab, whose contents are shown below its title.
#include <iterator>

#include "base/text.h"
#include "reading/forms/callout_words.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

struct AdmonitionOpening {
    const CalloutWord* word = nullptr;  // null: it opens nothing
    std::string_view title;
    bool folded = false;
};

AdmonitionOpening admonition_opening(const SourceRow& row) {
    std::string_view text = trim(row.content);
    bool folded = text.starts_with("???");
    if (row.kind != RowKind::text || indent_of(row.content) > 3 || (!folded && !text.starts_with("!!!"))) {
        return {};
    }
    text.remove_prefix(3);
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    text = trim(text);
    std::string_view word = text.substr(0, text.find_first_of(" \t"));
    std::string_view rest = trim(text.substr(word.size()));
    std::size_t quote = rest.find('"');
    bool title = quote != std::string_view::npos && rest.size() > quote + 1 && rest.ends_with('"');
    if (!title && rest.find_first_of("?!.\"") != std::string_view::npos) {
        return {};  // a sentence after many exclamation marks
    }
    const CalloutWord* known = find_callout_word(word);
    return {known, title ? rest.substr(quote + 1, rest.size() - quote - 2) : std::string_view(), folded};
}

// The title of a tab; empty: none opens.
std::string_view tab_opening(const SourceRow& row) {
    std::string_view text = trim(row.content);
    bool stands = row.kind == RowKind::text && indent_of(row.content) < 4 && text.starts_with("===");
    text.remove_prefix(stands ? 3 : text.size());
    text.remove_prefix(text.starts_with('!') || text.starts_with('+') ? 1 : 0);
    text = trim(text);
    return text.size() > 2 && text.starts_with('"') && text.ends_with('"') ? text.substr(1, text.size() - 2) : std::string_view();
}

Block tab_of(ProseReader& reader, const SourceRow& row, std::string_view title, const Lines& body) {
    Place place = place_of(reader.file, row.line, trim(row.content));
    Division division;
    division.element = "div";
    division.blocks.push_back({Paragraph{{{Strong{read_inlines(reader, part_of(row.line, title))}, place}}}, place});
    Blocks inside = read_blocks(reader, body);
    std::move(inside.begin(), inside.end(), std::back_inserter(division.blocks));
    return {std::move(division), place};
}

}  // namespace

FormMatch find_admonition(ProseReader& reader, std::span<const SourceRow> rows) {
    AdmonitionOpening opening = admonition_opening(rows[0]);
    std::string_view tab = tab_opening(rows[0]);
    if (opening.word == nullptr && tab.empty()) {
        return {};
    }
    auto margin = static_cast<std::size_t>(rows[0].content.data() - rows[0].line.text.data());
    Lines body;
    std::size_t end = 1;
    for (std::size_t at = 1; at < rows.size(); ++at) {
        std::string_view text = rows[at].line.text.substr(std::min(margin, rows[at].line.text.size()));
        if (!trim(text).empty() && indent_of(text) < 4) {
            break;
        }
        body.push_back(part_of(rows[at].line, without_indent(text, 4)));
        end = trim(text).empty() ? end : at + 1;
    }
    if (end == 1) {
        return {};
    }
    body.resize(end - 1);
    if (opening.word == nullptr) {
        return {end, tab_of(reader, rows[0], tab, body)};
    }
    if (opening.word->kind == CalloutKind::teacher) {
        note_teachers_lines(reader, rows[0].line.number, rows[end - 1].line.number);
    }
    Place place = place_of(reader.file, rows[0].line, trim(rows[0].content));
    Inlines title = opening.title.empty() ? Inlines{} : read_inlines(reader, part_of(rows[0].line, opening.title));
    if (title.empty() && opening.word->names_itself) {
        title.push_back({Text{titled(opening.word->word)}, place});
    }
    Blocks blocks = read_blocks(reader, body);
    CalloutWord word = *opening.word;
    word.folded = word.folded || opening.folded;
    if (word.folded && title.empty() && word.kind != CalloutKind::teacher) {
        title.push_back({Text{titled(word.word)}, place});
    }
    return {end, Block{callout_of(word, std::move(title), std::move(blocks)), place}};
}

}  // namespace hornbook
