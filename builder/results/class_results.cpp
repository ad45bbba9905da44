#include "results/class_results.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/counted.h"
#include "base/text.h"
#include "model/answer_kind.h"
#include "model/plain_text.h"
#include "results/plugin_versions.h"
#include "results/read_results.h"

namespace hornbook {
namespace {

bool is_same(const AnswerRecord& a, const AnswerRecord& b) {
    return a.question == b.question && a.answer == b.answer && a.on_paper == b.on_paper;
}

bool is_same(const Attempt& a, const Attempt& b) {
    return a.is_retry == b.is_retry && a.is_finished == b.is_finished && a.day == b.day && a.answers.size() == b.answers.size() &&
           std::equal(a.answers.begin(), a.answers.end(), b.answers.begin(), [](const auto& x, const auto& y) { return is_same(x, y); });
}

bool may_be_of_one_device(const ClassAttempt& known, const std::string& device) {
    return known.device == device || known.device.empty() || device.empty();
}

// Sorts attempts, oldest first: by day, and on one device by number, since a clock that lost its battery goes back. An attempt without a
// day, or with one before that of the attempt before it, counts as of that one's day.
void sort_attempts(std::vector<ClassAttempt>& attempts) {
    auto by_device = [](const ClassAttempt& a, const ClassAttempt& b) {
        return std::tie(a.device, a.attempt.number, a.attempt.day) < std::tie(b.device, b.attempt.number, b.attempt.day);
    };
    std::stable_sort(attempts.begin(), attempts.end(), by_device);
    std::vector<std::pair<std::string, std::size_t>> order;  // day, place
    for (std::size_t i = 0; i < attempts.size(); ++i) {
        bool goes_on = i > 0 && attempts[i].device == attempts[i - 1].device;
        order.emplace_back(goes_on ? std::max(order.back().first, attempts[i].attempt.day) : attempts[i].attempt.day, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<ClassAttempt> sorted;
    for (const auto& [day, place] : order) {
        sorted.push_back(std::move(attempts[place]));
    }
    attempts = std::move(sorted);
}

// A text that names two attempts of one device of which the later has the earlier day; empty: there are none.
std::string turned_back(const QuizResults& quiz) {
    std::string before;
    for (const Attempt& attempt : quiz.attempts) {
        if (!attempt.day.empty() && attempt.day < before) {
            return attempt.day + "` comes after `" + before;
        }
        before = attempt.day.empty() ? before : attempt.day;
    }
    return {};
}

// Whether `more` is a later state of `less`: it holds every answer of it, and `less` was not finished.
bool is_continued(const Attempt& less, const Attempt& more) {
    return !less.is_finished && less.is_retry == more.is_retry && less.day == more.day &&
           std::all_of(less.answers.begin(), less.answers.end(), [&](const AnswerRecord& answer) {
               return std::any_of(more.answers.begin(), more.answers.end(),
                                  [&](const AnswerRecord& other) { return is_same(answer, other); });
           });
}

class Collector {
public:
    Collector(const Book& book, ClassResults& results) : book_(book), class_(results) {
        for (const Chapter& chapter : book.chapters) {
            const std::string& language = chapter.language.empty() ? book.metadata.language : chapter.language;
            for (const Quiz& quiz : chapter.quizzes) {
                for (Edition edition : {Edition::student, Edition::teacher, Edition::test}) {
                    class_.quizzes.push_back({&quiz, plain_text(quiz.title), plain_text(chapter.title), edition, {}, language});
                }
            }
        }
    }

    void add(Results results) {
        file_ = results.file;
        if (results.book.empty() ? results.title != book_.metadata.title : results.book != book_.metadata.book_identifier) {
            return remark(Weight::refusal,
                          "results of another book, `" + results.title + "`; `--book` names the folder of the book they are of");
        }
        if (results.book.empty()) {  // CSV: its codes can be checked only now
            results.book = book_.metadata.book_identifier;
            std::string fault = fault_in_sums(results);
            if (!fault.empty()) {
                return remark(Weight::refusal, fault + "; it was changed after it left the device, or is of another book");
            }
        }
        ++class_.files;
        device_ = results.device;
        if (!device_.empty()) {
            class_.devices.insert(device_);
            std::string& newest = class_.plugins[device_];
            newest = is_older_version(newest, results.plugin) ? results.plugin : newest;
        }
        note_deleted(results);
        note_left(results);
        attempts_ = repeated_ = 0;
        turned_back_.clear();
        other_marks_.clear();
        others_.clear();
        for (QuizResults& quiz : results.quizzes) {
            add_quiz(results, std::move(quiz));
        }
        tell_about_file();
    }

    void finish() {
        for (const auto& [where, deleted] : deleted_) {
            Deleted& sum = class_.pupils[std::get<0>(where)].deleted;
            sum.attempts += deleted.attempts;
            sum.sealed += deleted.sealed;
            sum.last = std::max(sum.last, deleted.last);
        }
        for (const auto& [where, left] : left_) {
            Leaves& sum = class_.pupils[where.first].left;
            sum.times += left.times;
            sum.seconds += left.seconds;
            sum.unknown += left.unknown;
        }
        note_plugin_versions(class_);
        auto is_empty = [](const ClassQuiz& quiz) { return quiz.rows.empty(); };
        class_.quizzes.erase(std::remove_if(class_.quizzes.begin(), class_.quizzes.end(), is_empty), class_.quizzes.end());
        for (ClassQuiz& quiz : class_.quizzes) {
            std::sort(quiz.rows.begin(), quiz.rows.end(),
                      [](const ClassRow& a, const ClassRow& b) { return key_of(a.pupil) < key_of(b.pupil); });
            for (ClassRow& row : quiz.rows) {
                sort_attempts(row.attempts);
                note_lone_rounds(quiz, row);
                choose_first_and_best(row);
            }
        }
    }

private:
    void remark(Weight weight, const std::string& text) {
        class_.remarks.push_back({weight, file_, 0, text});
    }

    // Notes rounds of what went wrong without the attempt that they follow, which the device exports too.
    void note_lone_rounds(const ClassQuiz& quiz, const ClassRow& row) {
        for (const ClassAttempt& round : row.attempts) {
            bool has_first = std::any_of(row.attempts.begin(), row.attempts.end(), [&](const ClassAttempt& before) {
                return !before.attempt.is_retry && before.attempt.number < round.attempt.number;
            });
            if (round.attempt.is_retry && !has_first) {
                file_ = round.file;
                return remark(Weight::note, "attempt " + std::to_string(round.attempt.number) + " of pupil " + shown_pupil(row.pupil) +
                                                " at `" + quiz.title +
                                                "` repeats what went wrong in an earlier one, and no earlier one "
                                                "came; somebody may have taken it out");
            }
        }
    }

    // Notes what was deleted on a device. It only grows there, so of several files of one device the highest number counts.
    void note_deleted(const Results& results) {
        std::string key = key_of(results.pupil);
        class_.pupils.emplace(key, ClassPupil{results.pupil, {}, {}});
        if (results.deleted.attempts + results.deleted.sealed > 0) {
            Deleted& most = deleted_[{key, results.device, results.edition}];
            most.attempts = std::max(most.attempts, results.deleted.attempts);
            most.sealed = std::max(most.sealed, results.deleted.sealed);
            most.last = std::max(most.last, results.deleted.last);
        }
    }

    // Notes the times at which a test was left; the highest number counts as well.
    void note_left(const Results& results) {
        if (results.left.times > 0) {
            Leaves& most = left_[{key_of(results.pupil), results.device}];
            most = results.left.times > most.times ? results.left : most;
        }
    }

    void tell_about_file() {
        if (!turned_back_.empty()) {
            remark(Weight::note,
                   "the clock of its device went back: `" + turned_back_ + "`; its attempts count in the order of their numbers");
        }
        if (attempts_ > 0 && repeated_ == attempts_) {
            ++class_.repeating;
            remark(Weight::note, "every attempt in it is in `" + repeated_in_ + "` too, and counts once");
        } else if (repeated_ > 0) {
            remark(Weight::note, counted(repeated_, "one attempt in it is", "attempts in it are") + " in `" + repeated_in_ + "` too, and " +
                                     (repeated_ == 1 ? "counts" : "count") + " once");
        }
        if (!others_.empty()) {
            bool is_one = others_.size() == 1;
            remark(Weight::note,
                   (is_one ? others_.front() + " is another one" : std::to_string(others_.size()) + " attempts are others") + " than in `" +
                       others_in_ + "`" + (is_one ? "" : " (" + others_.front() + " first)") + ": " +
                       (device_.empty() ? "two devices, or two pupils as one"
                                        : "results were deleted in between, or two e-readers have the same letters, as when one was copied "
                                          "onto the other") +
                       (is_one ? "; both count" : "; all count"));
        }
        if (!other_marks_.empty()) {
            remark(Weight::note, counted(other_marks_.size(), "one answer earns", "answers earn") +
                                     " other marks by this book than on the device (`" + other_marks_.front() + "`" +
                                     (other_marks_.size() > 1 ? " first" : "") +
                                     "); the book or the file was changed since, and the book counts");
        }
    }

    void add_quiz(const Results& results, QuizResults given) {
        auto quiz = std::find_if(class_.quizzes.begin(), class_.quizzes.end(), [&](const ClassQuiz& candidate) {
            return candidate.quiz->id == given.id && candidate.edition == results.edition;
        });
        if (quiz == class_.quizzes.end()) {
            return remark(Weight::refusal, "its quiz `" + given.title + "` (`" + given.id + "`) is not in this book, so it does not count");
        }
        turned_back_ = turned_back_.empty() ? turned_back(given) : turned_back_;
        std::string key = key_of(results.pupil);
        auto row = std::find_if(quiz->rows.begin(), quiz->rows.end(), [&](const ClassRow& r) { return key_of(r.pupil) == key; });
        if (row == quiz->rows.end()) {
            row = quiz->rows.insert(row, {results.pupil, {}, {}, {}});
        }
        for (Attempt& attempt : given.attempts) {
            add_attempt(*quiz, *row, std::move(attempt));
        }
    }

    void add_attempt(const ClassQuiz& quiz, ClassRow& row, Attempt attempt) {
        ++attempts_;
        bool is_another = false;
        for (ClassAttempt& known : row.attempts) {
            if (known.attempt.number != attempt.number || !may_be_of_one_device(known, device_)) {
                continue;
            }
            if (is_same(known.attempt, attempt) || is_continued(attempt, known.attempt)) {
                known.device = known.device.empty() ? device_ : known.device;
                ++repeated_;
                repeated_in_ = known.file;
                return;
            }
            if (is_continued(known.attempt, attempt)) {
                std::string device = known.device;
                known = graded(quiz, std::move(attempt));
                known.device = known.device.empty() ? device : known.device;
                return;
            }
            if (known.device == device_) {
                is_another = true;
                others_in_ = known.file;
            }
        }
        if (is_another) {
            others_.push_back("attempt " + std::to_string(attempt.number) + " of pupil " + shown_pupil(row.pupil) + " at `" + quiz.title +
                              "`");
        }
        row.attempts.push_back(graded(quiz, std::move(attempt)));
    }

    ClassAttempt graded(const ClassQuiz& of, Attempt attempt) {
        const Quiz& quiz = *of.quiz;
        ClassAttempt result{{}, device_, file_, std::vector<Outcome>(quiz.questions.size())};
        std::vector<std::string> unknown;
        for (const AnswerRecord& answer : attempt.answers) {
            auto question = std::find_if(quiz.questions.begin(), quiz.questions.end(), [&](const Question& candidate) {
                return candidate.id == answer.question && kind_of(candidate.answer) == answer.kind;
            });
            if (question == quiz.questions.end()) {
                unknown.push_back("`" + answer.question + "`");
                continue;
            }
            result.outcomes[static_cast<std::size_t>(question - quiz.questions.begin())] = outcome_of(*question, answer, of.language);
        }
        if (!unknown.empty()) {
            remark(Weight::note, counted(unknown.size(), "one answer", "answers") + " in `" + quiz.id +
                                     "` to what this book does not ask any more: " + join(unknown, ", "));
        }
        if (!attempt.is_retry && attempt.questions > 0 && attempt.questions != quiz.questions.size()) {
            remark(Weight::note, "`" + quiz.id + "` had " + counted(attempt.questions, "one question", "questions") + " there and has " +
                                     std::to_string(quiz.questions.size()) +
                                     " in this book, which is another edition; what was not asked counts as not answered");
        }
        result.attempt = std::move(attempt);
        return result;
    }

    Outcome outcome_of(const Question& question, const AnswerRecord& answer, const std::string& language) {
        Outcome outcome{answer.on_paper || is_answered(answer.answer), grade(question, answer.answer, language), "", answer.on_paper,
                        std::nullopt};
        if (is_written(question)) {
            outcome.written = std::get<std::string>(answer.answer);
        } else if (answer.verdict && std::fabs(outcome.grade.marks - answer.marks) > 0.005) {
            other_marks_.push_back(question.id);
        }
        return outcome;
    }

    static void choose_first_and_best(ClassRow& row) {
        for (bool must_be_finished : {true, false}) {
            for (std::size_t i = 0; i < row.attempts.size(); ++i) {
                const ClassAttempt& attempt = row.attempts[i];
                if (attempt.attempt.is_retry || (must_be_finished && !attempt.attempt.is_finished)) {
                    continue;
                }
                row.first = row.first.value_or(i);
                if (!row.best || marks_of(attempt) > marks_of(row.attempts[*row.best]) + 0.001) {
                    row.best = i;
                }
            }
            if (row.first) {
                return;
            }
        }
    }

    const Book& book_;
    ClassResults& class_;
    std::map<std::tuple<std::string, std::string, Edition>, Deleted> deleted_;  // by pupil's key, device and edition
    std::map<std::pair<std::string, std::string>, Leaves> left_;                // by pupil's key and device
    std::string file_;
    std::string device_;
    std::string turned_back_;   // days of this file of which the later is the earlier
    std::size_t attempts_ = 0;  // of this file
    std::size_t repeated_ = 0;
    std::string repeated_in_;
    std::vector<std::string> other_marks_;
    std::vector<std::string> others_;  // attempts of which another file of this device tells something else
    std::string others_in_;
};

}  // namespace

std::string key_of(const Pupil& pupil) {
    std::string digits = std::to_string(pupil.number);
    return pupil.number > 0         ? "1 " + std::string(digits.size() < 2 ? "0" : "") + digits
           : pupil.nickname.empty() ? "3 " + pupil.from
                                    : "2 " + fold_case(collapse_spaces(pupil.nickname));
}

std::string shown_pupil(const Pupil& pupil) {
    std::string from = pupil.from.substr(pupil.from.rfind('/') + 1);
    return pupil.number > 0 ? std::to_string(pupil.number) : pupil.nickname.empty() ? "? (" + from + ")" : pupil.nickname;
}

std::string roster_name(const ClassResults& results, const Pupil& pupil) {
    auto row = results.roster.find(key_of(pupil));
    return row == results.roster.end() ? "" : row->second.name;
}

ClassResults collect_results(const Book& book, std::vector<Results> files) {
    ClassResults results;
    Collector collector(book, results);
    for (Results& file : files) {
        collector.add(std::move(file));
    }
    collector.finish();
    return results;
}

}  // namespace hornbook
