// Signs of GIFT: beginnings of its lines, signs that are escaped in its texts, and the marks of their formats, read and written.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace hornbook {

inline constexpr std::string_view gift_category_mark = "$CATEGORY:";
inline constexpr std::string_view gift_id_mark = "[id:";  // in a comment
inline constexpr std::string_view gift_general_mark = "####";
inline constexpr std::string_view gift_arrow = "->";

// Signs that a backslash escapes; `\n` is the end of a line.
inline constexpr std::string_view gift_signs = "~=#{}:\\";
bool is_gift_escape(std::string_view text, std::size_t at);
std::string gift_escaped(std::string_view text);
std::string gift_unescaped(std::string_view text);  // `\n` becomes a space

// Format of a text. One without a mark has Moodle's own format, of words and inline HTML; answers have the format of their question.
enum class GiftFormat { moodle, html, markdown, plain };
struct GiftFormatName {
    std::string_view name;
    GiftFormat format;
};
inline constexpr std::array<GiftFormatName, 4> gift_formats = {
    {{"html", GiftFormat::html}, {"markdown", GiftFormat::markdown}, {"plain", GiftFormat::plain}, {"moodle", GiftFormat::moodle}}};
std::string gift_mark_of(GiftFormat format);          // "[html]"
bool begins_with_gift_format(std::string_view text);  // or would be read so

// ---- texts as they are written ----

bool is_html(std::string_view html);                              // and not the same as words
std::string gift_piece(std::string_view html, GiftFormat usual);  // usual: moodle or html
std::string gift_words(std::string_view words);                   // of an answer that pupils write: HTML in no format
std::string gift_comment(std::string_view comment);               // a line in which nothing but words is read

}  // namespace hornbook
