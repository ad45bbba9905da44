#include "base/files.h"

#include <cerrno>

#include "base/trouble.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

TEST_CASE("only what is not there is absent") {
    TemporaryFolder folder;
    folder.write("file", "x");
    fs::create_symlink("self", folder / "self");
    fs::create_symlink("nowhere", folder / "dangling");
    auto path = [&](std::string_view name) { return (folder / name).string(); };
    CHECK(look_at(path("file")));
    CHECK_FALSE(look_at(path("none")));
    CHECK_FALSE(look_at(path("file/none")));
    CHECK_FALSE(look_at(path("dangling")));
    CHECK(is_there(path("dangling")));
    CHECK(is_there(path("self")));
    CHECK_THROWS_AS(look_at(path("self")), Trouble);
    CHECK_THROWS_AS(real_path(path("self")), Trouble);
    CHECK_THROWS_AS(is_folder(path(std::string(300, 'n'))), Trouble);
    CHECK_FALSE(real_path(path("none")));
    CHECK(real_path(path("./file")) == path("file"));
    CHECK(is_folder(folder.path()));
    CHECK_FALSE(is_folder(path("file")));
}

TEST_CASE("a folder that cannot be read is named as its caller names it") {
    CHECK_THROWS_WITH(names_in("/none/there", "book/chapters"), Catch::Matchers::StartsWith("cannot read the folder `book/chapters`: "));
}

TEST_CASE("the names in a folder are sorted, hidden ones too") {
    TemporaryFolder folder;
    for (const char* name : {"b", "a", ".c"}) {
        folder.write(name, "");
    }
    CHECK(names_in(folder.path()) == std::vector<std::string>{".c", "a", "b"});
    CHECK_THROWS_AS(names_in((folder / "none").string()), Trouble);
    CHECK_THROWS_AS(names_in((folder / "a").string()), Trouble);
}

TEST_CASE("a path is a name in a folder") {
    CHECK(folder_holding("a/b/c") == "a/b");
    CHECK(folder_holding("a/b/") == "a");
    CHECK(folder_holding("a") == ".");
    CHECK(folder_holding("a//") == ".");
    CHECK(folder_holding("/a") == "/");
    CHECK(folder_holding("/") == "/");
    CHECK(folder_holding("") == ".");
}

TEST_CASE("trouble says what the machine says") {
    CHECK_THROWS_WITH(cannot("read", "rain.md", EACCES), "cannot read `rain.md`: Permission denied");
}

}  // namespace
}  // namespace hornbook
