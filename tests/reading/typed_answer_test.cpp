// Typed answers: an accepted answer that is written in Markdown is what a pupil types, and signs stay signs.
#include "reading/questions/typed_answer.h"

#include "catch.h"
#include "model/mistakes.h"
#include "reading/file_reading.h"
#include "reading/questions/answer_forms.h"

using namespace hornbook;

namespace {

TypedAnswer typed_in_chapter(std::string_view markdown) {
    Sources sources;
    GlossaryLabels labels = {{"nkvd", 0}};
    Words words = words_for("en");
    Diagnostics diagnostics;
    std::uint32_t file = sources.add("chapters/01.md", "");
    ProseReader reader{sources, file, labels, "en", words, diagnostics};
    return type_answer(reader, markdown);
}

void check_typed(std::string_view markdown, std::string_view text, bool is_doubtful) {
    INFO(markdown);
    TypedAnswer typed = typed_in_chapter(markdown);
    CHECK(typed.text == text);
    CHECK(typed.formula.empty());
    CHECK(typed.is_doubtful == is_doubtful);
}

}  // namespace

TEST_CASE("marks at the borders of words are taken off an accepted answer") {
    check_typed("*Homo sapiens*", "Homo sapiens", false);
    check_typed("_Homo sapiens_", "Homo sapiens", false);
    check_typed("the **Nile**", "the Nile", false);
    check_typed("__The Nile__", "The Nile", false);
    check_typed("***E. coli***", "E. coli", false);
    check_typed("**_E._ coli**", "E. coli", false);
    check_typed("(*Canis lupus*)", "(Canis lupus)", false);
    check_typed("*Emma*, *Persuasion*", "Emma, Persuasion", false);
    check_typed("**5**", "5", false);
    check_typed("`x`", "x", false);
    check_typed("`__init__`", "__init__", false);
    check_typed("`` `ls` ``", "`ls`", false);
    check_typed("==sharp==", "sharp", false);
    check_typed("这是**重点**", "这是重点", false);
    check_typed("[the Nile](https://example.org/nile)", "the Nile", false);
    check_typed("the [NKVD]", "the NKVD", false);
    check_typed("Tom &amp; Jerry", "Tom & Jerry", false);
}

TEST_CASE("an answer that is code is typed as it is, and no range") {
    for (const char* code : {"`1..5`", "``1..5``", "` 5 ± 1 `"}) {
        CHECK(is_typed_as_it_is(code));
    }
    for (const char* other : {"1..5", "`1`..`5`", "`1..5", "a `1..5`", "``", "`1..5``"}) {
        INFO(other);
        CHECK_FALSE(is_typed_as_it_is(other));
    }
    FileReading file("## How many?\n= `1..5`\n= `5 ± 1`\n= 7..9\n= `12`\n");
    Quiz quiz = file.quiz();
    CHECK(file.seen().empty());
    const auto& accepted = std::get<Fill>(quiz.questions.at(0).answer).blanks.at(0).accepted;
    REQUIRE(accepted.size() == 4);
    CHECK(accepted[0].text == "1..5");
    CHECK_FALSE(accepted[0].number);
    CHECK_FALSE(accepted[1].number);
    CHECK(accepted[2].number);
    CHECK(accepted[3].number);
}

TEST_CASE("scripts and formulas in an accepted answer are as they are typed") {
    check_typed("H~2~O", "H₂O", false);
    check_typed("x^2^", "x²", false);
    check_typed("H<sub>2</sub>O", "H₂O", false);
    check_typed("x<sup>n</sup>", "x^n", false);
    check_typed("1<sup>st</sup>", "1st", false);
    check_typed("XIX^e^", "XIXe", false);
    check_typed("$x^2$", "x^2", false);
    check_typed("$x^{2} + a_{n+1}$", "x² + a_(n+1)", false);
    CHECK(typed_in_chapter("about $\\frac{1}{2}$").formula == "$\\frac{1}{2}$");
    CHECK(typed_in_chapter("about $\\frac{1}{2}$").text == "about $\\frac{1}{2}$");
}

TEST_CASE("signs in an accepted answer stay") {
    for (std::string_view signs : {"2**3**2",
                                   "__init__",
                                   "*args, **kwargs",
                                   "a*b*c",
                                   "snake_case_name",
                                   "(a)*(b)*(c)",
                                   "2 * 3 * 4",
                                   "x = *p",
                                   "*.*",
                                   "*",
                                   "**",
                                   "2^3",
                                   "5^2^3",
                                   "a == b == c",
                                   "$5 or $6",
                                   "~5",
                                   "<b>",
                                   "List<i>",
                                   "C:\\new\\temp",
                                   "\\d+\\.\\d",
                                   "&lt;",
                                   "&lt;p&gt;",
                                   "[1, 2]",
                                   "[x]",
                                   "it's",
                                   "f`(x)",
                                   "a~b",
                                   "_",
                                   "____",
                                   "\\(\\)",
                                   "[^1]"}) {
        check_typed(signs, signs, false);
    }
}

TEST_CASE("where marks may have been meant, that is known") {
    check_typed("~~old~~", "old", true);
    check_typed("<b>bold</b>", "bold", true);
    check_typed("_my_name_", "my_name", true);
    check_typed("*p + q*", "p + q", true);
    check_typed("photo**synthesis**", "photosynthesis", true);
    check_typed("\\*", "*", true);
    check_typed("\\*x\\*", "*x*", false);
    check_typed("\\_a\\_", "_a_", false);
    check_typed("H\\~2\\~O", "H~2~O", false);
}

TEST_CASE("letters that stand in an answer as references are told, and references of code are not") {
    auto told = [](const std::string& answer) {
        FileReading file("## Which?\n= " + answer + "\n");
        file.quiz();
        return file.seen();
    };
    CHECK(told("&eacute;").starts_with("not-kept 2:"));
    CHECK(told("&#233;").starts_with("not-kept 2:"));
    for (const char* own : {"`&eacute;`", "&amp;", "&lt;p&gt;", "&nbsp;", "&none;", "caf&eacute;", "R&D;", "\\&eacute;"}) {
        INFO(own);
        CHECK(told(own).empty());
    }
}
