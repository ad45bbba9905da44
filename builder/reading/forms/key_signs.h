// Signs of a key: forms of question banks and worksheets that give an answer away in a line of prose.
#pragma once

#include <string>
#include <string_view>

#include "model/words.h"

namespace hornbook {

enum class Likeness { none, maybe, sure };

struct KeySign {
    std::string_view what;   // "this question of GIFT's"
    std::string_view fence;  // the form that reads it: "gift"; empty: only Hornbook's own does
    Likeness likeness = Likeness::none;
};

// The surest sign of the table in a line of words. words: the book's; null: only signs that are certain are looked for.
KeySign key_sign_in(std::string_view text, const Words* words);
// Whether a line shows a pair: `- steam -> water`. in_item: its bullet was taken off.
bool shows_pair(std::string_view text, bool in_item);
// Whether a heading, a fold or the head of a table says "Answers" or "Show the answer", or a line of words `Answer: …`.
bool says_answer(std::string_view text, const Words& words);
bool says_answer_before_colon(std::string_view text, const Words& words);
// Whether a line ends with the brace that opens the answers of a GIFT question over several lines.
bool opens_answers(std::string_view text);
// Whether a fence of that name may hold prose; the text of a program has brackets and ticks of its own.
bool may_hold_prose(std::string_view info);

}  // namespace hornbook
