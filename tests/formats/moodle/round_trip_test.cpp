// Questions in Moodle XML, there and back.
#include "formats/round_trip.h"

#include "formats/moodle/moodle.h"

namespace hornbook {
namespace {

std::vector<Question> by_moodle_xml(const Book& book, Question question) {
    bool written = std::holds_alternative<Essay>(question.answer);
    gather_feedback(question, book, !written);
    fit_answers(question, book.metadata.language);
    if (written) {  // an essay has no hints
        Blocks hint = question.hint.empty() ? Blocks() : labelled(book.words.hint, question.hint);
        std::move(hint.begin(), hint.end(), std::back_inserter(question.key));
        question.hint.clear();
    }
    const auto* fill = std::get_if<Fill>(&question.answer);
    if (fill != nullptr && fill->in_text) {  // gaps earn whole marks
        double share = question.marks / static_cast<double>(fill->blanks.size());
        question.marks_set = share == std::floor(share) ? question.marks_set : std::nullopt;
    }
    return {std::move(question)};
}

}  // namespace

TEST_CASE("questions come back from Moodle XML as they were") {
    check_round_trips({make_moodle_xml, by_moodle_xml});
}

}  // namespace hornbook
