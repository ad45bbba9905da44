// Text: UTF-8 strings as people see them: characters, widths, case, words, slugs.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

bool is_valid_utf8(std::string_view text);
std::size_t first_invalid_utf8(std::string_view text);  // npos when it is all valid
// Decodes the code point at `at` and moves `at` past it. The text must be valid UTF-8.
char32_t next_code_point(std::string_view text, std::size_t& at);
void append_utf8(std::string& text, char32_t code_point);
bool is_utf16(std::string_view bytes);           // by its byte order mark
std::string from_utf16(std::string_view bytes);  // lone surrogates become `?`

std::size_t count_code_points(std::string_view text);
std::size_t display_width(std::string_view text);  // columns on a terminal; wide characters count 2, combining marks 0

bool is_letter(char32_t c);  // Unicode category L* or M*
bool is_digit(char32_t c);   // category Nd
bool is_upper(char32_t c);
char32_t to_lower(char32_t c);        // one character for one, for matching in place
char32_t to_title(char32_t c);        // for the first letter of a word
bool is_space(char32_t c);            // white space, no-break space included
bool is_punctuation(char32_t c);      // categories P* and S*
bool is_unspaced_script(char32_t c);  // scripts written without spaces: Han, kana, Thai, Lao, Khmer, Burmese, Tibetan

std::string normalise(std::string_view text);        // NFC
std::string fold_case(std::string_view text);        // NFC and full case folding, for comparing
std::string without_accents(std::string_view text);  // combining marks dropped
std::string_view trim(std::string_view text);        // ASCII white space at both ends
std::string collapse_spaces(std::string_view text);  // runs of white space become one space; trimmed

// The id that GitHub gives a heading: lower case; letters, digits, - and _ kept, spaces made -, the rest dropped.
std::string slug(std::string_view text);
// A slug that is always [a-z][a-z0-9-]*: accents dropped, other scripts replaced by a short hash; never empty.
// One of more than a hundred letters is cut and ends with a hash too.
// Where it would begin with a digit, `prefix_if_needed` comes first; with an empty prefix it may begin with a digit.
std::string ascii_slug(std::string_view text, std::string_view prefix_if_needed = "s");

std::vector<std::string_view> split(std::string_view text, char separator);
template <std::same_as<std::string> Temporary>
std::vector<std::string_view> split(Temporary&& text, char separator) = delete;  // its parts would be views into a text that is destroyed
std::string join(const std::vector<std::string>& parts, std::string_view separator);
std::string percent_decoded(std::string_view text);  // RFC 3986, section 2.1; a stray % stays
bool starts_with_ascii_case(std::string_view text, std::string_view lower_prefix);

// The candidate with the fewest edits from `word` (a swap of neighbours is one edit); empty where none is near enough to be meant.
std::string_view nearest(std::string_view word, const std::vector<std::string_view>& candidates);

}  // namespace hornbook
