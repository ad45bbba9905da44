// Worths: shares of the marks that authors write beside an answer in other forms than a weight, `{0.5}`, `{half}`, `(50%)`, `{50} half`.
// A share may be the answer's own words, so it is reported with the weight to write, ` {50%}`, and not read.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reading/prose_reader.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {

// The inside of a weight's braces as a number from -100 to 100 in digits: of `{50%}`, `{+33,3 %}`, `{50 percent}`; empty: it is not a
// weight.
std::string percent_written(std::string_view inside);

struct Worth {
    std::string seen;
    std::string weight;  // to write, `{50%}`; `{…%}` where nobody knows how much
    std::string rest;    // the words without it
    enum class Form {
        plain,    // `{half}`, `{50%} Heat`
        number,   // `{0.5}`: a set of numbers has such braces, too
        percent,  // `(50%)`: a share of something else has such brackets, too
        word,     // `(half)`: a moon has such words, too
    } form;
    std::string marks = {};  // the number of marks that it says, of the whole question once it is told; empty: it says none
};
std::optional<Worth> worth_in(std::string_view text, std::string_view language);

// The worths beside answers, without those that may well be their own words, such as one that all of them have. shared: several answers
// earn the marks together.
std::vector<std::optional<Worth>> worths_beside(std::string_view question, std::span<const WrittenChoice> answers,
                                                std::string_view language, bool shared);
// Reports one, with the line to write: before, the words, after.
void tell_worth(ProseReader& reader, const Worth& worth, std::string_view before, std::string_view after, Place place);
void tell_worths(ProseReader& reader, std::string_view question, std::span<const WrittenChoice> choices, bool shared);
// Reports a weight beside a part of a pair or a step, which have none of their own: part of `before + text + after`.
void tell_worth_of_part(ProseReader& reader, std::string_view text, std::string_view before, std::string_view after, Place place);

}  // namespace hornbook
