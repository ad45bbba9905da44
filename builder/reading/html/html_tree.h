// The walk over gumbo's tree that makes prose of it: lines of text and blocks (tree.cpp), lists, tables and figures (structures.cpp).
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
    // The node itself if it stands for a finished one, and which one it is.
    const GumboNode* slot(const GumboNode& node, std::size_t& index) const;

    // The element goes, with its own text; the Markdown within it is the author's.
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
    // A Markdown block where HTML has room for words only: in <dt>, <summary>, <figcaption>.
    void add_words(const Block& block, Inlines& result);
    void add_inline_element(const GumboNode& node, std::string_view name, Inlines& result);
    void add_known_inline(const GumboNode& node, std::string_view name, Inlines& result);
    Styled styled_of(const GumboNode& node, std::string_view name, std::string id);
    // An element that a line of text cannot hold. Its text is kept, and stays apart from what stands beside it.
    void add_strange_inline(const GumboNode& node, std::string_view name, Inlines& result);
    void add_mathematics(const GumboNode& node, Inlines& result);
    // A film or a page of others is a link to it.
    void add_address(const GumboNode& node, Inlines& result);
    void flush(Blocks& result, Inlines& run);
    void add_block(const GumboNode& node, Blocks& result, Inlines& run);
    void add_block_element(const GumboNode& node, std::string_view name, Blocks& result);
    // Of no use where all runs that way already, as Google writes it.
    std::string turning_direction_of(const GumboNode& node) const;
    static bool says_something(const Block& division);
    void add_plain_element(const GumboNode& node, std::string_view name, Place place, Blocks& result);
    void add_strange_block(const GumboNode& node, std::string_view name, Blocks& result);
    void add_paragraph(const GumboNode& node, Place place, Blocks& result);

    // The text in <pre>, white space as it is.
    std::string preformatted(const GumboNode& node) const;

    // ---- structures ----

    List list_of(const GumboNode& node, bool ordered);
    // What is in <li>, <td> or <dd>, with the id that links may name.
    Blocks anchored_blocks(const GumboNode& node);
    // A child that HTML does not want where it stands: kept as blocks of its own.
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
