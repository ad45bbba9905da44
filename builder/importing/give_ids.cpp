#include "importing/give_ids.h"

#include <algorithm>

#include "base/numbering.h"
#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_id = 40;
constexpr std::string_view woven_prefix = "quiz-";  // of ids in banks that Hornbook made; weaving gives it again

}  // namespace

void give_ids(Chapter& chapter, const TakenIds& others) {
    std::set<std::string> taken = others.ids;
    taken.insert({"", others.slug});
    for (std::size_t quiz = 0; quiz < chapter.quizzes.size() && !others.slug.empty(); ++quiz) {
        taken.insert(others.slug + "-" + std::to_string(quiz + 2));  // as a second quiz is called, or a second chapter
    }
    auto own_id = [](const Question& question) { return !question.id.empty() ? question.id : question.name.value_or(""); };
    for (const Quiz& quiz : chapter.quizzes) {
        for (const Question& question : quiz.questions) {
            taken.insert(own_id(question).empty() ? others.slug + "-" + ascii_slug(plain_text(question.text), "q") : std::string());
        }
    }
    std::set<std::string> questions;
    Numbering numbering;
    for (Quiz& quiz : chapter.quizzes) {
        for (Question& question : quiz.questions) {
            std::string words = ascii_slug(plain_text(question.text), "q");
            bool repeated = !questions.insert(words).second;
            std::string own = own_id(question);
            question.name.reset();
            if (own.empty() && !repeated) {
                continue;
            }
            std::size_t end = words.size() > longest_id ? words.rfind('-', longest_id) : words.size();
            std::string base = own.empty() ? words.substr(0, std::min(end, words.size())) : ascii_slug(own, "q");
            base.erase(0, base.size() > woven_prefix.size() && base.starts_with(woven_prefix) ? woven_prefix.size() : 0);
            taken.insert(own.empty() ? base : std::string());
            question.id = numbering.next(base, [&](const std::string& id) { return taken.insert(id).second; });
        }
    }
}

}  // namespace hornbook
