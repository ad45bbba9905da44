// Doubts about several answers in one line, `five | 5` or `(the) Nile`, which is read as one.
#include <algorithm>
#include <array>

#include "base/folding.h"
#include "base/text.h"
#include "base/written_number.h"
#include "model/mistakes.h"
#include "reading/lines.h"
#include "reading/questions/doubts.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_answer = 60;  // bytes; what is longer is a sentence

struct OrSign {
    std::string_view sign;
    std::string_view language;  // empty: of all
    bool divides = false;       // as a bar does in gaps; else it may be part of the answer
};
constexpr auto or_signs = std::to_array<OrSign>({
    {"|", "", true}, {"｜", "", true}, {"／", "", true}, {" / ", "", true}, {"; ", ""},     {" or ", "en"},  {" oder ", "de"},
    {" ou ", "fr"},  {" ou ", "pt"},   {" o ", "es"},    {" o ", "it"},     {" of ", "nl"}, {" lub ", "pl"}, {" или ", "ru"},
    {" або ", "uk"}, {" veya ", "tr"}, {" أو ", "ar"},   {" או ", "he"},    {" या ", "hi"}, {"或", "zh"},    {"または", "ja"},
});

bool is_of(std::string_view language, std::string_view prefix) {
    return language.starts_with(prefix) && (language.size() == prefix.size() || language[prefix.size()] == '-');
}

bool is_number_in(std::string_view text, std::string_view language) {
    return number_of(fold_answer(text, language), language).has_value();
}

struct Several {
    std::string one;
    std::string other;
    bool is_plain = true;  // else it may be one answer all the same
};

bool are_letters(std::string_view text, std::size_t least) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (!is_letter(next_code_point(text, at))) {
            return false;
        }
    }
    return count >= least;
}

bool are_small_letters(std::string_view text, std::size_t least) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_upper(next_code_point(text, at))) {
            return false;
        }
    }
    return are_letters(text, least);
}

// Answers with "or" or a sign for it between them: `five | 5`, `Paris / Lutetia`, `cat or dog`.
std::optional<Several> with_or(std::string_view text, std::string_view language, bool in_gap) {
    for (const OrSign& sign : or_signs) {
        if (in_gap && sign.sign == "|") {  // it was written with a backslash
            continue;
        }
        std::size_t at = sign.language.empty() || is_of(language, sign.language) ? text.find(sign.sign) : npos;
        std::string one(at == npos ? std::string_view() : trim(text.substr(0, at)));
        std::string other(at == npos ? std::string_view() : trim(text.substr(at + sign.sign.size())));
        if (!one.empty() && !other.empty()) {
            bool is_unit = sign.sign == " / " && std::min(one.size(), other.size()) < 3;  // m / s
            bool is_plain = (sign.divides && !is_unit) || (is_number_in(one, language) && is_number_in(other, language));
            return Several{std::move(one), std::move(other), is_plain};
        }
    }
    return std::nullopt;
}

// Answers with a slash: `colour/color` are two spellings; `input/output` may be one name.
std::optional<Several> with_slash(std::string_view text) {
    constexpr std::size_t shortest = 4;  // letters of a word that stands for itself
    std::size_t at = text.find('/');
    std::string_view one = text.substr(0, at);
    std::string_view other = at == npos ? std::string_view() : text.substr(at + 1);
    if (!are_letters(one, shortest) || !are_letters(other, shortest)) {
        return std::nullopt;
    }
    return Several{std::string(one), std::string(other), !nearest(one, {other}).empty()};
}

// Answers with a comma between a number and a word in small letters, `10, ten`; "Berlin, 1945" and "3, 4" are one.
std::optional<Several> number_and_word(std::string_view text, std::string_view language) {
    constexpr std::size_t most_digits = 3;
    constexpr std::size_t shortest = 2;
    for (std::string_view comma : {", ", "，", "、", "، "}) {
        std::size_t at = text.find(comma);
        std::string_view one = trim(text.substr(0, at));
        std::string_view other = at == npos ? std::string_view() : trim(text.substr(at + comma.size()));
        bool is_number_first = one.size() <= most_digits && is_number_in(one, language) && are_small_letters(other, shortest);
        bool is_number_last = other.size() <= most_digits && is_number_in(other, language) && are_small_letters(one, shortest);
        if (at != npos && (is_number_first || is_number_last)) {
            return Several{std::string(one), std::string(other), false};
        }
    }
    return std::nullopt;
}

