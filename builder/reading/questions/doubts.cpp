#include "reading/questions/doubts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "base/decimal.h"
#include "base/entities.h"
#include "base/folding.h"
#include "base/name_list.h"
#include "base/number_style.h"
#include "base/text.h"
#include "base/written_number.h"
#include "model/mistakes.h"
#include "reading/questions/doubt_words.h"
#include "reading/questions/number_text.h"
#include "reading/questions/numbers.h"
#include "reading/questions/units.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_number = 60;  // bytes; what is longer is a sentence

class Doubter : NumberText {
public:
    Doubter(std::string_view text, std::string_view language) : NumberText(text, language) {}

    std::optional<Doubt> first_doubt() const {
        using Look = std::optional<Doubt> (Doubter::*)() const;
        constexpr auto looks = std::to_array<Look>(
            {&Doubter::other_marks, &Doubter::other_groups, &Doubter::open_range, &Doubter::with_unit, &Doubter::unit_in_words,
             &Doubter::with_era, &Doubter::inexact, &Doubter::interval, &Doubter::limit_in_words, &Doubter::range_in_words,
             &Doubter::range_with_dash, &Doubter::range_with_unit, &Doubter::in_words, &Doubter::with_words_in_brackets,
             &Doubter::uneven_groups, &Doubter::tolerance, &Doubter::comparison, &Doubter::fraction, &Doubter::calculation});
        for (Look look : looks) {
            if (std::optional<Doubt> doubt = (this->*look)()) {
                return doubt;
            }
        }
        return std::nullopt;
    }

private:
    static std::string with_other_marks(std::string_view part) {
        std::string other(part);
        for (char& c : other) {
            c = c == '.' ? ',' : c == ',' ? '.' : c;
        }
        return other;
    }

    std::optional<Doubt> other_marks() const {
        std::optional<RangeEnds> ends = range_ends(text_);
        std::string other = ends ? with_other_marks(ends->low) + ".." + with_other_marks(ends->high) : with_other_marks(text_);
        return read_number(other, language_) ? nearly_number("write `" + other + "`, as the chapter's language does") : std::nullopt;
    }

    std::optional<Doubt> other_groups() const {
        std::optional<double> number = number_of(folded_, "en-IN");
        bool is_meant = number && !range_ends(text_) && number_style(language_).decimal_mark == '.';
        return is_meant ? nearly_number("write `" + shown(*number) + "`, or groups of three digits") : std::nullopt;
    }

    std::optional<Doubt> open_range() const {
        std::optional<RangeEnds> ends = range_ends(text_);
        if (ends && ends->low.empty() && value(ends->high)) {
            return nearly_number("write both ends of the range, such as `" + range_to(*value(ends->high)) + "`");
        }
        std::size_t low = ends ? leading(ends->low, language_) : 0;
        if (low == 0) {
            return std::nullopt;
        }
        if (ends->high.empty()) {
            std::optional<double> number = text_.ends_with("...") ? std::nullopt : value(ends->low);
            return number && text_.ends_with("..") ? nearly_number("write both ends of the range, such as `" + range_from(*number) + "`")
                                                   : nearly_number("write the number without the dots, or both ends of a range: `9..12`");
        }
        if (std::optional<RangeEnds> more = range_ends(ends->high)) {  // `1..3..5`
            std::string whole = std::string(ends->low) + ".." + std::string(more->high);
            return read_number(whole, language_) ? nearly_number("write both ends of the range alone, `" + whole + "`")
                                                 : nearly_number("write a range with two ends: `9..12`");
        }
        std::size_t high = leading(ends->high, language_);
        std::string numbers = std::string(ends->low.substr(0, low)) + ".." + std::string(ends->high.substr(0, high));
        std::string_view behind_numbers = trim(ends->high.substr(high));
        if (high == 0 || behind_numbers.starts_with('{')) {  // a weight, which is told as such
            return std::nullopt;
        }
        bool remark = behind_numbers.starts_with('#') || behind_numbers.starts_with("//") || behind_numbers.starts_with('(');
        return nearly_number("write only the numbers, `" + numbers + "`: " +
                             (remark ? "a remark belongs in `<!-- … -->` on a line of its own" : "the unit belongs in the question"));
    }

