// The book as a web site. web/expected holds some of the files that web/book must become: HORNBOOK_ACCEPT=1 rewrites them. What the pages
// do in a browser is tested in tests/scripts/web.mjs.
#include "outputs/web/web.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "books.h"
#include "catch.h"
#include "outputs/web/site_style.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

const std::string books = HORNBOOK_SOURCE_DIR "/tests/books/";
const fs::path here = HORNBOOK_SOURCE_DIR "/tests/outputs/web";

MadeBook make_site(const std::string& folder, Edition edition = Edition::student) {
    return make_book(folder, edition, true, make_web);
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// Values of an attribute, as they stand.
std::vector<std::string> values_of(const std::string& page, const std::string& attribute) {
    std::vector<std::string> values;
    std::string begin = " " + attribute + "=\"";
    for (std::size_t at = page.find(begin); at != std::string::npos; at = page.find(begin, at + 1)) {
        std::size_t value = at + begin.size();
        values.push_back(page.substr(value, page.find('"', value) - value));
    }
    return values;
}

// Every way leads to a page that is there, and to a place on it.
void check_links(const std::map<std::string, std::string>& files, const std::string& name) {
    const std::string& page = files.at(name);
    for (const std::string& href : values_of(page, "href")) {
        INFO(name << " leads to " << href);
        if (href.starts_with("https://") || href.starts_with("http://") || href.starts_with("mailto:")) {
            continue;  // the author's own
        }
        std::size_t hash = std::min(href.find('#'), href.size());
        std::string file = hash == 0 ? name : href.substr(0, hash);
        REQUIRE(files.contains(file));
        if (hash < href.size()) {
            std::vector<std::string> ids = values_of(files.at(file), "id");
            CHECK(std::find(ids.begin(), ids.end(), href.substr(hash + 1)) != ids.end());
        }
    }
    for (const std::string& source : values_of(page, "src")) {
        INFO(name << " shows " << source);
        CHECK(files.contains(source));
    }
}

}  // namespace

TEST_CASE("a book becomes the pages expected of it") {
    MadeBook made = make_site((here / "book").string());
    CHECK(made.diagnostics.empty());
    for (const char* name : {"index.html", "01-rain.html", "index-2.html", "search.html", "search-index.js"}) {
        INFO(name << "; HORNBOOK_ACCEPT=1 rewrites what is expected");
        if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
            fs::create_directories(here / "expected");
            std::ofstream(here / "expected" / name, std::ios::binary) << made.files[name];
        }
        CHECK(made.files[name] == bytes_of_file(here / "expected" / name));
    }
}

TEST_CASE("every link of every page leads somewhere, and pages are HTML") {
    for (const char* name : {"quizzes", "arabic", "pasted-html", "formulas", "parts", "footnotes", "links", "figures"}) {
        for (Edition edition : {Edition::student, Edition::teacher, Edition::test}) {
            MadeBook made = make_site(books + name, edition);
            REQUIRE(made.files.contains("index.html"));
            for (const auto& [file, bytes] : made.files) {
                if (file.ends_with(".html")) {
                    check_links(made.files, file);
                    INFO(name << ", " << file);
                    CHECK(bytes.starts_with("<!DOCTYPE html>\n<html lang=\""));
                    CHECK(has(bytes,
                              "content=\"default-src &apos;none&apos;; base-uri &apos;none&apos;; form-action &apos;none&apos;; img-src "
                              "&apos;self&apos;; script-src &apos;self&apos;; style-src &apos;self&apos;\""));
                    CHECK_FALSE(has(bytes, " style=\""));  // nor is one in the page allowed
                    CHECK_FALSE(has(bytes, " epub:"));
                    CHECK_FALSE(has(bytes, " xml:"));
                    CHECK_FALSE(has(bytes, "xhtml"));
                }
            }
        }
    }
}

