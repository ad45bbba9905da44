// Ids, marks and shuffles of quizzes. Nothing here may depend on the key: ids come from a question's words outside its gaps,
// orders from a hash of the question's id and the item's own text.
#include <algorithm>
#include <map>
#include <numeric>

#include "base/cases.h"
#include "base/hash.h"
#include "base/numbering.h"
#include "base/text.h"
#include "model/answer_kind.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/question_slug.h"
#include "weaving/passes.h"

namespace hornbook {
namespace {

// A shuffled order of the texts, by hashes. It may happen to be the right one, and that is kept: an order that is never the right one would
// depend on the key and so tell what is not right.
std::vector<std::size_t> shuffled(const std::string& question, const std::vector<std::string>& texts) {
    std::vector<std::size_t> order(texts.size());
    std::iota(order.begin(), order.end(), 0);
    auto key = [&](std::size_t i) { return std::pair(stable_hash(question + "\n" + texts[i]), texts[i]); };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return order;
}

void weave_answer(Question& question) {
    std::visit(Cases{
                   [&](Select& select) {
                       for (std::size_t i = 0; i < select.choices.size(); ++i) {
                           select.choices[i].id =
                               question.id + "--" + (i < 26 ? std::string(1, static_cast<char>('a' + i)) : std::to_string(i));
                       }
                   },
                   [&](Fill&) {},
                   [&](Match& match) {
                       std::vector<std::string> texts;
                       std::transform(match.rights.begin(), match.rights.end(), std::back_inserter(texts),
                                      [](const Inlines& t) { return plain_text(t); });
                       match.shown = shuffled(question.id, texts);
                   },
                   [&](Arrange& arrange) {
                       std::vector<std::string> texts;
                       for (ArrangeItem& item : arrange.items) {
                           texts.push_back(plain_text(item.text));
                           item.id = question.id + "--" + sha256_hex(texts.back()).substr(0, 6);
                       }
                       arrange.shown = shuffled(question.id, texts);
                   },
                   [&](Essay&) {},
               },
               question.answer);
}

// The id made of the question's words, or of its name in another program's file; equal ones of such files are numbered.
std::string derived_id(const Chapter& chapter, const Question& question, const std::map<std::string, Place>& taken, Numbering& numbering) {
    std::string base = chapter.slug + "-" + (question.slug.empty() ? slug_of(question) : question.slug);
    return question.name ? numbering.next(base, [&](const std::string& id) { return !taken.contains("quiz-" + id); }) : base;
}

// Sets the title of a quiz without one to the book's own word. Equal titles of a chapter are numbered, so that a list tells them apart.
void weave_title(Quiz& quiz, const Words& words, std::map<std::string, int>& seen) {
    if (quiz.title.empty()) {
        quiz.title.push_back({Text{words.quiz}, {}});
    }
    if (int number = ++seen[plain_text(quiz.title)]; number > 1) {
        quiz.title.push_back({Text{" " + std::to_string(number)}, {}});
    }
}

}  // namespace

void weave_quizzes(Book& book, Diagnostics& diagnostics) {
    std::map<std::string, Place> taken;
    Numbering numbering;
    auto claim = [&](const std::string& id, Place place, std::string_view what) {
        auto [row, is_new] = taken.try_emplace(id, place);
        if (!is_new) {
            diagnostics.add(Mistake::repeated_id, place, "this " + std::string(what) + " has the same id as another",
                            "give one of them an id of its own: `id: some-word`", SecondPlace{row->second, "the other one is here"});
        }
    };
    for (Chapter& chapter : book.chapters) {
        std::map<std::string, int> titles;
        for (std::size_t i = 0; i < chapter.quizzes.size(); ++i) {
            Quiz& quiz = chapter.quizzes[i];
            weave_title(quiz, book.words, titles);
            quiz.id = "quiz-" + (!quiz.id.empty() ? quiz.id : chapter.slug + (i > 0 ? "-" + std::to_string(i + 1) : ""));
            claim(quiz.id, quiz.place, "quiz");
            for (Question& question : quiz.questions) {
                std::string own = !question.id.empty() ? question.id : derived_id(chapter, question, taken, numbering);
                question.id = "quiz-" + own;
                claim(question.id, question.place, "question");
                question.marks = question.marks_set.value_or(usual_marks(question.answer));
                weave_answer(question);
            }
        }
    }
}

}  // namespace hornbook
