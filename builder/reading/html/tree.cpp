#include "reading/html/tree.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "base/memory.h"
#include "base/name_list.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "model/words.h"
#include "reading/classes.h"
#include "reading/forms/other_forms.h"
#include "reading/html/html_tree.h"
#include "reading/html/mathematics.h"
#include "reading/html/unsupported_elements.h"

namespace hornbook {
namespace {

struct Parsed {
    GumboOptions options = kGumboDefaultOptions;
    GumboOutput* output = nullptr;
    explicit Parsed(const std::string& html) {
        options.fragment_context = GUMBO_TAG_DIV;
        options.allocator = [](void*, std::size_t bytes) { return give_memory(bytes); };
        output = gumbo_parse_with_options(&options, html.data(), html.size());
    }
    Parsed(const Parsed&) = delete;
    Parsed& operator=(const Parsed&) = delete;
    ~Parsed() {
        gumbo_destroy_output(&options, output);
    }
};

}  // namespace

const GumboNode* HtmlTree::slot(const GumboNode& node, std::size_t& index) const {
    if (!is_element(node) || element_name(node) != text_.slot_name) {
        return nullptr;
    }
    std::string_view number = attribute(node, "n");
    std::from_chars(number.data(), number.data() + number.size(), index);
    return &node;
}

Inlines HtmlTree::inlines(const GumboNode& parent) {
    Inlines result;
    each_child(parent, [&](const GumboNode& node) { add_inline(node, result); });
    return result;
}

Blocks HtmlTree::blocks(const GumboNode& parent) {
    Blocks result;
    Inlines run;
    each_child(parent, [&](const GumboNode& node) { add_block(node, result, run); });
    flush(result, run);
    return result;
}

bool HtmlTree::holds_blocks(const GumboNode& node) const {
    std::size_t index = 0;
    if (slot(node, index) != nullptr) {
        return index < slots_.blocks.size();
    }
    if (!is_element(node)) {
        return false;
    }
    bool found = is_one_of(divisions, element_name(node)) || is_one_of(other_blocks, element_name(node));
    each_child(node, [&](const GumboNode& child) { found = found || holds_blocks(child); });
    return found;
}

void HtmlTree::append(const GumboNode& parent, Inlines& result) {
    each_child(parent, [&](const GumboNode& child) { add_inline(child, result); });
}

void HtmlTree::add_inline(const GumboNode& node, Inlines& result) {
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
        add_inline_element(node, element_name(node), result);
    } else {
        report_.report_instruction(node);
    }
}

void HtmlTree::add_words(const Block& block, Inlines& result) {
    auto add = [&](const Inlines& words) { append_apart(result, words); };
    walk_runs_and_code({block}, add, [&](const CodeBlock& code) { add({Inline{Code{code.text}, block.place}}); });
    walk_blocks({block}, [&](const Block& below) {
        if (std::holds_alternative<QuizHere>(below.kind)) {
            reader_.diagnostics.add(Mistake::misplaced_form, below.place, "a quiz cannot be used here", "put it before or after the HTML");
        }
    });
}

void HtmlTree::add_inline_element(const GumboNode& node, std::string_view name, Inlines& result) {
    Place place = report_.place_of_node(node);
    if (is_office_comment(node)) {
        return note_other_form(reader_, OtherForm::office_comment,
                               "<" + std::string(name) + " class=" + std::string(attribute(node, "class")) + ">", place);
    }
    if (is_one_of(textless, name)) {
        report_.removed(node, name);
        return keep_markdown(node, [&](const GumboNode& slot) { add_inline(slot, result); });
    }
    if (name == "b" && is_not_bold(node)) {
        return append(node, result);
    }
    if (name == "math") {
        return add_mathematics(node, result);
    }
    report_.check_attributes(node);
    std::string classes = kept_classes(attribute(node, "class"));
    constexpr std::array<std::string_view, 5> classless = {"em", "strong", "del", "s", "code"};
    bool is_link = name == "a" && !attribute(node, "href").empty();
    if (!classes.empty() && (is_link || is_one_of(classless, name))) {
        Styled span{"span", {}, {}, {}, {}, {}, std::move(classes)};
        add_known_inline(node, name, span.children);
        result.push_back({std::move(span), place});
    } else {
        add_known_inline(node, name, result);
    }
}