struct Brackets {
    std::string_view before;
    std::string_view inside;
    std::string_view after;
};

// The only pair of brackets in the text; none: there is none, or several.
std::optional<Brackets> brackets_in(std::string_view text) {
    constexpr auto pairs = std::to_array<std::pair<std::string_view, std::string_view>>({{"(", ")"}, {"[", "]"}, {"（", "）"}});
    for (const auto& [open, close] : pairs) {
        std::size_t begin = text.find(open);
        std::size_t end = begin == npos ? npos : text.find(close, begin);
        if (end == npos || text.find(open, begin + 1) != npos || text.find(close, end + 1) != npos) {
            continue;
        }
        return Brackets{text.substr(0, begin), text.substr(begin + open.size(), end - begin - open.size()),
                        text.substr(end + close.size())};
    }
    return std::nullopt;
}

bool are_words(std::string_view text) {
    std::string words = collapse_spaces(text);
    std::vector<std::string_view> parts = split(words, ' ');
    return std::all_of(parts.begin(), parts.end(), [](std::string_view part) { return are_letters(part, 1); });
}

// Answers with a part in brackets: `(the) Nile`, `Nile (river)`, `colo(u)r`; not `f(x)`, `Fe(OH)3`, `iron(III)`. `apple(s)` and `(un)happy`
// may be code, as `print(s)` is.
std::optional<Several> with_brackets(std::string_view text, std::string_view language) {
    constexpr std::size_t shortest = 3;  // letters of a word that a part of one stands beside
    std::optional<Brackets> found = brackets_in(text);
    if (!found || !are_words(found->inside)) {
        return std::nullopt;
    }
    auto [before, inside, after] = *found;
    std::string with = std::string(before) + std::string(inside) + std::string(after);
    std::string without = collapse_spaces(std::string(before) + std::string(after));
    bool is_apart = (before.empty() || before.ends_with(' ')) && (after.empty() || after.starts_with(' '));
    if (is_apart && is_number_in(without, language)) {
        return Several{without, std::string(inside)};
    }
    if (is_apart && are_words(without) && without.size() >= shortest && (before.empty() || inside.size() > 1)) {
        return Several{without, collapse_spaces(with)};
    }
    std::string_view stem = before.substr(before.rfind(' ') + 1);
    std::string_view rest = after.substr(0, after.find(' '));
    constexpr auto word_endings = std::to_array<std::string_view>({"s", "es", "e", "n", "en", "er", "in", "ed", "ing"});
    bool is_ending = rest.empty() && are_small_letters(stem, shortest + 1) &&
                     std::find(word_endings.begin(), word_endings.end(), inside) != word_endings.end();
    bool is_within = are_letters(stem, 2) && are_small_letters(inside, 1) && are_small_letters(rest, 1);
    bool is_beginning = stem.empty() && are_letters(inside, 2) && are_small_letters(rest, shortest);
    return is_ending || is_within || is_beginning ? std::optional(Several{without, with, is_within}) : std::nullopt;
}

}  // namespace

std::optional<Doubt> doubt_about_several(std::string_view text, std::string_view language, bool in_gap) {
    if (text.size() > longest_answer || doubt_about_words(text, language)) {
        return std::nullopt;
    }
    std::optional<Several> several = with_or(text, language, in_gap);
    several = several ? several : with_slash(text);
    several = several ? several : number_and_word(text, language);
    several = several ? several : with_brackets(text, language);
    if (!several) {
        return std::nullopt;
    }
    std::string seen = "`" + std::string(text) + "`";
    std::string hint = in_gap ? "write a bar between them: `[[" + several->one + "|" + several->other + "]]`"
                              : "write each on a line of its own: `= " + several->one + "` and `= " + several->other + "`";
    if (several->is_plain) {
        return Doubt{Mistake::several_answers, seen + " is one answer here, so only all of it is right", std::move(hint)};
    }
    return Doubt{Mistake::compared_as_written, seen + " is compared as it is written, as one answer",
                 "where each of them is right, " + hint};
}

}  // namespace hornbook
