#include "commands/command_line.h"

#include <array>
#include <set>

#include "base/text.h"
#include "catch.h"
#include "importing/bank.h"

using namespace hornbook;

namespace {

Command parse(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "hornbook");
    return parse_command_line(static_cast<int>(arguments.size()), arguments.data());
}

Said said(std::vector<const char*> arguments) {
    Command command = parse(std::move(arguments));
    REQUIRE(std::holds_alternative<Said>(command));
    return std::get<Said>(command);
}

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

constexpr std::array<const char*, 9> commands = {"build", "check", "init", "outputs", "pack", "plugin", "results", "import", "serve"};

// Columns at which the words about a name begin, in the rows of a help, "  --name VALUE   words".
std::set<std::size_t> columns_of(const std::string& help) {
    std::set<std::size_t> columns;
    std::string rows = help.substr(0, help.find("\nExample"));
    for (std::string_view line : hornbook::split(rows, '\n')) {
        std::size_t gap = line.starts_with("  ") && line.substr(2, 1) != " " ? line.find("  ", 2) : std::string_view::npos;
        if (gap != std::string_view::npos) {
            columns.insert(line.find_first_not_of(' ', gap));
        }
    }
    return columns;
}

}  // namespace

TEST_CASE("build takes this folder, all cores and the student edition if not told otherwise") {
    BuildOptions options = std::get<BuildOptions>(parse({"build"}));
    CHECK(options.book == ".");
    CHECK(options.edition.empty());
    CHECK(options.jobs == 0);
    CHECK_FALSE(options.only_check);
}

TEST_CASE("options reach the build, before and after the book's name") {
    BuildOptions options =
        std::get<BuildOptions>(parse({"build", "--to", "epub", "my-book", "--edition", "test", "-o", "x.epub", "--jobs", "3", "--strict"}));
    CHECK(options.book == "my-book");
    CHECK(options.to == std::vector<std::string>{"epub"});
    CHECK(options.edition == "test");
    CHECK(options.path == "x.epub");
    CHECK(options.jobs == 3);
    CHECK(options.strict);
}

TEST_CASE("what is asked of pictures is taken, within reason") {
    BuildOptions options = std::get<BuildOptions>(parse({"build", "--pictures-width", "800", "--pictures", "grey"}));
    CHECK(options.pictures_width == 800);
    CHECK(options.pictures == "grey");
    CHECK(std::get<BuildOptions>(parse({"build"})).pictures_width == 0);
    CHECK(contains(said({"build", "--pictures", "gray"}).text, "did you mean `grey`?"));
    CHECK(said({"build", "--pictures-width", "0"}).exit_code == 2);
    CHECK(said({"build", "--pictures-width", "1000000"}).exit_code == 2);
}

TEST_CASE("check is told nothing about what is made") {
    CHECK(std::get<BuildOptions>(parse({"build", "--depfile", "book.d"})).depfile == "book.d");
    Said refused = said({"check", "my-book", "--depfile", "book.d"});
    CHECK(refused.exit_code == 2);
    CHECK(refused.text == "hornbook: `check` makes nothing, so it takes no `--depfile`\n  hint: `hornbook build` takes it\n");
    CHECK(contains(said({"check", "--edition=test"}).text, "takes no `--edition`"));
    CHECK(contains(said({"check", "--depfiel", "x"}).text, "did you mean `--depfile`?"));
}

TEST_CASE("check only looks") {
    CHECK(std::get<BuildOptions>(parse({"check", "my-book"})).only_check);
}

TEST_CASE("unknown names get the nearest known one") {
    CHECK(contains(said({"biuld"}).text, "did you mean `build`?"));
    CHECK(contains(said({"build", "--edtion", "test"}).text, "did you mean `--edition`?"));
    CHECK(contains(said({"build", "--edition", "techer"}).text, "did you mean `teacher`?"));
    CHECK(contains(said({"build", "--to", "epbu"}).text, "did you mean `epub`?"));
    CHECK(said({"biuld"}).exit_code == 2);
}

TEST_CASE("other words for outputs lead to them") {
    for (auto [written, meant] : {std::pair("pdf", "`handout`"), std::pair("print", "`handout`"), std::pair("moodle", "`moodle-xml`"),
                                  std::pair("html", "`web`"), std::pair("Kindle", "`epub`"), std::pair("canvas", "`common-cartridge`"),
                                  std::pair("test", "`--edition test`"), std::pair("teacher", "`--edition teacher`")}) {
        CHECK(contains(said({"build", "--to", written}).text, std::string("did you mean ") + meant + "?"));
    }
    CHECK(contains(said({"build", "--edition", "pdf"}).text, "there are student, teacher, test"));
}

