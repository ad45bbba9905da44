// Asked blank: what a program asks for in a blank, which takes words or numbers and compares words sign by sign.
#pragma once

#include <string>
#include <vector>

#include "formats/losses.h"
#include "formats/weights.h"
#include "model/quiz.h"

namespace hornbook {

// Moodle asks for words or for numbers, and never for both in one blank. It compares words sign by sign but for case, so each way to write
// them is an answer of its own.
struct Spelling {
    std::string text;
    const Accepted* accepted = nullptr;
};
struct AskedBlank {
    bool numeric = false;
    std::vector<Spelling> spellings;  // what earns more stands first, since Moodle takes the first that fits
    std::vector<const Accepted*> left_out;
};
AskedBlank asked(const Blank& blank, const std::string& language);
// Answers that earn a part of the marks have the nearest weight there is: told where that gives others.
void tell_weights_of_answers(Losses& losses, const AskedBlank& blank, double marks, double (*weight_of)(double credit) = nearest_weight);
void tell_how_compared(Losses& losses, const AskedBlank& blank, Place place);  // once for words, once for numbers
void tell_words_compared(Losses& losses, Place place);

}  // namespace hornbook
