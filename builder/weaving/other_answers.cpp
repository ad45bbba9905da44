// Other answers: the same book with another key, to prove that the test edition does not depend on the key.
#include <algorithm>

#include "weaving/editions.h"

namespace hornbook {
namespace {

Blocks other_text(const Blocks& blocks) {
    return blocks.empty() ? Blocks{{Paragraph{{{Text{"Other words."}, {}}}}, {}}} : Blocks{};
}

void replace_key(Select& select) {
    for (Choice& choice : select.choices) {
        choice.feedback = other_text(choice.feedback);
        choice.credit = choice.credit ? std::nullopt : std::optional(0.25);
        if (select.several) {
            choice.right = !choice.right;
        }
    }
    if (!select.several && !select.choices.empty()) {  // one right answer moves to the next choice
        auto right = std::find_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; });
        auto at = right == select.choices.end() ? 0 : static_cast<std::size_t>(right - select.choices.begin());
        select.choices[at].right = false;
        select.choices[(at + 1) % select.choices.size()].right = true;
    }
}

void replace_key(Fill& fill) {
    for (Blank& blank : fill.blanks) {
        blank.accepted = {{"another answer", std::nullopt, std::nullopt, {}, {}}, {"7", NumberRange{7, 7}, 0.5, other_text({}), {}}};
    }
}

// Gives each left another partner, and the list of partners another order.
void replace_key(Match& match) {
    std::reverse(match.rights.begin(), match.rights.end());
    for (MatchLeft& left : match.lefts) {
        left.right = left.right == no_index ? 0 : (left.right + 1) % std::max<std::size_t>(1, match.rights.size());
        left.feedback = other_text(left.feedback);
    }
}

void replace_key(Arrange& arrange) {
    std::reverse(arrange.items.begin(), arrange.items.end());
    for (ArrangeItem& item : arrange.items) {
        item.feedback = other_text(item.feedback);
    }
}

void replace_key(Essay&) {}

}  // namespace

Book with_other_answers(Book book) {
    for (Chapter& chapter : book.chapters) {
        for (Quiz& quiz : chapter.quizzes) {
            for (Question& question : quiz.questions) {
                std::visit([](auto& answer) { replace_key(answer); }, question.answer);
                question.hint = other_text(question.hint);
                question.feedback = other_text(question.feedback);
                question.key = other_text(question.key);
                question.see = question.see.empty() ? chapter.file.substr(chapter.file.rfind('/') + 1) : "";
            }
        }
    }
    return book;
}

}  // namespace hornbook