TEST_CASE("a path that ends as another output is told, with what makes one") {
    struct Row {
        std::vector<const char*> said;
        const char* hint;
    };
    for (const Row& row : {Row{{"build", "-o", "x.pdf"}, "hint: `--to handout -o x` makes a folder with PDFs"},
                           Row{{"build", "-o", "x.docx"}, "hint: `--to handout -o x` makes a folder with sheets, and with `--docx`"},
                           Row{{"build", "-o", "x.kepub.epub"}, "hint: `--to kepub -o x.kepub.epub` makes"},
                           Row{{"build", "--to", "handout", "-o", "out.PDF"}, "hint: `--to handout -o out` makes a folder with PDFs"},
                           Row{{"build", "--to", "handout", "-o", "out.epub"}, "hint: `--to epub -o out.epub` makes an EPUB"},
                           Row{{"build", "--to", "web", "-o", "x.html"}, "hint: `--to web -o x` makes a folder with pages"},
                           Row{{"build", "--to", "gift", "-o", "x.xml"}, "hint: `--to moodle-xml -o x.xml` makes a question bank"},
                           Row{{"manual", "-o", "x.pdf"}, "hint: `--to handout -o x` makes"},
                           Row{{"forms", "--to", "handout", "-o", "x.pdf"}, "hint: `--to handout -o x` makes"}}) {
        Said refused = said(row.said);
        INFO(refused.text);
        CHECK(contains(refused.text, row.hint));
        CHECK(refused.exit_code == 2);
    }
    CHECK(contains(said({"build", "-o", "x.pdf"}).text, "`--to epub` makes a file that ends in .epub, and `x.pdf` ends in .pdf"));
    CHECK(contains(said({"build", "--to", "web", "-o", "x.html"}).text, "`--to web` makes a folder, and `x.html` ends in .html"));
    for (const std::vector<const char*>& arguments : {std::vector<const char*>{"build", "-o", "x"},
                                                      {"build", "-o", "x.epub"},
                                                      {"build", "--to", "kepub", "-o", "x.epub"},
                                                      {"build", "--to", "qti", "-o", "x.zip"},
                                                      {"build", "--to", "anki", "-o", "x.txt"},
                                                      {"build", "--to", "anki", "-o", "x.tsv"},
                                                      {"build", "--to", "handout", "-o", "sheets-v1.2"}}) {
        CHECK(std::holds_alternative<BuildOptions>(parse(arguments)));
    }
}

TEST_CASE("an option that takes one value and is there twice is told in plain words") {
    CHECK(contains(said({"build", "--edition", "test", "--edition", "teacher"}).text,
                   "hornbook: `--edition` is there more than once, and takes one value\n  hint: leave one `--edition`"));
}

TEST_CASE("one file cannot hold two outputs") {
    CHECK(said({"build", "--to", "epub", "--to", "epub", "-o", "x.epub"}).exit_code == 2);
}

TEST_CASE("flags come from the outputs' rows") {
    BuildOptions options = std::get<BuildOptions>(parse({"build", "--to", "handout", "--chapter", "a", "--chapter", "b,c", "--large-print",
                                                         "--paper", "Letter", "--seed", "12", "--versions", "A,B"}));
    CHECK(options.options["chapter"] == "a,b,c");
    CHECK(options.options["large_print"] == "true");
    CHECK(options.options["paper"] == "Letter");
    CHECK(options.options["seed"] == "12");
    CHECK(options.options["versions"] == "A,B");
    CHECK(contains(said({"build", "--to", "handout", "--paper", "A5"}).text,
                   "--paper: `A5` is not one of the values that this takes; did you mean `A4`?"));
    CHECK(contains(said({"build", "--to", "handout", "--seed", "x"}).text, "--seed: `x` is not a whole number"));
    CHECK(contains(said({"build", "--to", "handout", "--parts", "sheet"}).text, "--parts: `sheet` is not"));
    CHECK(contains(said({"build", "--to", "handout", "--seed", "x"}).text, "is not a whole number"));
    CHECK(contains(said({"build", "--to", "handout", "--parts", "reading,keys"}).text, "did you mean `key`?"));
    CHECK(said({"build", "--to", "handout", "--seed", "x"}).exit_code == 2);
}

