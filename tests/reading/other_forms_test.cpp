// Forms of other tools: each row of their table is read or told as it says, and plain prose earns no remark.
#include "reading/forms/other_forms.h"

#include "catch.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/text_reading.h"

namespace hornbook {
namespace {

template <class Kind>
std::size_t count_inlines(const ReadText& text) {
    std::size_t number = 0;
    walk_inlines(text.chapter.blocks, [&](const Inline& node) { number += std::holds_alternative<Kind>(node.kind) ? 1U : 0U; });
    return number;
}

}  // namespace

TEST_CASE("each form of another tool is read or told as its row says") {
    for (const OtherFormRow& row : other_form_table()) {
        if (row.example.empty()) {
            continue;  // of front matter: tests/mistakes/other-form
        }
        INFO(row.what << "\n" << row.example);
        ReadText read = read_text(std::string(row.example));
        CHECK(read.shown == row.shown);
        CHECK(row.becomes.empty() == row.instead.empty());
        CHECK(count(read.diagnostics, Mistake::other_form) == (row.instead.empty() ? 0U : 1U));
        for (const Diagnostic& found : read.diagnostics.all()) {
            INFO(found.message);
            CHECK(found.mistake == Mistake::other_form);
            CHECK(found.message.find(row.what) != std::string::npos);
            CHECK(found.hint == row.instead);
            CHECK(found.place.line > 2);
            CHECK(found.place.column > 0);
        }
    }
}

TEST_CASE("a form is looked for at every byte of a text of signs, up to its last one") {
    constexpr std::string_view signs = "[]/!@{}:(%^<|+\\=a ";
    for (std::size_t number = 0; number < signs.size() * signs.size() * signs.size(); ++number) {
        std::string text = {signs[number % signs.size()], signs[number / signs.size() % signs.size()],
                            signs[number / signs.size() / signs.size()]};
        for (std::size_t at = 0; at < text.size(); ++at) {
            CAPTURE(text, at);
            REQUIRE(at + other_form_at(text, at).size <= text.size());
        }
    }
}

TEST_CASE("a form is told once a file, where it first stands, with its number") {
    ReadText read = read_text("Bees :bee: fly.\n\n- In a list :smile:\n\n> :cake: in a quotation\n\n| a |\n|---|\n| :tada: |");
    REQUIRE(read.diagnostics.all().size() == 1);
    const Diagnostic& found = read.diagnostics.all().front();
    CHECK(found.message == "`:bee:` is an emoji of GitHub's, which stays as text; there are 4 in this file");
    CHECK(found.place.line == 3);
    CHECK(found.place.column == 6);
}

TEST_CASE("plain prose, code and formulas hold no forms of other tools") {
    for (const char* text :
         {"I paid ~5~ or 2^3, then 4^5, and about ~20 to ~30 pounds.",
          "See [1] and [2, p. 3], and [the notes] of [A. Smith].",
          "Write to bees@example.org or @bees, at 10:30:15; the ratio is 1:2:3. Note: this is: fine.",
          "if (a == b && c == d) or a==b==c; x[i][j] = y[j][i].",
          "The path is C:\\Users\\bees and \\\\server\\share.",
          "A set {a, b} and {50%} and {x}, a line of C: `int f() { return a[0][1]; }`.",
          "Codes: `[@key]`, `:smile:`, `{{#include x}}`, `\\index{a}`, `==a==`, `H~2~O`, `x^2^`, `![[a.png]]`, `{#id}`, `^[note]`.",
          "Formulas: $a_{[1][2]}$, $x^{2}^y$, $$\\begin{matrix} a \\end{matrix}$$ and $\\text{[@key]}$.",
          "```\n[@key] :smile: {{#include x}} \\index{a} ==a== ##No\n• bullet\n- [x] done\n```",
          "    for (int i = 0; i < n; ++i) { use(a[i][j]); }",
          "    git commit --amend",
          "Escaped: \\[@key], \\:smile:, \\{{#include x}}, \\==a\\==, H\\~2\\~O, x\\^2\\^, \\[text][label], \\^[no note].",
          "Shopping:\n\n- [ ] flour\n- [x] water",
          "He rose -- as always -- at six; 1934--1938.",
          "#bees and #wasps are tags.",
          "100% or 50%% of it",
          "A | B, or one | two | three",
          "-5 and -6\n-7 and -8",
          "*one* and\n*another*",
          "-Hello, he said.",
          "See [sic] (as he wrote) and f[x] (y).",
          "> [!NOTE]\n> Bees fly.",
          "第１．二章と＃１",
          "Wow!!! note this\n\nYes??? example of it",
          "Array `[[1, 2], [3, 4]]` and \\[[brackets]].",
          "Greek: α^2 and x~y, 3 × 10^5, CO2 and m^2/s^2.",
          "\\[see the note\\] and \\[sic\\] as some programs write brackets"}) {
        INFO(text);
        ReadText read = read_text(text);
        CHECK(read.diagnostics.all().empty());
        for (const Diagnostic& found : read.diagnostics.all()) {
            UNSCOPED_INFO(found.message);
        }
        CHECK(count_inlines<Styled>(read) == 0);
    }
}

TEST_CASE("options of programs keep their dashes, dashes of prose do not") {
    CHECK(read_text("Run it with --help, or (--quiet) and --dry-run.").shown == "Run it with --help, or (--quiet) and --dry-run.");
    CHECK(read_text("He rose --as always-- at six, 1934--38.").shown == "He rose –as always– at six, 1934–38.");
}

TEST_CASE("notes, scripts, marks and links of other tools become what they mean") {
    ReadText read = read_text("Bees^[A note with *emphasis*, `code]` and [a link](https://example.org).] fly[^1].\n\n[^1]: Far.");
    REQUIRE(read.chapter.footnotes.size() == 2);
    CHECK(plain_text(read.chapter.footnotes.back().blocks) == "A note with emphasis, code] and a link.");
    CHECK(count_inlines<FootnoteReference>(read) == 2);
    CHECK(count_inlines<Styled>(read_text("H~2~O, CO~2~, x^2^, 1^st^, 10^-3^ and ==two words==.")) == 6);
    CHECK(count_inlines<GlossaryReference>(read_text("A [[Colony]] and [[colony|its bees]].")) == 2);
    ReadText link = read_text("[[Rain]], [[rain#Where it falls|falls]].");
    CHECK(count_inlines<Link>(link) == 2);
    CHECK(link.shown == "Rain, falls.");
    CHECK(count_inlines<Formula>(read_text("\\(a\\), \\[x = 1\\] and\n\n\\begin{align}\na &= b\n\\end{align}")) == 3);
}

TEST_CASE("attribute blocks belong to the picture, heading or words before them") {
    ReadText read = read_text("![A caption](a.png){#fig-a fig-alt=\"What it *shows*\" width=50%}");
    REQUIRE(read.chapter.blocks.size() == 1);
    const auto& figure = std::get<Figure>(read.chapter.blocks.front().kind);
    CHECK(figure.id == "fig-a");
    CHECK(plain_text(figure.caption) == "A caption");
    CHECK(plain_text(figure.blocks) == "What it *shows*");
    ReadText heading = read_text("## Rain {#rain .unnumbered}\n\n## Snow\n{: #snow .x}");
    REQUIRE(heading.chapter.blocks.size() == 2);
    CHECK(std::get<Heading>(heading.chapter.blocks[0].kind).id == "rain");
    CHECK(std::get<Heading>(heading.chapter.blocks[1].kind).id == "snow");
    CHECK(heading.shown == "Rain\nSnow");
    const auto& shown = std::get<Image>(std::get<Paragraph>(figure.blocks.front().kind).text.front().kind);
    CHECK(shown.percent == 50);
    CHECK(std::get<Heading>(heading.chapter.blocks[1].kind).classes == "x");
    ReadText paragraph = read_text("Bees fly.\n{: .loud}");
    CHECK(std::get<Division>(paragraph.chapter.blocks.at(0).kind).classes == "loud");
    // Where only words stand, in answers and cells, what belongs to nothing is the author's text again.
    ReadText quiz = read_text("~~~quiz\n## Order {#3}\n1. one {#3}\n2. two {#bees}\n~~~");
    const Question& question = quiz.chapter.quizzes.at(0).questions.at(0);
    CHECK(plain_text(question.text) == "Order {#3}");
    CHECK(plain_text(std::get<Arrange>(question.answer).items.at(0).text) == "one {#3}");
    CHECK(plain_text(std::get<Arrange>(question.answer).items.at(1).text) == "two {#bees}");
    CHECK(read_text("[Link](https://example.org){target=\"_blank\"} and `code`{.r}").shown == "Link and code");
}

TEST_CASE("the date of an event is plain words") {
    ReadText read = read_text("~~~timeline\n**1934**: Kirov\n*about* [1935](a.md): Trials\n1936: The end\n~~~");
    CHECK(read.diagnostics.all().empty());
    const auto& events = std::get<Timeline>(read.chapter.blocks.at(0).kind).events;
    CHECK(events.at(0).date == "1934");
    CHECK(events.at(1).date == "about 1935");
    CHECK(count(read_text("~~~timeline\n![a clock](clock.png): Kirov\n~~~").diagnostics, Mistake::misplaced_form) == 1);
}

TEST_CASE("a note's definition behind the answers of a quiz is told once") {
    ReadText read = read_text("Text[^2].\n\n~~~quiz\n## A?\n- [x] a[^2]\n- [ ] b\n\n[^2]: Note two\n~~~");
    REQUIRE(read.diagnostics.all().size() == 1);
    CHECK(read.diagnostics.all()[0].mistake == Mistake::stray_text);
    CHECK(plain_text(read.chapter.footnotes.at(0).blocks) == "Note two");
}

TEST_CASE("what is nearly a picture or its title is told with what to write") {
    for (const char* text : {"![k] (../images/a.png)", "!(../images/a.png)[l]", "![p]{../images/a.png}", "So ![p] (a.svg) it is."}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::other_form) == 1);
    }
    for (const char* text : {"Wait! (a.png) [x]", "![p] (as on the right)", "`![k] (a.png)`"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::other_form) == 0);
    }
    const std::vector<std::pair<const char*, const char*>> titles = {
        {"![j](../images/a.png “cap j”)", "write straight quotation marks around the title: `(../images/a.png \"cap j\")`"},
        {"![j](../images/a.png „cap j“)", "write straight quotation marks around the title: `(../images/a.png \"cap j\")`"},
        {"[j](a.md «cap j»)", "write straight quotation marks around the title: `(a.md \"cap j\")`"},
        {"![n](../images/a.png \"cap \"quoted\" n\")",
         "put other quotation marks around the title: `(../images/a.png 'cap \"quoted\" n')`"},
        {"![n](../images/a.png =30x20)", "write the width behind the picture: `(../images/a.png){width=30}`"},
        {"![n](../images/my loaf.png)", "put it in angle brackets: `(<../images/my loaf.png>)`"}};
    for (const auto& [text, hint] : titles) {
        INFO(text);
        ReadText read = read_text(text);
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all()[0].hint == hint);
    }
}

