#include "results/class_page.h"

#include <algorithm>
#include <set>

#include "base/built_in.h"
#include "base/content_policy.h"
#include "model/marks.h"
#include "model/plain_text.h"
#include "results/check_code.h"
#include "results/class_table.h"
#include "results/question_plot.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

class ClassPage {
public:
    ClassPage(const Book& book, const ClassResults& results)
        : results_(results), language_(book.metadata.language), title_(book.metadata.title) {}

    std::string write() {
        html_.doctype("html");
        html_.open("html", {{"lang", "en"}});
        write_head();
        html_.open("body");
        html_.open("main");
        html_.open("h1");
        html_.text("Results: ");
        html_.element("span", {{"lang", language_}, {"dir", "auto"}}, title_);
        html_.close();
        write_summary();
        for (std::size_t i = 0; i < results_.quizzes.size(); ++i) {
            write_quiz(results_.quizzes[i], i + 1);
        }
        write_codes();
        write_remarks();
        html_.close();
        html_.close();
        html_.close();
        return html_.take();
    }

private:
    void write_head() {
        html_.open("head");
        std::string_view style = built_in_file("styles/results.css");
        html_.empty("meta", {{"charset", "utf-8"}});
        html_.empty("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy({this_style(style)})}});
        html_.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        html_.element("title", {}, "Results: " + title_);
        html_.element("style", {}, style);
        html_.close();
        html_.line_break();
    }

    void write_summary() {
        std::set<std::string> pupils;
        for (const ClassQuiz& quiz : results_.quizzes) {
            for (const ClassRow& row : quiz.rows) {
                pupils.insert(key_of(row.pupil));
            }
        }
        html_.element("p", {},
                      counted(pupils.size(), "one pupil", "pupils") + ", from " + counted(results_.files, "one file", "files") + ".");
        std::string missing;
        for (const auto& [key, row] : results_.roster) {
            missing += pupils.contains(key) ? "" : (missing.empty() ? "" : ", ") + row.name;
        }
        if (!missing.empty()) {
            html_.element("p", {}, "In the roster, but in no file: " + missing + (missing.ends_with('.') ? "" : "."));
        }
        html_.element("p", {},
                      "A cell holds the marks earned: white on black is wrong, underlined partly right, grey right; – is no answer, ? is "
                      "still to be marked by you. Rounds that only repeat what went wrong count nowhere.");
    }

    void write_quiz(const ClassQuiz& quiz, std::size_t index) {
        html_.line_break();
        html_.open("section", {{"class", "quiz"}, {"aria-labelledby", "quiz-" + std::to_string(index)}});
        html_.open("h2", {{"id", "quiz-" + std::to_string(index)}});
        html_.element("span", {{"lang", language_}, {"dir", "auto"}}, quiz.chapter + ": " + quiz.title);
        html_.text(quiz.edition == Edition::test ? " · test" : quiz.edition == Edition::teacher ? " · teacher edition" : "");
        html_.close();
        if (!tally_questions(quiz).empty()) {
            html_.open("figure", {{"tabindex", "0"}});  // it scrolls where it is too wide, by keys too
            html_.element("figcaption", {}, "Which questions went wrong at the first attempt, the worst first");
            write_plot(html_, quiz, language_, index);
            html_.close();
        }
        write_table(quiz);
        write_written(quiz);
        html_.close();
    }

    void write_column(const std::string& text, const std::string& title = "") {
        html_.open("th", {{"scope", "col"}});
        title.empty() ? html_.text(text) : html_.element("abbr", {{"title", title}}, text);
        html_.close();
    }

    // A wide table scrolls by itself, by keys too.
    void open_table(const std::string& caption) {
        html_.open("div", {{"class", "wide"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}});
        html_.open("table");
        html_.element("caption", {}, caption);
    }

    void close_table() {
        html_.close();
        html_.close();
        html_.line_break();
    }

    void write_table(const ClassQuiz& quiz) {
        double of_written = marks_for(*quiz.quiz, true);
        open_table("Marks of each pupil in each question");
        html_.open("thead");
        html_.open("tr");
        write_column("Pupil");
        write_column("Attempt");
        for (std::size_t i = 0; i < quiz.quiz->questions.size(); ++i) {
            const Question& question = quiz.quiz->questions[i];
            write_column(std::to_string(i + 1), plain_text(question.text) + " (" + shown_marks(question.marks) + ")");
        }
        write_column("Score of " + shown_marks(marks_for(*quiz.quiz, false)));
        if (of_written > 0) {
            write_column("Written of " + shown_marks(of_written));
            write_column("Total of " + shown_marks(marks_for(*quiz.quiz, false) + of_written));
        }
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const ClassRow& row : quiz.rows) {
            write_row(quiz, row, of_written > 0);
        }
        html_.close();
        write_foot(quiz, of_written > 0);
        close_table();
    }

