#include "formulas/typeset.h"

#include <sys/stat.h>

#include <fstream>

#include "base/trouble.h"
#include "catch.h"
#include "model/mistakes.h"
#include "temporary_folder.h"
#include "trouble_of.h"

namespace hornbook {
namespace {

Book book_with(const std::vector<std::string>& formulas) {
    Book book;
    Chapter& chapter = book.chapters.emplace_back();
    Inlines text;
    for (const std::string& tex : formulas) {
        text.push_back({Formula{tex, false, {}}, {0, static_cast<std::uint32_t>(text.size() + 1), 1, 1}});
    }
    chapter.blocks.push_back({Paragraph{std::move(text)}, {}});
    return book;
}

std::string mathml_of(const Book& book, std::size_t index) {
    return std::get<Formula>(std::get<Paragraph>(book.chapters[0].blocks[0].kind).text[index].kind).mathml;
}

// pandoc itself, which notes that it was started.
std::string noted_pandoc(const TemporaryFolder& folder) {
    std::string path = folder.path() + "/pandoc";
    std::ofstream(path) << "#!/bin/sh\necho started >>'" << folder.path() << "/notes'\nexec pandoc \"$@\"\n";
    chmod(path.c_str(), 0755);
    return path;
}

}  // namespace

TEST_CASE("formulas become MathML, all in one process") {
    TemporaryFolder folder;
    Book book = book_with({"x^2", "\\frac{a}{b}", "x^2", "a < b & c"});
    Diagnostics diagnostics;
    typeset_formulas(book, {noted_pandoc(folder)}, diagnostics);
    CHECK(mathml_of(book, 0) == "<msup><mi>x</mi><mn>2</mn></msup>");
    CHECK(mathml_of(book, 1) == "<mfrac><mi>a</mi><mi>b</mi></mfrac>");
    CHECK(mathml_of(book, 2) == mathml_of(book, 0));
    CHECK(bytes_of_file(folder.path() + "/notes") == "started\n");
}

TEST_CASE("somebody may answer in pandoc's place") {
    Book book = book_with({"x^2", "y"});
    Diagnostics diagnostics;
    std::string asked;
    Programs programs = [&](const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits&) {
        asked = arguments.front() + " " + std::string(input);
        return ProcessResult{
            .started = true, .exit_code = 0, .output = "<p><math><mi>x</mi></math></p><p><math><mi>y</mi></math></p>", .errors = {}};
    };
    typeset_formulas(book, {"/nowhere/pandoc", {}, 60, programs}, diagnostics);
    CHECK(diagnostics.all().empty());
    CHECK(mathml_of(book, 0) == "<mi>x</mi>");
    CHECK(mathml_of(book, 1) == "<mi>y</mi>");
    CHECK(asked.starts_with("/nowhere/pandoc <?xml"));
    CHECK(asked.find("<tex-math>x^2</tex-math>") != std::string::npos);
}

TEST_CASE("a book without formulas starts no program") {
    TemporaryFolder folder;
    Book book = book_with({});
    Diagnostics diagnostics;
    typeset_formulas(book, {noted_pandoc(folder)}, diagnostics);
    CHECK(diagnostics.all().empty());
    CHECK_FALSE(std::ifstream(folder.path() + "/notes").good());
}

TEST_CASE("without the program there is one warning, at the first formula") {
    Book book = book_with({"x", "y", "z"});
    Diagnostics diagnostics;
    typeset_formulas(book, {"/nowhere/pandoc"}, diagnostics);
    REQUIRE(diagnostics.all().size() == 1);
    CHECK(diagnostics.all()[0].mistake == Mistake::no_pandoc);
    CHECK(diagnostics.all()[0].place.line == 1);
    CHECK(mathml_of(book, 0).empty());
}

TEST_CASE("a program that fails is the machine's trouble") {
    Book book = book_with({"x"});
    Diagnostics diagnostics;
    CHECK_THROWS_AS(typeset_formulas(book, {"/bin/false"}, diagnostics), Trouble);
}

TEST_CASE("a program that sleeps is named when its time is over, with what to do, and was named while it was waited for") {
    TemporaryFolder folder;
    std::string path = folder.path() + "/pandoc";
    std::ofstream(path) << "#!/bin/sh\nexec sleep 1000\n";
    chmod(path.c_str(), 0755);
    Book book = book_with({"x"});
    Diagnostics diagnostics;
    std::string stage;
    FormulasRequest request{path, [&](std::string_view said) { stage = said; }, 1};
    CHECK(trouble_of([&] { typeset_formulas(book, request, diagnostics); }) ==
          "`" + path + "`, at work on the book's formulas, gave no answer within 1 seconds; try `" + path +
              " --version`, or do without it: `formulas = false` below `[text]` in book.toml");
    CHECK(stage == "formulas, by " + path + ", in 1 seconds at most");
}

TEST_CASE("wrong formulas are named each at its place, and spoil no other") {
    Book book = book_with({"a", "\\foo", "b", "\\frac{1}{", "c", "\\foo"});
    Diagnostics diagnostics;
    typeset_formulas(book, {}, diagnostics);
    diagnostics.sort();
    std::vector<std::uint32_t> lines;
    for (const Diagnostic& diagnostic : diagnostics.all()) {
        CHECK(diagnostic.mistake == Mistake::unreadable_formula);
        lines.push_back(diagnostic.place.line);
    }
    CHECK(lines == std::vector<std::uint32_t>{2, 4, 6});
    CHECK(diagnostics.all()[0].message == "this formula is shown as its source: `\\foo` is not known");
    CHECK(mathml_of(book, 2) == "<mi>b</mi>");
    CHECK(mathml_of(book, 4) == "<mi>c</mi>");
}

TEST_CASE("a formula that defines commands is refused at its place, before the program starts") {
    TemporaryFolder folder;
    std::string bomb = "\\newcommand{\\a}{xxxxxxxxxx}";
    for (char name = 'b'; name < 'k'; ++name) {
        std::string before = std::string("\\") + static_cast<char>(name - 1);
        std::string body;
        for (int i = 0; i < 10; ++i) {
            body += before + " ";
        }
        bomb += "\\newcommand{\\" + std::string(1, name) + "}{" + body + "}";
    }
    Book book = book_with({bomb + "\\j", "\\def\\a{x}\\a", "\\let\\a=b", "\\global\\edef\\a{x}", "\\DeclareMathOperator{\\lcm}{lcm}"});
    Diagnostics diagnostics;
    typeset_formulas(book, {noted_pandoc(folder)}, diagnostics);
    REQUIRE(diagnostics.all().size() == 5);
    CHECK(diagnostics.all()[0].message == "this formula is shown as its source: `\\newcommand` defines a command");
    CHECK(diagnostics.all()[4].place.line == 5);
    CHECK_FALSE(std::ifstream(folder.path() + "/notes").good());
    Book honest = book_with({"\\left( \\defined \\letter \\right)"});
    Diagnostics others;
    typeset_formulas(honest, {noted_pandoc(folder)}, others);
    CHECK(std::ifstream(folder.path() + "/notes").good());
}

TEST_CASE("hostile formulas open no file, take no time and stay text") {
    std::string deep;
    std::string left;
    for (int i = 0; i < 60; ++i) {
        deep += "x^{";
        left += "\\left(x^";
    }
    Book book = book_with({"\\input{/etc/passwd}", "\\include{/etc/passwd}", "\\write18{touch x}", "\\def\\a{\\a\\a}\\a",
                           "\\newcommand{\\b}{\\b\\b}\\b", deep, left, std::string(100'000, '{'), std::string(4'000, 'x'),
                           "</tex-math></inline-formula></p><p>x", "\\href{javascript:x}{y}", "\\text{<script>x</script>}", "y"});
    Diagnostics diagnostics;
    typeset_formulas(book, {}, diagnostics);
    for (std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 7U}) {
        INFO(i);
        CHECK(mathml_of(book, i).empty());
    }
    CHECK(mathml_of(book, 10).find("javascript") == std::string::npos);
    CHECK(mathml_of(book, 11).find("<script") == std::string::npos);
    CHECK(mathml_of(book, 12) == "<mi>y</mi>");
}

TEST_CASE("a book of formulas that each take some time takes some time") {
    std::vector<std::string> formulas;
    for (int i = 0; i < 1000; ++i) {
        formulas.push_back("[[[[[[[[[[x_{" + std::to_string(i) + "}))))))))");
        formulas.push_back("((((((((" + std::to_string(i));
    }
    formulas.emplace_back("x_{1}");
    Book book = book_with(formulas);
    Diagnostics diagnostics;
    typeset_formulas(book, {}, diagnostics);
    CHECK(diagnostics.count(Severity::warning) > 1500);
    CHECK(mathml_of(book, 1) != "");
    CHECK(mathml_of(book, 2000) != "");
}

}  // namespace hornbook
