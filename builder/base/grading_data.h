// Grading data: what the rule of grading (plugin/grading/README.md) has as data, the same for this program, the book's script and
// KOReader's plugin. builder/base/grading_data.cmake makes these tables of plugin/grading/*.json.
#pragma once

#include <span>
#include <string_view>

namespace hornbook {

struct SignRange {
    char32_t first;
    char32_t last;
};

// Signs of a class; of "alike" and others like it, those that stand for one text.
struct SignRow {
    std::string_view name;  // "points"
    std::string_view text;  // "'"; empty: the class has none
    std::span<const SignRange> signs;
};

struct LanguageRow {
    std::string_view tag;   // in lower case: "de-ch"
    char decimal_mark = 0;  // 0: not said, here as below
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

// Of language and region, "zh-tw" for "zh-Hant-TW", or of the language alone; null: none is there.
struct LanguageRows {
    const LanguageRow* with_region = nullptr;
    const LanguageRow* alone = nullptr;
};
LanguageRows rows_of(std::string_view language);

// What a language has as its own, with its region before it alone.
template <class T>
T of_language(std::string_view language, T LanguageRow::*member, T otherwise = {}) {
    LanguageRows rows = rows_of(language);
    return rows.with_region != nullptr && rows.with_region->*member != T{} ? rows.with_region->*member
           : rows.alone != nullptr && rows.alone->*member != T{}           ? rows.alone->*member
                                                                           : otherwise;
}

std::span<const SignRow> letters_of(std::string_view language);  // which it takes for others

}  // namespace hornbook
