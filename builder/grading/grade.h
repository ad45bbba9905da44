// Grading: the marks that an answer to a question of the book earns, by the rule in plugin/grading/README.md, to which tests/grading holds
// every grader. A stage of its own, since it knows only books, not where answers come from.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "model/quiz.h"

namespace hornbook {

using MatchedRights = std::vector<std::optional<std::size_t>>;

// An answer that was given. monostate: none. A string: the choice's id, or the text written. Strings: ids of choices or items, or a text
// for each blank. MatchedRights: for each left the index into the rights as they are shown.
using GivenAnswer = std::variant<std::monostate, std::string, std::vector<std::string>, MatchedRights>;

enum class Verdict { right, partly, wrong, unmarked };  // unmarked: a person marks it

struct Grade {
    double marks = 0;
    Verdict verdict = Verdict::wrong;
};

std::string_view word_for(Verdict verdict);

// The grade of an answer. The question must be woven; an answer of another form than the question's earns nothing. language: of the
// chapter.
Grade grade(const Question& question, const GivenAnswer& given, std::string_view language);
bool is_answered(const GivenAnswer& given);

}  // namespace hornbook