TEST_CASE("inclusions, directives and roles of other tools are told, in each of their forms") {
    for (const char* text :
         {"<<[code.md]", "<<(code.rb)", "!include words.md", "--8<-- \"words.md\"", "{!words.md!}", "include::words.adoc[]",
          "\\input{words}", "\\include{words}", "{% include words.html %}", "{{< include words.qmd >}}", ".. image:: bee.png",
          ".. _bees:", "See :doc:`bees` there.", "See :py:class:`Bee` there."}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::other_form) == 1);
    }
    for (const char* text : {"a << b", "Wait .. see", "He said: include the rest.", "!important", "Run `:ref:` there: `x`"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::other_form) == 0);
    }
}

TEST_CASE("comments of other programs are shown to nobody") {
    const std::vector<std::pair<const char*, const char*>> rows = {
        {"Bees %%why *not `code` [x](y)* <b> {#a}%% fly.", "Bees fly."},
        {"Bees fly.%%why%%", "Bees fly."},
        {"Bees %%why\nnot%% fly.", "Bees fly."},
        {"Bees.\n\n%% why not %%\n\nWasps.", "Bees.\nWasps."},
        {"Bees.\n\n%%\nwhy\n\n- not\n\n```quiz\n## x?\n= 1\n```\n%%\n\nWasps.", "Bees.\nWasps."},
        {"Bees.\n%%\nwhy\n%%\nWasps.", "Bees.\nWasps."},
        {"## Bees %%why%%\n\n| a %%why%% | b |\n|---|---|\n| {>>why<<}1 | 2 |", "Bees\na\nb\n1\n2"},
        {"%%why%%\n![The queen](queen.png)", "The queen"},
        {"Bees[Commented [AB2]: why [not]?] fly.", "Bees fly."},
        {"Bees.\n\n[Commented [AB1]: why?]", "Bees."},
        {"[Commented [AB1]: why?] Bees fly.", "Bees fly."},
        {"Bees.\n\nKommentiert [AB1]: Warum\nnicht?\n\nWasps.", "Bees.\nWasps."},
        {"Bees[\\[a\\]](#cmnt1) fly.\n\n[\\[a\\]](#cmnt_ref1)Why?", "Bees fly."},
        {"[why?]{.comment-start id=\"0\" author=\"A\"}Bees[]{.comment-end id=\"0\"} fly.", "Bees fly."},
        {"Bees.\n\n[comment]: # (why (not))\n\nWasps.", "Bees.\nWasps."},
        {"Bees.\n[//]: # (why\nnot)\nWasps.", "Bees.\nWasps."},
        {"[//]: # \"why\"\n\nBees.", "Bees."},
        {"> Bees %%why%% fly.\n\n- Bees {>>why<<} fly.", "Bees fly.\nBees fly."}};
    for (const auto& [text, shown] : rows) {
        INFO(text);
        ReadText read = read_text(text);
        CHECK(read.shown == shown);
        bool is_definition = std::string_view(text).find("]: #") != std::string_view::npos;
        bool two_programs = std::string_view(text).find("{>>") != std::string_view::npos;
        CHECK(count(read.diagnostics, Mistake::other_form) == (is_definition ? 0U : two_programs ? 2U : 1U));
        for (const Diagnostic& found : read.diagnostics.all()) {
            CHECK(found.mistake == Mistake::other_form);
        }
    }
    CHECK(read_text("Code `%%a%%`, `{>>a<<}`, 50%% of 20%% and \\%%a%% here.").shown ==
          "Code %%a%%, {>>a<<}, 50%% of 20%% and %%a%% here.");
    CHECK(read_text("Bees %%never closed.").shown == "Bees %%never closed.");
}

