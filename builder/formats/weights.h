// Weights of choices and answers in percent, as Moodle and programs that read its formats know them.
#pragma once

#include <string>
#include <vector>

#include "formats/losses.h"
#include "model/quiz.h"

namespace hornbook {

// The nearest weight that Moodle knows, in percent; it refuses a whole import for any other.
double nearest_weight(double credit);
std::string in_percent(double weight);  // as Moodle spells it: "33.33333"
struct Weights {
    std::vector<double> percent;  // of each choice; where several are to be chosen, the right ones make 100
    bool exact = true;            // each is what the book gives
};
// The weights of a question's choices for Moodle. marks: of the question, by which `exact` is judged.
Weights moodle_weights(const Select& select, double marks = 1);
// Whether a weight in percent gives the same marks as the author's share of them, to the hundredth.
bool is_same_weight(double percent, double credit, double marks);
void tell_below_nothing(Losses& losses, const Select& select, Place place);

}  // namespace hornbook
