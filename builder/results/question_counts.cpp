#include "results/question_counts.h"

#include <algorithm>
#include <map>

#include "base/cases.h"
#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t most_shown_answers = 6;  // of one gap, left or order; what is rarer is counted together

// Counter of answers that were typed or put together, in which equal ones are counted as one.
class Given {
public:
    void add(const std::string& answer, bool is_right) {
        AnswerCount& count = counts_[fold_case(collapse_spaces(answer))];
        count.answer = count.answer.empty() ? collapse_spaces(answer) : count.answer;
        count.is_right = is_right;
        ++count.count;
    }

    void append_to(std::vector<AnswerCount>& all, const std::string& label) const {
        std::vector<AnswerCount> sorted;
        std::transform(counts_.begin(), counts_.end(), std::back_inserter(sorted), [](const auto& row) { return row.second; });
        std::stable_sort(sorted.begin(), sorted.end(), [](const AnswerCount& a, const AnswerCount& b) { return a.count > b.count; });
        std::size_t rest = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (i < most_shown_answers) {
                all.push_back({label + sorted[i].answer, sorted[i].count, sorted[i].is_right});
            } else {
                rest += sorted[i].count;
            }
        }
        if (rest > 0) {
            all.push_back({"", rest, false});
        }
    }

private:
    std::map<std::string, AnswerCount> counts_;
};

// The first answers of all pupils to one question.
std::vector<const AnswerRecord*> first_answers(const ClassQuiz& quiz, std::size_t question) {
    std::vector<const AnswerRecord*> answers;
    for (const ClassRow& row : quiz.rows) {
        if (!row.first || !row.attempts[*row.first].outcomes[question].is_answered) {
            continue;
        }
        for (const AnswerRecord& answer : row.attempts[*row.first].attempt.answers) {
            if (answer.question == quiz.quiz->questions[question].id) {
                answers.push_back(&answer);
            }
        }
    }
    return answers;
}

template <class Form>
const Form& form_of(const AnswerRecord& record) {
    static const Form none{};
    const Form* form = std::get_if<Form>(&record.answer);
    return form != nullptr ? *form : none;
}

bool is_right_in(const Blank& blank, const std::string& text, const std::string& language) {
    Question question;
    question.answer = Fill{false, {blank}};
    return grade(question, std::vector<std::string>{text}, language).verdict == Verdict::right;
}

class AnswerCounter {
public:
    AnswerCounter(const ClassQuiz& quiz, std::size_t question)
        : question_(quiz.quiz->questions[question]), language_(quiz.language), answers_(first_answers(quiz, question)) {}

    std::vector<AnswerCount> count() {
        std::visit([&](const auto& answer) { count(answer); }, question_.answer);
        return std::move(counts_);
    }

private:
    void count(const Select& select) {
        for (const Choice& choice : select.choices) {
            auto taken = std::count_if(answers_.begin(), answers_.end(), [&](const AnswerRecord* record) {
                const auto& several = form_of<std::vector<std::string>>(*record);
                return form_of<std::string>(*record) == choice.id || std::find(several.begin(), several.end(), choice.id) != several.end();
            });
            counts_.push_back({plain_text(choice.text), static_cast<std::size_t>(taken), choice.right});
        }
    }

    void count(const Fill& fill) {
        for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
            Given given;
            for (const AnswerRecord* record : answers_) {
                const auto& texts = form_of<std::vector<std::string>>(*record);
                if (i < texts.size() && is_answered(texts[i])) {
                    given.add(texts[i], is_right_in(fill.blanks[i], texts[i], language_));
                }
            }
            given.append_to(counts_, fill.blanks.size() > 1 ? std::to_string(i + 1) + ": " : "");
        }
    }

    void count(const Match& match) {
        for (std::size_t i = 0; i < match.lefts.size(); ++i) {
            Given given;
            for (const AnswerRecord* record : answers_) {
                const auto& rights = form_of<MatchedRights>(*record);
                if (i < rights.size() && rights[i] && *rights[i] < match.shown.size()) {
                    std::size_t right = match.shown[*rights[i]];
                    given.add(plain_text(match.rights[right]), right == match.lefts[i].right);
                }
            }
            given.append_to(counts_, plain_text(match.lefts[i].text) + " → ");
        }
    }

    void count(const Arrange& arrange) {
        Given given;
        for (const AnswerRecord* record : answers_) {
            std::vector<std::string> steps;
            for (const std::string& id : form_of<std::vector<std::string>>(*record)) {
                for (const ArrangeItem& item : arrange.items) {
                    if (item.id == id) {
                        steps.push_back(plain_text(item.text));
                    }
                }
            }
            given.add(join(steps, " · "), grade(question_, record->answer, language_).verdict == Verdict::right);
        }
        given.append_to(counts_, "");
    }

    void count(const Essay&) {}

    const Question& question_;
    const std::string& language_;
    std::vector<const AnswerRecord*> answers_;
    std::vector<AnswerCount> counts_;
};

}  // namespace

std::vector<Tally> tally_questions(const ClassQuiz& quiz) {
    std::vector<Tally> tallies;
    for (std::size_t i = 0; i < quiz.quiz->questions.size(); ++i) {
        if (is_written(quiz.quiz->questions[i])) {
            continue;
        }
        Tally& tally = tallies.emplace_back(Tally{i, 0, 0, 0, 0});
        for (const ClassRow& row : quiz.rows) {
            if (row.first) {
                const Outcome& outcome = row.attempts[*row.first].outcomes[i];
                std::size_t& count = !outcome.is_answered                      ? tally.unanswered
                                     : outcome.grade.verdict == Verdict::right ? tally.right
                                     : outcome.grade.verdict == Verdict::wrong ? tally.wrong
                                                                               : tally.partly;
                ++count;
            }
        }
    }
    return tallies;
}

std::vector<Tally> worst_questions(const ClassQuiz& quiz) {
    if (std::none_of(quiz.rows.begin(), quiz.rows.end(), [](const ClassRow& row) { return row.first.has_value(); })) {
        return {};
    }
    std::vector<Tally> tallies = tally_questions(quiz);
    std::stable_sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) {
        return std::pair(a.wrong + a.unanswered, a.partly) > std::pair(b.wrong + b.unanswered, b.partly);
    });
    return tallies;
}

std::vector<AnswerCount> count_answers(const ClassQuiz& quiz, std::size_t question) {
    return AnswerCounter(quiz, question).count();
}

}  // namespace hornbook
