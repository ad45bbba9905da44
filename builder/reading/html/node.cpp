#include "reading/html/node.h"

#include <algorithm>
#include <charconv>

#include "base/language_tag.h"
#include "base/text.h"
#include "reading/html/tree.h"

namespace hornbook {

std::string_view name_of(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    if (element.tag != GUMBO_TAG_UNKNOWN) {
        return gumbo_normalized_tagname(element.tag);
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

Image image_of(const GumboNode& node) {
    Image image;
    image.destination = attribute(node, "src");
    image.title = attribute(node, "title");
    image.alt = collapse_spaces(attribute(node, "alt"));
    image.decorative = image.title == "decorative";
    return image;
}

std::string language_of(const GumboNode& node) {
    std::string_view language = attribute(node, "lang");
    return is_language_tag(language) ? std::string(language) : std::string();
}

std::string direction_of(const GumboNode& node) {
    std::string direction = fold_case(attribute(node, "dir"));
    return direction == "ltr" || direction == "rtl" || direction == "auto" ? direction : std::string();
}

std::string preformatted(const GumboNode& node) {
    std::string text;
    each_child(node, [&](const GumboNode& child) {
        if (is_element(child)) {
            text += preformatted(child);
        } else if (child.type != GUMBO_NODE_COMMENT) {
            text += child.v.text.text;
        }
    });
    return text;
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

std::string anchor_of(const GumboNode& node) {
    std::string_view id = attribute(node, "id");
    return std::string(id.empty() ? attribute(node, "name") : id);
}

bool is_only_space(const Inlines& run) {
    return std::all_of(run.begin(), run.end(), [](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && trim(text->text).empty());
    });
}

}  // namespace hornbook
