// Work is bounded: each text here once took time or memory by the square of its length. It ends with a result or a named mistake.
#include <set>

#include "catch.h"
#include "cpu_limit.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/forms/footnotes.h"
#include "reading/html/report.h"
#include "reading/prose_reader.h"
#include "repeated.h"

namespace hornbook {
namespace {

struct Result {
    Blocks blocks;
    std::string text;
    std::vector<Footnote> footnotes;
    std::set<Mistake> mistakes;
    Diagnostics diagnostics;
};

Result read(const std::string& input, const GlossaryLabels& labels = {}) {
    CpuLimit limit;
    Result result;
    Sources sources;
    Words words = words_for("en");
    std::uint32_t file = sources.add("chapters/01.md", input);
    ProseReader reader{sources, file, labels, "en", words, result.diagnostics};
    result.blocks = read_blocks(reader, lines_of(sources[file]));
    check_footnotes(reader);
    report_left_out(reader);
    result.diagnostics.sort();
    result.text = plain_text(result.blocks);
    result.footnotes = std::move(reader.found.footnotes);
    for (const Diagnostic& diagnostic : result.diagnostics.all()) {
        result.mistakes.insert(diagnostic.mistake);
    }
    return result;
}

std::size_t count(const std::string& text, char c) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), c));
}

constexpr std::size_t many = 40'000;
using Mistakes = std::set<Mistake>;

}  // namespace

TEST_CASE("brackets in a paragraph are bounded") {
    CHECK(read(repeated("![[]()", many)).mistakes == Mistakes{Mistake::too_many_brackets});
    CHECK(read(repeated("[a](", many)).mistakes == Mistakes{Mistake::too_many_brackets});
    CHECK(read(repeated("[", many) + repeated("]", many)).mistakes == Mistakes{Mistake::too_many_brackets});
    CHECK(read("|a|\n|-|\n|" + repeated("![[]()", many) + "|\n").mistakes == Mistakes{Mistake::too_many_brackets});
    CHECK(read("a\n" + repeated("|![[]()\n", many)).mistakes == Mistakes{Mistake::too_many_brackets});
}

TEST_CASE("brackets in a long list, a long table and many footnotes are not those of one paragraph") {
    CHECK(read(repeated("- [ ] a\n", 6000)).mistakes.empty());
    CHECK(read("|a|\n|-|\n" + repeated("|[b](https://example.org)|\n", 6000)).mistakes.empty());
    std::string notes;
    for (std::size_t i = 0; i < 6000; ++i) {
        std::string label = "[^" + std::to_string(i) + "]";
        notes.insert(0, "a" + label + "\n\n");
        notes += label + ": note\n";
    }
    Result result = read(notes);
    CHECK(result.mistakes.empty());
    CHECK(result.footnotes.size() == 6000);
}

TEST_CASE("nesting is bounded") {
    CHECK(read(repeated(">", 100'000) + repeated("*", 100'000)).mistakes == Mistakes{Mistake::too_deeply_nested});
    CHECK(read(repeated("*a ", many) + repeated("b* ", many)).mistakes == Mistakes{Mistake::too_deeply_nested});
}

TEST_CASE("blank lines below nested lists cost little") {
    std::string lists;
    for (std::size_t i = 0; i < 90; ++i) {
        lists += std::string(2 * i, ' ') + "- a\n";
    }
    Result result = read(lists + repeated("\n", many) + "x\n");
    CHECK(result.mistakes.empty());
    CHECK(count(result.text, 'a') == 90);
    CHECK(count(result.text, 'x') == 1);
}