    // Doubt about a number with a unit. A word behind a number may be an answer in words, "4 July"; a unit cannot.
    std::optional<Doubt> with_unit() const {
        std::size_t end = leading(text_, language_);
        std::string number = text_.substr(0, end);
        std::string_view unit = trim(std::string_view(text_).substr(end));
        std::size_t sign = 0;
        if (end == 0) {
            next_code_point(text_, sign);
            number = std::string(trim(std::string_view(text_).substr(sign)));
            unit = std::string_view(text_).substr(0, sign);
        }
        bool is_meant = end > 0 ? is_unit(unit) : is_currency(unit) && value(number);
        if (!is_meant) {
            return std::nullopt;
        }
        std::string hint = "write only the number, `" + number + "`: the unit belongs in the question";
        return is_lone_letter(unit) ? as_written(std::move(hint)) : nearly_number(std::move(hint));
    }

    // Doubt about a number with a unit that is written as a word, "9 hours", "9 kilometres per hour".
    std::optional<Doubt> unit_in_words() const {
        std::size_t end = leading(folded_, language_);
        std::string_view rest = trim(std::string_view(folded_).substr(end));
        std::optional<double> number = end > 0 ? value(folded_.substr(0, end)) : std::nullopt;
        bool is_meant = number && are_unit_words(rest);
        std::string written = text_.substr(0, leading(text_, language_));
        return is_meant ? nearly_number("write only the number, `" + written + "`: the unit belongs in the question") : std::nullopt;
    }

    // Doubt about a year with its era, "79 AD".
    std::optional<Doubt> with_era() const {
        for (std::string_view era : eras) {
            std::string_view year = std::string_view(folded_).substr(0, folded_.find_last_not_of('.') + 1);
            if (year.ends_with(era)) {
                year.remove_suffix(era.size());
            } else if (year.starts_with(era)) {
                year.remove_prefix(std::min(year.find_first_not_of('.', era.size()), year.size()));
            }
            if (year.size() + era.size() <= folded_.size() && value(year)) {
                return as_written("accept the number too, `= " + std::string(trim(year)) + "`, if the year alone is right");
            }
        }
        return std::nullopt;
    }

    std::optional<Doubt> inexact() const {
        for (std::string_view word : nearly_marks) {
            std::string_view rest = folded_;
            if (rest.starts_with(word)) {
                rest.remove_prefix(word.size());
                bool is_apart = rest.starts_with(' ') || static_cast<unsigned char>(word.front()) >= 0x80 || word == "~";
                if (std::optional<double> number = is_apart ? value(rest) : std::nullopt) {
                    double margin = std::abs(*number) / 10;
                    std::string range = shown(*number - margin) + ".." + shown(*number + margin);
                    return nearly_number("write a range of what is right, such as `" + range + "`");
                }
            }
        }
        return std::nullopt;
    }

    // A range in words, "9 to 11", "from 9 to 11", "between 9 and 11", as `9..11`; empty: it is none.
    std::string meant_in_words() const {
        std::optional<std::pair<double, double>> ends = ends_around(folded_, up_to);
        ends = ends ? ends : ends_around(behind(folded_, from_words), up_to);
        ends = ends ? ends : ends_around(behind(folded_, words_between), and_words);
        return ends ? range_of(*ends) : "";
    }

    std::optional<Doubt> range_in_words() const {
        std::string meant = meant_in_words();
        return meant.empty() ? std::nullopt : nearly_number("write the range as `" + meant + "`");
    }

    // Such as "9-11", which is a range, or years, or the result of a match, as `9..11`; empty: it is none.
    std::string meant_with_dash() const {
        constexpr auto dashes = std::to_array<std::string_view>({" - ", "-"});
        std::size_t sign = folded_.starts_with('-') ? 1 : 0;  // of the first number
        std::optional<std::pair<double, double>> ends = ends_around(std::string_view(folded_).substr(sign), dashes);
        bool is_range = ends && (sign == 1 ? -ends->first : ends->first) < ends->second;
        return is_range ? std::string(sign, '-') + range_of(*ends) : "";
    }

    std::optional<Doubt> range_with_dash() const {
        std::string meant = meant_with_dash();
        return meant.empty() ? std::nullopt : as_written("write `" + meant + "` if any number of that range is right");
    }

    // Doubt about a range with a unit or a word behind it, "9 to 11 km", "5-10 minutes".
    std::optional<Doubt> range_with_unit() const {
        std::size_t end = text_.find_last_of("0123456789") + 1;
        std::string_view unit = trim(std::string_view(text_).substr(end));
        if (end == 0 || unit.empty() || end > longest_number) {
            return std::nullopt;
        }
        Doubter range(std::string_view(text_).substr(0, end), language_);
        std::string meant = range.meant_in_words();
        meant = meant.empty() ? range.meant_with_dash() : meant;
        if (meant.empty()) {
            return std::nullopt;
        }
        return is_unit(unit) || are_unit_words(fold_case(unit))
                   ? nearly_number("write only the numbers, `" + meant + "`: the unit belongs in the question")
                   : as_written("write `" + meant + "` if any number of that range is right, and the words in the question");
    }

