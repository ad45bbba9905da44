// Grading data: tables of the rule of grading (plugin/grading/README.md), the same for this program, the book's script and
// KOReader's plugin. builder/base/grading_data.cmake makes these tables of plugin/grading/*.json.
#pragma once

#include <span>
#include <string_view>

namespace hornbook {

struct SignRange {
    char32_t first;
    char32_t last;
};

// The signs of a class, such as "points"; in classes such as "alike", the signs that all stand for one text.
struct SignRow {
    std::string_view name;  // "points"
    std::string_view text;  // "'"; empty: the class has none
    std::span<const SignRange> signs;
};

struct LanguageRow {
    std::string_view tag;   // in lower case: "de-ch"
    char decimal_mark = 0;  // 0 where the row does not say; so below
    bool groups_of_two = false;
    bool right_to_left = false;
    bool dotted_i = false;
    bool sharp_s = false;
    bool full_width = false;
    char32_t zero = 0;
    std::span<const SignRow> letters = {};
};

std::span<const SignRow> sign_rows();
std::span<const LanguageRow> language_rows();
std::span<const std::string_view> right_to_left_scripts();  // in lower case: "arab"

std::span<const SignRange> signs_of(std::string_view name);
bool is_among(std::span<const SignRange> signs, char32_t c);

// The rows for language and region ("zh-tw" for "zh-Hant-TW") and for the language alone; null where there is none.
struct LanguageRows {
    const LanguageRow* with_region = nullptr;
    const LanguageRow* alone = nullptr;
};
LanguageRows rows_of(std::string_view language);

// The value that a row gives for a member: the row with the region decides before that of the language alone.
template <class T>
T of_language(std::string_view language, T LanguageRow::*member, T otherwise = {}) {
    LanguageRows rows = rows_of(language);
    return rows.with_region != nullptr && rows.with_region->*member != T{} ? rows.with_region->*member
           : rows.alone != nullptr && rows.alone->*member != T{}           ? rows.alone->*member
                                                                           : otherwise;
}

std::span<const SignRow> letters_of(std::string_view language);  // letters that the language takes for others

}  // namespace hornbook