    void write_pupil(const Pupil& pupil, std::size_t rows) {
        std::string name = name_of(results_, pupil);
        html_.open("th", {{"scope", "row"}, {"rowspan", rows > 1 ? std::to_string(rows) : ""}, {"dir", "auto"}});
        html_.element("span", {{"class", name.empty() ? "" : "pupil"}}, shown_pupil(pupil));
        html_.text(name.empty() ? "" : " " + name);
        html_.close();
    }

    void write_row(const ClassQuiz& quiz, const ClassRow& row, bool has_written) {
        std::vector<std::size_t> shown = shown_attempts(row);
        for (std::size_t i = 0; i < shown.size(); ++i) {
            const ClassAttempt& made = row.attempts[shown[i]];
            html_.line_break();
            html_.open("tr");
            if (i == 0) {
                write_pupil(row.pupil, shown.size());
            }
            html_.element("td", {}, attempt_in_words(quiz, row, shown[i]));
            for (std::size_t q = 0; q < made.outcomes.size(); ++q) {
                write_cell(quiz.quiz->questions[q], made.outcomes[q]);
            }
            html_.element("td", {{"class", "sum"}}, shown_marks(marks_of(made)));
            if (has_written) {
                std::optional<double> by_hand = marks_by_hand(made);
                std::optional<double> total = total_of(*quiz.quiz, made);
                html_.element("td", {{"class", "sum"}}, by_hand ? shown_marks(*by_hand) : "–");
                html_.element("td", {{"class", "sum"}}, total ? shown_marks(*total) : "–");
            }
            html_.close();
        }
    }

    static std::string attempt_in_words(const ClassQuiz& quiz, const ClassRow& row, std::size_t shown) {
        const Attempt& attempt = row.attempts[shown].attempt;
        std::string words = std::to_string(static_cast<std::size_t>(attempt.number));
        if (shown_attempts(row).size() > 1) {
            words += ", " + std::string(standing_of(row, shown));
        }
        return words + (attempt.is_finished ? "" : quiz.edition == Edition::test ? ", not handed in" : ", not finished");
    }

    void write_cell(const Question& question, const Outcome& outcome) {
        if (!outcome.is_answered) {
            html_.element("td", {}, "–");
        } else if (is_written(question)) {
            html_.element("td", {}, outcome.by_hand ? shown_marks(*outcome.by_hand) : "?");
        } else {
            html_.element("td", {{"class", word_for(outcome.grade.verdict)}}, shown_marks(outcome.grade.marks));
        }
    }

    void write_foot(const ClassQuiz& quiz, bool has_written) {
        std::vector<Tally> tallies = tally_questions(quiz);
        html_.open("tfoot");
        html_.open("tr");
        html_.element("th", {{"scope", "row"}, {"colspan", "2"}}, "Not right at first");
        for (std::size_t i = 0; i < quiz.quiz->questions.size(); ++i) {
            auto tally = std::find_if(tallies.begin(), tallies.end(), [&](const Tally& t) { return t.question == i; });
            html_.element("td", {}, tally == tallies.end() ? "" : std::to_string(tally->wrong + tally->unanswered + tally->partly));
        }
        for (int i = 0; i < (has_written ? 3 : 1); ++i) {
            html_.element("td", {{"class", "sum"}}, "");
        }
        html_.close();
        html_.close();
    }

