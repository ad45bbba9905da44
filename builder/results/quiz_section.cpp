#include <algorithm>

#include "model/plain_text.h"
#include "results/class_sections.h"
#include "results/overview.h"
#include "results/question_counts.h"

namespace hornbook {
namespace {

// Writer of the section of one quiz: the questions that went wrong, the marks of each pupil, what they wrote.
class QuizSection {
public:
    QuizSection(XmlWriter& html, const PageWords& said, const ClassResults& results, const ClassQuiz& quiz)
        : html_(html),
          said_(said),
          words_(said.words),
          results_(results),
          quiz_(quiz),
          of_(marks_for(*quiz.quiz, false)),
          of_written_(marks_for(*quiz.quiz, true)) {}

    void write(const std::string& id) {
        html_.line_break();
        html_.open("section", {{"class", "quiz"}, {"aria-labelledby", id}});
        html_.open("h2", {{"id", id}});
        write_book_text(html_, said_, "span", title_of(said_, quiz_));
        html_.close();
        write_questions(html_, said_, quiz_);
        write_table();
        for (std::size_t i = 0; i < quiz_.quiz->questions.size(); ++i) {
            if (is_to_show(i)) {
                write_written(i);
            }
        }
        html_.close();
    }

private:
    void write_table() {
        open_table(html_, words_.marks_of_each, true);
        html_.open("thead");
        html_.open("tr");
        write_column(html_, words_.pupil);
        write_column(html_, words_.attempt);
        for (std::size_t i = 0; i < quiz_.quiz->questions.size(); ++i) {
            const Question& question = quiz_.quiz->questions[i];
            write_column(html_, std::to_string(i + 1), plain_text(question.text) + " (" + said_.marks(question.marks) + ")");
        }
        write_column(html_, fill_in(words_.score_of, said_.marks(of_)));
        if (of_written_ > 0) {
            write_column(html_, fill_in(words_.written_of, said_.marks(of_written_)));
            write_column(html_, fill_in(words_.total_of, said_.marks(of_ + of_written_)));
        }
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const Pupil& pupil : pupils_of(results_)) {
            const ClassRow* row = row_of(quiz_, pupil);
            row != nullptr ? write_row(*row) : write_absent(pupil);
        }
        html_.close();
        write_foot();
        close_table(html_);
        if (&quiz_ == &results_.quizzes.front()) {
            html_.element("p", {{"class", "key"}}, words_.cell_legend);
        }
    }

    void write_absent(const Pupil& pupil) {
        html_.line_break();
        html_.open("tr");
        write_pupil(html_, results_, pupil, 1);
        std::string columns = std::to_string(quiz_.quiz->questions.size() + (of_written_ > 0 ? 4 : 2));
        html_.element("td", {{"class", "nothing"}, {"colspan", columns}},
                      results_.pupils.contains(key_of(pupil)) ? words_.no_attempt : words_.nothing_came);
        html_.close();
    }

    void write_row(const ClassRow& row) {
        std::vector<std::size_t> shown = shown_attempts(row);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const ClassAttempt& made = row.attempts[shown[i]];
            html_.line_break();
            html_.open("tr");
            if (i == 0) {
                write_pupil(html_, results_, row.pupil, shown.size());
            }
            html_.element("td", {}, attempt_in_words(said_, quiz_, row, shown[i]));
            for (std::size_t q = 0; q < made.outcomes.size(); ++q) {
                write_cell(quiz_.quiz->questions[q], made.outcomes[q]);
            }
            html_.element("td", {{"class", "sum"}}, said_.marks(marks_of(made)));
            if (of_written_ > 0) {
                std::optional<double> by_hand = marks_by_hand(made);
                std::optional<double> total = total_of(*quiz_.quiz, made);
                html_.element("td", {{"class", "sum"}}, by_hand ? said_.marks(*by_hand) : "–");
                html_.element("td", {{"class", "sum"}}, total ? said_.marks(*total) : "–");
            }
            html_.close();
        }
    }

