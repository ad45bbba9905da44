#include "reading/html/node.h"

#include <algorithm>
#include <charconv>

#include "base/language_tag.h"
#include "base/name_list.h"
#include "base/text.h"
#include "reading/classes.h"
#include "reading/html/tree.h"
#include "reading/picture_width.h"

namespace hornbook {
namespace {

// The id with hyphens for signs of other programs, `bookmark=id.x` and `fig:bees`; links find it by its letters and digits.
std::string with_usable_signs(std::string_view id) {
    std::string result(id);
    std::replace_if(
        result.begin(), result.end(), [](char c) { return c == '=' || c == ':' || c == '/'; }, '-');
    return result;
}

struct Renamed {
    std::string_view old;
    std::string_view name;
};
constexpr std::array<Renamed, 5> renamed = {{{"tt", "code"}, {"strike", "s"}, {"acronym", "abbr"}, {"dir", "ul"}, {"menu", "ul"}}};

std::string_view todays_name(std::string_view name) {
    auto row = std::find_if(renamed.begin(), renamed.end(), [&](const Renamed& r) { return r.old == name; });
    return row != renamed.end() ? row->name : name;
}

}  // namespace

std::string_view element_name(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (element.tag != GUMBO_TAG_UNKNOWN) {
        return todays_name(gumbo_normalized_tagname(element.tag));
    }
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    std::string_view name(piece.data, piece.length);
    for (std::string_view real : swallow_markup) {  // see there: the last letter was changed
        if (name.ends_with('-') && real.size() == name.size() && starts_with_ascii_case(name, real.substr(0, real.size() - 1))) {
            return real;
        }
    }
    return name;
}

std::string_view attribute(const GumboNode& node, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found != nullptr ? found->value : "";
}

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

int span_of(const GumboNode& node, const char* name) {
    std::string_view text = attribute(node, name);
    int value = 1;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return std::clamp(value, 1, 100);
}

std::optional<int> value_of(const GumboNode& node) {
    std::string_view text = attribute(node, "value");
    int value = 0;
    bool number = std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc();
    return number ? std::optional(value) : std::nullopt;
}

Image image_of(const GumboNode& node) {
    Image image;
    image.destination = attribute(node, "src");
    image.title = attribute(node, "title");
    image.alt = collapse_spaces(attribute(node, "alt"));
    const GumboAttribute* alt = gumbo_get_attribute(&node.v.element.attributes, "alt");
    image.decorative = image.title == "decorative" || (alt != nullptr && *alt->value == '\0');  // HTML, 4.8.4.4.4
    image.id = id_of(node);
    image.classes = kept_classes(attribute(node, "class"));
    take_width(image, attribute(node, "width"));
    take_height(image, attribute(node, "height"));
    return image;
}

std::string language_of(const GumboNode& node) {
    std::string_view language = attribute(node, "lang");
    return is_language_tag(language) ? std::string(language) : meant_language(language);
}

std::string direction_of(const GumboNode& node) {
    std::string direction = fold_case(attribute(node, "dir"));
    return direction == "ltr" || direction == "rtl" || direction == "auto" ? direction : std::string();
}

void add_text(const GumboNode& node, const Place& place, Inlines& result) {
    std::string_view text = node.v.text.text;
    for (std::size_t at = 0; at <= text.size();) {
        std::size_t end = std::min(text.find('\n', at), text.size());
        if (end > at) {
            result.push_back({Text{std::string(text.substr(at, end - at))}, place});
        }
        if (end < text.size()) {
            result.push_back({SoftBreak{}, {}});
        }
        at = end + 1;
    }
}

void append_apart(Inlines& result, Inlines more) {
    if (!result.empty() && !more.empty()) {
        result.push_back({SoftBreak{}, {}});
    }
    std::move(more.begin(), more.end(), std::back_inserter(result));
}

bool is_block_name(std::string_view name) {
    return is_one_of(divisions, name) || is_one_of(other_blocks, name) || is_one_of(inner_blocks, name);
}

bool is_not_bold(const GumboNode& node) {
    std::string style = fold_case(attribute(node, "style"));
    std::erase(style, ' ');
    style.insert(0, 1, ';');  // Word's `mso-bidi-font-weight:normal` is another thing
    return style.find(";font-weight:normal") != std::string::npos || style.find(";font-weight:400") != std::string::npos;
}

std::string address_of(const GumboNode& node) {
    std::string address(trim(attribute(node, attribute(node, "src").empty() ? "data" : "src")));
    address.insert(0, address.starts_with("//") ? "https:" : "");
    return starts_with_ascii_case(address, "https://") || starts_with_ascii_case(address, "http://") ? address : std::string();
}

std::string anchor_of(const GumboNode& node) {
    std::string_view id = attribute(node, "id");
    return with_usable_signs(id.empty() ? attribute(node, "name") : id);
}

std::string id_of(const GumboNode& node) {
    return with_usable_signs(attribute(node, "id"));
}

bool is_office_comment(const GumboNode& node) {
    return starts_with_ascii_case(attribute(node, "class"), "msocom");
}

bool is_only_space(const Inlines& run) {
    return std::all_of(run.begin(), run.end(), [](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && trim(text->text).empty());
    });
}

}  // namespace hornbook
