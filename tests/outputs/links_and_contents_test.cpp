// Where links without a file lead, and how deep the contents go.
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

constexpr const char* title_page = "title = \"Rain\"\nlanguage = \"en\"\ndate = 2026-11-28\n";

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("a link to a place that one other chapter has leads there; where several have it, they are named") {
    TemporaryFolder folder;
    folder.write("book.toml", title_page);
    folder.write("chapters/01.md", "# One\n\n[there](#clouds)\n");
    folder.write("chapters/02.md", "# Two\n\n## Clouds\n\nWhite.\n");
    CHECK(contains(make_book(folder.path(), Edition::student, false).files["EPUB/01.xhtml"], "<a href=\"02.xhtml#clouds\">there</a>"));
    folder.write("chapters/03.md", "# Three\n\n## Clouds\n\nGrey.\n");
    std::string said = make_book(folder.path(), Edition::student, false).diagnostics;
    CHECK(contains(said, "`#clouds` is in 2 other chapters, `02.md` and `03.md` among them"));
    CHECK(contains(said, "name the chapter too, as in `02.md#clouds`"));
}

TEST_CASE("the contents are as deep as book.toml says") {
    TemporaryFolder folder;
    folder.write("chapters/01.md", "# One\n\n## Clouds\n\n### White\n\n#### Whiter\n\n### Grey\n\n## Wind\n\nIt blows.\n");
    auto contents = [&](const std::string& depth) {
        folder.write("book.toml", title_page + depth);
        MadeBook made = make_book(folder.path(), Edition::student, false);
        CHECK(made.diagnostics.empty());
        std::string nav = made.files["EPUB/nav.xhtml"];
        return nav.substr(nav.find("One"), nav.find("</nav>") - nav.find("One"));
    };
    CHECK(contains(contents(""), "Wind"));
    CHECK_FALSE(contains(contents(""), "White"));
    CHECK_FALSE(contains(contents("contents_depth = 1\n"), "Clouds"));
    std::string deep = contents("contents_depth = 3\n");
    CHECK(
        contains(deep, "#clouds\">Clouds</a><ol>\n<li><a href=\"01.xhtml#white\">White</a></li>\n<li><a href=\"01.xhtml#grey\">Grey</a>"));
    CHECK_FALSE(contains(deep, "Whiter"));
}

TEST_CASE("code runs from left to right in a book that runs the other way") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Rain\"\nlanguage = \"ar\"\ndate = 2026-11-28\n");
    folder.write("chapters/01.md", "# Code\n\n`print(1);`\n\n    print(2);\n\n<div dir=\"ltr\"><code>print(3);</code></div>\n");
    std::string page = make_book(folder.path(), Edition::student, false).files["EPUB/01.xhtml"];
    CHECK(contains(page, "<code dir=\"ltr\">print(1);</code>"));
    CHECK(contains(page, "<pre dir=\"ltr\"><code dir=\"ltr\">print(2);"));
    CHECK(contains(page, "<code>print(3);</code>"));
}

}  // namespace hornbook
