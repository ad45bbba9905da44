// Asked blank: a blank for programs such as Moodle, which ask for words or numbers, and compare words sign by sign.
#pragma once

#include <string>
#include <vector>

#include "formats/losses.h"
#include "formats/weights.h"
#include "model/quiz.h"

namespace hornbook {

// One accepted spelling. Moodle never asks for words and numbers in one blank, and compares words sign by sign but for case, so each way to
// write them is an answer of its own.
struct Spelling {
    std::string text;
    const Accepted* accepted = nullptr;
};
struct AskedBlank {
    bool numeric = false;
    std::vector<Spelling> spellings;  // those that earn more first, since Moodle takes the first that fits
    std::vector<const Accepted*> left_out;
};
AskedBlank asked(const Blank& blank, const std::string& language);
// Reports answers whose part of the marks changes, since the format has only some weights and the nearest one is taken.
void tell_weights_of_answers(Losses& losses, const AskedBlank& blank, double marks, double (*weight_of)(double credit) = nearest_weight);
void tell_how_compared(Losses& losses, const AskedBlank& blank, Place place);  // reports once for words, once for numbers
void tell_words_compared(Losses& losses, Place place);

}  // namespace hornbook