TEST_CASE("signs of hidden forms without end take time by their length") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        text += " %%a {>>b {++c {~~d~>e";
    }
    CHECK_FALSE(read_text(text).shown.empty());
    std::string comments;
    for (int i = 0; i < 20'000; ++i) {
        comments += "%%\n\n";
    }
    CHECK(read_text(comments).shown.size() < comments.size());
}

TEST_CASE("a form of several looks is told in each of them") {
    const std::vector<std::pair<const char*, const char*>> rows = {{"Bees \\newline fly.", "`\\newline` is a command of LaTeX's"},
                                                                   {"Bees fly. \\par Wasps too.", "`\\par` is a command of LaTeX's"},
                                                                   {"#. bees\n#. wasps", "`#. bees` is an item that pandoc numbers"},
                                                                   {"(@good) bees", "`(@good) bees` is an item that pandoc numbers"},
                                                                   {"a) bees\nb) wasps", "`a) bees` is a list with letters"},
                                                                   {"They >!die!< alone.", "`>!die!<` is hidden words of a forum's"},
                                                                   {">!They die!<", "`!They die!<` is hidden words of a forum's"}};
    for (const auto& [text, told] : rows) {
        ReadText read = read_text(text);
        REQUIRE(read.diagnostics.all().size() == 1);
        CHECK(read.diagnostics.all().front().message.starts_with(told));
    }
    CHECK(read_text("> Wow!\n>\n> a < b").diagnostics.all().empty());
    CHECK(read_text("Is a >b? c!<d").diagnostics.all().empty());
}

