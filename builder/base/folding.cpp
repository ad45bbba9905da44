#include "base/folding.h"

#include <algorithm>
#include <unordered_map>

#include "base/ascii.h"
#include "base/grading_data.h"
#include "base/text.h"

namespace hornbook {
namespace {

bool is_between(char32_t low, char32_t c, char32_t high) {
    return low <= c && c <= high;
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

template <class Act>
void for_each_sign(std::string_view name, const Act& act) {
    for (const SignRow& row : sign_rows()) {
        for (const SignRange& range : row.name == name ? row.signs : std::span<const SignRange>()) {
            for (char32_t c = range.first; c <= range.last; ++c) {
                act(c, row.text);
            }
        }
    }
}

// A plain sign of ASCII for each sign, or a mark for one that is dropped.
using PlainSigns = std::unordered_map<char32_t, char32_t>;
constexpr char32_t nothing = 0xFFFFFFFF;

// The plain sign of every sign that has one whatever stands around it.
const PlainSigns& plain_signs() {
    static const PlainSigns all = [] {
        PlainSigns map;
        for_each_sign("alike", [&](char32_t c, std::string_view text) { map[c] = static_cast<char32_t>(text.front()); });
        for_each_sign("spaces", [&](char32_t c, auto) { map[c] = U' '; });
        for_each_sign("dropped", [&](char32_t c, auto) { map[c] = nothing; });
        for_each_sign("zeros", [&](char32_t zero, auto) {
            for (char32_t digit = 0; digit <= 9; ++digit) {
                map[zero + digit] = U'0' + digit;
            }
        });
        char32_t narrow = U'!';
        for_each_sign("full_width", [&](char32_t c, auto) {
            auto alike = map.find(narrow);
            map[c] = alike != map.end() ? alike->second : narrow;
            ++narrow;
        });
        return map;
    }();
    return all;
}

// The text that each sign of a class is replaced by.
using Texts = std::unordered_map<char32_t, std::u32string>;

Texts texts_by_sign(std::string_view name) {
    Texts map;
    for_each_sign(name, [&](char32_t c, std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            map[c] += next_code_point(text, at);
        }
    });
    return map;
}

// Scripts and fractions as one types them: x² is x^2, 3½ is 3 1/2.
std::u32string typed(const std::u32string& text) {
    static const Texts raised = texts_by_sign("raised");
    static const Texts fractions = texts_by_sign("fractions");
    std::u32string result;
    bool was_raised = false;
    for (char32_t c : text) {
        auto sign = raised.find(c);
        auto fraction = fractions.find(c);
        if (sign != raised.end()) {
            result += was_raised ? U"" : U"^";
            result += sign->second;
        } else if (fraction != fractions.end()) {
            result += !result.empty() && is_between(U'0', result.back(), U'9') ? U" " : U"";
            result += fraction->second;
        } else {
            result += c;
        }
        was_raised = sign != raised.end();
    }
    return result;
}

// "Ca^2+" is written Ca2+ as often.
std::u32string with_charges(const std::u32string& text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t sign = at + 1;
        for (; text[at] == U'^' && sign < text.size() && is_between(U'0', text[sign], U'9'); ++sign) {
        }
        bool has_sign = text[at] == U'^' && sign < text.size() && (text[sign] == U'+' || text[sign] == U'-');
        bool is_charge = has_sign && (sign + 1 == text.size() || is_one_of(text[sign + 1], U" )"));
        result += is_charge ? U"" : std::u32string(1, text[at]);
    }
    return result;
}

// The text without spaces beside signs of arithmetic: a + b is a+b, 5 % is 5%.
std::u32string without_room_at_signs(const std::u32string& text) {
    static const std::span<const SignRange> signs = signs_of("close_to_both");
    static const std::span<const SignRange> behind_numbers = signs_of("close_to_the_left");
    std::u32string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool is_inside = text[at] == U' ' && at > 0 && at + 1 < text.size();
        bool is_room =
            is_inside && (is_among(signs, text[at - 1]) || is_among(signs, text[at + 1]) || is_among(behind_numbers, text[at + 1]));
        result += is_room ? U"" : std::u32string(1, text[at]);
    }
    return result;
}

// The text with `x` for every sign of multiplication between numbers or brackets: 2 × 3 is 2x3.
std::u32string with_products(const std::u32string& text) {
    static const std::span<const SignRange> signs = signs_of("times");
    std::u32string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        std::size_t next = at + (at + 1 < text.size() && text[at + 1] == U' ' ? 2 : 1);
        std::size_t end = result.size() - (result.ends_with(U' ') ? 1 : 0);  // of what comes before, without the space
        bool is_product = is_among(signs, text[at]) && end > 0 && next < text.size() &&
                          (is_between(U'0', result[end - 1], U'9') || result[end - 1] == U')') &&
                          (is_between(U'0', text[next], U'9') || text[next] == U'(');
        if (is_product) {
            result.resize(end);
            result += U'x';
            at = next - 1;
        } else {
            result += text[at];
        }
    }
    return result;
}

