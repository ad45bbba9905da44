// The plot of which questions went wrong at the first attempt: bars in SVG, the worst first, told apart by pattern and number, not by
// colour.
#pragma once

#include <string>
#include <vector>

#include "results/class_results.h"
#include "xml/writer.h"

namespace hornbook {

// How a question fared in the first attempts of all pupils.
struct Tally {
    std::size_t question = 0;  // index into the quiz
    std::size_t wrong = 0;
    std::size_t unanswered = 0;
    std::size_t partly = 0;
    std::size_t right = 0;
};

std::vector<Tally> tally_questions(const ClassQuiz& quiz);  // what a person marks left out; in the order of the quiz
// `number` keeps the ids of several plots on one page apart.
void write_plot(XmlWriter& html, const ClassQuiz& quiz, const std::string& language, std::size_t number);

}  // namespace hornbook