    static bool is_to_show(const ClassQuiz& quiz, std::size_t question) {
        return is_written(quiz.quiz->questions[question]) && std::any_of(quiz.rows.begin(), quiz.rows.end(), [&](const ClassRow& row) {
                   std::vector<std::size_t> shown = shown_attempts(row);
                   return std::any_of(shown.begin(), shown.end(),
                                      [&](std::size_t i) { return row.attempts[i].outcomes[question].is_answered; });
               });
    }

    void write_written(const ClassQuiz& quiz) {
        for (std::size_t i = 0; i < quiz.quiz->questions.size(); ++i) {
            if (is_to_show(quiz, i)) {
                write_written(quiz, i);
            }
        }
    }

    void write_written(const ClassQuiz& quiz, std::size_t index) {
        const Question& question = quiz.quiz->questions[index];
        html_.open("h3");
        html_.text("Written answers to question " + std::to_string(index + 1) + ": ");
        html_.element("span", {{"lang", language_}, {"dir", "auto"}}, plain_text(question.text));
        html_.close();
        if (!question.key.empty()) {
            html_.element("p", {{"class", "scheme"}, {"lang", language_}, {"dir", "auto"}}, plain_text(question.key));
        }
        open_table("What each pupil wrote");
        html_.open("thead");
        html_.open("tr");
        write_column("Pupil");
        write_column("Attempt");
        write_column("Answer");
        write_column("Marks of " + shown_marks(question.marks));
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const ClassRow& row : quiz.rows) {
            for (std::size_t shown : shown_attempts(row)) {
                const Outcome& outcome = row.attempts[shown].outcomes[index];
                if (outcome.is_answered) {
                    html_.line_break();
                    html_.open("tr");
                    write_pupil(row.pupil, 1);
                    html_.element("td", {}, attempt_in_words(quiz, row, shown));
                    html_.element("td", {{"class", "text"}, {"dir", "auto"}}, outcome.is_on_paper ? "(on paper)" : outcome.written);
                    html_.element("td", {{"class", "marks"}}, outcome.by_hand ? shown_marks(*outcome.by_hand) : "");
                    html_.close();
                }
            }
        }
        html_.close();
        close_table();
    }

    void write_codes() {
        if (results_.codes.empty()) {
            return;
        }
        html_.element("h2", {}, "Check codes from paper");
        open_table("Codes whose check digits fit");
        html_.open("thead");
        html_.open("tr");
        for (const char* column : {"Code", "Pupil", "Quiz", "Result", "In the files too"}) {
            write_column(column);
        }
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const PaperCode& code : results_.codes) {
            html_.line_break();
            html_.open("tr");
            html_.element("td", {}, shown_code(code.digits));
            Pupil pupil;
            pupil.number = code.pupil;
            pupil.nickname = code.pupil == 0 ? "without a number" : "";
            write_pupil(pupil, 1);
            html_.element("td", {{"class", "text"}, {"lang", language_}, {"dir", "auto"}}, code.quiz);
            html_.element("td", {}, code.last >= 900 ? std::to_string(code.last - 900) + " answered" : std::to_string(code.last) + " %");
            html_.element("td", {}, code.is_known ? "yes" : "no");
            html_.close();
        }
        html_.close();
        close_table();
    }

    void write_remarks() {
        if (results_.remarks.empty()) {
            return;
        }
        html_.element("h2", {}, "What was not taken, and notes");
        html_.open("ul");
        for (const Remark& remark : results_.remarks) {
            html_.element("li", {}, shown(remark));
        }
        html_.close();
    }

    XmlWriter html_;
    const ClassResults& results_;
    std::string language_;
    std::string title_;
};

}  // namespace

std::string make_class_page(const Book& book, const ClassResults& results) {
    return ClassPage(book, results).write();
}

}  // namespace hornbook
