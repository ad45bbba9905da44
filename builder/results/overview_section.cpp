#include <algorithm>

#include "base/text.h"
#include "model/marks.h"
#include "results/class_html.h"
#include "results/class_sections.h"
#include "results/overview.h"

namespace hornbook {
namespace {

constexpr std::size_t quizzes_abreast = 10;  // as many columns as A4 holds beside names and totals

class OverviewSection {
public:
    OverviewSection(XmlWriter& html, const PageWords& said, const ClassResults& results)
        : html_(html), said_(said), words_(said.words), results_(results), overview_(make_overview(results)) {}

    void write() {
        html_.open("section", {{"class", "overview"}, {"aria-labelledby", "overview"}});
        html_.element("h2", {{"id", "overview"}}, words_.overview);
        // The overview by total, which is shown, without a script, only where a link led to its address.
        Overview by_total = overview_;
        sort_by_total(by_total);
        write_order("by-total", by_total);
        write_order("by-number", overview_);
        write_key();
        html_.close();
        html_.line_break();
    }

private:
    void write_order(const std::string& id, const Overview& overview) {
        bool is_by_total = id == "by-total";
        html_.open("div", {{"id", id}});
        html_.open("p", {{"class", "order"}});
        write_choice("by-number", words_.by_number, !is_by_total);
        write_choice("by-total", words_.by_total, is_by_total);
        html_.close();
        for (std::size_t begin = 0; begin == 0 || begin < results_.quizzes.size(); begin += quizzes_abreast) {
            write_table(overview, begin, std::min(begin + quizzes_abreast, results_.quizzes.size()),
                        words_.overview + ", " + (is_by_total ? words_.by_total : words_.by_number));
        }
        html_.close();
        html_.line_break();
    }

    void write_choice(const std::string& id, const std::string& text, bool is_here) {
        if (is_here) {
            html_.element("strong", {}, text);
        } else {
            html_.element("a", {{"href", "#" + id}}, text);
        }
    }

    bool has_both() const {
        return overview_.practice_of > 0 && overview_.tests_of > 0;
    }

    void write_table(const Overview& overview, std::size_t begin, std::size_t end, const std::string& name) {
        open_table(html_, name, false);
        html_.open("thead");
        html_.open("tr");
        write_column(html_, words_.pupil);
        write_column(html_, fill_in(words_.total_of, said_.marks(rounded_marks(overview.practice_of + overview.tests_of))));
        if (has_both()) {
            write_column(html_, words_.practice + " (" + said_.marks(overview.practice_of) + ")");
            write_column(html_, words_.tests + " (" + said_.marks(overview.tests_of) + ")");
        }
        for (std::size_t i = begin; i < end; ++i) {
            write_column(html_, std::to_string(i + 1), title_of(said_, results_.quizzes[i]));
        }
        html_.close();
        html_.close();
        html_.open("tbody");
        for (const OverviewRow& row : overview.rows) {
            html_.line_break();
            write_row(row, begin, end);
        }
        html_.close();
        close_table(html_);
    }

    void write_row(const OverviewRow& row, std::size_t begin, std::size_t end) {
        html_.open("tr");
        std::vector<std::string> remarks = {deleted_in_words(row.deleted), left_in_words(row.left)};
        remarks.erase(std::remove(remarks.begin(), remarks.end(), ""), remarks.end());
        write_pupil(html_, results_, row.pupil, 1, begin == 0 ? join(remarks, " · ") : "");
        if (!row.has_come) {
            std::string columns = std::to_string((has_both() ? 3 : 1) + end - begin);
            html_.element("td", {{"class", "nothing"}, {"colspan", columns}}, words_.nothing_came);
        } else {
            write_sum(row.total);
            if (has_both()) {
                write_sum(row.practice);
                write_sum(row.tests);
            }
            for (std::size_t i = begin; i < end; ++i) {
                html_.element("td", {}, cell_in_words(row.cells[i]));
            }
        }
        html_.close();
    }

    std::string deleted_in_words(const Deleted& deleted) const {
        std::string text = deleted.attempts > 0 ? fill_in(words_.deleted_attempts, std::to_string(deleted.attempts)) : "";
        if (deleted.sealed > 0) {
            text += (text.empty() ? "" : " · ") + fill_in(words_.deleted_tests, std::to_string(deleted.sealed));
        }
        return text + (text.empty() || deleted.last.empty() ? "" : " (" + deleted.last + ")");
    }

    std::string left_in_words(const Leaves& left) const {
        if (left.times == 0) {
            return {};
        }
        return fill_in(words_.left_test, std::to_string(left.times)) + " · " +
               fill_in(words_.left_minutes, std::to_string(minutes_of(left))) +
               (left.unknown > 0 ? " · " + fill_in(words_.left_unknown, std::to_string(left.unknown)) : "");
    }

    void write_sum(const Sum& sum) {
        html_.element("td", {{"class", "sum"}}, said_.marks(sum.marks) + (sum.is_marked ? "" : std::string(not_marked_yet)));
    }

    std::string cell_in_words(const OverviewCell& cell) const {
        if (!cell.best) {
            return "–";
        }
        return said_.marks(*cell.best) + (cell.is_marked ? "" : std::string(not_marked_yet)) + (cell.is_finished ? "" : " …") +
               (*cell.first < *cell.best ? " (" + said_.marks(*cell.first) + ")" : "");
    }

    void write_key() {
        html_.element("p", {{"class", "key"}}, words_.overview_legend);
        html_.open("ol", {{"class", "key"}});
        for (const ClassQuiz& quiz : results_.quizzes) {
            html_.open("li");
            write_book_text(html_, said_, "span", title_of(said_, quiz));
            html_.text(" (" + said_.marks(rounded_marks(marks_for(*quiz.quiz, false) + marks_for(*quiz.quiz, true))) + ")");
            html_.close();
        }
        html_.close();
    }

    XmlWriter& html_;
    const PageWords& said_;
    const ClassWords& words_;
    const ClassResults& results_;
    Overview overview_;
};

}  // namespace

void write_overview(XmlWriter& html, const PageWords& words, const ClassResults& results) {
    OverviewSection(html, words, results).write();
}

}  // namespace hornbook
