#include "reading/forms/attributes.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/name_list.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_attributes = 2000;  // bytes of one block

// Attributes of HTML without a value, which may follow one with a value: `{target="_blank" download}`.
constexpr std::array<std::string_view, 9> words_of_html = {"download", "hidden", "controls", "autoplay", "loop",
                                                           "muted",    "ping",   "async",    "inert"};

bool is_name_character(char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':' || c == '.' ||
           (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::size_t name_size(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_name_character) - text.begin());
}

// Takes the value behind `=`, in quotation marks or up to the next space, from `text`; none where its quotation never ends.
std::optional<std::string> take_value(std::string_view& text) {
    char quote = text.empty() ? '\0' : text[0];
    if (quote == '"' || quote == '\'') {
        std::string value;
        for (std::size_t at = 1; at < text.size(); ++at) {
            if (text[at] == quote) {
                text.remove_prefix(at + 1);
                return value;
            }
            at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
            value += text[at];
        }
        return std::nullopt;
    }
    std::string value(text.substr(0, text.find_first_of(" \t}")));
    text.remove_prefix(value.size());
    return value.find_first_of("\"'`<>") == std::string::npos ? std::optional(value) : std::nullopt;
}

// Takes one part of a block from `text`; returns false where there is none.
bool take_part(std::string_view& text, bool kramdown, Attributes& attributes) {
    char first = text[0];
    if (first == '#' || first == '.') {
        std::size_t size = name_size(text.substr(1));
        if (first == '#' && text.substr(1 + size).starts_with('=')) {  // `{#heading=h.abc}`, of Google's documents
            size += 1 + name_size(text.substr(2 + size));
        }
        std::string name(text.substr(1, size));
        text.remove_prefix(size + 1);
        (first == '#' ? attributes.id : attributes.classes.emplace_back()) = name;
        return size > 0;
    }
    if (first == '-' && (text.size() == 1 || text[1] == ' ' || text[1] == '}')) {
        attributes.classes.emplace_back("unnumbered");
        text.remove_prefix(1);
        return true;
    }
    if (first == '=') {  // `{=html}`, of code that only one output takes
        std::size_t size = name_size(text.substr(1));
        attributes.values.emplace_back("=", text.substr(1, size));
        text.remove_prefix(size + 1);
        return size > 0;
    }
    std::size_t size = is_ascii_letter(first) ? name_size(text) : 0;
    std::string name(text.substr(0, size));
    text.remove_prefix(size);
    if (size > 0 && text.starts_with('=')) {
        text.remove_prefix(1);
        std::optional<std::string> value = take_value(text);
        attributes.values.emplace_back(std::move(name), value.value_or(""));
        return value.has_value();
    }
    if (!kramdown && is_one_of(words_of_html, name) && !attributes.values.empty()) {
        attributes.values.emplace_back(std::move(name), "");
        return true;
    }
    attributes.classes.push_back(std::move(name));
    return size > 0 && kramdown;
}

std::string_view without_spaces(std::string_view text) {
    return text.substr(std::min(text.find_first_not_of(" \t\n"), text.size()));
}

// The text behind the attribute block; none where the text does not begin with one.
std::optional<std::string_view> take_block(std::string_view text, Attributes& attributes) {
    if (!text.starts_with('{')) {
        return std::nullopt;
    }
    text = text.substr(1, longest_attributes);
    bool kramdown = text.starts_with(':');
    text = without_spaces(text.substr(kramdown ? 1 : 0));
    bool says_something = false;
    while (!text.empty() && text[0] != '}') {
        if (!take_part(text, kramdown, attributes)) {
            return std::nullopt;
        }
        says_something = true;
        if (!text.empty() && std::string_view(" \t\n}.#").find(text[0]) == std::string_view::npos) {
            return std::nullopt;
        }
        text = without_spaces(text);
    }
    return text.empty() || !says_something ? std::nullopt : std::optional(text.substr(1));
}

}  // namespace

std::string_view Attributes::value(std::string_view name) const {
    auto found = std::find_if(values.begin(), values.end(), [&](const auto& row) { return row.first == name; });
    return found == values.end() ? std::string_view() : std::string_view(found->second);
}

std::string Attributes::take(std::string_view name) {
    std::string taken(value(name));
    std::erase_if(values, [&](const auto& row) { return row.first == name; });
    return taken;
}

std::size_t attributes_size(std::string_view text) {
    Attributes attributes;
    std::optional<std::string_view> rest = take_block(text, attributes);
    return rest ? static_cast<std::size_t>(rest->data() - text.data()) : 0;
}

std::optional<Attributes> attributes_from(std::string_view text) {
    Attributes attributes;
    std::optional<std::string_view> rest = take_block(text, attributes);
    return rest && rest->empty() ? std::optional(std::move(attributes)) : std::nullopt;
}

std::string usable_id(std::string_view id) {
    std::string result;
    for (char c : id) {
        bool other = c == '=' || c == '.' || c == ':' || c == '/';
        result += other ? '-' : c;
    }
    return is_id(result) ? result : std::string();
}

bool is_id(std::string_view id) {
    return !id.empty() && is_ascii_letter(id.front()) &&
           std::all_of(id.begin(), id.end(), [](char c) { return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

}  // namespace hornbook
