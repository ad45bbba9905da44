// Definition lists: one or more lines of terms, then `: definition`, going on through indented lines.
#include "base/text.h"
#include "reading/forms/extract_forms.h"

namespace hornbook {
namespace {

bool is_definition(const SourceRow& row) {
    std::string_view text = without_indent(row.content, 3);
    return row.kind == RowKind::text && text.size() > 1 && text[0] == ':' && (text[1] == ' ' || text[1] == '\t');
}

bool may_be_term(const SourceRow& row, bool first) {
    std::string_view text = trim(row.content);
    return row.kind == RowKind::text && (first || !row.starts_item) && !is_definition(row) && text.find_first_of("#=") != 0 &&
           !text.starts_with("[^");
}

constexpr std::size_t most_terms = 20;  // of one definition: looking further ahead would take quadratic time

// The number of rows of terms at `at` that a definition follows, perhaps after one blank line; 0: none does.
std::size_t count_terms(std::span<const SourceRow> rows, std::size_t at) {
    std::size_t terms = 0;
    while (terms < most_terms && (at + terms == 0 || goes_on(rows, at + terms)) && may_be_term(rows[at + terms], at + terms == 0)) {
        ++terms;
    }
    std::size_t next = at + terms;
    if (terms == 1 && goes_on(rows, next) && rows[next].kind == RowKind::blank) {
        ++next;
    }
    return terms > 0 && goes_on(rows, next) && is_definition(rows[next]) ? terms : 0;
}

// The lines of one definition; moves `at` past them.
Lines definition_lines(std::span<const SourceRow> rows, std::size_t& at) {
    std::string_view first = without_indent(rows[at].content, 3);
    Lines lines = {part_of(rows[at].line, without_indent(first.substr(1), 3))};
    std::size_t last = at + 1;
    for (std::size_t next = at + 1; next < rows.size(); ++next) {
        const SourceRow& row = rows[next];
        bool indented = indent_of(row.content) >= 2;
        if (row.kind == RowKind::blank && next - last < 3) {
            continue;
        }
        bool lazy = next == last && goes_on(rows, next) && row.kind == RowKind::text && !is_definition(row) && count_terms(rows, next) == 0;
        if (!indented && !lazy) {
            break;
        }
        for (; last <= next; ++last) {
            lines.push_back(part_of(rows[last].line, without_indent(rows[last].content, 4)));
        }
    }
    at = last;
    return lines;
}

std::size_t skip_blank(std::span<const SourceRow> rows, std::size_t at) {
    while (at < rows.size() && rows[at].kind == RowKind::blank) {
        ++at;
    }
    return at;
}

}  // namespace

FormMatch find_definition_list(ProseReader& reader, std::span<const SourceRow> rows) {
    if (!rows[0].starts_text) {
        return {};
    }
    DefinitionList list;
    std::size_t at = 0;
    std::size_t done = 0;
    while (std::size_t terms = at < rows.size() ? count_terms(rows, at) : 0) {
        Definition item;
        for (std::size_t i = 0; i < terms; ++i) {
            item.terms.push_back(read_inlines(reader, content_line(rows[at + i])));
        }
        at = skip_blank(rows, at + terms);
        while (goes_on(rows, at) && is_definition(rows[at])) {
            item.meanings.push_back(read_blocks(reader, definition_lines(rows, at)));
            done = at;
            at = skip_blank(rows, at);
        }
        list.items.push_back(std::move(item));
    }
    if (list.items.empty()) {
        return {};
    }
    return {done, Block{std::move(list), place_of(reader.file, rows[0].line, trim(rows[0].content))}};
}

}  // namespace hornbook
