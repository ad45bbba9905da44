#include "reading/html/tree.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>
#include <utility>

#include "base/text.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/html/node.h"
#include "reading/html/report.h"

namespace hornbook {
namespace {

class Tree {
public:
    Tree(ProseReader& reader, const HtmlText& text, Slots slots)
        : reader_(reader), text_(text), slots_(std::move(slots)), report_(reader, text) {}

    Inlines inlines(const GumboNode& parent) {
        Inlines result;
        each_child(parent, [&](const GumboNode& node) { add_inline(node, result); });
        return result;
    }

    Blocks blocks(const GumboNode& parent) {
        Blocks result;
        Inlines run;
        each_child(parent, [&](const GumboNode& node) { add_block(node, result, run); });
        flush(result, run);
        return result;
    }

private:
    const GumboNode* slot(const GumboNode& node, std::size_t& index) const {
        if (!is_element(node) || name_of(node) != text_.slot_name) {
            return nullptr;
        }
        std::string_view number = attribute(node, "n");
        std::from_chars(number.data(), number.data() + number.size(), index);
        return &node;
    }

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

    bool holds_blocks(const GumboNode& node) const {
        std::size_t index = 0;
        if (slot(node, index) != nullptr) {
            return index < slots_.blocks.size();
        }
        if (!is_element(node)) {
            return false;
        }
        bool found = is_one_of(divisions, name_of(node)) || is_one_of(other_blocks, name_of(node));
        each_child(node, [&](const GumboNode& child) { found = found || holds_blocks(child); });
        return found;
    }

    void append(const GumboNode& parent, Inlines& result) {
        each_child(parent, [&](const GumboNode& child) { add_inline(child, result); });
    }

    void add_inline(const GumboNode& node, Inlines& result) {
        std::size_t index = 0;
        if (slot(node, index) != nullptr) {
            if (index < slots_.inlines.size()) {
                result.push_back(std::move(slots_.inlines[index]));
            } else if (index < slots_.blocks.size()) {
                add_words(slots_.blocks[index], result);
            }
            return append(node, result);
        }
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE || node.type == GUMBO_NODE_CDATA) {
            return add_text(node, report_.place_of_node(node), result);
        }
        if (is_element(node)) {
            add_inline_element(node, name_of(node), result);
        } else {
            report_.report_instruction(node);
        }
    }

    // A Markdown block where HTML has room for words only: in <dt>, <summary>, <figcaption>.
    void add_words(const Block& block, Inlines& result) {
        auto add = [&](const Inlines& words) { append_apart(result, words); };
        walk_runs_and_code({block}, add, [&](const CodeBlock& code) { add({Inline{Code{code.text}, block.place}}); });
        walk_blocks({block}, [&](const Block& below) {
            if (std::holds_alternative<QuizHere>(below.kind)) {
                reader_.diagnostics.add(Mistake::misplaced_form, below.place, "a quiz cannot stand here",
                                        "put it before or after the HTML");
            }
        });
    }

    void add_inline_element(const GumboNode& node, std::string_view name, Inlines& result) {
        Place place = report_.place_of_node(node);
        if (is_one_of(textless, name)) {
            report_.removed(node, name, true);
            return keep_markdown(node, [&](const GumboNode& slot) { add_inline(slot, result); });
        }
        report_.check_attributes(node);
        if (name == "em") {
            result.push_back({Emphasis{inlines(node)}, place});
        } else if (name == "strong") {
            result.push_back({Strong{inlines(node)}, place});
        } else if (name == "del" || name == "s" || name == "strike") {
            result.push_back({Strikethrough{inlines(node)}, place});
        } else if (name == "code" || name == "tt") {
            result.push_back({Code{plain_text(inlines(node))}, place});
        } else if (name == "br") {
            result.push_back({LineBreak{}, place});
        } else if (name == "a" && !attribute(node, "href").empty()) {
            result.push_back({Link{std::string(attribute(node, "href")), std::string(attribute(node, "title")), {}, inlines(node)}, place});
        } else if (name == "a" && !anchor_of(node).empty()) {
            result.push_back({Styled{"span", language_of(node), direction_of(node), {}, anchor_of(node), inlines(node)}, place});
        } else if (name == "img") {
            result.push_back({image_of(node), place});
        } else if (is_one_of(styled, name)) {
            result.push_back({Styled{std::string(name), language_of(node), direction_of(node), std::string(attribute(node, "title")),
                                     std::string(attribute(node, "id")), inlines(node)},
                              place});
        } else {
            if (name != "a" && name != "time" && name != "wbr" && name != "bdo" && name != "rb") {
                report_.removed(node, name, false);
            }
            append(node, result);
        }
    }

