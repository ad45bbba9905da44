// Keys of others: a question without an answer of ours whose key is written as in another program: GIFT's braces, gaps of Moodle's Cloze,
// choices by letters with `Answer: B`.
#pragma once

#include <optional>
#include <string>

#include "reading/questions/answer_forms.h"

namespace hornbook {

struct KeyOfOthers {
    std::string fault;
    std::string hint;
    const Line* first = nullptr;  // of the lines that were meant otherwise
    const Line* last = nullptr;
};
// What the question should be here; none: it has no such key.
std::optional<KeyOfOthers> key_of_others(const QuestionDraft& draft);

}  // namespace hornbook
