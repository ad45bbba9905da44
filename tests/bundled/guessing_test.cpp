// The bundled book's questions, answered by somebody who has not read it and goes by a rule of thumb: the shortest choice, the longest,
// none that says "always", the one that shares words with the question. Such a rule earns hardly more than chance.
#include <cmath>
#include <functional>
#include <set>

#include "base/text.h"
#include "catch.h"
#include "grading/grade.h"
#include "model/plain_text.h"
#include "reading/read_book.h"
#include "weaving/weave.h"

using namespace hornbook;

namespace {

constexpr double most_above_chance = 0.10;  // share of the marks
constexpr int fewest_questions = 6;         // a rule that decides fewer is not judged

std::set<std::string> words_of(std::string_view text) {
    std::set<std::string> words;
    std::string word;
    for (char c : std::string(text) + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        } else if (!word.empty()) {
            words.insert(word);
            word.clear();
        }
    }
    return words;
}

double shared_words(const Question& question, const Choice& choice) {
    std::set<std::string> asked = words_of(plain_text(question.text) + " " + plain_text(question.body));
    double shared = 0;
    for (const std::string& word : words_of(plain_text(choice.text))) {
        shared += word.size() > 3 && asked.contains(word) ? 1 : 0;
    }
    return shared;
}

double absolute_words(const Choice& choice, const Question& question, bool true_false) {
    static const std::set<std::string> absolute = {"all",   "always",    "any",      "certain", "certainly", "completely", "entirely",
                                                   "every", "everybody", "everyone", "exact",   "exactly",   "must",       "never",
                                                   "no",    "nobody",    "none",     "only",    "proved",    "proves"};
    double count = 0;
    for (const std::string& word : words_of(plain_text(true_false ? question.text : choice.text))) {
        count += absolute.contains(word) ? 1 : 0;
    }
    return count;
}

// How much a rule likes a choice; those it likes most are guessed.
using Liking = std::function<double(const Question&, const Choice&)>;

struct Rule {
    const char* name;
    Liking liking;
};

double length(const Choice& choice) {
    return static_cast<double>(plain_text(choice.text).size());
}

const std::vector<Rule> rules = {
    {"the shortest", [](const Question&, const Choice& choice) { return -length(choice); }},
    {"the longest", [](const Question&, const Choice& choice) { return length(choice); }},
    {"none that is absolute", [](const Question& question, const Choice& choice) { return -absolute_words(choice, question, false); }},
    {"words of the question", [](const Question& question, const Choice& choice) { return shared_words(question, choice); }},
    {"no words of the question", [](const Question& question, const Choice& choice) { return -shared_words(question, choice); }},
};

// Share of a question's marks.
double earned(const Question& question, const std::vector<std::string>& ids) {
    bool several = std::get<Select>(question.answer).several;
    return grade(question, several ? GivenAnswer(ids) : GivenAnswer(ids.front()), "en").marks / question.marks;
}

struct Earned {
    double by_rule = 0;
    double by_chance = 0;
    int questions = 0;  // those that the rule decides
};

// The one choice that the rule likes most, or, of several, all but the one that it likes least; of equals each is taken as often. Chance
// takes each choice, or leaves each out, as often.
void guess(const Question& question, const Rule& rule, Earned& sum) {
    const auto& select = std::get<Select>(question.answer);
    double best = -HUGE_VAL;
    std::vector<double> likings;
    for (const Choice& choice : select.choices) {
        double liking = rule.liking(question, choice);
        likings.push_back(select.several ? -liking : liking);
        best = std::max(best, likings.back());
    }
    double by_rule = 0;
    double by_chance = 0;
    int equals = 0;
    for (std::size_t i = 0; i < select.choices.size(); ++i) {
        std::vector<std::string> ids;
        for (std::size_t j = 0; j < select.choices.size(); ++j) {
            if (select.several ? j != i : j == i) {
                ids.push_back(select.choices[j].id);
            }
        }
        double marks = earned(question, ids);
        by_chance += marks / static_cast<double>(select.choices.size());
        if (likings[i] == best) {
            by_rule += marks;
            ++equals;
        }
    }
    if (equals < static_cast<int>(select.choices.size())) {
        sum.by_rule += by_rule / equals;
        sum.by_chance += by_chance;
        ++sum.questions;
    }
}

void judge(const std::vector<Question>& questions, const std::vector<Rule>& by, bool several) {
    for (const Rule& rule : by) {
        Earned sum;
        for (const Question& question : questions) {
            const auto& select = std::get<Select>(question.answer);
            if (select.several == several && !select.true_false) {
                guess(question, rule, sum);
            }
        }
        INFO((several ? "choose all, all but " : "choose one, ") << rule.name << ": " << sum.by_rule << " by the rule, " << sum.by_chance
                                                                 << " by chance, of " << sum.questions << " questions");
        CHECK((sum.questions < fewest_questions || sum.by_rule / sum.questions <= sum.by_chance / sum.questions + most_above_chance));
    }
}

}  // namespace

TEST_CASE("nobody answers the bundled book's questions by a rule of thumb") {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(HORNBOOK_SOURCE_DIR), {}, sources, diagnostics).book;
    weave(book, 0, diagnostics);
    std::vector<Question> questions;
    for (const Chapter& chapter : book.chapters) {
        for (const Quiz& quiz : chapter.quizzes) {
            for (const Question& question : quiz.questions) {
                if (std::holds_alternative<Select>(question.answer)) {
                    questions.push_back(question);
                }
            }
        }
    }
    judge(questions, rules, false);
    judge(questions, rules, true);

    // True or false: true, false, or false where a word is absolute.
    double is_true = 0;
    double by_words = 0;
    double count = 0;
    double all_ticked = 0;
    double several = 0;
    for (const Question& question : questions) {
        const auto& select = std::get<Select>(question.answer);
        if (select.true_false) {
            bool right = plain_text(select.choices.front().text) == "True" ? select.choices.front().right : select.choices.back().right;
            ++count;
            is_true += right ? 1 : 0;
            by_words += (absolute_words(select.choices.front(), question, true) == 0) == right ? 1 : 0;
        } else if (select.several) {
            std::vector<std::string> ids;
            for (const Choice& choice : select.choices) {
                ids.push_back(choice.id);
            }
            ++several;
            all_ticked += earned(question, ids);
        }
    }
    INFO(is_true << " of " << count << " are true, absolute words tell " << by_words);
    INFO("all ticked earns " << all_ticked << " of " << several);
    CHECK(count >= fewest_questions);
    CHECK(std::max(is_true, count - is_true) / count <= 0.5 + most_above_chance);
    CHECK(std::max(by_words, count - by_words) / count <= 0.5 + most_above_chance);
    CHECK(all_ticked / several <= 0.5);
}