TEST_CASE("lists that other programs number are told, and names are not") {
    for (const char* text : {"a. bees\nb. wasps", "(a) bees\n(b) wasps", "(i) bees\n(ii) wasps", "i) bees\nii) wasps", "A) bees\nB) wasps",
                             "(1) bees\n(2) wasps", "#. bees\n#. wasps", "(@) bees", "(@good) bees"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::other_form) == 1);
    }
    for (const char* text : {"(a) bees\n\n(b) wasps", "A. Einstein\nB. Podolsky", "(see) a\n(so) b", "I. Newton\nJ. Locke",
                             "1. one\n2. two", "(@ home) we are", "a.m. or\nb.c. it is"}) {
        INFO(text);
        CHECK(count(read_text(text).diagnostics, Mistake::other_form) == 0);
    }
}

TEST_CASE("ids with the signs of other programs become ids, which links find") {
    ReadText read = read_text("## Rain {#heading=h.abc}\n\n![The queen](queen.png){#fig:bees}\n\nThe [queen]{#bookmark=id.x} flies.");
    CHECK(read.diagnostics.all().empty());
    REQUIRE(read.chapter.blocks.size() == 3);
    CHECK(std::get<Heading>(read.chapter.blocks[0].kind).id == "heading-h-abc");
    CHECK(std::get<Figure>(read.chapter.blocks[1].kind).id == "fig-bees");
    CHECK(read.shown == "Rain\nThe queen\nThe queen flies.");
    CHECK(count(read_text("## Rain {#1=2}").diagnostics, Mistake::bad_id) == 1);
}

