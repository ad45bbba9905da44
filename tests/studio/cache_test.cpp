// A book that is read again: what has not changed is not read anew, and nothing else is different for it.
#include "building/build.h"
#include "catch.h"
#include "model/show_diagnostic.h"
#include "studio/preview.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

std::string told(const Diagnostics& diagnostics, const Sources& sources) {
    std::string all;
    for (const Diagnostic& one : diagnostics.all()) {
        all += show(one, sources, "", false);
    }
    return all;
}

struct BookOnDisk {
    TemporaryFolder disk;
    Session session{disk.path(), {}};
    BookOnDisk() {
        disk.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
        disk.write("chapters/01-rain.md", "# Rain\n\nRain \"is\" water, see [ice](02-ice.md) and [nothing](09.md).\n");
        disk.write("chapters/02-ice.md", "# Ice\n\nCold [water], <font>old</font>.\n");
        disk.write("chapters/glossary.md", "# Glossary\n\n## water\n\nA liquid.\n");
    }
    std::string page(const std::string& chapter) {
        return preview_of_book(chapter).first;
    }
    std::pair<std::string, std::string> preview_of_book(const std::string& chapter) {
        Told messages = told_about(session, chapter);
        return {preview_of(session, chapter, Edition::student).page, told(messages.diagnostics, messages.sources)};
    }
};

// The same as a session that has read nothing before.
void check_as_new(BookOnDisk& book) {
    Session fresh{book.disk.path(), {}};
    for (const char* chapter : {"chapters/01-rain.md", "chapters/02-ice.md"}) {
        Told expected = told_about(fresh, chapter);
        auto [page, messages] = book.preview_of_book(chapter);
        CHECK(page == preview_of(fresh, chapter, Edition::student).page);
        CHECK(messages == told(expected.diagnostics, expected.sources));
    }
}

// The chapter as the session holds it; its address is another when it was read anew.
const CachedChapter* kept(const BookOnDisk& book, const std::string& name) {
    return book.session.read.last(name).get();
}

}  // namespace

TEST_CASE("a chapter that did not change is not read anew") {
    BookOnDisk book;
    book.page("chapters/01-rain.md");
    auto rain = book.session.read.last("01-rain.md");
    auto ice = book.session.read.last("02-ice.md");
    REQUIRE(rain);
    set_draft(book.session, "chapters/01-rain.md", "# Rain\n\nOther words.\n");
    CHECK(book.page("chapters/01-rain.md").find("Other words.") != std::string::npos);
    CHECK(kept(book, "01-rain.md") != rain.get());
    CHECK(kept(book, "02-ice.md") == ice.get());
    set_draft(book.session, "chapters/glossary.md", "# Glossary\n\n## water\n\nAnother definition.\n");
    book.page("chapters/02-ice.md");
    CHECK(kept(book, "02-ice.md") == ice.get());
}

TEST_CASE("whatever reading depends on makes it new") {
    BookOnDisk book;
    check_as_new(book);
    check_as_new(book);
    for (auto [path, text] :
         {std::pair("book.toml", "title = \"Water\"\nlanguage = \"de\"\ndate = 2026-11-23\n"),
          std::pair("chapters/glossary.md", "# Glossary\n\n## ice\n\nHard.\n\n## water\n\nWet.\n"),
          std::pair("chapters/00-first.md", "# First\n\nOne more, so that the others are later.\n"),
          std::pair("chapters/02-ice.md", "# Ice\n\nChanged, <font>still</font>.\n"),
          std::pair("book.toml", "title = \"Water\"\nlanguage = \"de\"\ndate = 2026-11-23\n[text]\nsmart_punctuation = false\n")}) {
        INFO(path);
        book.disk.write(path, text);
        check_as_new(book);
    }
    std::filesystem::remove(book.disk / "chapters/00-first.md");
    check_as_new(book);
}

}  // namespace hornbook