void HtmlTree::add_known_inline(const GumboNode& node, std::string_view name, Inlines& result) {
    Place place = report_.place_of_node(node);
    if (name == "em") {
        result.push_back({Emphasis{inlines(node)}, place});
    } else if (name == "strong") {
        result.push_back({Strong{inlines(node)}, place});
    } else if (name == "del" || name == "s") {
        result.push_back({Strikethrough{inlines(node)}, place});
    } else if (name == "code") {
        result.push_back({Code{plain_text(inlines(node))}, place});
    } else if (name == "br") {
        result.push_back({LineBreak{}, place});
    } else if (name == "a" && !attribute(node, "href").empty()) {
        result.push_back(
            {Link{std::string(trim(attribute(node, "href"))), std::string(attribute(node, "title")), {}, inlines(node)}, place});
    } else if (name == "a" && !anchor_of(node).empty()) {
        result.push_back({styled_of(node, "span", anchor_of(node)), place});
    } else if (name == "img" && !attribute(node, "src").empty()) {
        result.push_back({image_of(node), place});
    } else if (is_one_of(styled, name)) {
        result.push_back({styled_of(node, name, id_of(node)), place});
    } else {
        add_strange_inline(node, name, result);
    }
}

Styled HtmlTree::styled_of(const GumboNode& node, std::string_view name, std::string id) {
    return {std::string(name),
            language_of(node),
            direction_of(node),
            std::string(attribute(node, "title")),
            std::move(id),
            inlines(node),
            kept_classes(attribute(node, "class"))};
}

void HtmlTree::add_strange_inline(const GumboNode& node, std::string_view name, Inlines& result) {
    if (!is_unwrapped_silently(name)) {
        report_.removed(node, name);
    }
    if (is_embedded(name)) {
        add_address(node, result);
    } else if (name == "img") {
        result.push_back({Text{image_of(node).alt}, report_.place_of_node(node)});
    }
    if (!is_block_name(name)) {
        return append(node, result);
    }
    bool cell = name == "td" || name == "th";
    auto divide = [&] {
        if (!is_only_space(result) && !std::holds_alternative<LineBreak>(result.back().kind)) {
            result.push_back(cell ? Inline{Text{" "}, {}} : Inline{LineBreak{}, {}});
        }
    };
    divide();
    append(node, result);
    divide();
}

void HtmlTree::add_mathematics(const GumboNode& node, Inlines& result) {
    auto words = [this](const GumboNode& child) -> std::optional<std::string> {
        std::size_t index = 0;
        if (slot(child, index) == nullptr) {
            return std::nullopt;
        }
        return index < slots_.inlines.size() ? plain_text({slots_.inlines[index]}) : std::string();
    };
    result.push_back(mathematics_of(node, report_.place_of_node(node), reader_.rules.formulas, words));
    if (std::holds_alternative<Text>(result.back().kind)) {
        report_.removed(node, "math");
    }
}

void HtmlTree::add_address(const GumboNode& node, Inlines& result) {
    if (std::string address = address_of(node); !address.empty()) {
        Place place = report_.place_of_node(node);
        std::string_view title = attribute(node, "title");
        std::string words(title.empty() ? std::string_view(address) : title);
        result.push_back({Link{address, {}, {}, {{Text{words}, place}}}, place});
    }
}

void HtmlTree::flush(Blocks& result, Inlines& run) {
    if (!is_only_space(run)) {
        Place place = run.front().place;
        result.push_back({Paragraph{std::exchange(run, {})}, place});
    }
    run.clear();
}

void HtmlTree::add_block(const GumboNode& node, Blocks& result, Inlines& run) {
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
        add_block_element(node, element_name(node), result);
    }
}