    // Doubt about a great number that is partly a word, "5 million".
    std::optional<Doubt> in_words() const {
        std::size_t end = leading(folded_, language_);
        std::string_view word = trim(std::string_view(folded_).substr(end));
        std::optional<double> number = end > 0 ? value(folded_.substr(0, end)) : std::nullopt;
        auto row = std::find_if(great_words.begin(), great_words.end(), [&](const GreatWord& one) { return is_in_row(one.words, word); });
        return number && row != great_words.end()
                   ? as_written("accept the digits too, `= " + shown(*number * row->worth) + "`, if the number is meant")
                   : std::nullopt;
    }

    // Doubt about a tolerance that is not a number: "5 ± 10 %".
    std::optional<Doubt> tolerance() const {
        bool is_meant = folded_.find("±") != std::string::npos && leading(folded_, language_) > 0;
        return is_meant ? nearly_number("write two plain numbers around the sign: `" + shown(2.5) + " ± " + shown(0.1) + "`")
                        : std::nullopt;
    }

    std::optional<Doubt> comparison() const {
        for (std::string_view sign : {"<=", ">=", "<", ">", "≤", "≥", "="}) {
            std::optional<double> number = folded_.starts_with(sign) ? value(std::string_view(folded_).substr(sign.size())) : std::nullopt;
            if (number && sign == "=") {
                return as_written("write the number alone, `= " + shown(*number) + "`");
            }
            if (number) {
                return limit(*number, sign.starts_with('>') || sign == "≥");
            }
        }
        return std::nullopt;
    }
    std::optional<Doubt> limit(double number, bool from) const {
        return as_written("write a range, such as `" + (from ? range_from(number) : range_to(number)) + "`, if any such number is right");
    }

    // Doubt about a limit in words: "at least 5", "5 or more", "5+".
    std::optional<Doubt> limit_in_words() const {
        for (bool from : {true, false}) {
            std::string_view number = from ? behind(folded_, words_before_least) : behind(folded_, words_before_most);
            if (number.empty()) {
                number = from ? before(folded_, words_behind_least) : before(folded_, words_behind_most);
            }
            if (number.empty() && from && text_.ends_with('+')) {
                number = std::string_view(text_).substr(0, text_.size() - 1);
            }
            if (std::optional<double> read = value(number)) {
                return limit(*read, from);
            }
        }
        return std::nullopt;
    }

    // Doubt about a word with its number, "five (5)".
    std::optional<Doubt> with_words_in_brackets() const {
        std::size_t open = text_.ends_with(')') ? text_.rfind('(') : std::string::npos;
        if (open == std::string::npos || open == 0 || text_[open - 1] != ' ') {
            return std::nullopt;
        }
        std::string_view before = trim(std::string_view(text_).substr(0, open));
        std::string_view inside = trim(std::string_view(text_).substr(open + 1, text_.size() - open - 2));
        bool is_word = before.find_first_of("0123456789") == std::string_view::npos;
        std::optional<double> number = is_word ? value(inside) : std::nullopt;
        return number ? as_written("write `= " + shown(*number) + "` and `= " + std::string(before) + "` on two lines, if either is right")
                      : std::nullopt;
    }

    // Doubt about a number of which one group only has another size, "10,000,00". Addresses and dates have such dots, too.
    std::optional<Doubt> uneven_groups() const {
        std::size_t first = text_.find_first_of(",.");
        char mark = first != std::string::npos ? text_[first] : '\0';
        if (mark == '\0' || text_.find_first_not_of(std::string("0123456789") + mark) != std::string::npos) {
            return std::nullopt;
        }
        std::vector<std::string_view> groups = split(text_, mark);
        auto is_whole = [](std::string_view group) { return group.size() == 3; };
        bool is_grouped = groups.size() == 3 && groups[0].size() < 4 && std::any_of(groups.begin() + 1, groups.end(), is_whole);
        std::string digits = text_;
        std::erase(digits, mark);
        return is_grouped ? nearly_number("write its digits without marks, such as `" + digits + "`, or in groups of three") : std::nullopt;
    }

