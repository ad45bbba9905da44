// Questions in QTI, there and back.
#include "formats/round_trip.h"

#include "formats/qti/qti.h"

namespace hornbook {
namespace {

void gather_feedback_in_list(Question& question, const Book& book) {
    DefinitionList list;
    each_part(question, [&](auto& part) {
        if (!part.feedback.empty()) {
            list.items.push_back({{part.text}, {std::move(part.feedback)}});
            part.feedback.clear();
        }
    });
    if (!list.items.empty()) {
        question.feedback.push_back({std::move(list), question.place});
    }
    gather_feedback(question, book, false);
}

std::vector<Question> by_qti(const Book& book, Question question) {
    if (std::holds_alternative<Essay>(question.answer) && !question.hint.empty()) {  // what comes after an answer helps no more
        question.key.push_back({Paragraph{{text_node(book.words.hint)}}, {}});
        std::move(question.hint.begin(), question.hint.end(), std::back_inserter(question.key));
        question.hint.clear();
    }
    gather_feedback_in_list(question, book);
    if (auto* select = std::get_if<Select>(&question.answer); select != nullptr && !select->several) {
        for (Choice& choice : select->choices) {  // one choice earns nothing at least
            choice.credit = choice.credit ? std::optional(std::max(0.0, *choice.credit)) : std::nullopt;
        }
    }
    return {std::move(question)};
}

}  // namespace

TEST_CASE("questions come back from QTI as they were") {
    check_round_trips({make_qti, by_qti});
}

}  // namespace hornbook
