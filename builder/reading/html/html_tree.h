// HTML tree: the walk over gumbo's tree that makes prose of it: text and blocks (tree.cpp), lists, tables and figures (structures.cpp).
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "reading/html/node.h"
#include "reading/html/report.h"
#include "reading/html/tree.h"

namespace hornbook {

class HtmlTree {
public:
    HtmlTree(ProseReader& reader, const HtmlText& text, Slots slots)
        : reader_(reader), text_(text), slots_(std::move(slots)), report_(reader, text) {}

    Inlines inlines(const GumboNode& parent);
    Blocks blocks(const GumboNode& parent);

private:
    // The node, if it is the placeholder of a finished one, whose index is then set; else null.
    const GumboNode* slot(const GumboNode& node, std::size_t& index) const;

    // Drops an element and its text, but keeps the finished nodes within it, which are the author's Markdown.
    template <class Keep>
    void keep_markdown(const GumboNode& node, const Keep& keep) const {
        std::size_t index = 0;
        if (slot(node, index) != nullptr) {
            keep(node);
        } else if (is_element(node)) {
            each_child(node, [&](const GumboNode& child) { keep_markdown(child, keep); });
        }
    }

    bool holds_blocks(const GumboNode& node) const;
    void append(const GumboNode& parent, Inlines& result);
    void add_inline(const GumboNode& node, Inlines& result);
    // Adds the words of a Markdown block where only words are allowed: in <dt>, <summary>, <figcaption>.
    void add_words(const Block& block, Inlines& result);
    void add_inline_element(const GumboNode& node, std::string_view name, Inlines& result);
    void add_known_inline(const GumboNode& node, std::string_view name, Inlines& result);
    Styled styled_of(const GumboNode& node, std::string_view name, std::string id);
    // Adds the text of an element that is not allowed within a line, with a space on either side, and reports the element.
    void add_strange_inline(const GumboNode& node, std::string_view name, Inlines& result);
    void add_mathematics(const GumboNode& node, Inlines& result);
    // Adds a link to the address of an embedded film or page.
    void add_address(const GumboNode& node, Inlines& result);
    void flush(Blocks& result, Inlines& run);
    void add_block(const GumboNode& node, Blocks& result, Inlines& run);
    void add_block_element(const GumboNode& node, std::string_view name, Blocks& result);
    // The element's direction, or empty where the text around it has the same one, as in documents of Google's.
    std::string turning_direction_of(const GumboNode& node) const;
    static bool says_something(const Block& division);
    void add_plain_element(const GumboNode& node, std::string_view name, Place place, Blocks& result);
    void add_strange_block(const GumboNode& node, std::string_view name, Blocks& result);
    void add_paragraph(const GumboNode& node, Place place, Blocks& result);

    // The text in <pre>, with its white space.
    std::string preformatted(const GumboNode& node) const;

    // ---- structures ----

    List list_of(const GumboNode& node, bool ordered);
    // The blocks in <li>, <td> or <dd>, the first of which carries the element's id.
    Blocks anchored_blocks(const GumboNode& node);
    // The blocks of a child that HTML does not allow there, such as a <p> within <ul>.
    Blocks stray(const GumboNode& node);
    DefinitionList definitions_of(const GumboNode& node);
    void add_definitions(const GumboNode& node, DefinitionList& list);
    void add_rows(const GumboNode& node, bool head, Table& table, Table& foot);
    std::vector<Cell> row_of(const GumboNode& node);
    Table table_of(const GumboNode& node);
    Figure figure_of(const GumboNode& node);
    Details details_of(const GumboNode& node);

    ProseReader& reader_;
    const HtmlText& text_;
    Slots slots_;
    HtmlReport report_;
};

}  // namespace hornbook