TEST_CASE("open HTML tags are bounded") {
    CHECK(read("a " + repeated("<b>", 20'000)).mistakes == Mistakes{Mistake::too_many_open_tags});
    CHECK(read(repeated("<div>", 20'000)).mistakes == Mistakes{Mistake::too_many_open_tags});
    CHECK(read("<table><tr><td>" + repeated("<table><tr><td>", 20'000)).mistakes == Mistakes{Mistake::too_many_open_tags});
    // Each paragraph would open all of them again.
    CHECK(read("<div>\n<p>" + repeated("<b>", 200) + repeated("<p>x", many) + "\n</div>").mistakes ==
          Mistakes{Mistake::too_many_open_tags});
}

TEST_CASE("comments, declarations and runs of marks cost time by their length") {
    CHECK(read(repeated("<!-- a -->\n\n", many)).text.empty());
    for (const char* mark : {"<?a ", "<!A ", "<!-- a ", "<a b=\" ", "*a _b ", "**a* ", "~~a ", "<a:", "\"a 'b "}) {
        Result result = read("x " + repeated(mark, many));
        INFO(mark);
        CHECK(result.mistakes.empty());
        CHECK(result.text.size() >= many);
    }
    std::string runs;
    for (std::size_t i = 1; runs.size() < 400'000; ++i) {
        runs += std::string(i, '`') + " a ";
    }
    CHECK(count(read("x " + runs).text, 'a') > 800);
}

TEST_CASE("a long address that is used often does not multiply") {
    std::string address = "<https://example.org/" + std::string(1'000'000, 'x') + ">";
    for (const std::string& definition : {"[a]: " + address, "[a]:\n" + address, "[a]: <https://example.org> '" + address + "'"}) {
        Result result = read(definition + "\n\n" + repeated("[a]\n\n", many) + "|a|b|\n|-|-|\n" + repeated("|[a]|x|\n", 4000));
        CHECK(result.mistakes == Mistakes{Mistake::bad_url});
        CHECK(result.diagnostics.all().size() == 1);
        CHECK(count(result.text, 'x') == 4000);
    }
}

TEST_CASE("ten thousand reference definitions, each used") {
    std::string definitions;
    std::string uses;
    for (std::size_t i = 0; i < 10'000; ++i) {
        std::string label = "[a" + std::to_string(i) + "]";
        definitions += label + ": https://example.org/" + std::to_string(i) + "\n\n";
        uses += label + "\n\n";
    }
    Result result = read(uses + definitions);
    CHECK(result.mistakes.empty());
    CHECK(count(result.text, '[') == 0);
}

TEST_CASE("rows shorter than their table's head are not filled without end") {
    Result result = read(repeated("|a", 10'000) + "|\n" + repeated("|-", 10'000) + "|\n" + repeated("|b\n", 10'000));
    REQUIRE(result.blocks.size() == 1);
    const auto& table = std::get<Table>(result.blocks[0].kind);
    std::size_t cells = 0;
    for (const std::vector<Cell>& row : table.body) {
        cells += row.size();
    }
    CHECK(table.body.size() == 10'000);
    CHECK(cells <= limits::filled_cells + 10'000);
}

TEST_CASE("what is missing many times is looked for a bounded number of times") {
    std::string text;
    GlossaryLabels labels;
    for (std::size_t i = 0; i < 2000; ++i) {
        std::string number = std::to_string(100'000 + i);
        text += "a[^u" + number + "] [term" + number + "]\n\n[^n" + number + "]: a\n\n";
        labels.emplace("thing" + number, i);
    }
    Result result = read(text, labels);
    CHECK(result.mistakes == Mistakes{Mistake::unknown_footnote, Mistake::unused_footnote});
    CHECK(result.diagnostics.count(Severity::error) + result.diagnostics.count(Severity::warning) == 4000);
}

TEST_CASE("pasted HTML earns one message for its attributes and one for each element") {
    Result result = read(repeated("<p style='color:red' align=center><font size=2>a</font></p>", many));
    REQUIRE(result.diagnostics.all().size() == 2);
    CHECK(result.diagnostics.all()[0].message ==
          "`style=` (40000 times), `align=` (40000 times), `size=` (40000 times) cannot be used in a book");
    CHECK(result.diagnostics.all()[1].message == "`<font>` cannot be used in a book; it is here 40000 times");
    CHECK(count(result.text, 'a') == many);
}

TEST_CASE("gaps that nothing closes, and bars that are none, cost time by their length") {
    CHECK(!read("~~~quiz\n## " + repeated("[[", many * 5) + "\n~~~\n").mistakes.empty());
    CHECK(!read("~~~quiz\n## a [[" + repeated("\\|", many * 5) + "]] b\n~~~\n").blocks.empty());
}

TEST_CASE("braces that might be a question of GIFT's cost time by their length") {
    CHECK(!read("a" + repeated(" {", many * 10)).blocks.empty());
    CHECK(!read("a " + repeated("{~", many * 10) + "}").blocks.empty());
}

TEST_CASE("a long chapter is read") {
    Result result = read(repeated("The quick *brown* fox jumps over the [lazy](https://example.org) dog.\n\n", 30'000));
    CHECK(result.mistakes.empty());
    CHECK(result.blocks.size() == 30'000);
}

}  // namespace hornbook