std::u32string in_plain_signs(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        auto plain = plain_signs().find(c);
        c = plain != plain_signs().end() ? plain->second : c;
        if (c != nothing) {
            result += c;
        }
    }
    return result;
}

// The text without vowel points; where nothing else would be left, a point is itself the answer and all stay.
std::u32string without_points(const std::u32string& text) {
    static const std::span<const SignRange> points = signs_of("points");
    std::u32string result;
    std::copy_if(text.begin(), text.end(), std::back_inserter(result), [](char32_t c) { return !is_among(points, c); });
    return result.find_first_not_of(U' ') == std::u32string::npos ? text : result;
}

// The text with one space for a run of them, and none at its ends.
std::u32string tidy(const std::u32string& text) {
    std::u32string result;
    for (char32_t c : text) {
        if (c != U' ' || (!result.empty() && result.back() != U' ')) {
            result += c;
        }
    }
    result.resize(result.size() - (result.ends_with(U' ') ? 1 : 0));
    return result;
}

// The text without a full stop at its end; a full stop alone is itself the answer and stays.
std::u32string without_full_stop(const std::u32string& text) {
    static const std::span<const SignRange> stops = signs_of("full_stops");
    bool has_stop = text.size() > 1 && is_among(stops, text.back());
    return has_stop ? tidy(text.substr(0, text.size() - 1)) : text;
}

// The text without quotation marks or apostrophes around the whole, where it has no others of their kind within.
std::u32string without_quotes(const std::u32string& text) {
    bool has_quotes = text.size() > 2 && is_one_of(text.front(), U"\"'") && text.find(text.front(), 1) == text.size() - 1;
    std::u32string inside = has_quotes ? tidy(text.substr(1, text.size() - 2)) : U"";
    return inside.empty() ? text : without_full_stop(inside);
}

std::string_view own_letter(std::span<const SignRow> letters, char32_t c) {
    auto row = std::find_if(letters.begin(), letters.end(), [&](const SignRow& each) { return is_among(each.signs, c); });
    return row != letters.end() ? row->text : std::string_view();
}

std::string lower_case(const std::u32string& text, std::string_view language) {
    static const std::vector<SignRow> common = [] {
        std::vector<SignRow> rows;
        std::copy_if(sign_rows().begin(), sign_rows().end(), std::back_inserter(rows),
                     [](const SignRow& row) { return row.name == "letters"; });
        return rows;
    }();
    bool is_dotted = of_language(language, &LanguageRow::dotted_i);
    std::span<const SignRow> own = letters_of(language);
    std::string result;
    for (char32_t c : text) {
        if (c == U'\u0130' || (c == U'\u0131' && !is_dotted)) {
            c = U'i';
        } else if (c == U'I' && is_dotted) {
            c = U'\u0131';
        } else {
            c = to_lower(c);
        }
        std::string_view letters = own_letter(common, c);
        letters = letters.empty() ? own_letter(own, c) : letters;
        letters.empty() ? append_utf8(result, c) : void(result += letters);
    }
    return result;
}

// Whether no sign of the text is changed but capitals and runs of spaces: most answers are such.
bool is_plain(std::string_view text, std::string_view language) {
    constexpr std::string_view never = "`^*";
    constexpr std::string_view never_beside_spaces = "+-/<=>%";
    constexpr std::string_view never_at_an_end = ".'\"";
    bool digits = false;  // or brackets, between which an x is a sign
    bool times = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        bool beside_space = (at > 0 && text[at - 1] == ' ') || (at + 1 < text.size() && text[at + 1] == ' ');
        if (c < 0x20 || c > 0x7E || never.find(c) != std::string_view::npos ||
            (beside_space && never_beside_spaces.find(c) != std::string_view::npos)) {
            return false;
        }
        digits = digits || is_ascii_digit(c) || c == '(' || c == ')';
        times = times || c == 'x' || c == 'X';
    }
    std::string_view inside = trim(text);
    bool has_end = !inside.empty() && (never_at_an_end.find(inside.front()) != std::string_view::npos ||
                                       never_at_an_end.find(inside.back()) != std::string_view::npos);
    std::span<const SignRow> own = letters_of(language);
    bool has_own = std::any_of(own.begin(), own.end(), [](const SignRow& row) {
        return std::any_of(row.signs.begin(), row.signs.end(), [](const SignRange& range) { return range.first < 0x80; });
    });
    return !has_end && !(digits && times) && !has_own && !of_language(language, &LanguageRow::dotted_i);
}

std::string folded_plain(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (char c : trim(text)) {
        if (c != ' ' || result.back() != ' ') {
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return result;
}

}  // namespace

std::string fold_answer(std::string_view text, std::string_view language) {
    if (is_plain(text, language)) {
        return folded_plain(text);
    }
    std::u32string signs = tidy(typed(without_points(in_plain_signs(normalise(text)))));
    std::u32string arithmetic = with_products(without_room_at_signs(with_charges(signs)));
    return lower_case(without_quotes(without_full_stop(arithmetic)), language);
}

}  // namespace hornbook
