#include "results/question_plot.h"

#include <algorithm>

#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t width = 800;  // of the drawing, in its own units
constexpr std::size_t row_height = 52;
constexpr std::size_t bar_height = 20;
constexpr std::size_t longest_label = 88;  // columns

std::string shortened(const std::string& text) {
    if (display_width(text) <= longest_label) {
        return text;
    }
    std::string result;
    for (std::size_t at = 0; at < text.size() && display_width(result) < longest_label - 1;) {
        append_utf8(result, next_code_point(text, at));
    }
    return result + "…";
}

struct Segment {
    std::string_view name;
    std::size_t Tally::*count;
};
constexpr Segment segments[] = {
    {"wrong", &Tally::wrong}, {"unanswered", &Tally::unanswered}, {"partly", &Tally::partly}, {"right", &Tally::right}};

class Plot {
public:
    Plot(XmlWriter& html, const ClassQuiz& quiz, const std::string& language, std::size_t index)
        : html_(html),
          quiz_(quiz),
          language_(language),
          hatch_("hatch-" + std::to_string(index)),
          title_("plot-" + std::to_string(index)) {}

    void write() {
        std::vector<Tally> tallies = tally_questions(quiz_);
        std::stable_sort(tallies.begin(), tallies.end(), [](const Tally& a, const Tally& b) {
            return std::pair(a.wrong + a.unanswered, a.partly) > std::pair(b.wrong + b.unanswered, b.partly);
        });
        std::string height = std::to_string(tallies.size() * row_height);
        html_.open("svg", {{"viewBox", "0 0 " + std::to_string(width) + " " + height}, {"role", "img"}, {"aria-labelledby", title_}});
        html_.element("title", {{"id", title_}}, "Which questions went wrong, the worst first; the table below has the numbers");
        write_hatch();
        for (std::size_t row = 0; row < tallies.size(); ++row) {
            html_.line_break();
            write_row(tallies[row], row * row_height);
        }
        html_.close();
        html_.line_break();
    }

private:
    void write_hatch() {
        html_.open(
            "pattern",
            {{"id", hatch_}, {"width", "6"}, {"height", "6"}, {"patternUnits", "userSpaceOnUse"}, {"patternTransform", "rotate(45)"}});
        html_.element("rect", {{"width", "6"}, {"height", "6"}, {"fill", "#fff"}}, "");
        html_.element("rect", {{"width", "2.5"}, {"height", "6"}, {"fill", "#555"}}, "");
        html_.close();
    }

    void write_row(const Tally& tally, std::size_t top) {
        const Question& question = quiz_.quiz->questions[tally.question];
        html_.open("text", {{"x", "0"}, {"y", std::to_string(top + 16)}});
        html_.element("tspan", {{"class", "number"}}, std::to_string(tally.question + 1) + "  ");
        html_.element("tspan", {{"lang", language_}}, shortened(collapse_spaces(plain_text(question.text))));
        html_.close();
        std::size_t pupils = tally.wrong + tally.unanswered + tally.partly + tally.right;
        std::size_t before = 0;
        for (const Segment& segment : segments) {
            std::size_t count = tally.*segment.count;
            std::size_t left = width * before / pupils;
            before += count;
            if (count > 0) {
                write_bar(segment.name, count, left, width * before / pupils - left, top + 23);
            }
        }
    }

    void write_bar(std::string_view name, std::size_t count, std::size_t left, std::size_t wide, std::size_t top) {
        std::string fill = name == "wrong" ? "#222" : name == "partly" ? "url(#" + hatch_ + ")" : name == "right" ? "#e4e4e4" : "#fff";
        html_.element("rect",
                      {{"x", std::to_string(left)},
                       {"y", std::to_string(top)},
                       {"width", std::to_string(wide)},
                       {"height", std::to_string(bar_height)},
                       {"fill", fill},
                       {"stroke", "#222"},
                       {"stroke-dasharray", name == "unanswered" ? "3 3" : ""}},
                      "");
        std::string told = std::to_string(count) + " " + (name == "unanswered" ? "no answer" : std::string(name));
        std::string shown = wide >= 90 ? told : wide >= 16 ? std::to_string(count) : "";
        if (!shown.empty()) {
            html_.element("text",
                          {{"class", name == "wrong" ? "inside dark" : "inside"},
                           {"x", std::to_string(left + wide / 2)},
                           {"y", std::to_string(top + 15)},
                           {"text-anchor", "middle"}},
                          shown);
        }
    }

    XmlWriter& html_;
    const ClassQuiz& quiz_;
    const std::string& language_;
    std::string hatch_;
    std::string title_;
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

void write_plot(XmlWriter& html, const ClassQuiz& quiz, const std::string& language, std::size_t index) {
    bool has_first = std::any_of(quiz.rows.begin(), quiz.rows.end(), [](const ClassRow& row) { return row.first.has_value(); });
    if (has_first && !tally_questions(quiz).empty()) {
        Plot(html, quiz, language, index).write();
    }
}

}  // namespace hornbook
