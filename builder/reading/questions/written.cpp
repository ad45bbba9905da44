// Essays, `____ lines=12`: answers in sentences, marked by a person.
#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"

namespace hornbook {

std::size_t written_mark(std::string_view text) {
    std::size_t size = std::min(text.find_first_not_of('_'), text.size());
    bool alone = size == text.size() || text[size] == ' ';
    return size >= 3 && alone ? size : 0;
}

Answer read_written(ProseReader& reader, const QuestionDraft& draft) {
    Essay essay;
    const AnswerLine& answer = draft.answers.front();
    std::string_view text = trim(answer.text.front().text);
    Place place = place_of(reader.file, answer.text.front(), text);
    if (text.starts_with("lines=")) {
        std::string_view number = text.substr(6);
        auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), essay.lines);
        if (error != std::errc() || end != number.data() + number.size() || essay.lines < 1 || essay.lines > 100) {
            reader.diagnostics.add(Mistake::bad_lines, place, "`" + std::string(number) + "` is not a number of lines",
                                   "write a number from 1 to 100: `____ lines=8`");
            essay.lines = 0;
        }
    } else if (!text.empty()) {
        reader.diagnostics.add(Mistake::stray_text, place, "this text belongs to no answer",
                               "only `lines=` and a number may follow `____`");
    }
    if (draft.answers.size() > 1) {
        reader.diagnostics.add(Mistake::stray_text, place_of_answer(reader, draft.answers[1]),
                               "this question has room for its answer twice", "keep one `____`");
    }
    if (!answer.feedback.empty()) {
        reader.diagnostics.add(Mistake::stray_text, place_of(reader.file, answer.feedback[0], trim(answer.feedback[0].text)),
                               "feedback on a written answer has no answer to belong to", "write it as `feedback:` or `key:`");
    }
    return essay;
}

}  // namespace hornbook
