// What stands between the braces of a GIFT question -> Answer.
#pragma once

#include "formats/gift/piece.h"
#include "model/quiz.h"

namespace hornbook {

struct GiftQuestion {
    GiftFormat format = GiftFormat::moodle;  // of the question; its answers may have their own
    bool in_text = false;                    // words follow the braces: a gap stands in the question
    Place place;
};
// Takes general feedback (`####`) into question.feedback.
Answer read_gift_answers(ProseReader& reader, GiftPiece inside, const GiftQuestion& about, Question& question);
// Whether a gap stands for the braces when words follow them: pupils cannot write a pair or an essay into a gap.
bool leaves_gap(const GiftPiece& inside);

// `>3 ALL VERTICAL …` and the items (read_order.cpp).
Answer read_gift_order(ProseReader& reader, const GiftPiece& answers, const GiftQuestion& about);
// The share that `%50%` at the beginning of a piece says, taken from it; empty when there is none. A bad one is reported.
std::optional<double> take_weight(ProseReader& reader, GiftPiece& piece);

}  // namespace hornbook
