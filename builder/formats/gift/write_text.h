// Text of GIFT: its signs escaped, and a mark of its format where it would be read as another.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// Text without a mark is words and inline HTML; what stands in braces has the format of its question.
enum class GiftTextFormat { moodle, html };

std::string gift_escaped(std::string_view text);
bool begins_with_format(std::string_view text);  // or would be read so
bool is_html(std::string_view html);             // and not the same as words
std::string gift_piece(std::string_view html, GiftTextFormat usual);
std::string gift_words(std::string_view words);      // of an answer that pupils write: HTML in no format
std::string gift_comment(std::string_view comment);  // a line in which nothing but words is read

}  // namespace hornbook
