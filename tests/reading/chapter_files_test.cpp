// Which files of chapters/ are chapters, in which order, and what their names say.
#include <algorithm>

#include "base/base64.h"
#include "catch.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "reading/chapter_names.h"
#include "reading/read_book.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

constexpr const char* title_page = "title = \"Bread\"\nlanguage = \"en\"\n";

struct Read {
    Book book;
    std::vector<Mistake> mistakes;
};

Read read(const TemporaryFolder& folder) {
    Sources sources;
    Diagnostics diagnostics;
    Read result{read_book(Folder(folder.path()), {}, sources, diagnostics).book, {}};
    diagnostics.sort();
    std::transform(diagnostics.all().begin(), diagnostics.all().end(), std::back_inserter(result.mistakes),
                   [](const Diagnostic& diagnostic) { return diagnostic.mistake; });
    return result;
}

std::vector<std::string> files_of(const Book& book) {
    std::vector<std::string> files;
    std::transform(book.chapters.begin(), book.chapters.end(), std::back_inserter(files), [](const Chapter& c) { return c.file; });
    return files;
}

std::vector<std::string> shown_pictures(Book& book) {
    std::vector<std::string> shown;
    walk_book_inlines(book, [&](Inline& node) {
        if (const auto* image = std::get_if<Image>(&node.kind); image != nullptr && image->picture != no_index) {
            shown.push_back(book.pictures[image->picture].bytes);
        }
    });
    return shown;
}

}  // namespace

TEST_CASE("a title without its space is told once") {
    TemporaryFolder folder;
    folder.write("book.toml", title_page);
    folder.write("chapters/1.md", "#Flour\n\nGround.\n");
    folder.write("chapters/2.md", "\n#Yeast and water\nGrows.\n");
    CHECK(read(folder).mistakes == std::vector(2, Mistake::no_title));
    folder.write("chapters/2.md", "#tag\n\n# Yeast\n");
    CHECK(read(folder).mistakes == std::vector(1, Mistake::no_title));
}

TEST_CASE("a text that does not have the name of a chapter is told, and so is what is nearly the glossary") {
    TemporaryFolder folder;
    folder.write("book.toml", title_page);
    folder.write("chapters/1.md", "# Flour\n");
    for (const char* name : {"chapters/part/2.qmd", "chapters/3.DOCX", "chapters/4.gift", "glossary.md", "chapters/~$5.docx",
                             "chapters/.6.txt", "chapters/7.png"}) {
        folder.write(name, "## rye\n\nGround.\n");
    }
    CHECK(read(folder).mistakes == std::vector(4, Mistake::misnamed_file));
    CHECK(is_nearly_glossary_file("99_Glossary.md"));
    CHECK_FALSE(is_nearly_glossary_file("glossary.md"));
    folder.write("chapters/glossary.md", "## rye\n\nGround.\n");
    folder.write("chapters/Glossary.markdown", "## oat\n\nRolled.\n");
    CHECK(read(folder).mistakes == std::vector(4, Mistake::misnamed_file));  // the second glossary instead of the one outside
}

TEST_CASE("what has no ending, or one of another program, is told; notes on the folder and pictures are not") {
    for (const char* name : {"04-rain", "1. Rain", "rain 1.2", "rain.mdx", "rain.docx", "rain.odt", "rain.txt", "rain.pdf", "rain.md "}) {
        INFO(name);
        TemporaryFolder folder;
        folder.write("book.toml", title_page);
        folder.write("chapters/01.md", "# Flour\n");
        folder.write("chapters/" + std::string(name), "# Rain\n");
        CHECK(read(folder).mistakes == std::vector{Mistake::misnamed_file});
    }
    TemporaryFolder folder;
    folder.write("book.toml", title_page);
    for (const char* name : {"01.md", "README", "LICENSE", "a.png", "a.svg", ".hidden", "01.md.bak", "~$rain.docx"}) {
        folder.write("chapters/" + std::string(name), "# Flour\n");
    }
    CHECK(read(folder).mistakes.empty());
}

TEST_CASE("chapters are known by any spelling of their endings, and counted as people count") {
    TemporaryFolder folder;
    folder.write("book.toml", title_page);
    for (const char* name : {"2 Two.MD", "10 Ten.md", "1.markdown", "~$1.markdown", "Glossary.MD", "notes.txt"}) {
        folder.write("chapters/" + std::string(name), "# Flour\n\n## rye\n\nGround.\n");
    }
    Read found = read(folder);
    CHECK(files_of(found.book) == std::vector<std::string>{"1.markdown", "2 Two.MD", "10 Ten.md"});
    CHECK(found.book.glossary.entries.size() == 1);
    CHECK(found.mistakes == std::vector{Mistake::misnamed_file});  // notes.txt
}

TEST_CASE("a name is the same whether its accents are characters of their own or not") {
    TemporaryFolder folder;
    folder.write("book.toml", std::string(title_page) + "chapters = [\"bl\u00FCte.md\"]\n");
    folder.write("chapters/blu\u0308te.md", "# Bloom\n\n![A bloom](../images/Bl\u00FCte.svg) ![again](../images/Blu\u0308te.svg)\n");
    folder.write("images/Blu\u0308te.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    Read found = read(folder);
    CHECK(found.mistakes.empty());
    CHECK(found.book.pictures.size() == 1);
    CHECK(shown_pictures(found.book).size() == 2);
}

TEST_CASE("a picture may be written where it is shown, as Google Docs does") {
    TemporaryFolder folder;
    std::string bytes(9000, 'x');
    std::string data = "data:image/png;base64," + to_base64(bytes);
    folder.write("book.toml", title_page);
    folder.write("chapters/01.md",
                 "# Bread\n\n![A loaf][image1] and ![the same][image1] and ![small](data:image/gif;base64,R0lG)\n\n![Two][image2]\n\n"
                 "[image1]: <" +
                     data + ">\n[image2]:\n  <" + data + ">\n[image3]: https://example.org\n");
    Read found = read(folder);
    CHECK(found.mistakes.empty());
    CHECK(shown_pictures(found.book) == std::vector<std::string>{bytes, bytes, "GIF", bytes});
    CHECK(found.book.pictures.size() == 2);
    folder.write("chapters/01.md", "# Bread\n\n![A loaf](data:image/png;base64,?)\n");
    CHECK(read(folder).mistakes == std::vector<Mistake>{Mistake::broken_picture});
}

TEST_CASE("chapters take their titles from their files, where book.toml says so") {
    CHECK(title_in_name("part1/02-after_the_rain.md") == "after the rain");
    CHECK(title_in_name("3. A well-known storm.markdown") == "A well-known storm");
    CHECK(title_in_name("1984.md") == "1984");
    TemporaryFolder folder;
    folder.write("book.toml", std::string(title_page) + "[text]\ntitle_from = \"file\"\n");
    folder.write("chapters/01 The mill.md", "## Stones\n\nThey turn.\n");
    folder.write("chapters/02.md", "# Flour\n\nGround.\n");
    Read found = read(folder);
    CHECK(found.mistakes.empty());
    REQUIRE(found.book.chapters.size() == 2);
    CHECK(plain_text(found.book.chapters[0].title) == "The mill");
    CHECK(found.book.chapters[0].blocks.size() == 2);
    CHECK(plain_text(found.book.chapters[1].title) == "Flour");
}

}  // namespace hornbook
