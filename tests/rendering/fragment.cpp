#include "rendering/fragment.h"

#include <filesystem>

#include "catch.h"
#include "model/walk.h"
#include "reading/read_book.h"
#include "temporary_folder.h"
#include "weaving/weave.h"

namespace hornbook {
namespace {

Book woven(const std::string& chapter) {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", chapter);
    folder.write("chapters/glossary.md", "# Glossary\n\n## vapour\n\nWater as a gas.\n");
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder.path()), {}, sources, diagnostics).book;
    weave(book, 1, diagnostics);
    return book;
}

const FragmentForm form{[](std::size_t picture) { return "pictures/" + std::to_string(picture); }, plain_html()};

}  // namespace

TEST_CASE("prose that leaves the book takes its words along, and nothing that leads back") {
    Book book = woven(
        "# A {#a}\n\nWhere vapour goes[^1], [above](#a) and [outside](https://example.org/ \"there\").\n\n"
        "[^1]: Up, as *heat* does[^2].\n\n[^2]: It rises.\n");
    CHECK(
        fragment(book, 0, book.chapters[0].blocks, form) ==
        "<p>Where vapour goes [Up, as <em>heat</em> does.], above and <a href=\"https://example.org/\" title=\"there\">outside</a>.</p>\n");
}

TEST_CASE("boxes and tables keep their shape without our classes and ids") {
    Book book = woven("# A\n\n> [!NOTE]\n> Mind.\n\n| a | b |\n|:-:|---|\n| 1 | 2 |\n");
    CHECK(fragment(book, 0, book.chapters[0].blocks, form) ==
          "<div><p>Note</p><p>Mind.</p>\n</div>\n"
          "<table><thead><tr><th scope=\"col\">a</th><th "
          "scope=\"col\">b</th></tr>\n</thead><tbody><tr><td>1</td><td>2</td></tr>\n</tbody></table>\n");
}

TEST_CASE("at a gap stands what the other program reads there") {
    Book book = woven("# A\n\n~~~quiz\n## Water turns to [[vapour]] and [[rain|snow]].\n~~~\n");
    FragmentForm cloze = form;
    cloze.gap = [](XmlWriter& xml, std::size_t blank) { xml.text("{" + std::to_string(blank) + "}"); };
    const Question& question = book.chapters[0].quizzes[0].questions[0];
    CHECK(fragment(book, 0, question.text, cloze) == "Water turns to {0} and {1}.");
    CHECK(fragment(book, 0, question.text, form) == "Water turns to ______ and ______.");
}

TEST_CASE("formulas leave as TeX, and pictures as words, where the other program wants them so") {
    Book book = woven("# A\n\nIs $a < b$ so?\n\n$$c$$\n\n![A \"dot\"](dot.png) and ![](x.png \"decorative\").\n");
    walk_inlines(book.chapters[0].blocks, [](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            image->picture = 0;
        }
    });
    CHECK(fragment(book, 0, book.chapters[0].blocks, {nullptr, plain_html(), nullptr, true}) ==
          "<p>Is \\(a &lt; b\\) so?</p>\n<p>\\[c\\]</p>\n<p>[A \"dot\"] and .</p>\n");
}

}  // namespace hornbook
