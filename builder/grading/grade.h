// Grading: what an answer to a question of the book earns. A room of its own, since it is about books alone: whoever has an answer, from a
// pupil's results or elsewhere, asks here. The rule stands in plugin/grading/README.md; tests/grading binds every grader to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/quiz.h"

namespace hornbook {

using MatchedRights = std::vector<std::optional<std::size_t>>;

// monostate: none. A string: the choice's id, or what was written. Strings: ids of choices or items, or a text for each blank.
// MatchedRights: for each left the index into the rights as they are shown.
using GivenAnswer = std::variant<std::monostate, std::string, std::vector<std::string>, MatchedRights>;

enum class Verdict { right, partly, wrong, unmarked };  // unmarked: a person marks it

struct Grade {
    double marks = 0;
    Verdict verdict = Verdict::wrong;
};

std::string_view word_for(Verdict verdict);

// The question must be woven; an answer of another form than the question's earns nothing.
Grade grade(const Question& question, const GivenAnswer& given, std::string_view language);
bool is_answered(const GivenAnswer& given);

}  // namespace hornbook
