#include "formats/gift/write_text.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/question_bank.h"

namespace hornbook {
namespace {

constexpr auto format_marks = std::to_array<std::string_view>({"[html]", "[markdown]", "[plain]", "[moodle]"});

}  // namespace

bool begins_with_format(std::string_view text) {
    std::string folded = fold_case(text.substr(0, 20));
    return std::any_of(format_marks.begin(), format_marks.end(), [&](std::string_view mark) { return folded.starts_with(mark); });
}

std::string gift_escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        bool sign = std::string_view("\\~=#{}:").find(c) != std::string_view::npos;
        result += c == '\n' ? "\\n" : sign ? std::string("\\") + c : std::string(1, c);
    }
    return result;
}

bool is_html(std::string_view html) {
    return html.find_first_of("<&") != std::string_view::npos;
}

std::string gift_piece(std::string_view html, GiftTextFormat usual) {
    bool needs_html = is_html(html) && usual == GiftTextFormat::moodle;
    bool would_be_read = begins_with_format(html) || html.starts_with('%');  // as a format, or as a weight
    std::string mark = needs_html ? "[html]" : !would_be_read ? "" : usual == GiftTextFormat::html ? "[html]" : "[moodle]";
    return mark + gift_escaped(html);
}

std::string gift_words(std::string_view words) {
    std::string mark = begins_with_format(words) || words.starts_with('%') ? "[plain]" : "";
    return mark + gift_escaped(without_wildcards(words));
}

std::string gift_comment(std::string_view comment) {
    std::string result;
    for (char c : collapse_spaces(comment)) {
        result += c == '[' ? '(' : c == ']' ? ')' : c;  // `[id:…]` and `[tag:…]`
    }
    return "// " + result + "\n";
}

}  // namespace hornbook