    void write_cell(const Question& question, const Outcome& outcome) {
        if (!outcome.is_answered) {
            html_.element("td", {}, "–");
        } else if (is_written(question)) {
            html_.element("td", {}, outcome.by_hand ? said_.marks(*outcome.by_hand) : "?");
        } else {
            html_.element("td", {{"class", word_for(outcome.grade.verdict)}}, said_.marks(outcome.grade.marks));
        }
    }

    void write_foot() {
        std::vector<Tally> tallies = tally_questions(quiz_);
        html_.open("tfoot");
        html_.open("tr");
        html_.element("th", {{"scope", "row"}, {"colspan", "2"}}, words_.not_right_at_first);
        for (std::size_t i = 0; i < quiz_.quiz->questions.size(); ++i) {
            auto tally = std::find_if(tallies.begin(), tallies.end(), [&](const Tally& t) { return t.question == i; });
            html_.element("td", {}, tally == tallies.end() ? "" : std::to_string(tally->wrong + tally->unanswered + tally->partly));
        }
        for (int i = 0; i < (of_written_ > 0 ? 3 : 1); ++i) {
            html_.element("td", {{"class", "sum"}}, "");
        }
        html_.close();
        html_.close();
    }

    bool is_to_show(std::size_t question) const {
        return is_written(quiz_.quiz->questions[question]) && std::any_of(quiz_.rows.begin(), quiz_.rows.end(), [&](const ClassRow& row) {
                   std::vector<std::size_t> shown = shown_attempts(row);
                   return std::any_of(shown.begin(), shown.end(),
                                      [&](std::size_t i) { return row.attempts[i].outcomes[question].is_answered; });
               });
    }

    void write_written(std::size_t index) {
        const Question& question = quiz_.quiz->questions[index];
        std::string title = fill_in(words_.written_answers, std::to_string(index + 1));
        html_.open("h3");
        html_.text(title + ": ");
        write_book_text(html_, said_, "span", plain_text(question.text));
        html_.close();
        if (!question.key.empty()) {
            html_.element("p", {{"class", "scheme"}, {"lang", said_.book_language}, {"dir", "auto"}}, plain_text(question.key));
        }
        open_table(html_, title, false);
        html_.open("thead");
        html_.open("tr");
        write_column(html_, words_.pupil);
        write_column(html_, words_.attempt);
        write_column(html_, said_.book_words.answer);
        write_column(html_, fill_in(words_.marks_of, said_.marks(question.marks)));
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const ClassRow& row : quiz_.rows) {
            for (std::size_t shown : shown_attempts(row)) {
                write_written(row, shown, row.attempts[shown].outcomes[index]);
            }
        }
        html_.close();
        close_table(html_);
    }

    void write_written(const ClassRow& row, std::size_t shown, const Outcome& outcome) {
        if (!outcome.is_answered) {
            return;
        }
        html_.line_break();
        html_.open("tr");
        write_pupil(html_, results_, row.pupil, 1);
        html_.element("td", {}, attempt_in_words(said_, quiz_, row, shown));
        html_.element("td", {{"class", "text"}, {"dir", "auto"}}, outcome.is_on_paper ? "(" + words_.on_paper + ")" : outcome.written);
        html_.element("td", {{"class", "marks"}}, outcome.by_hand ? said_.marks(*outcome.by_hand) : "");
        html_.close();
    }

    XmlWriter& html_;
    const PageWords& said_;
    const ClassWords& words_;
    const ClassResults& results_;
    const ClassQuiz& quiz_;
    double of_;
    double of_written_;
};

}  // namespace

void write_quiz(XmlWriter& html, const PageWords& words, const ClassResults& results, std::size_t index) {
    QuizSection(html, words, results, results.quizzes[index]).write("quiz-" + std::to_string(index + 1));
}

}  // namespace hornbook