TEST_CASE("a flag that nothing made here knows is not passed over") {
    CHECK(contains(said({"build", "--paper", "A4"}).text, "`--to handout`"));
    CHECK(contains(said({"build", "--to", "epub", "--large-print"}).text, "takes `--large-print`"));
    CHECK(said({"build", "--paper", "A4"}).exit_code == 2);
}

TEST_CASE("every command has help with an example") {
    for (const char* command : commands) {
        Said help = said({command, "--help"});
        CHECK(help.exit_code == 0);
        CHECK(contains(help.text, "Example"));
        CHECK(contains(help.text, std::string("hornbook ") + command));
    }
    CHECK(contains(said({"--help"}).text, "Example"));
    CHECK(contains(said({"--version"}).text, "hornbook "));
}

TEST_CASE("the words of a help stand below each other") {
    for (const char* command : commands) {
        INFO(command);
        CHECK(columns_of(said({command, "--help"}).text).size() == 1);
    }
    CHECK(columns_of(said({"--help"}).text).size() == 1);
    CHECK(columns_of("  a  b\n  cc  d\n").size() == 2);
}

TEST_CASE("the help of import names every format that is read") {
    std::string help = said({"import", "--help"}).text;
    CHECK(bank_formats().size() >= 4);
    for (std::string_view format : bank_formats()) {
        CHECK(contains(help.substr(help.find("--from")), std::string(format)));
    }
    for (const char* words : {"GIFT", "Aiken", "Moodle XML", "QTI 2.1, 3 and 1.2", ".imscc"}) {
        CHECK(contains(help.substr(help.find("Formats:")), words));
    }
}

TEST_CASE("an option's message names it as it was written") {
    for (const std::vector<const char*>& arguments : {std::vector<const char*>{"build", "--jobs", "many"},
                                                      {"build", "--edition", "pupil"},
                                                      {"build", "--pictures-width", "-3"},
                                                      {"build", "--to", "handout", "--seed", "x"},
                                                      {"import", "a.txt", "--from", "gitf"},
                                                      {"pack", "--for", "pupil"},
                                                      {"serve", "--port", "http"},
                                                      {"results", "a", "--language", "xx"}}) {
        Said refused = said(arguments);
        INFO(refused.text);
        CHECK(refused.exit_code == 2);
        CHECK(contains(refused.text, arguments[arguments.size() - 2]));
        CHECK(contains(refused.text, arguments.back()));
    }
}

TEST_CASE("an empty name is told, whatever it is the name of") {
    for (const std::vector<const char*>& arguments : {std::vector<const char*>{"build", "-o", ""},
                                                      {"pack", "-o", ""},
                                                      {"build", "--to", ""},
                                                      {"build", "--to="},
                                                      {"build", "--depfile", ""},
                                                      {"results", "x", "--roster", ""},
                                                      {"results", "x", "-o", ""},
                                                      {"results", "--collector", ""},
                                                      {"import", "x", "-o", ""},
                                                      {"plugin", "-o", ""},
                                                      {"pack", "--base-url="}}) {
        Said refused = said(arguments);
        INFO(refused.text);
        CHECK(refused.exit_code == 2);
        CHECK(contains(refused.text, "hornbook: nothing follows `-"));
        CHECK(contains(refused.text, "the name there is empty"));
    }
    CHECK(contains(said({"check", ""}).text, "nothing follows `check`"));
    CHECK(contains(said({""}).text, "nothing follows `hornbook`"));
}

TEST_CASE("the language of results' pages is a tag that has words") {
    for (auto [written, hint] : {std::pair("fr_FR", "write `fr-FR`"), std::pair("klingon_!", "write a tag such as"),
                                 std::pair("German", "write `de`"), std::pair("xx", "leave `--language` out")}) {
        Said refused = said({"results", "a", "--language", written});
        INFO(refused.text);
        CHECK(refused.exit_code == 2);
        CHECK(contains(refused.text, hint));
    }
    for (const char* language : {"de", "DE", "de-AT", "zh-Hant"}) {
        CHECK(std::holds_alternative<ResultsOptions>(parse({"results", "a", "--language", language})));
    }
}

TEST_CASE("what is wrong with a command points to the help of that command") {
    for (const char* command : {"plugin", "results", "pack", "import"}) {
        CHECK(contains(said({command, "--nonsense"}).text, std::string("`hornbook ") + command + " --help` shows what there is"));
    }
    CHECK(contains(said({"plugin", "-o", "foo.txt"}).text, "the plugin is a .zip, and `foo.txt` ends in .txt"));
}
