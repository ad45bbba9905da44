#include "base/text.h"
#include "model/plain_text.h"
#include "results/class_sections.h"
#include "results/question_counts.h"

namespace hornbook {
namespace {

constexpr std::size_t bar_width = 1000;  // of the drawing, in its own units; the page makes it as wide as there is room

struct Segment {
    std::size_t Tally::*count;
    std::string_view fill;  // told apart in grey print too; the numbers stand below
};
constexpr Segment segments[] = {
    {&Tally::wrong, "#222"}, {&Tally::unanswered, "#fff"}, {&Tally::partly, "#999"}, {&Tally::right, "#e4e4e4"}};

void write_bar(XmlWriter& html, const Tally& tally) {
    html.open("svg", {{"viewBox", "0 0 1000 16"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
    std::size_t pupils = tally.wrong + tally.unanswered + tally.partly + tally.right;
    std::size_t before = 0;
    for (const Segment& segment : segments) {
        std::size_t left = bar_width * before / pupils;
        before += tally.*segment.count;
        std::size_t right = bar_width * before / pupils;
        if (right > left) {
            html.element("rect",
                         {{"x", std::to_string(left)},
                          {"y", "0"},
                          {"width", std::to_string(right - left)},
                          {"height", "16"},
                          {"fill", segment.fill},
                          {"stroke", "#222"},
                          {"vector-effect", "non-scaling-stroke"}},
                         "");
        }
    }
    html.close();
}

std::string tally_in_words(const PageWords& words, const Tally& tally) {
    std::vector<std::string> parts;
    auto add = [&](const std::string& word, std::size_t count) {
        if (count > 0) {
            parts.push_back(word + ": " + std::to_string(count));
        }
    };
    add(words.book_words.not_right, tally.wrong);
    add(words.words.no_answer, tally.unanswered);
    add(words.book_words.partly_right, tally.partly);
    add(words.book_words.right, tally.right);
    return join(parts, " · ");
}

void write_answer_counts(XmlWriter& html, const PageWords& words, const std::vector<AnswerCount>& counts) {
    if (counts.empty()) {
        return;
    }
    html.open("table", {{"class", "answers"}, {"aria-label", words.words.how_often}});
    for (const AnswerCount& count : counts) {
        html.open("tr");
        html.element("td", {}, std::to_string(count.count) + " ×");
        html.open("td", {{"class", count.is_right ? "text is-right" : "text"}});
        write_book_text(html, words, "span", count.answer.empty() ? "…" : count.answer);
        if (count.is_right) {
            html.text(" ");
            html.element("span", {{"role", "img"}, {"aria-label", words.book_words.right}}, "✓");
        }
        html.close();
        html.close();
    }
    html.close();
}

}  // namespace

void write_questions(XmlWriter& html, const PageWords& words, const ClassQuiz& quiz) {
    std::vector<Tally> worst = worst_questions(quiz);
    if (worst.empty()) {
        return;
    }
    html.element("h3", {}, words.words.worst_first);
    html.open("div", {{"class", "questions"}});
    for (const Tally& tally : worst) {
        html.line_break();
        html.open("div", {{"class", "question"}});
        html.open("p");
        html.element("b", {}, std::to_string(tally.question + 1));
        html.text(" ");
        write_book_text(html, words, "span", collapse_spaces(plain_text(quiz.quiz->questions[tally.question].text)));
        html.close();
        write_bar(html, tally);
        html.element("p", {{"class", "tally"}}, tally_in_words(words, tally));
        write_answer_counts(html, words, count_answers(quiz, tally.question));
        html.close();
    }
    html.close();
    html.line_break();
}

}  // namespace hornbook
