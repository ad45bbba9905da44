// Questions in GIFT, there and back.
#include "formats/round_trip.h"

#include "formats/gift/gift.h"

namespace hornbook {
namespace {

// GIFT has no pictures, but what describes them in brackets (alone on the right of a pair).
void describe_pictures(Question& question) {
    std::vector<Inlines> rights;
    if (auto* match = std::get_if<Match>(&question.answer)) {
        rights = match->rights;
    }
    Quiz quiz;
    quiz.questions.push_back(std::move(question));
    walk_quiz_inlines(quiz, [](Inline& node) {
        if (const auto* image = std::get_if<Image>(&node.kind)) {
            node = text_node("[" + image->alt + "]");
        }
    });
    question = std::move(quiz.questions.front());
    if (auto* match = std::get_if<Match>(&question.answer)) {
        match->rights = std::move(rights);
    }
}

// Of several gaps, this one; the others are dots.
Question with_one_gap(Question question, std::size_t wanted) {
    auto& fill = std::get<Fill>(question.answer);
    fill.blanks = {fill.blanks.at(wanted)};
    question.id += "-" + std::to_string(wanted + 1);
    auto keep_one = [&](Inline& node) {
        if (const auto* gap = std::get_if<Gap>(&node.kind); gap != nullptr && gap->blank != wanted) {
            node = text_node("[…]");
        }
    };
    walk_inlines(question.text, keep_one);
    walk_inlines(question.body, keep_one);
    return question;
}

// What ends with its gap is, in GIFT, a question with a blank behind it.
void end_with_blank(Question& question) {
    auto* fill = std::get_if<Fill>(&question.answer);
    if (fill != nullptr && question.body.empty() && std::holds_alternative<Gap>(question.text.back().kind)) {
        question.text.pop_back();
        fill->in_text = false;
    }
}

std::vector<Question> by_gift(const Book& book, Question question) {
    gather_feedback(question, book, true);
    fit_answers(question, book.metadata.language);
    describe_pictures(question);
    question.hint.clear();  // these three are comments, or feedback
    question.marks_set.reset();
    question.key.clear();
    if (const auto* arrange = std::get_if<Arrange>(&question.answer)) {
        Match match;
        for (const ArrangeItem& item : arrange->items) {
            match.lefts.push_back({item.text, match.rights.size(), {}, {}});
            match.rights.push_back({text_node(std::to_string(match.lefts.size()))});
        }
        question.answer = std::move(match);
    }
    if (const auto* match = std::get_if<Match>(&question.answer); match != nullptr && match->lefts.size() > 1) {
        question.marks_set = 1;  // GIFT has no marks, and there each question counts one
    }
    auto* fill = std::get_if<Fill>(&question.answer);
    std::vector<Question> questions;
    for (std::size_t gap = 0; fill != nullptr && fill->blanks.size() > 1 && gap < fill->blanks.size(); ++gap) {
        questions.push_back(with_one_gap(question, gap));
    }
    for (std::size_t i = 0; fill != nullptr && i < fill->blanks.size(); ++i) {
        for (Accepted& accepted : fill->blanks[i].accepted) {
            std::size_t at = accepted.text.find("->");
            accepted.text = at == std::string::npos ? accepted.text : accepted.text.replace(at, 2, "→");
        }
    }
    questions = questions.empty() ? std::vector<Question>{std::move(question)} : questions;
    std::for_each(questions.begin(), questions.end(), end_with_blank);
    return questions;
}

}  // namespace

TEST_CASE("questions come back from GIFT as they were") {
    check_round_trips({make_gift, by_gift});
}

}  // namespace hornbook