TEST_CASE("a picture below the title of a callout is a figure") {
    for (const char* text :
         {"> [!NOTE] Bees\n> ![The queen](queen.png \"A caption\")", "> [!NOTE]\n> ![The queen](queen.png \"A caption\")",
          "> [!NOTE] Bees\n> ![The queen](queen.png \"A caption\"){width=50%}"}) {
        INFO(text);
        ReadText read = read_text(text);
        REQUIRE(read.chapter.blocks.size() == 1);
        const auto& callout = std::get<Callout>(read.chapter.blocks[0].kind);
        REQUIRE(callout.blocks.size() == 1);
        CHECK(plain_text(std::get<Figure>(callout.blocks[0].kind).caption) == "A caption");
        CHECK(read.diagnostics.all().empty());
    }
    ReadText words = read_text("> [!NOTE] Bees\n> Words ![The queen](queen.png)");
    CHECK(std::holds_alternative<Paragraph>(std::get<Callout>(words.chapter.blocks.at(0).kind).blocks.at(0).kind));
}

TEST_CASE("a picture that only names a term is told as what it says") {
    ReadText read = read_text("Look at ![colony] there.");
    CHECK(read.shown == "Look at ![colony] there.");
    REQUIRE(read.diagnostics.all().size() == 1);
    CHECK(read.diagnostics.all()[0].message == "`![colony]` is nearly a picture, which stays as text");
}

TEST_CASE("choices end the hint above them") {
    ReadText read = read_text("```quiz\n## Which?\nhint: Look up.\n- [x] this\n- [ ] that\n```");
    CHECK(read.diagnostics.all().empty());
    REQUIRE(read.chapter.quizzes.size() == 1);
    CHECK(std::get<Select>(read.chapter.quizzes[0].questions[0].answer).choices.size() == 2);
}

}  // namespace hornbook
