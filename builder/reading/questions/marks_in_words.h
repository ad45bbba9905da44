// Marks in words beside a question, as papers print them: `Say why. (3 marks)`, `[1 mark] Say why.`, `Say why. — {Punkte: 2}`.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "reading/questions/answer_forms.h"

namespace hornbook {

struct MarksInWords {
    std::string number;     // as `marks:` takes it; empty: none that is plain
    std::size_t begin = 0;  // of what is taken out of the text, with its signs of emphasis
    std::size_t end = 0;
    bool is_each = false;   // what stands there is the worth of a part
    bool is_total = false;  // it says itself that it is the whole
    bool is_sure = false;   // nothing else can be meant

    bool stands_there() const {
        return end > begin;
    }
};
// At the end, at the beginning or behind the question's number; without brackets only where `alone` allows it, in a title or a line that
// holds nothing else.
MarksInWords marks_in_words(std::string_view text, std::string_view language, bool alone = true);
// The text without them.
std::string without_marks_in_words(std::string_view text, const MarksInWords& found);

// Taken off the question's title or its text, they are its key `marks`. What may be meant as marks and says it less plainly, `[5]`, `/3`,
// `(2 marks each)`, is told with the line to write.
void take_marks_in_words(ProseReader& reader, QuestionDraft& draft, std::map<std::string, Lines, std::less<>>& values);

}  // namespace hornbook