    void flush(Blocks& result, Inlines& run) {
        if (!is_only_space(run)) {
            Place place = run.front().place;
            result.push_back({Paragraph{std::exchange(run, {})}, place});
        }
        run.clear();
    }

    void add_block(const GumboNode& node, Blocks& result, Inlines& run) {
        std::size_t index = 0;
        if (slot(node, index) != nullptr) {
            flush(result, run);
            if (index < slots_.blocks.size()) {
                result.push_back(std::move(slots_.blocks[index]));
            }
            each_child(node, [&](const GumboNode& child) { add_block(child, result, run); });
        } else if (!is_element(node) || !holds_blocks(node)) {
            add_inline(node, run);
        } else {
            flush(result, run);
            add_block_element(node, name_of(node), result);
        }
    }

    void add_block_element(const GumboNode& node, std::string_view name, Blocks& result) {
        Place place = report_.place_of_node(node);
        if (is_one_of(textless, name)) {
            report_.removed(node, name, true);
            Inlines none;
            return keep_markdown(node, [&](const GumboNode& slot) { add_block(slot, result, none); });
        }
        report_.check_attributes(node);
        if (name == "p") {
            add_paragraph(node, place, result);
        } else if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
            result.push_back({Heading{std::max(2, name[1] - '0'), std::string(attribute(node, "id")), {}, inlines(node)}, place});
        } else if (is_one_of(divisions, name)) {
            result.push_back(
                {Division{std::string(name), language_of(node), direction_of(node), std::string(attribute(node, "id")), blocks(node)},
                 place});
        } else if (name == "blockquote") {
            result.push_back({Quotation{blocks(node)}, place});
        } else if (name == "ul" || name == "ol") {
            result.push_back({list_of(node, name == "ol"), place});
        } else if (name == "dl") {
            result.push_back({definitions_of(node), place});
        } else if (name == "pre") {
            result.push_back({CodeBlock{{}, preformatted(node)}, place});
        } else if (name == "hr") {
            result.push_back({Rule{}, place});
        } else if (name == "table") {
            result.push_back({table_of(node), place});
        } else if (name == "figure") {
            result.push_back({figure_of(node), place});
        } else if (name == "details") {
            result.push_back({details_of(node), place});
        } else {
            report_.removed(node, name, false);
            Blocks inside = blocks(node);
            std::move(inside.begin(), inside.end(), std::back_inserter(result));
        }
    }

    void add_paragraph(const GumboNode& node, Place place, Blocks& result) {
        Blocks inside = blocks(node);  // a block among the text ends the paragraph, as in HTML
        if (!inside.empty()) {
            inside.front().place = place;
        }
        std::move(inside.begin(), inside.end(), std::back_inserter(result));
    }

    List list_of(const GumboNode& node, bool ordered) {
        List list;
        list.ordered = ordered;
        std::string_view start = attribute(node, "start");
        std::from_chars(start.data(), start.data() + start.size(), list.start);
        each_child(node, [&](const GumboNode& child) {
            if (is_element(child) || (child.type == GUMBO_NODE_TEXT && !trim(child.v.text.text).empty())) {
                ListItem item;
                item.place = report_.place_of_node(child);
                item.blocks = is_element(child) && name_of(child) == "li" ? blocks(child) : stray(child);
                list.items.push_back(std::move(item));
            }
        });
        return list;
    }

