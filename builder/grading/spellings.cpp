#include "grading/spellings.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>

#include "base/decimal.h"
#include "base/folding.h"
#include "base/grading_data.h"
#include "base/number_style.h"
#include "base/text.h"
#include "base/written_number.h"
#include "model/answer_kind.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

using Letters = std::u32string;

Letters letters_in(std::string_view text) {
    Letters letters;
    for (std::size_t at = 0; at < text.size();) {
        letters += next_code_point(text, at);
    }
    return letters;
}

std::string text_of(const Letters& letters) {
    std::string text;
    for (char32_t c : letters) {
        append_utf8(text, c);
    }
    return text;
}

bool is_between(char32_t low, char32_t c, char32_t high) {
    return low <= c && c <= high;
}

bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

// A sign as folding writes it; signs that fold to the same are interchangeable.
std::string folded_sign(char32_t c) {
    return fold_answer("x" + text_of({c}) + "x", "");
}

bool folds_to(char32_t c, std::string_view plain) {
    return c > 0x7F ? folded_sign(c) == "x" + std::string(plain) + "x" : plain.size() == 1 && c == static_cast<char32_t>(plain[0]);
}

// Replaces every letter of a kind at once, since people do not mix their signs.
template <class Is>
Letters replaced(const Letters& letters, const Is& is, char32_t by) {
    Letters result = letters;
    std::replace_if(result.begin(), result.end(), is, by);
    return result;
}

Letters replaced(const Letters& letters, char32_t sign, std::u32string_view by) {
    Letters result;
    for (char32_t c : letters) {
        result += c == sign ? Letters(by) : Letters(1, c);
    }
    return result;
}

// The letters with curly quotation marks: each opens after a space or at the beginning, and closes elsewhere.
Letters curly(const Letters& letters) {
    Letters result;
    for (char32_t c : letters) {
        bool opens = result.empty() || is_space(result.back()) || is_one_of(result.back(), U"([-");
        result += folds_to(c, "\"") ? (opens ? U'\u201C' : U'\u201D') : c;
    }
    return result;
}

Letters with_digits(const Letters& letters, char32_t zero) {
    Letters result = letters;
    for (char32_t& c : result) {
        c = is_between('0', c, '9') ? zero + (c - '0') : c;
    }
    return result;
}

Letters full_width(const Letters& letters) {
    Letters result = letters;
    for (char32_t& c : result) {
        c = is_between('!', c, '~') ? c + 0xFEE0 : c;
    }
    return result;
}

// The letters with ASCII for full-width letters and digits of other scripts; case is kept.
Letters plain_width(const Letters& letters) {
    Letters result = letters;
    for (char32_t& c : result) {
        std::string folded = c > 0x7F ? folded_sign(c) : "";
        bool is_digit_sign = folded.size() == 3 && is_between('0', static_cast<unsigned char>(folded[1]), '9');
        c = is_between(0xFF01, c, 0xFF5E) ? c - 0xFEE0 : is_digit_sign ? static_cast<char32_t>(folded[1]) : c;
    }
    return result;
}

class Spellings {
public:
    explicit Spellings(std::string_view language) : language_(language) {}

    // The spellings of a text: only those that fold to the same.
    std::vector<std::string> of(std::string_view text) {
        folded_ = fold_answer(text, language_);
        add(letters_in(collapse_spaces(normalise(text))));
        vary([&](const Letters& way) {
            add(replaced(
                way, [](char32_t c) { return folds_to(c, "'"); }, '\''));
            add(replaced(
                way, [](char32_t c) { return folds_to(c, "'"); }, U'\u2019'));
        });
        vary([&](const Letters& way) {
            add(replaced(
                way, [](char32_t c) { return folds_to(c, "\""); }, '"'));
            add(curly(way));
        });
        vary([&](const Letters& way) {
            add(replaced(
                way, [](char32_t c) { return folds_to(c, "-"); }, '-'));
            add(replaced(
                way, [](char32_t c) { return folds_to(c, "-"); }, U'\u2013'));
        });
        vary([&](const Letters& way) { add_widths(way); });
        vary([&](const Letters& way) { add_letters(way); });
        vary([&](const Letters& way) { add_without_needless(way); });
        add(letters_in(folded_));
        return std::move(all_);
    }

private:
    void add_widths(const Letters& way) {
        add(plain_width(way));
        if (char32_t zero = of_language(language_, &LanguageRow::zero); zero != 0) {
            add(with_digits(plain_width(way), zero));
        }
        if (of_language(language_, &LanguageRow::full_width)) {
            add(full_width(way));
        }
    }

    void add_letters(const Letters& way) {
        if (of_language(language_, &LanguageRow::sharp_s) || way.find(U'\u00DF') != Letters::npos) {
            add(replaced(way, U'\u00DF', U"ss"));
            add(with_sharp_s(way));
        }
        for (const SignRow& row : letters_of(language_)) {
            add_with_own(way, letters_in(row.text).front(), row.signs.front().first);
        }
        if (of_language(language_, &LanguageRow::dotted_i)) {
            add(replaced(replaced(way, U'\u0131', U"I"), U'i', U"\u0130"));
            add(replaced(replaced(way, U'I', U"\u0131"), U'\u0130', U"i"));
        } else {
            add(replaced(replaced(way, U'\u0130', U"I"), U'\u0131', U"i"));
        }
        add(replaced(way, U'\u03C2', U"\u03C3"));
    }

