// Question counts: right and wrong answers to each question in the first attempts of all pupils, and the answers given.
#pragma once

#include <string>
#include <vector>

#include "results/class_results.h"

namespace hornbook {

struct Tally {
    std::size_t question = 0;  // index into the quiz
    std::size_t wrong = 0;
    std::size_t unanswered = 0;
    std::size_t partly = 0;
    std::size_t right = 0;
};

std::vector<Tally> tally_questions(const ClassQuiz& quiz);  // in the order of the quiz, without questions that a person marks
std::vector<Tally> worst_questions(const ClassQuiz& quiz);  // the same, most often wrong first; empty where nobody made a first attempt

struct AnswerCount {
    std::string answer;  // plain text; empty: all further ones of this gap, pair or order
    std::size_t count = 0;
    bool is_right = false;
};

// The counts of answers: every choice in the order of the book; of gaps, pairs and orders those that were given, the commonest first. None
// for a question that a person marks.
std::vector<AnswerCount> count_answers(const ClassQuiz& quiz, std::size_t question);

}  // namespace hornbook