    // A child that HTML does not want where it stands: kept as blocks of its own.
    Blocks stray(const GumboNode& node) {
        Blocks result;
        Inlines run;
        add_block(node, result, run);
        flush(result, run);
        return result;
    }

    DefinitionList definitions_of(const GumboNode& node) {
        DefinitionList list;
        add_definitions(node, list);
        return list;
    }

    void add_definitions(const GumboNode& node, DefinitionList& list) {
        each_child(node, [&](const GumboNode& child) {
            if (is_element(child) && name_of(child) == "div") {  // HTML allows them around groups
                return add_definitions(child, list);
            }
            bool term = is_element(child) && name_of(child) == "dt";
            bool space = !is_element(child) && (child.type != GUMBO_NODE_TEXT || trim(child.v.text.text).empty());
            if (space) {
                return;
            }
            if (list.items.empty() || (term && !list.items.back().meanings.empty())) {
                list.items.emplace_back();
            }
            if (term) {
                list.items.back().terms.push_back(inlines(child));
            } else {
                list.items.back().meanings.push_back(is_element(child) && name_of(child) == "dd" ? blocks(child) : stray(child));
            }
        });
    }

    void add_rows(const GumboNode& node, bool head, Table& table) {
        each_child(node, [&](const GumboNode& child) {
            std::string_view name = is_element(child) ? name_of(child) : std::string_view();
            if (name == "caption") {
                append_apart(table.caption, inlines(child));
            } else if (name == "thead" || name == "tbody" || name == "tfoot") {
                add_rows(child, name == "thead", table);
            } else if (name == "tr") {
                (head ? table.head : table.body).push_back(row_of(child));
            }
        });
    }

    std::vector<Cell> row_of(const GumboNode& node) {
        std::vector<Cell> row;
        each_child(node, [&](const GumboNode& child) {
            if (is_element(child)) {
                row.push_back({blocks(child), name_of(child) == "th", span_of(child, "colspan"), span_of(child, "rowspan")});
            }
        });
        return row;
    }

    Table table_of(const GumboNode& node) {
        Table table;
        add_rows(node, false, table);
        return table;
    }

    Figure figure_of(const GumboNode& node) {
        Figure figure;
        figure.id = attribute(node, "id");
        Inlines run;
        each_child(node, [&](const GumboNode& child) {
            if (is_element(child) && name_of(child) == "figcaption") {
                append_apart(figure.caption, inlines(child));
            } else {
                add_block(child, figure.blocks, run);
            }
        });
        flush(figure.blocks, run);
        return figure;
    }

    Details details_of(const GumboNode& node) {
        Details details;
        Inlines run;
        each_child(node, [&](const GumboNode& child) {
            if (is_element(child) && name_of(child) == "summary") {
                append_apart(details.summary, inlines(child));
            } else {
                add_block(child, details.blocks, run);
            }
        });
        flush(details.blocks, run);
        return details;
    }

    ProseReader& reader_;
    const HtmlText& text_;
    Slots slots_;
    HtmlReport report_;
};

struct Parsed {
    GumboOptions options = kGumboDefaultOptions;
    GumboOutput* output = nullptr;
    explicit Parsed(const std::string& html) {
        options.fragment_context = GUMBO_TAG_DIV;
        output = gumbo_parse_with_options(&options, html.data(), html.size());
    }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;
    ~Parsed() {
        gumbo_destroy_output(&options, output);
    }
};

}  // namespace

Inlines inlines_of_html(ProseReader& reader, const HtmlText& text, Slots slots) {
    return Tree(reader, text, std::move(slots)).inlines(*Parsed(text.html).output->root);
}

Blocks blocks_of_html(ProseReader& reader, const HtmlText& text, Slots slots) {
    return Tree(reader, text, std::move(slots)).blocks(*Parsed(text.html).output->root);
}

}  // namespace hornbook
