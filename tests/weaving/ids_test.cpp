// Every id of a page is unique, and every link within the book leads to an id, whatever the author's words are.
#include <regex>
#include <set>

#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

// Words whose slugs look like ids that Hornbook makes itself, or like each other.
constexpr std::string_view trying_chapter = R"(# Title

## Notes

## Key terms

## Quiz x

## Quiz rain

## Quiz rain title

## Quiz rain what is vitamin a

## hb title

## fn 1

## r term

## Same

## Same

## Same 2

## Same {#chosen}

## 水

## 水

A term.[^1] <span id="here">Here</span> and [there](#here), [to a question](#rain-what-is-vitamin), [down](#水-1).

> [!NOTE]
> ## Same

[^1]: <span id="in-note">A note</span> again[^2].
[^2]: The end.

```quiz
title: A <span id="in-title">title</span>
## What is vitamin?
- [x] <span id="in-choice">one</span>[^1]
- [ ] two

## What is vitamin A?
Some <span id="in-body">body</span>.

> [!NOTE]
> A callout

- [x] three
- [ ] four

## Title
- [x] five
- [ ] six

## What is vitamin title
1. seven
2. eight
feedback: <span id="in-feedback">Here</span>.
```

```quiz
id: x
## A second?
____
```
)";

std::set<std::string> ids_of(const std::string& name, const std::string& page) {
    static const std::regex id(" id=\"([^\"]*)\"");
    std::set<std::string> ids;
    for (std::sregex_iterator at(page.begin(), page.end(), id), end; at != end; ++at) {
        INFO("in " << name << ": " << (*at)[1]);
        CHECK(ids.insert((*at)[1]).second);
    }
    return ids;
}

void check_links(const MadeBook& book) {
    static const std::regex href(" (?:href|src)=\"([^\"#:]*)(?:#([^\"]*))?\"");
    std::map<std::string, std::set<std::string>> ids;
    for (const auto& [name, bytes] : book.files) {
        if (name.ends_with(".xhtml")) {
            ids[name] = ids_of(name, bytes);
        }
    }
    for (const auto& [name, page] : book.files) {
        if (!name.ends_with(".xhtml") && !name.ends_with(".ncx")) {
            continue;
        }
        for (std::sregex_iterator at(page.begin(), page.end(), href), end; at != end; ++at) {
            std::string file = (*at)[1].length() > 0 ? "EPUB/" + (*at)[1].str() : name;
            INFO("in " << name << ": " << at->str());
            CHECK(book.files.contains(file));
            CHECK((!(*at)[2].matched || ids[file].contains((*at)[2])));
        }
    }
}

struct Way {
    Edition edition;
    bool with_chapters;
};
constexpr Way ways[] = {{Edition::student, false}, {Edition::teacher, false}, {Edition::test, false}, {Edition::test, true}};

}  // namespace

TEST_CASE("ids are unique and links lead somewhere where words try to collide") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Ids\"\nlanguage = \"en\"\ndate = 2026-01-02\n");
    folder.write("chapters/rain.md", std::string(trying_chapter));
    folder.write("chapters/glossary.md", "## term\n\nA word.\n");
    for (Way way : ways) {
        MadeBook book = make_book(folder.path(), way.edition, way.with_chapters);
        CHECK(book.diagnostics == "");
        REQUIRE(book.files.size() > 5);
        check_links(book);
    }
}

TEST_CASE("a link to an entry of the glossary is a use of it, and names that fold alike lead to their own entries") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Ids\"\nlanguage = \"de\"\ndate = 2026-01-02\n");
    folder.write("chapters/1.md", "# Korn\n\nSieh [dieses Korn](glossary.md#roggen), [Maße] und [Masse].\n");
    folder.write("chapters/glossary.md", "## Roggen\nsee: Masse, Maße\n\nGemahlen.\n\n## Masse\n\nSchwer.\n\n## Maße\nauto: no\n\nLang.\n");
    MadeBook book = make_book(folder.path(), Edition::student, false);
    CHECK(book.diagnostics == "");
    REQUIRE(!book.files.empty());
    check_links(book);
    std::size_t uses = 0;
    for (const auto& [name, page] : book.files) {
        uses += page.find("dieses Korn</a>") != std::string::npos ? 1 : 0;
    }
    CHECK(uses > 0);
}

TEST_CASE("ids are unique and links lead somewhere in every book of tests/books") {
    std::size_t books = 0;
    for (const auto& entry : std::filesystem::directory_iterator(HORNBOOK_SOURCE_DIR "/tests/books")) {
        ++books;
        for (Way way : ways) {
            INFO(entry.path().filename().string() << ", edition " << static_cast<int>(way.edition));
            check_links(make_book(entry.path().string(), way.edition, way.with_chapters));
        }
    }
    CHECK(books >= 16);
}

}  // namespace hornbook
