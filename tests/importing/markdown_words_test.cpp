// Words of banks stay words: whatever our own forms look like, in a title, a choice, an answer, a gap, a pair, a step or feedback, a quiz
// written as Markdown is read back as the same one, with the same marks, and no mistake is told.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "catch.h"
#include "formats/question_facts.h"
#include "importing/markdown.h"
#include "model/mistakes.h"
#include "reading/file_reading.h"

namespace hornbook {
namespace {

// Dashes and dots that reading makes typographic are so in banks already.
constexpr auto forms = std::to_array<const char*>({
    "(3 marks)",
    "[2 marks]",
    "{1 mark}",
    "3 marks",
    "— 2 pts",
    "（3分）",
    "(2 Punkte)",
    "(max. 4 p)",
    "[5]",
    "(5)",
    "___/3",
    "/3",
    "(2 marks each)",
    "<b>(3 marks)</b>",
    "{50%}",
    "{50 %}",
    "{50 percent}",
    "{50}",
    "{0.5}",
    "{half}",
    "{½}",
    "(50%)",
    "[50%]",
    "(half)",
    "%50% of it",
    "\\{50%}",
    "｛50%｝",
    "__init__",
    "__a b__",
    "say __name__.",
    "___x___",
    "_x_",
    "a__b and c__",
    "__",
    "[x]",
    "[ ]",
    "- [x]",
    "->",
    "a -> b",
    "→",
    "a → b",
    "=",
    "= b",
    "==b==",
    ":::",
    "::: note",
    "[!NOTE]",
    "[!TEACHER]",
    "{#id}",
    "{.class}",
    "{lang=fr}",
    "{width=50%}",
    "[[a|b]]",
    "[[a]]",
    "1..5",
    "1…5",
    "5 ± 1",
    "± 1",
    "5 +- 1",
    "1-5",
    "(correct)",
    "(wrong)",
    "✓",
    "✗",
    "*",
    "<- right answer",
    "&amp;",
    "&lt;b&gt;",
    "<b>x</b>",
    "<b>",
    "`x`",
    "`",
    "$x$",
    "$5 and $6",
    "\\",
    "\\(x\\)",
    "|",
    "a|b",
    "marks: 3",
    "id: x",
    "hint: h",
    "Marks: 3",
    "choose: one",
    "## q",
    "# h",
    "1. a",
    "a) b",
    "____",
    "____ lines=3",
    "> q",
    "%%c%%",
    "{>>c<<}",
    "{++c++}",
    "~~~",
    "~~c~~",
    "```quiz",
    "[a](b.c)",
    "[a]: b",
    "[^1]",
    "^[n]",
    "![a](b.c)",
    "H~2~O",
    "x^2^",
    "**b**",
    "_b_",
    "http://x.org/a_b_",
    ":smile:",
    "#tag",
    "@user",
    "\"q\"",
    "'q'",
    "!!! note",
    "a; b",
    "a / b",
    "(the) Nile",
    "Table: x",
    "%}",
    "{%",
    "{{c1::x}}",
    "\\newline",
    "TRUE",
});

std::vector<std::string> around(const std::string& form) {
    return {form, "red " + form, form + " red", "Red " + form + " sea", "red" + form, "Why red? " + form, "Red. " + form + "."};
}

Inlines text(const std::string& words) {
    return {{Text{words}, {}}};
}

Blocks paragraph(const std::string& words) {
    return {{Paragraph{text(words)}, {}}};
}

Question asked(const std::string& title, Answer answer) {
    Question question;
    question.text = text(title);
    question.answer = std::move(answer);
    return question;
}

Accepted accepted(const std::string& words, std::optional<double> credit = {}) {
    Accepted result;
    result.text = collapse_spaces(words);
    result.credit = credit;
    return result;
}

// A quiz that has the words in every place that takes words.
Quiz quiz_of(const std::string& words) {
    Quiz quiz;
    Select choices;
    choices.choices = {{"", text(words), true, {}, paragraph(words), {}},
                       {"", text("blue " + words), false, {}, {}, {}},
                       {"", text("green"), false, {}, {}, {}}};
    Question select = asked(words, choices);
    select.marks_set = 2;
    select.hint = paragraph("Look: " + words);
    select.feedback = paragraph(words);
    quiz.questions.push_back(select);
    Select weighted;
    weighted.choices = {{"", text("one"), true, 1.0, {}, {}}, {"", text(words), false, 0.5, {}, {}}};
    quiz.questions.push_back(asked("Which of them?", weighted));
    quiz.questions.push_back(asked("What?", Fill{false, {Blank{{accepted("grey"), accepted(words), accepted("pale " + words, 0.5)}, {}}}}));
    Question below = asked("Read it.", Essay{4});
    below.body = paragraph(words);
    below.key = paragraph("Say " + words);
    quiz.questions.push_back(below);
    Match match;
    match.rights = {text(words), text("high " + words), text("low")};
    match.lefts = {{text(words), 0, {}, {}}, {text("more " + words), 1, {}, {}}};
    quiz.questions.push_back(asked("Match.", match));
    Arrange arrange;
    arrange.items = {{"", text(words), {}, {}}, {"", text("then " + words), {}, {}}, {"", text("last"), {}, {}}};
    quiz.questions.push_back(asked("Order?", arrange));
    if (words.find("]]") == std::string::npos) {  // for which a gap has no form, which is told
        Question gaps = asked("Say ", Fill{true, {Blank{{accepted("grey"), accepted(words)}, {}}}});
        gaps.text.push_back({Gap{0}, {}});
        quiz.questions.push_back(gaps);
    }
    return quiz;
}

std::string shown(const Facts& facts) {
    std::string lines;
    for (const auto& [name, value] : facts) {
        lines += name + ": " + value + "\n";
    }
    return lines;
}

std::string without_fences(const std::string& markdown) {
    std::size_t begin = markdown.find('\n') + 1;
    std::size_t end = markdown.rfind('\n', markdown.size() - 2) + 1;
    return markdown.substr(begin, end - begin);
}

void check_kept(const Quiz& quiz) {
    Chapter chapter;
    MarkdownText markdown = markdown_of_quiz({chapter, nullptr, {}}, quiz);
    std::string source = without_fences(markdown.text);
    FileReading file(source);
    Quiz read = file.quiz();
    INFO(source);
    for (const Diagnostic& told : file.diagnostics.all()) {
        INFO(std::string(code_of(told.mistake)) << " " << told.place.line << ": " << told.message);
        bool harmless = severity_of(told.mistake) != Severity::error && told.mistake != Mistake::nearly_a_weight;
        CHECK(harmless);
    }
    REQUIRE(read.questions.size() == quiz.questions.size());
    for (std::size_t i = 0; i < quiz.questions.size(); ++i) {
        CHECK(shown(facts_of(read.questions[i])) == shown(facts_of(quiz.questions[i])));
    }
}

}  // namespace

TEST_CASE("steps that all have arrows are no pairs, and formulas and code with arrows divide none") {
    Quiz quiz;
    Arrange arrange;
    arrange.items = {{"", text("ice → water"), {}, {}}, {"", text("water => steam"), {}, {}}, {"", text("steam → ice"), {}, {}}};
    quiz.questions.push_back(asked("Order?", arrange));
    Match match;
    match.rights = {{{Code{"x -> y"}, {}}}, {{Formula{"b -> c", false, {}}, {}}}};
    match.lefts = {{{{Code{"p -> q"}, {}}}, 0, {}, {}}, {{{Formula{"a -> b", false, {}}, {}}}, 1, {}, {}}};
    quiz.questions.push_back(asked("Match.", match));
    check_kept(quiz);
}

TEST_CASE("words that look like our own forms are written as words") {
    for (const char* form : forms) {
        for (const std::string& words : around(form)) {
            INFO(words);
            check_kept(quiz_of(words));
        }
    }
}

}  // namespace hornbook
