#include "formats/gift/signs.h"

#include <algorithm>

#include "base/text.h"
#include "formats/wildcards.h"

namespace hornbook {

bool is_gift_escape(std::string_view text, std::size_t at) {
    return text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == 'n' || gift_signs.find(text[at + 1]) != std::string_view::npos);
}

std::string gift_escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        bool sign = gift_signs.find(c) != std::string_view::npos;
        result += c == '\n' ? "\\n" : sign ? std::string("\\") + c : std::string(1, c);
    }
    return result;
}

std::string gift_unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_gift_escape(text, at)) {
            ++at;
            result += text[at] == 'n' ? ' ' : text[at];
        } else {
            result += text[at];
        }
    }
    return result;
}

std::string gift_mark_of(GiftFormat format) {
    const auto* row = std::find_if(gift_formats.begin(), gift_formats.end(), [&](const GiftFormatName& f) { return f.format == format; });
    return "[" + std::string(row->name) + "]";
}

bool begins_with_gift_format(std::string_view text) {
    std::string folded = fold_case(text.substr(0, 20));
    return std::any_of(gift_formats.begin(), gift_formats.end(),
                       [&](const GiftFormatName& f) { return folded.starts_with(gift_mark_of(f.format)); });
}

bool is_html(std::string_view html) {
    return html.find_first_of("<&") != std::string_view::npos;
}

std::string gift_piece(std::string_view html, GiftFormat usual) {
    bool needs_html = is_html(html) && usual == GiftFormat::moodle;
    bool would_be_read = begins_with_gift_format(html) || html.starts_with('%');  // as a format, or as a weight
    std::string mark = needs_html ? gift_mark_of(GiftFormat::html) : would_be_read ? gift_mark_of(usual) : "";
    return mark + gift_escaped(html);
}

std::string gift_words(std::string_view words) {
    std::string mark = begins_with_gift_format(words) || words.starts_with('%') ? gift_mark_of(GiftFormat::plain) : "";
    return mark + gift_escaped(escape_wildcards(words));
}

std::string gift_comment(std::string_view comment) {
    std::string result;
    for (char c : collapse_spaces(comment)) {
        result += c == '[' ? '(' : c == ']' ? ')' : c;  // `[id:…]` and `[tag:…]`
    }
    return "// " + result + "\n";
}

}  // namespace hornbook