    // Doubt about an interval as mathematics has it: "[9;11]", "]9, 11[", "[9; 11)"; "(9, 11)" is a point.
    std::optional<Doubt> interval() const {
        bool is_enclosed = text_.size() > 4 && std::string_view("[]({").find(text_.front()) != std::string_view::npos &&
                           std::string_view("[])}").find(text_.back()) != std::string_view::npos;
        std::string_view inside = is_enclosed ? std::string_view(text_).substr(1, text_.size() - 2) : std::string_view();
        if (std::optional<NumberRange> range = range_ends(inside) ? read_number(inside, language_) : std::nullopt) {
            return nearly_number("write the range without brackets, `" + range_of({range->low, range->high}) + "`");
        }
        bool is_point = text_.front() == '(' && text_.back() == ')';
        std::optional<std::pair<double, double>> ends =
            is_point || text_.front() == '{' ? std::nullopt : ends_around(inside, std::to_array<std::string_view>({";", ", ", ",", "|"}));
        return ends ? nearly_number("write the range as `" + range_of(*ends) + "`") : std::nullopt;
    }

    // Doubt about a fraction, "1/2", "2 1/2", "½": its form may be asked for, so that the value alone would not be right.
    std::optional<Doubt> fraction() const {
        std::size_t slash = folded_.find('/');
        std::size_t space = folded_.rfind(' ', slash);
        bool is_mixed = slash != std::string::npos && space != std::string::npos;
        std::optional<double> whole = is_mixed ? value(folded_.substr(0, space)) : 0;
        std::size_t begin = is_mixed ? space + 1 : 0;
        std::optional<double> above = slash != std::string::npos ? value(folded_.substr(begin, slash - begin)) : std::nullopt;
        std::optional<double> below = above ? value(folded_.substr(slash + 1)) : std::nullopt;
        if (!whole || !below || *below <= 0 || are_years(*above, *below)) {
            return std::nullopt;
        }
        double number = *whole + *above / *below;
        bool is_short = std::abs(std::round(number * 1000) - number * 1000) < 1e-9;
        double hundredths = std::floor(number * 100);
        std::string decimal = is_short ? shown(number) : shown(hundredths / 100) + ".." + shown((hundredths + 1) / 100);
        return as_written("accept `" + decimal + "` too, if the decimal number is right");
    }

    // "1939/40", "1999/2000"
    static bool are_years(double first, double second) {
        return first >= 1000 && first < 3000 && (second == first + 1 || second == std::fmod(first + 1, 100));
    }

    // Doubt about a calculation, signs of arithmetic and digits alone: "2^3", "3 × 4".
    std::optional<Doubt> calculation() const {
        bool has_digit = false;
        bool has_sign = false;
        for (std::size_t at = 0; at < text_.size();) {
            char32_t c = next_code_point(text_, at);
            has_digit = has_digit || (c >= U'0' && c <= U'9');
            has_sign = has_sign || std::u32string_view(U"^×*·÷√⁰¹²³⁴⁵⁶⁷⁸⁹⁻").find(c) != std::u32string_view::npos;
            if (c != U' ' && std::u32string_view(U"0123456789.,()+-−=^×*·÷√⁰¹²³⁴⁵⁶⁷⁸⁹⁻").find(c) == std::u32string_view::npos) {
                return std::nullopt;
            }
        }
        return has_digit && has_sign ? as_written("accept the number itself too, if it is right") : std::nullopt;
    }
};

}  // namespace

std::optional<Doubt> doubt_about_words(std::string_view text, std::string_view language) {
    bool is_short = !text.empty() && text.size() <= longest_number;
    return is_short ? Doubter(text, language).first_doubt() : std::nullopt;
}

void tell_references(ProseReader& reader, std::string_view text, const Place& place) {
    bool is_code = text.find("&lt;") != std::string_view::npos || text.find("&gt;") != std::string_view::npos;
    for (std::size_t at = is_code ? std::string_view::npos : text.find('&'); at != std::string_view::npos; at = text.find('&', at + 1)) {
        std::string_view reference = text.substr(at, std::min(text.find(';', at), text.size() - 1) + 1 - at);
        std::string sign = without_references(reference);
        std::size_t end = 0;
        if (sign != reference && is_letter(next_code_point(sign, end))) {
            reader.diagnostics.add(Mistake::not_kept, place,
                                   "`" + std::string(reference) + "` is compared sign by sign here, so pupils would have to type it",
                                   "write `" + without_references(text) + "` if that is to be typed");
            return;
        }
    }
}

}  // namespace hornbook
