// Which chapter a path means, as people write paths for Git hosts and site generators.
#include "weaving/link_paths.h"

#include "catch.h"

namespace hornbook {
namespace {

Book book_of(const std::vector<std::string>& files) {
    Book book;
    for (const std::string& file : files) {
        book.chapters.emplace_back().file = file;
    }
    return book;
}

}  // namespace

TEST_CASE("a chapter is found by its file, by the page made of it and by its folder") {
    Book book = book_of({"rain.md", "snow/README.md", "ice/index.md"});
    LinkPaths paths(book);
    for (const char* path : {"chapters/rain.md", "chapters/Rain.html", "chapters/rain.htm", "chapters/rain.markdown", "chapters/rain"}) {
        INFO(path);
        CHECK(paths.find(path) == 0);
    }
    for (const char* path : {"chapters/snow/README.md", "chapters/snow", "chapters/snow/index.html", "chapters/snow/readme.html"}) {
        INFO(path);
        CHECK(paths.find(path) == 1);
    }
    CHECK(paths.find("chapters/ice") == 2);
    CHECK(paths.find("chapters/glossary.html") == 3);
    CHECK(paths.find("rain.md") == no_index);
    CHECK(paths.find("chapters/rain.txt") == no_index);
}

TEST_CASE("a path that could mean two chapters means neither, unless it is the file's own") {
    Book book = book_of({"rain.md", "Rain.markdown", "snow.md", "snow/README.md"});
    LinkPaths paths(book);
    CHECK(paths.find("chapters/rain.md") == 0);
    CHECK(paths.find("chapters/Rain.markdown") == 1);
    CHECK(paths.find("chapters/rain.html") == no_index);
    CHECK(paths.find("chapters/snow.html") == 2);
    CHECK(paths.find("chapters/snow/index.html") == 3);
}

TEST_CASE("a path from the root is looked for in the book's folder, then in chapters") {
    CHECK(meanings_of("chapters/weather", "../rain.md") == std::vector<std::string>{"chapters/rain.md"});
    CHECK(meanings_of("chapters/weather", "/rain.md") == std::vector<std::string>{"rain.md", "chapters/rain.md"});
}

}  // namespace hornbook