    static Letters with_sharp_s(const Letters& way) {
        Letters result;
        for (char32_t c : way) {
            bool second = c == 's' && !result.empty() && result.back() == 's';
            second ? void(result.back() = U'\u00DF') : void(result += c);
        }
        return result;
    }

    // Adds spellings with a letter of the language that counts as a plain one, such as ё in Russian: a word has at most one, in any place
    // of a plain one.
    void add_with_own(const Letters& way, char32_t plain, char32_t own) {
        Letters all_plain = replaced(replaced(way, own, Letters(1, plain)), to_title(own), Letters(1, to_title(plain)));
        add(all_plain);
        for (std::size_t i = 0; i < all_plain.size(); ++i) {
            Letters one = all_plain;
            one[i] = one[i] == plain ? own : one[i] == to_title(plain) ? to_title(own) : one[i];
            add(one);
        }
    }

    // Adds spellings without what grading ignores: invisible signs, vowel points, the full stop at the end.
    void add_without_needless(const Letters& way) {
        Letters bare;
        std::copy_if(way.begin(), way.end(), std::back_inserter(bare), [](char32_t c) { return c <= 0x7F || folded_sign(c) != "xx"; });
        add(bare);
        Letters open = bare.empty() ? way : bare;
        open.pop_back();
        add(letters_in(trim(text_of(open))));
    }

    // Adds letters as a spelling, unless one that differs in case only is there, since platforms ignore case.
    void add(const Letters& letters) {
        std::string text = text_of(letters);
        Letters lower = letters;
        std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
        bool known = std::find(lower_.begin(), lower_.end(), lower) != lower_.end();
        if (!known && !text.empty() && all_.size() < most_spellings && fold_answer(text, language_) == folded_) {
            lower_.push_back(lower);
            all_.push_back(std::move(text));
        }
    }

    template <class Add>
    void vary(const Add& add_ways) {
        std::vector<std::string> before = all_;
        for (const std::string& way : before) {
            add_ways(letters_in(way));
        }
    }

    std::string language_;
    std::string folded_;
    std::vector<std::string> all_;
    std::vector<Letters> lower_;
};

// The digits in groups with a sign between them: the last has three digits, those before it `length` each.
std::string grouped(std::string_view digits, std::string_view sign, std::size_t length = 3) {
    constexpr std::size_t last = 3;
    std::string result;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        std::size_t left = digits.size() - i;
        bool begins_group = i > 0 && left >= last && (left - last) % length == 0;
        result += (begins_group ? std::string(sign) : "") + digits[i];
    }
    return result;
}

void add_new(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const std::string& text : more) {
        if (all.size() < most_spellings && std::find(all.begin(), all.end(), text) == all.end()) {
            all.push_back(text);
        }
    }
}

// A value that is equal for answers that are one to the book and earn the same.
auto sameness_of(const Accepted& accepted, std::string_view language) {
    auto [low, high] = accepted.number.value_or(NumberRange{});
    std::string words = accepted.number ? "" : fold_answer(accepted.text, language);
    return std::tuple(accepted.number.has_value(), low, high, std::move(words), accepted.credit.value_or(1));
}

}  // namespace

std::vector<std::string> spellings_of(const Accepted& accepted, std::string_view language) {
    if (accepted.number && accepted.number->low < accepted.number->high) {
        return {collapse_spaces(accepted.text)};
    }
    std::vector<std::string> all = Spellings(language).of(accepted.text);
    if (accepted.number) {
        add_new(all, number_spellings(accepted.number->low, language));
    }
    return all;
}

std::vector<std::string> number_spellings(double number, std::string_view language) {
    std::string digits = exact_decimal(std::abs(number));
    std::size_t point = std::min(digits.find('.'), digits.size());
    std::string whole = digits.substr(0, point);
    NumberStyle style = number_style(language);
    std::string groups = style.decimal_mark == '.' ? "," : ".";
    std::string rest = point < digits.size() ? style.decimal_mark + digits.substr(point + 1) : "";
    std::string sign = number < 0 ? "-" : "";
    std::vector<std::string> all;
    for (const std::string& way :
         {whole, grouped(whole, groups), grouped(whole, groups, style.has_groups_of_two ? 2 : 3), grouped(whole, " ")}) {
        std::string text = sign + way + rest;
        if (number_of(fold_answer(text, language), language) == number) {
            add_new(all, {text});
        }
    }
    return all;
}

void merge_spellings(Question& question, std::string_view language) {
    Fill* fill = blanks_of(question.answer);
    if (fill == nullptr) {
        return;
    }
    for (Blank& blank : fill->blanks) {
        std::vector<Accepted> kept;
        std::map<decltype(sameness_of({}, language)), std::set<std::string>> feedback;  // of those that are kept
        for (Accepted& accepted : blank.accepted) {
            auto [known, is_new] = feedback.try_emplace(sameness_of(accepted, language));
            std::string words = plain_text(accepted.feedback);
            bool says_more = !accepted.feedback.empty() && !known->second.contains(words);
            if (is_new || says_more) {
                known->second.insert(std::move(words));
                kept.push_back(std::move(accepted));
            }
        }
        blank.accepted = std::move(kept);
    }
}

}  // namespace hornbook
