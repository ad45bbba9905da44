// What lies over the files of a folder: unsaved texts, and disks that give up.
#include <cerrno>

#include "base/folder.h"
#include "base/trouble.h"
#include "catch.h"
#include "temporary_folder.h"
#include "trouble_of.h"

namespace hornbook {
namespace {

Folder folder_under(const TemporaryFolder& disk, Overlay over) {
    return Folder(disk.path(), std::make_shared<const Overlay>(std::move(over)));
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("an unsaved text is read instead of the file") {
    TemporaryFolder disk;
    disk.write("chapters/a.md", "saved");
    Folder folder = folder_under(disk, {{{"chapters/a.md", "typed"}}, {}});
    CHECK(folder.read("chapters/a.md", 100).bytes == "typed");
    CHECK(folder.read("./chapters/../chapters//a.md", 100).bytes == "typed");
    CHECK(folder.read("chapters/a.md", 4).refusal == Refusal::too_big);
    CHECK(folder.read("../chapters/a.md", 100).refusal == Refusal::outside);
    CHECK(bytes_of_file(disk / "chapters/a.md") == "saved");
    CHECK(Folder(disk.path()).read("chapters/a.md", 100).bytes == "saved");
}

TEST_CASE("files and folders that are not saved yet are listed among the others, once") {
    TemporaryFolder disk;
    disk.write("chapters/b.md", "");
    Folder folder = folder_under(disk, {{{"chapters/a.md", ""}, {"chapters/b.md", ""}, {"chapters/part/c.md", ""}, {"styles/.x", ""}}, {}});
    CHECK(folder.list("chapters", "") == Names{"a.md", "b.md", "part"});
    Listing all = folder.list_all("chapters");
    CHECK(all.names == Names{"a.md", "b.md", "part/c.md"});
    CHECK(all.folders == Names{"chapters", "chapters/part"});
    CHECK(all.gaps.empty());
    CHECK(folder.list_all("styles").names.empty());
    CHECK(folder.list_all("").names == Names{"chapters/a.md", "chapters/b.md", "chapters/part/c.md"});
    CHECK(folder.has("chapters/part"));
    CHECK(folder.has("chapters/part/c.md"));
    CHECK_FALSE(folder.has("chapters/par"));
    CHECK_FALSE(folder.has("chapters/d.md"));
    CHECK_FALSE(folder.why_closed("chapters/part"));
}

TEST_CASE("an unsaved name with accents is found however it is spelled") {
    TemporaryFolder disk;
    Folder folder = folder_under(disk, {{{"images/e\u0301te\u0301.png", "x"}}, {}});
    CHECK(folder.spelling_of("images/\u00e9t\u00e9.png") == "images/e\u0301te\u0301.png");
}

TEST_CASE("a disk that gives up is Trouble, with the file's name") {
    TemporaryFolder disk;
    disk.write("chapters/a.md", "saved");
    Folder folder = folder_under(disk, {{}, {{"chapters/a.md", EIO}}});
    std::string told = trouble_of([&] { folder.read("chapters/a.md", 100); });
    CHECK(told.find("chapters/a.md") != std::string::npos);
    CHECK(told.find("Input/output error") != std::string::npos);
}

}  // namespace hornbook
