// Cloze: a gap as Moodle reads it in the text of a question: {1:SHORTANSWER:=rain#Yes~%50%snow}.
#pragma once

#include <functional>
#include <string>

#include "formats/question_bank.h"

namespace hornbook {

double whole_percent(double credit);  // Moodle 3 reads no other weights in gaps
// html_of: of an answer's feedback.
std::string cloze_gap(const AskedBlank& blank, std::size_t marks, const std::function<std::string(const Blocks&)>& html_of);

// HTML between gaps, in which nothing is a gap.
std::string cloze_text(std::string_view html);

// "20..30" as the middle and how far from it is still right.
struct Tolerated {
    std::string number;
    std::string tolerance;
};
Tolerated tolerated(const NumberRange& range);

}  // namespace hornbook
