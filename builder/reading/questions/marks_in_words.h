// Marks in words at the end of a question, as papers print them: `Say why. (3 marks)`, `[1 mark]`, `{Punkte: 2}`.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reading/questions/ways.h"

namespace hornbook {

struct MarksInWords {
    std::string_view number;  // empty: no marks stand there
    std::size_t begin = 0;    // of the brackets in the text, with their signs of emphasis
};
MarksInWords marks_in_words(std::string_view text, std::string_view language);

// Taken off the question's title or the last line of its text, they are its key `marks`.
void take_marks_in_words(ProseReader& reader, QuestionDraft& draft, std::map<std::string, Lines, std::less<>>& values);

}  // namespace hornbook
