// Reading banks is bounded: each text here once took time by the square of its length. It ends with questions or a named mistake.
#include <algorithm>

#include "catch.h"
#include "cpu_limit.h"
#include "importing/bank.h"
#include "model/mistakes.h"
#include "repeated.h"

namespace hornbook {
namespace {

struct Result {
    std::optional<Bank> bank;
    bool has_errors = false;
    std::size_t left_out = 0;  // questions with too many elements
};

Result read(std::string_view format, const std::string& text) {
    CpuLimit limit;
    Sources sources;
    Diagnostics diagnostics;
    Words words = words_for("en");
    Result result{read_bank({"bank", text, format, "Bank", "en", words, {}, {}}, sources, diagnostics), false};
    result.has_errors = diagnostics.has_errors();
    result.left_out = static_cast<std::size_t>(std::count_if(diagnostics.all().begin(), diagnostics.all().end(), [](const Diagnostic& one) {
        return one.message.ends_with("elements, so it is left out");
    }));
    return result;
}

std::string moodle_question(const std::string& type, const std::string& html) {
    return "<quiz><question type=\"" + type + "\"><questiontext format=\"html\"><text><![CDATA[" + html +
           "]]></text></questiontext></question></quiz>";
}

constexpr std::size_t many = 100'000;

}  // namespace

TEST_CASE("formulas without end in GIFT") {
    CHECK(read("gift", repeated("$$x ", many) + "{=a}").bank);
    CHECK(read("gift", "[html]<p>" + repeated("$$x ", many) + "</p>{=a}").bank);
}

TEST_CASE("gaps of Cloze that nothing closes, and what is only a brace") {
    CHECK(read("moodle-xml", moodle_question("cloze", repeated("{1:SA:", many))).bank);
    CHECK(read("moodle-xml", moodle_question("cloze", repeated("{1:SA:", many) + "}")).bank);
    CHECK(read("moodle-xml", moodle_question("cloze", repeated("{", many) + "::}")).bank);
    Result result = read("moodle-xml", moodle_question("cloze", "a { b {1:SA:=c} and { 2 : MC : =d~e } }"));
    REQUIRE(result.bank);
    CHECK(std::get<Fill>(result.bank->chapter.quizzes[0].questions[0].answer).blanks.size() == 2);
}

TEST_CASE("marks of formulas in Moodle's HTML that nothing closes") {
    CHECK(read("moodle-xml", moodle_question("essay", repeated("\\( ", many))).bank);
    CHECK(read("moodle-xml", moodle_question("essay", repeated("\\(", many) + "</b>\\)")).bank);
}

TEST_CASE("numbers of gaps that nothing closes") {
    std::string boxes = "<dragbox><text>a</text></dragbox></question></quiz>";
    for (const char* end : {"", "1]]"}) {
        std::string bank = moodle_question("ddwtos", "[[1]] " + repeated("[[", 40 * many) + end);
        bank.replace(bank.size() - std::string_view("</question></quiz>").size(), std::string::npos, boxes);
        Result result = read("moodle-xml", bank);
        REQUIRE(result.bank);
        CHECK(std::get<Fill>(result.bank->chapter.quizzes[0].questions[0].answer).blanks.size() == (*end == 0 ? 1 : 2));
    }
}

TEST_CASE("a question with too many parts is left out and named, and the next one is read") {
    std::string gaps =
        repeated("[[1]] ", 10) + "]]></text></questiontext>" + repeated("<selectoption><text>a</text></selectoption>", many / 10);
    std::string essay = R"(<question type="essay"><questiontext><text>a</text></questiontext></question>)";
    Result moodle = read("moodle-xml", R"(<quiz><question type="gapselect"><questiontext format="html"><text><![CDATA[)" + gaps +
                                           "</question>" + essay + "</quiz>");
    REQUIRE(moodle.bank);
    CHECK(moodle.left_out == 1);
    CHECK(moodle.bank->chapter.quizzes[0].questions.size() == 1);
    Result qti =
        read("qti", R"(<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="t"><itemBody><p>)" +
                        repeated(R"(<textEntryInteraction responseIdentifier="r"/>)", many / 10) + "</p></itemBody></assessmentItem>");
    CHECK(qti.left_out == 1);
    Result canvas = read("qti", "<questestinterop><item ident=\"a\"><presentation>" + repeated("<response_str ident=\"r\"/>", many / 10) +
                                    "</presentation></item></questestinterop>");
    CHECK(canvas.left_out == 1);
}

TEST_CASE("a table of heads alone") {
    CHECK(read("moodle-xml", moodle_question("essay", "<table>" + repeated("<tr><th>a", many / 4) + "</table>")).bank);
}

TEST_CASE("formulas of Canvas that have no tag around them") {
    std::string item = "<questestinterop><item ident=\"a\"><presentation><material><mattext texttype=\"text/html\"><![CDATA[";
    std::string end = "]]></mattext></material></presentation></item></questestinterop>";
    CHECK(read("qti", item + "<x " + repeated("data-equation-content=\"", many / 8) + end).bank);
    CHECK(read("qti", item + repeated("<img data-equation-content=\"", many / 8) + end).bank);
}

}  // namespace hornbook
