// GIFT answers: the inside of a question's braces -> Answer.
#pragma once

#include "formats/gift/piece.h"
#include "model/quiz.h"

namespace hornbook {

struct GiftQuestion {
    GiftFormat format = GiftFormat::moodle;  // of the question; its answers may have their own
    bool in_text = false;                    // words follow the braces, which are a gap
    Place place;
};
// The answer; puts general feedback (`####`) into question.feedback.
Answer read_gift_answers(ProseReader& reader, GiftPiece inside, const GiftQuestion& about, Question& question);
// Whether the braces become a gap when words follow them; pupils cannot write a pair or an essay into one.
bool leaves_gap(const GiftPiece& inside);

// The answer of `>3 ALL VERTICAL …` and the items (read_order.cpp).
Answer read_gift_order(ProseReader& reader, const GiftPiece& answers, const GiftQuestion& about);
// Takes a weight such as `%50%` from the beginning of a piece; returns its share, or none. A bad one is reported.
std::optional<double> take_weight(ProseReader& reader, GiftPiece& piece);

}  // namespace hornbook