void HtmlTree::add_block_element(const GumboNode& node, std::string_view name, Blocks& result) {
    Place place = report_.place_of_node(node);
    if (is_office_comment(node)) {
        return note_other_form(reader_, OtherForm::office_comment,
                               "<" + std::string(name) + " class=" + std::string(attribute(node, "class")) + ">", place);
    }
    if (is_one_of(textless, name)) {
        report_.removed(node, name);
        Inlines none;
        return keep_markdown(node, [&](const GumboNode& slot) { add_block(slot, result, none); });
    }
    report_.check_attributes(node);
    bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    std::string id = heading || name == "figure" ? std::string() : id_of(node);
    std::string classes = kept_classes(attribute(node, "class"));
    bool own_classes = name == "p" || name == "figure";
    if (heading) {
        result.push_back({Heading{std::max(2, name[1] - '0'), id_of(node), {}, inlines(node), 0, std::move(classes)}, place});
    } else if (is_one_of(divisions, name)) {
        result.push_back(
            {Division{std::string(name), language_of(node), direction_of(node), std::move(id), blocks(node), std::move(classes)}, place});
    } else if (Block division{Division{"div", language_of(node), turning_direction_of(node), std::move(id), {}, own_classes ? "" : classes},
                              place};
               says_something(division)) {
        add_plain_element(node, name, place, std::get<Division>(division.kind).blocks);
        result.push_back(std::move(division));
    } else {
        add_plain_element(node, name, place, result);
    }
}

std::string HtmlTree::turning_direction_of(const GumboNode& node) const {
    std::string direction = direction_of(node);
    return direction == (is_right_to_left(reader_.language) ? "rtl" : "ltr") ? std::string() : direction;
}

bool HtmlTree::says_something(const Block& division) {
    const auto& kind = std::get<Division>(division.kind);
    return !kind.language.empty() || !kind.direction.empty() || !kind.id.empty() || !kind.classes.empty();
}

void HtmlTree::add_plain_element(const GumboNode& node, std::string_view name, Place place, Blocks& result) {
    if (name == "p") {
        add_paragraph(node, place, result);
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
        add_strange_block(node, name, result);
    }
}

std::string HtmlTree::preformatted(const GumboNode& node) const {
    std::string text;
    each_child(node, [&](const GumboNode& child) {
        if (std::size_t index = 0; slot(child, index) != nullptr) {
            text += index < slots_.blocks.size() ? "\n" + plain_text({slots_.blocks[index]}) + "\n" : "";
            text += index < slots_.inlines.size() ? plain_text({slots_.inlines[index]}) : "";
        }
        if (is_element(child)) {
            text += preformatted(child);
        } else if (child.type != GUMBO_NODE_COMMENT) {
            text += child.v.text.text;
        }
    });
    return text;
}

void HtmlTree::add_strange_block(const GumboNode& node, std::string_view name, Blocks& result) {
    bool not_bold = name == "b" && is_not_bold(node);
    if (!is_unwrapped_silently(name) && !is_one_of(styled, name) && !not_bold) {
        report_.removed(node, name);
    }
    Inlines address;
    if (is_embedded(name)) {
        add_address(node, address);
        flush(result, address);
    }
    Blocks inside = blocks(node);
    std::move(inside.begin(), inside.end(), std::back_inserter(result));
}

void HtmlTree::add_paragraph(const GumboNode& node, Place place, Blocks& result) {
    Blocks inside = blocks(node);  // a block among the text ends the paragraph, as in HTML
    if (!inside.empty()) {
        inside.front().place = place;
    }
    std::string classes = kept_classes(attribute(node, "class"));
    for (Block& block : inside) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.kind)) {
            paragraph->classes = classes;
        }
    }
    std::move(inside.begin(), inside.end(), std::back_inserter(result));
}

Inlines inlines_of_html(ProseReader& reader, const HtmlText& text, Slots slots) {
    return HtmlTree(reader, text, std::move(slots)).inlines(*Parsed(text.html).output->root);
}

Blocks blocks_of_html(ProseReader& reader, const HtmlText& text, Slots slots) {
    return HtmlTree(reader, text, std::move(slots)).blocks(*Parsed(text.html).output->root);
}

}  // namespace hornbook
