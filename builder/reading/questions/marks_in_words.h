// Marks in words beside a question, as papers print them: `Say why. (3 marks)`, `[1 mark] Say why.`, `Say why. — {Punkte: 2}`.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reading/questions/answer_forms.h"

namespace hornbook {

struct MarksInWords {
    std::string number;     // as `marks:` takes it; empty: there are none, or none that are plain
    std::size_t begin = 0;  // of the piece to take out of the text, with its signs of emphasis
    std::size_t end = 0;
    bool is_each = false;   // it is the worth of each part
    bool is_total = false;  // it says that it is the total
    bool is_sure = false;   // nothing else can be meant

    bool stands_there() const {
        return end > begin;
    }
};
// The marks at the end of a text, at its beginning or behind the question's number; without brackets only with `alone`, for a title or a
// line that holds nothing else.
MarksInWords marks_in_words(std::string_view text, std::string_view language, bool alone = true);
// The text without the marks that were found.
std::string without_marks_in_words(std::string_view text, const MarksInWords& found);

// Takes the marks off the question's title or text and makes them its key `marks`. What may be meant as marks and is less plain, `[5]`,
// `/3`,
// `(2 marks each)`, is reported with the line to write.
void take_marks_in_words(ProseReader& reader, QuestionDraft& draft, std::map<std::string, Lines, std::less<>>& values);

}  // namespace hornbook
