// Which pages carry the quiz script, and that what it reads cannot break out of its block. What it does is tested in a browser.
#include <algorithm>
#include <set>
#include <sstream>

#include "base/built_in.h"
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"
#include "well_formed.h"

namespace hornbook {
namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

bool is_scripted(const std::string& package, const std::string& file) {
    return package.find("href=\"" + file + "\" media-type=\"application/xhtml+xml\" properties=\"scripted\"") != std::string::npos;
}

// The book of one question, with more of book.toml.
MadeBook make_small_book(std::string_view question, std::string_view more, Edition edition = Edition::student) {
    TemporaryFolder folder;
    folder.write("book.toml",
                 "title = \"Water\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\nauthors = [\"A. Teacher\"]\n" + std::string(more));
    folder.write("chapters/01-rain.md", "# Rain\n\n~~~quiz\n## " + std::string(question) + "\n- [x] Yes\n- [ ] No\n~~~\n");
    folder.write("chapters/02-more.md", "# More\n\nText.\n");
    return make_book(folder.path(), edition, false);
}

std::string data_block(const std::string& page) {
    std::string_view begin = "id=\"hornbook-quiz-data\">";
    std::size_t at = page.find(begin) + begin.size();
    return page.substr(at, page.find("</script>", at) - at);
}

}  // namespace

TEST_CASE("chapters that hold a quiz carry the script, the others do not") {
    for (Edition edition : {Edition::student, Edition::test}) {
        MadeBook made = make_small_book("Wet?", "", edition);
        CHECK(made.diagnostics == "");
        CHECK(is_scripted(made.files["EPUB/package.opf"], "01-rain.xhtml"));
        CHECK(is_scripted(made.files["EPUB/package.opf"], "results.xhtml"));
        CHECK(count(made.files["EPUB/package.opf"], "properties=\"scripted\"") == 2);
        for (const auto& [name, bytes] : made.files) {
            INFO(name);
            bool has_script = name == "EPUB/01-rain.xhtml" || name == "EPUB/results.xhtml";
            CHECK((count(bytes, "<script") > 0) == has_script);
        }
        CHECK(count(made.files["EPUB/quiz.js"], "var graders") == 1);
        CHECK(made.files["EPUB/quiz.css"] == built_in_file("plugin/epub/quiz.css"));
    }
}

TEST_CASE("the script is plain ASCII, which readers that take it for Latin-1 read alike") {
    MadeBook made = make_small_book("Wet?", "");
    const std::string& script = made.files["EPUB/quiz.js"];
    CHECK(std::none_of(script.begin(), script.end(), [](unsigned char c) { return c >= 0x80; }));
    CHECK(count(script, "\\u2713") > 0);
    CHECK(count(std::string(built_in_file("plugin/epub/controls.js")), "\u2713") > 0);
}

// They stand in one function, where the second of two would silently take the place of the first.
TEST_CASE("no two parts of the script give a name twice") {
    MadeBook made = make_small_book("Wet?", "");
    std::set<std::string> names;
    std::istringstream lines(made.files["EPUB/quiz.js"]);
    for (std::string line; std::getline(lines, line);) {
        std::size_t begin = line.starts_with("var ") ? 4 : line.starts_with("function ") ? 9 : 0;
        if (begin > 0) {
            INFO(line);
            CHECK(names.insert(line.substr(begin, line.find_first_of(" (=;", begin) - begin)).second);
        }
    }
    CHECK(names.size() > 40);
}

TEST_CASE("the teacher edition, and a book that wants none, carry no script") {
    MadeBook teacher = make_small_book("Wet?", "", Edition::teacher);
    MadeBook plain = make_small_book("Wet?", "[quiz]\nscript = false\n");
    for (MadeBook* made : {&teacher, &plain}) {
        CHECK(made->diagnostics == "");
        CHECK(made->files.contains("EPUB/quiz.json"));
        CHECK_FALSE(made->files.contains("EPUB/results.xhtml"));
        for (const auto& [name, bytes] : made->files) {
            INFO(name);
            CHECK(count(bytes, "script>") == 0);
            CHECK(count(bytes, "quiz.js\"") == 0);
            CHECK(count(bytes, "quiz.css") == 0);
            CHECK(count(bytes, "scripted") == 0);
        }
    }
}

TEST_CASE("[quiz] script is true or false") {
    MadeBook made = make_small_book("Wet?", "[quiz]\nscript = \"no\"\n");
    CHECK(made.diagnostics.find("book.toml:6:10: error: this is text, where yes or no belongs [wrong-type]") != std::string::npos);
    CHECK(made.diagnostics.find("hint: write `script = false`") != std::string::npos);
}

TEST_CASE("nothing an author writes ends the block of data") {
    MadeBook made = make_small_book("What is code?\n- [ ] `</script><b>]]>&amp;`\n- [ ] `<!-- <script>`", "");
    CHECK(made.diagnostics == "");
    const std::string& page = made.files["EPUB/01-rain.xhtml"];
    CHECK(parse_strictly(page).problem == "");
    CHECK(data_block(page).find_first_of("<>&") == std::string::npos);
    CHECK(count(data_block(page), "\\u003c/script\\u003e\\u003cb\\u003e]]\\u003e\\u0026amp;") == 1);
}

TEST_CASE("a quiz says its chapter's language where that is not the book's") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Water\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\nauthors = [\"A. Teacher\"]\n");
    folder.write("chapters/01-regen.md", "---\nlang: de\n---\n\n# Regen\n\n~~~quiz\n## Wie lange?\n= 3,4..3,6\n~~~\n");
    folder.write("chapters/02-rain.md", "# Rain\n\n~~~quiz\n## How long?\n= 3.4..3.6\n~~~\n");
    for (Edition edition : {Edition::student, Edition::test}) {
        MadeBook made = make_book(folder.path(), edition, false);
        CHECK(made.diagnostics == "");
        CHECK(count(made.files["EPUB/quiz.json"], "\"language\": \"de\"") == 1);
        CHECK(count(data_block(made.files["EPUB/01-regen.xhtml"]), "\"language\":\"de\"") == 1);
        CHECK(count(data_block(made.files["EPUB/02-rain.xhtml"]), "\"language\":\"de\"") == 0);
    }
}

}  // namespace hornbook
