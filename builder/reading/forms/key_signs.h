// Signs of a key: what in a line of prose gives an answer away, as question banks and worksheets of other programs have it.
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

// Of the table, the surest that stands in a line of words. words: the book's; null: only what is sure.
KeySign key_sign_in(std::string_view text, const Words* words);
// `- steam -> water`; in_item: its mark was taken off.
bool shows_pair(std::string_view text, bool in_item);
// "Answers", "Show the answer", of a heading, a fold or the head of a table; `Answer: …` in a line of words.
bool says_answer(std::string_view text, const Words& words);
bool says_answer_before_colon(std::string_view text, const Words& words);
// A question of GIFT's over several lines: the brace that opens its answers ends the line.
bool opens_answers(std::string_view text);
// A program's text has brackets and ticks of its own: whether a fence of that name may hold prose.
bool may_hold_prose(std::string_view info);

}  // namespace hornbook
