// GIFT and Aiken: escapes, numbers, weights and places. Every kind of question is in tests/books/gift and tests/books/aiken.
#include <random>

#include "catch.h"
#include "formats/aiken/aiken.h"
#include "gift_reading.h"
#include "model/plain_text.h"
#include "model/walk.h"

namespace hornbook {

TEST_CASE("GIFT escapes are signs in words, in code, in tags and in HTML") {
    GiftReading words(R"(a \= b \~~ c \# \{d\} \: \\e {=\=x ~\~y})");
    CHECK(plain_text(words.gift().questions.at(0).text) == R"(a = b ~~ c # {d} : \e)");
    CHECK(words.seen().empty());

    GiftReading code(R"([markdown]What is `a \= \{b\}`? {T})");
    CHECK(plain_text(code.gift().questions.at(0).text) == "What is a = {b}?");

    GiftReading tag(R"(<span lang\="fr">mot</span> \= what? {T})");
    Quiz quiz = tag.gift();
    CHECK(plain_text(quiz.questions.at(0).text) == "mot = what?");
    CHECK(std::get<Styled>(quiz.questions.at(0).text.at(0).kind).language == "fr");

    GiftReading html(R"([html]<p>a \= *b* \{c\}</p> {T})");
    CHECK(plain_text(html.gift().questions.at(0).text) == "a = *b* {c}");

    GiftReading lines(R"(one\ntwo \\n {T})");
    Question question = lines.gift().questions.at(0);
    CHECK(plain_text(question.text) == "one");
    CHECK(plain_text(question.body) == R"(two \n)");
}

TEST_CASE("a gap of GIFT stands where its braces do, within tags of blocks too") {
    GiftReading table(R"([html]<p>It boils at <b>{#100}</b> degrees.</p><table><tr><td>a</td></tr></table>)");
    Question question = table.gift().questions.at(0);
    CHECK(plain_text(question.text) == "It boils at ____ degrees.");
    CHECK(std::holds_alternative<Table>(question.body.at(0).kind));
    CHECK(std::get<Fill>(question.answer).in_text);
    CHECK(table.seen().empty());
}

TEST_CASE("an asterisk of GIFT that stands for itself loses its backslash") {
    GiftReading words(R"(Which sign? {=\\* =a\\\\*b})");
    Question question = words.gift().questions.at(0);
    const Blank& blank = std::get<Fill>(question.answer).blanks.at(0);
    CHECK(blank.accepted.at(0).text == "*");
    CHECK(blank.accepted.at(1).text == R"(a\*b)");
    CHECK(words.seen().empty());
}

TEST_CASE("letters that stand in an answer of GIFT as references are told: Moodle compares them sign by sign, too") {
    GiftReading references(R"(Which? {=caf&eacute; =&\#233;t&\#xE9; =&lt;b&gt; =a &amp; b})");
    CHECK(accepted_of(references.gift()).at(0).text == "caf&eacute;");
    CHECK(references.seen() == "not-kept 1:9\nnot-kept 1:22\n");
}

TEST_CASE("without a mark GIFT is words and HTML, and no Markdown") {
    GiftReading product("2*3*4 and a_b_c and <b>5 < 6 &amp; 7</b> `x` {=24*1*1 ~2*3*5}");
    Quiz quiz = product.gift();
    CHECK(plain_text(quiz.questions.at(0).text) == "2*3*4 and a_b_c and 5 < 6 & 7 `x`");
    CHECK(choice_named(select_of(quiz), "24*1*1").right);
    CHECK(product.seen().empty());
    GiftReading marked("[markdown]2*3*4 {=24 ~25}");
    CHECK(plain_text(marked.gift().questions.at(0).text) == "234");
}

// Its formulas, each with `!` before it where it is displayed.
std::string formulas_of(const std::string& input) {
    GiftReading reading(input);
    Quiz quiz = reading.gift();
    std::string result;
    for (const Question& question : quiz.questions) {
        auto note = [&](const Inline& node) {
            if (const auto* formula = std::get_if<Formula>(&node.kind)) {
                result += (formula->display ? "!" : "") + formula->tex + "\n";
            }
        };
        walk_inlines(question.text, note);
        walk_inlines(question.body, note);
        if (const auto* select = std::get_if<Select>(&question.answer)) {
            for (const Choice& choice : select->choices) {
                walk_inlines(choice.text, note);
            }
        }
    }
    return result + reading.seen();
}

TEST_CASE("formulas of GIFT lose their escapes before they are read") {
    for (const char* mark : {"", "[html]", "[html]<p>", "[moodle]", "[markdown]"}) {
        std::string begin = mark;
        INFO(begin);
        CHECK(formulas_of(begin + R"($$E\=mc^2$$ {T})") == "!E=mc^2\n");
        CHECK(formulas_of(begin + R"(So $\frac\{1\}\{2\}$ is {=a ~b})") == "\\frac{1}{2}\n");
        CHECK(formulas_of(begin + R"(So \(\frac\{a_1\}\{b_2\}\), \\(x\\) and \[y \neq *z*\] {T})") ==
              "\\frac{a_1}{b_2}\nx\n!y \\neq *z*\n");
        CHECK(formulas_of(begin + R"(It costs $5 or $6 {T})").empty());
    }
    CHECK(formulas_of("So\n$$\na \\= b\n$$ is {T}") == "!a = b\n");
    CHECK(formulas_of(R"(<p>So $a &lt; b$</p> {T})") == "a < b\n");
    CHECK(formulas_of(R"([plain]$a$ {T})").empty());
}

TEST_CASE("braces of TeX need no escapes where they can be nothing else") {
    CHECK(formulas_of(R"(What is $\frac{1}{2}$? {~1 =\(x_{1}=2\)})") == "\\frac{1}{2}\nx_{1}=2\n");
    CHECK(formulas_of("It costs $5 {=a ~b$}").empty());
    CHECK(formulas_of("a {=5$#b ~$6#c}").empty());
    CHECK(formulas_of(R"(What is ${a}$? {T})") == "unmatched-brace 1:16\n");
}

TEST_CASE("braces within the words leave a gap only where one can be filled") {
    GiftReading truth("It boils {T}, they say: always.");
    CHECK(plain_text(truth.gift().questions.at(0).text) == "It boils, they say: always.");
    GiftReading essay("Why? {} Say more.");
    CHECK(plain_text(essay.gift().questions.at(0).text) == "Why? Say more.");
    GiftReading word("It boils at {=a hundred}\u00B0.");
    Quiz quiz = word.gift();
    CHECK(plain_text(quiz.questions.at(0).text) == "It boils at ____\u00B0.");
    CHECK(std::get<Fill>(quiz.questions[0].answer).in_text);
    GiftReading code("[markdown]What is `a {=b} c`?");
    code.gift();
    CHECK(code.seen() == "misplaced-form 1:22\n");
}

TEST_CASE("weights that say what Hornbook says are not kept") {
    GiftReading usual("a {~%50%b ~%50%c ~%-50%d}\n\na2 {=b ~c}\n\na3 {~%33.33333%b ~%33.33333%c ~%33.33333%d ~%-33.33333%e}");
    Quiz quiz = usual.gift();
    for (std::size_t i = 0; i < 3; ++i) {
        for (const Choice& choice : select_of(quiz, i).choices) {
            CHECK_FALSE(choice.credit);
        }
    }
    CHECK(select_of(quiz).several);
    CHECK_FALSE(select_of(quiz, 1).several);
    CHECK(usual.seen().empty());
}

TEST_CASE("weights of the author's own are kept on every choice") {
    GiftReading several("a {~%75%b ~%25%c ~d}");
    Quiz quiz = several.gift();
    CHECK(choice_named(select_of(quiz), "b").credit == 0.75);
    CHECK(choice_named(select_of(quiz), "c").right);
    CHECK(choice_named(select_of(quiz), "d").credit == 0.0);
    CHECK_FALSE(choice_named(select_of(quiz), "d").right);

    GiftReading one("a {=b ~%50%c ~%-100%d}");
    quiz = one.gift();
    CHECK(choice_named(select_of(quiz), "b").credit == 1.0);
    CHECK(choice_named(select_of(quiz), "c").credit == 0.5);
    CHECK_FALSE(choice_named(select_of(quiz), "c").right);
    CHECK(choice_named(select_of(quiz), "d").credit == -1.0);

    GiftReading words("a {=%50%half =whole =%0%none#why}");
    quiz = words.gift();
    REQUIRE(accepted_of(quiz).size() == 3);
    CHECK(accepted_of(quiz)[0].text == "whole");  // the first is shown, so it earns all
    CHECK_FALSE(accepted_of(quiz)[0].credit);
    CHECK(accepted_of(quiz)[1].credit == 0.5);
    CHECK(accepted_of(quiz)[2].credit == 0.0);
    CHECK(plain_text(accepted_of(quiz)[2].feedback) == "why");
}

TEST_CASE("the order of GIFT's choices does not tell which is right") {
    auto order = [](const std::string& input) {
        std::string result;
        Quiz quiz = GiftReading(input).gift();
        for (const Choice& choice : select_of(quiz).choices) {
            result += plain_text(choice.text);
        }
        return result;
    };
    std::string first = order("a? {=b ~c ~d ~e ~f}");
    CHECK(first == order("a? {~b ~c ~d =e ~f}"));
    CHECK(first == order("a? {~f ~d =c ~b ~e}"));
    CHECK(first.size() == 5);
    CHECK(order("a? {~Paris ~Rome ~None =Both A and B}") == "ParisRomeNoneBoth A and B");
    CHECK(order("a? {=Paris ~Rome ~Oslo ~All of the above}") == "ParisRomeOsloAll of the above");
}

TEST_CASE("every piece of GIFT has its place in the author's file") {
    GiftReading reading(
        "// comment\n"
        "::t::[markdown]One `a \\= b` and *two* {\n"
        "  =right #because *so*\n"
        "  ~wrong\n"
        "} then *three*.\n");
    Quiz quiz = reading.gift();
    Question& question = quiz.questions.at(0);
    CHECK(question.place.line == 2);
    CHECK(question.place.column == 1);
    const Choice& right = choice_named(select_of(quiz), "right");
    CHECK(right.place.line == 3);
    CHECK(right.place.column == 3);
    std::string places;
    auto note = [&](const Inline& node) {
        if (std::holds_alternative<Emphasis>(node.kind) || std::holds_alternative<Gap>(node.kind)) {
            places += std::to_string(node.place.line) + ":" + std::to_string(node.place.column) + " ";
        }
    };
    walk_inlines(question.text, note);
    walk_inlines(right.feedback, note);
    CHECK(places == "2:33 5:1 5:8 3:19 ");
}

TEST_CASE("HTML in GIFT keeps its places, its gap and its blocks") {
    GiftReading reading(
        "Before?\n\n[html]<p>One \\= <b onclick\\=\"x()\">two</b></p>\n// comment\n<p>is <i>here</i></p> {=a ~b}\n\n[html]Loose *text*. "
        "{T}\n\n[html]<i>Two</i> \\=\nplus {=two}, <b>so</b>");
    Quiz quiz = reading.gift();
    CHECK(reading.seen() == "html-attribute-removed 3:17\n");
    CHECK(plain_text(quiz.questions.at(0).text) == "One = two");
    CHECK(plain_text(quiz.questions[0].body) == "Before?\nis here");
    std::string places;
    CHECK(plain_text(quiz.questions.at(2).text) == "Two = plus ____, so");
    walk_inlines(quiz.questions[2].text, [&](const Inline& node) {
        if (std::holds_alternative<Gap>(node.kind)) {
            places += std::to_string(node.place.line) + ":" + std::to_string(node.place.column);
        }
    });
    CHECK(places == "10:6");
    CHECK(plain_text(quiz.questions.at(1).text) == "Loose *text*.");
}

TEST_CASE("GIFT's mistakes stand at their place") {
    auto seen = [](const std::string& input) {
        GiftReading reading(input);
        reading.gift();
        return reading.seen();
    };
    CHECK(seen("a {=b ~c\n\nd {T}") == "unmatched-brace 1:3\n");
    CHECK(seen("a } b") == "unmatched-brace 1:3\n");
    CHECK(seen("a {=b} c {=d}") == "unmatched-brace 1:10\n");
    CHECK(seen("a {#\n =1\n =x2 }") == "bad-number 3:3\n");
    CHECK(seen("a {=b\n ~%x%c ~%-101%d}") == "bad-weight 2:9\n");
    CHECK(seen("$CATEGORY: x\n\na {T}") == "not-kept 1:1\n");
    CHECK(seen("a {}\n\nb") == "no-answer 3:1\n");
    CHECK(seen("a {=b ~b}") == "equal-choices 1:7\n");
    CHECK(seen("[kirov] a {T}").empty());
    CHECK(seen("{=b ~c}") == "empty-question 1:1\n");
}

TEST_CASE("a description opens the question that follows it") {
    GiftReading reading("[markdown]Read this.\nAnd *that*.\n\nWell? {T}");
    Quiz quiz = reading.gift();
    REQUIRE(quiz.questions.size() == 1);
    CHECK(plain_text(quiz.questions[0].body) == "Read this. And that.");
    CHECK(plain_text(quiz.questions[0].text) == "Well?");
}

TEST_CASE("whatever is written is read, and every mistake has a place in the file") {
    const std::vector<std::string> pieces = {"a ",  "=",     "~",       "#",  "####",  "{",      "}",          ":",   "::",   "\\",
                                             "\\n", "\n",    "\n\n",    "->", "%50%",  "[html]", "[plain]",    "<p>", "</p>", "<b ",
                                             "$",   "\\(",   "\\)",     "`",  "*",     "//",     "$CATEGORY:", "T",   "1.5",  "..",
                                             "A) ", "\nB) ", "ANSWER:", "水", "[[b]]", "[^n]",   "<ul>",       "> ",  "- "};
    std::mt19937 random(1934);  // always the same texts
    for (int round = 0; round < 2000; ++round) {
        std::string input;
        for (std::size_t i = 0, size = 1 + random() % 30; i < size; ++i) {
            input += pieces[random() % pieces.size()];
        }
        INFO(input);
        GiftReading reading(input);
        Quiz gift = reading.gift();
        Quiz aiken = read_aiken(reading.reader, reading.lines(), {reading.file, 1, 1, 0});
        CHECK((reading.diagnostics.has_errors() || gift.questions.size() + aiken.questions.size() >= 2));
        for (const Diagnostic& diagnostic : reading.diagnostics.all()) {
            std::string_view line = reading.sources[reading.file].line(diagnostic.place.line);
            CHECK(diagnostic.place.line >= 1);
            CHECK(diagnostic.place.column <= line.size() + 1);
        }
    }
}

}  // namespace hornbook