TEST_CASE("direction and language are said on every page, and the bar speaks the book's on a page that has another") {
    MadeBook arabic = make_site(books + "arabic");
    CHECK(arabic.files["index.html"].starts_with("<!DOCTYPE html>\n<html lang=\"ar\" dir=\"rtl\">"));
    MadeBook made = make_site((here / "book").string());
    CHECK(has(made.files["index-2.html"], "<html lang=\"fr\" dir=\"ltr\">"));
    CHECK(has(made.files["index-2.html"], "<header class=\"web-head\" lang=\"en-GB\" dir=\"ltr\">"));
    CHECK(has(made.files["index-2.html"], "<nav class=\"web-contents\" lang=\"en-GB\" dir=\"ltr\""));
}

TEST_CASE("the test edition is the same whatever the key says, the search too") {
    TemporaryFolder other;
    fs::copy(books + "quizzes", other.path(), fs::copy_options::recursive);
    fs::copy(HORNBOOK_SOURCE_DIR "/tests/weaving/other_key/quizzes", other / "chapters",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    MadeBook test = make_site(books + "quizzes", Edition::test);
    CHECK((test.files == make_site(other.path(), Edition::test).files));
    CHECK((make_site(books + "quizzes").files != make_site(other.path()).files));
    CHECK_FALSE(test.files.contains("answers.html"));
}

TEST_CASE("the search finds no answers, and things to put in order stand as the page shows them") {
    MadeBook made = make_site((here / "book").string());
    const std::string& index = made.files["search-index.js"];
    CHECK_FALSE(has(index, "only pulls"));
    CHECK_FALSE(has(index, "bright"));
    CHECK(has(index, "Heat from the Sun"));
    const std::string& page = made.files["01-rain.html"];
    for (std::string_view item : {"Vapour rises", "A cloud forms", "Drops fall"}) {
        INFO(item);
        std::string one(item);
        CHECK((page.find(">Water warms") < page.find(">" + one)) == (index.find("Water warms") < index.find(one)));
    }
    CHECK(index.find("Vapour rises") < index.find("Water warms"));  // or this test would tell nothing
}

TEST_CASE("what ends a line in an old script is escaped in the index") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/search.md", "# A\n\nOne\u2028two `x\u2029y \"q\"` </script>.\n");
    MadeBook made = make_site(folder.path());
    REQUIRE(made.files.contains("search-2.html"));  // not in the place of the search
    CHECK(has(made.files["search-index.js"], "\\\"q\\\""));
    CHECK_FALSE(has(made.files["search-index.js"], "\u2028"));
    CHECK_FALSE(has(made.files["search-index.js"], "\u2029"));
}

TEST_CASE("a book without quizzes, or whose author wants no script, has none but the search's and that of its notes") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n[quiz]\nscript = false\n");
    folder.write("chapters/01-a.md", "# A\n\n~~~quiz\n## Wet?\n- [x] Yes\n- [ ] No\n~~~\n");
    for (const MadeBook& made : {make_site(folder.path()), make_site(books + "tables"), make_site(books + "quizzes", Edition::teacher)}) {
        CHECK_FALSE(made.files.contains("quiz.js"));
        for (const auto& [file, bytes] : made.files) {
            INFO(file);
            CHECK(has(bytes, "<script") == (file == "search.html" || has(bytes, "role=\"doc-footnote\"")));
        }
    }
}

TEST_CASE("a book's own styles/web.css wins, and a book that names colours is not darkened") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# A\n\nText.\n");
    std::string plain = make_site(folder.path()).files["style.css"];
    CHECK(has(plain, ".web-head"));
    CHECK(has(plain, "color-scheme: light dark"));
    folder.write("styles/web.css", ".mine { margin: 0; }\n");
    std::string own = make_site(folder.path()).files["style.css"];
    CHECK(has(own, ".mine"));
    CHECK_FALSE(has(own, ".web-head"));
    folder.write("styles/extra.css", "h1 { color: #600; }\n");
    CHECK_FALSE(has(make_site(folder.path()).files["style.css"], "color-scheme"));
}

TEST_CASE("a style names colours when it says one, not when it takes what there is") {
    CHECK(names_colours("p{COLOR:red}"));
    CHECK(names_colours("@media screen { p { margin: 0; background: #eee !important } }"));
    CHECK_FALSE(names_colours("a { color: inherit; } mark { background: none !important; border-color: red } /* p { color: red } */"));
    CHECK_FALSE(names_colours(""));
}

}  // namespace hornbook
