// Lists, definition lists, tables, figures and details of an author's HTML.
#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "reading/classes.h"
#include "reading/html/html_tree.h"

namespace hornbook {

List HtmlTree::list_of(const GumboNode& node, bool ordered) {
    List list;
    list.ordered = ordered;
    std::string_view start = attribute(node, "start");
    std::from_chars(start.data(), start.data() + start.size(), list.start);
    std::string_view type = attribute(node, "type");
    list.numbering = ordered && type.size() == 1 && std::string_view("1aAiI").find(type[0]) != std::string_view::npos ? type[0] : '1';
    list.reversed = ordered && gumbo_get_attribute(&node.v.element.attributes, "reversed") != nullptr;
    each_child(node, [&](const GumboNode& child) {
        if (is_element(child) || (child.type == GUMBO_NODE_TEXT && !trim(child.v.text.text).empty())) {
            ListItem item;
            item.place = report_.place_of_node(child);
            bool is_item = is_element(child) && element_name(child) == "li";
            item.blocks = is_item ? anchored_blocks(child) : stray(child);
            item.value = is_item && ordered ? value_of(child) : std::nullopt;
            list.items.push_back(std::move(item));
        }
    });
    return list;
}

Blocks HtmlTree::anchored_blocks(const GumboNode& node) {
    report_.check_attributes(node);
    Blocks inside = blocks(node);
    Division division{"div", language_of(node), turning_direction_of(node), id_of(node), {}, kept_classes(attribute(node, "class"))};
    Block block{std::move(division), report_.place_of_node(node)};
    if (!says_something(block)) {
        return inside;
    }
    std::get<Division>(block.kind).blocks = std::move(inside);
    return {std::move(block)};
}

Blocks HtmlTree::stray(const GumboNode& node) {
    Blocks result;
    Inlines run;
    add_block(node, result, run);
    flush(result, run);
    return result;
}

DefinitionList HtmlTree::definitions_of(const GumboNode& node) {
    DefinitionList list;
    add_definitions(node, list);
    return list;
}

void HtmlTree::add_definitions(const GumboNode& node, DefinitionList& list) {
    each_child(node, [&](const GumboNode& child) {
        if (is_element(child) && element_name(child) == "div") {  // HTML allows them around groups
            return add_definitions(child, list);
        }
        bool term = is_element(child) && element_name(child) == "dt";
        bool space = !is_element(child) && (child.type != GUMBO_NODE_TEXT || trim(child.v.text.text).empty());
        if (space) {
            return;
        }
        if (list.items.empty() || (term && !list.items.back().meanings.empty())) {
            list.items.emplace_back();
        }
        if (term) {
            report_.check_classless(child);
            list.items.back().terms.push_back(inlines(child));
        } else {
            list.items.back().meanings.push_back(is_element(child) && element_name(child) == "dd" ? anchored_blocks(child) : stray(child));
        }
    });
}

void HtmlTree::add_rows(const GumboNode& node, bool head, Table& table, Table& foot) {
    each_child(node, [&](const GumboNode& child) {
        std::string_view name = is_element(child) ? element_name(child) : std::string_view();
        report_.check_classless(child);
        if (name == "caption") {
            append_apart(table.caption, inlines(child));
        } else if (name == "thead" || name == "tbody" || name == "tfoot") {
            add_rows(child, name == "thead", name == "tfoot" ? foot : table, foot);
        } else if (name == "tr") {
            (head ? table.head : table.body).push_back(row_of(child));
        }
    });
}

std::vector<Cell> HtmlTree::row_of(const GumboNode& node) {
    std::vector<Cell> row;
    each_child(node, [&](const GumboNode& child) {
        if (is_element(child)) {
            row.push_back({anchored_blocks(child), element_name(child) == "th", span_of(child, "colspan"), span_of(child, "rowspan")});
        }
    });
    return row;
}

Table HtmlTree::table_of(const GumboNode& node) {
    Table table;
    Table foot;
    add_rows(node, false, table, foot);
    std::move(foot.body.begin(), foot.body.end(), std::back_inserter(table.body));  // authors may write <tfoot> first
    return table;
}

Figure HtmlTree::figure_of(const GumboNode& node) {
    Figure figure;
    figure.id = id_of(node);
    figure.classes = kept_classes(attribute(node, "class"));
    Inlines run;
    each_child(node, [&](const GumboNode& child) {
        if (is_element(child) && element_name(child) == "figcaption") {
            report_.check_classless(child);
            append_apart(figure.caption, inlines(child));
        } else {
            add_block(child, figure.blocks, run);
        }
    });
    flush(figure.blocks, run);
    return figure;
}

Details HtmlTree::details_of(const GumboNode& node) {
    Details details;
    Inlines run;
    each_child(node, [&](const GumboNode& child) {
        if (is_element(child) && element_name(child) == "summary") {
            report_.check_classless(child);
            append_apart(details.summary, inlines(child));
        } else {
            add_block(child, details.blocks, run);
        }
    });
    flush(details.blocks, run);
    return details;
}

}  // namespace hornbook
