#include <algorithm>
#include <map>

#include "base/text.h"
#include "model/marks.h"
#include "model/passage.h"
#include "model/plain_text.h"
#include "results/class_html.h"
#include "results/class_page.h"
#include "results/overview.h"

namespace hornbook {
namespace {

bool is_all_right(const Question& question, const Outcome& outcome) {
    if (is_written(question)) {
        return outcome.is_answered &&
               outcome.by_hand.value_or(question.marks) >= question.marks;  // what nobody has marked yet is left alone
    }
    return outcome.is_answered && outcome.grade.verdict == Verdict::right;
}

// A passage to read again, and the questions that lead to it.
struct ToRead {
    std::string passage;
    std::vector<std::pair<const ClassQuiz*, std::string>> questions;  // their numbers: "2, 5"
};

class PupilPages {
public:
    PupilPages(const Book& book, const ClassResults& results, std::string_view language)
        : book_(book), results_(results), said_(words_of_class(book, language)), words_(said_.words) {}

    std::string write() {
        open_page(html_, said_, words_.results + ": " + book_.metadata.title);
        html_.open("main");
        for (const Pupil& pupil : pupils_of(results_)) {
            if (std::any_of(results_.quizzes.begin(), results_.quizzes.end(),
                            [&](const ClassQuiz& quiz) { return row_of(quiz, pupil) != nullptr; })) {
                write_page(pupil);
            }
        }
        html_.close();
        return close_page(html_);
    }

private:
    void write_page(const Pupil& pupil) {
        html_.line_break();
        html_.open("section", {{"class", "own-page"}});
        std::string name = roster_name(results_, pupil);
        html_.open("h1");
        html_.element("bdi", {}, name.empty() ? shown_pupil(pupil) : name);
        html_.close();
        html_.open("p");
        html_.text(words_.your_results + ": ");
        write_book_text(html_, said_, "span", book_.metadata.title);
        html_.text(name.empty() ? "" : " · " + words_.pupil + " " + shown_pupil(pupil));
        html_.close();
        write_marks(pupil);
        write_to_read(pupil);
        html_.close();
    }

    void write_marks(const Pupil& pupil) {
        open_table(html_, words_.your_results, false);
        html_.open("thead");
        html_.open("tr");
        for (const std::string* column : {&words_.quiz, &said_.book_words.sheet_date, &words_.first, &words_.best}) {
            write_column(html_, *column);
        }
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const ClassQuiz& quiz : results_.quizzes) {
            const ClassRow* row = row_of(quiz, pupil);
            html_.line_break();
            html_.open("tr");
            html_.element("th", {{"scope", "row"}, {"lang", said_.book_language}, {"dir", "auto"}}, title_of(said_, quiz));
            if (row == nullptr) {
                html_.element("td", {{"class", "nothing"}, {"colspan", "3"}}, words_.no_attempt);
            } else {
                const ClassAttempt& best = row->attempts[*row->best];
                html_.element("td", {{"class", "day"}}, best.attempt.day.empty() ? "–" : best.attempt.day);
                if (quiz.edition == Edition::test && row->first == row->best) {  // it is taken once
                    html_.element("td", {{"class", "sum"}, {"colspan", "2"}}, marks_in_words(quiz, best));
                } else {
                    html_.element("td", {}, marks_in_words(quiz, row->attempts[*row->first]));
                    html_.element("td", {{"class", "sum"}}, marks_in_words(quiz, best));
                }
            }
            html_.close();
        }
        html_.close();
        close_table(html_);
    }

    std::string marks_in_words(const ClassQuiz& quiz, const ClassAttempt& attempt) const {
        bool is_marked = total_of(*quiz.quiz, attempt).has_value();
        double of = marks_for(*quiz.quiz, false) + marks_for(*quiz.quiz, true);
        return said_.marks(marks_of(attempt) + marks_by_hand(attempt).value_or(0)) + (is_marked ? "" : std::string(not_marked_yet)) +
               " / " + said_.marks(of) + (attempt.attempt.is_finished ? "" : " (" + words_.not_finished + ")");
    }

    // The passages for a pupil, in the order of the book.
    std::vector<ToRead> to_read(const Pupil& pupil) const {
        std::vector<ToRead> all;
        for (const ClassQuiz& quiz : results_.quizzes) {
            const ClassRow* row = row_of(quiz, pupil);
            for (std::size_t i = 0; row != nullptr && i < quiz.quiz->questions.size(); ++i) {
                const Question& question = quiz.quiz->questions[i];
                if (!is_all_right(question, row->attempts[*row->best].outcomes[i])) {
                    std::string passage = passage_name(book_, question);
                    note(all, passage.empty() ? quiz.chapter : passage, quiz, std::to_string(i + 1));
                }
            }
        }
        return all;
    }

    static void note(std::vector<ToRead>& all, const std::string& passage, const ClassQuiz& quiz, const std::string& number) {
        auto known = std::find_if(all.begin(), all.end(), [&](const ToRead& row) { return row.passage == passage; });
        if (known == all.end()) {
            known = all.insert(known, {passage, {}});
        }
        if (known->questions.empty() || known->questions.back().first != &quiz) {
            known->questions.emplace_back(&quiz, number);
        } else {
            known->questions.back().second += ", " + number;
        }
    }

    bool has_unmarked(const Pupil& pupil) const {
        return std::any_of(results_.quizzes.begin(), results_.quizzes.end(), [&](const ClassQuiz& quiz) {
            const ClassRow* row = row_of(quiz, pupil);
            return row != nullptr && !total_of(*quiz.quiz, row->attempts[*row->best]);
        });
    }

    void write_to_read(const Pupil& pupil) {
        std::vector<ToRead> all = to_read(pupil);
        if (all.empty() && has_unmarked(pupil)) {
            return;  // nobody knows yet whether there is something
        }
        html_.element("h2", {}, words_.read_again);
        if (all.empty()) {
            html_.element("p", {}, words_.nothing_again);
            return;
        }
        html_.open("ul");
        for (const ToRead& row : all) {
            html_.open("li");
            write_book_text(html_, said_, "b", row.passage);
            for (const auto& [quiz, numbers] : row.questions) {
                html_.empty("br");
                write_book_text(html_, said_, "span", title_of(said_, *quiz));
                html_.text(
                    " · " +
                    fill_in(numbers.find(',') == std::string::npos ? said_.book_words.question_number : words_.question_numbers, numbers));
            }
            html_.close();
        }
        html_.close();
    }

    XmlWriter html_;
    const Book& book_;
    const ClassResults& results_;
    const PageWords said_;
    const ClassWords& words_;
};

}  // namespace

std::string make_pupil_pages(const Book& book, const ClassResults& results, std::string_view language) {
    return PupilPages(book, results, language).write();
}

}  // namespace hornbook
