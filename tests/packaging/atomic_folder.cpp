#include "packaging/atomic_folder.h"

#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/trouble.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

std::string path_in(const TemporaryFolder& folder, std::string_view name) {
    return (folder / name).string();
}

}  // namespace

TEST_CASE("a folder is written, and nothing beside it") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}, {"b.pdf", "two"}});
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "one");
    CHECK(bytes_of_file(around / "sheets/b.pdf") == "two");
    CHECK(around.count() == 1);
    CHECK(bytes_of_file(around / "sheets/hornbook-files.txt").ends_with("\na.pdf\nb.pdf\n"));
}

TEST_CASE("a folder of Hornbook's is replaced whole, and what somebody else put into it stays") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}, {"gone.pdf", "two"}});
    around.write("sheets/my notes.txt", "mine");
    around.write("sheets/marked/by hand/a.pdf", "mine too");
    fs::create_directory(around / "sheets/empty");
    fs::create_symlink("my notes.txt", around / "sheets/link");
    CHECK(write_folder(path_in(around, "sheets/"), {{"a.pdf", "three"}}) == std::vector<std::string>{"gone.pdf"});
    CHECK(bytes_of_file(around / "sheets/marked/by hand/a.pdf") == "mine too");
    CHECK(fs::is_directory(around / "sheets/empty"));
    CHECK(fs::read_symlink(around / "sheets/link") == "my notes.txt");
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "three");
    CHECK_FALSE(fs::exists(around / "sheets/gone.pdf"));
    CHECK(bytes_of_file(around / "sheets/my notes.txt") == "mine");
    CHECK(around.count() == 1);
}

TEST_CASE("a folder that Hornbook did not make is left alone unless it is empty") {
    TemporaryFolder around;
    around.write("photos/cat.jpg", "mine");
    CHECK_THROWS_AS(write_folder(path_in(around, "photos"), {{"a.pdf", "one"}}), Trouble);
    CHECK(bytes_of_file(around / "photos/cat.jpg") == "mine");
    CHECK_FALSE(fs::exists(around / "photos/a.pdf"));
    around.write("file", "mine");
    CHECK_THROWS_AS(write_folder(path_in(around, "file"), {{"a.pdf", "one"}}), Trouble);
    fs::create_directory(around / "empty");
    write_folder(path_in(around, "empty"), {{"a.pdf", "one"}});
    CHECK(bytes_of_file(around / "empty/a.pdf") == "one");
}

TEST_CASE("what stands in the way is named and left as it is") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    around.write("sheets/b.pdf", "mine");
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"b.pdf", "new"}}), Trouble);
    CHECK(bytes_of_file(around / "sheets/b.pdf") == "mine");
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "one");
    fs::remove(around / "sheets/b.pdf");
    around.write("sheets/within/x", "mine");
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"within", "new"}}), Trouble);
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"within/x", "new"}}), Trouble);
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"within/x/y", "new"}}), Trouble);
    CHECK(bytes_of_file(around / "sheets/within/x") == "mine");
    REQUIRE(mkfifo(path_in(around, "sheets/pipe").c_str(), 0600) == 0);
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"b.pdf", "new"}}), Trouble);
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "one");
    CHECK(around.count() == 1);
}

TEST_CASE("folders within a folder come and go with their files") {
    TemporaryFolder around;
    write_folder(path_in(around, "site"), {{"index.html", "one"}, {"pictures/a/b.png", "two"}, {"old/c.png", "three"}});
    CHECK(bytes_of_file(around / "site/pictures/a/b.png") == "two");
    around.write("site/pictures/mine.png", "mine");
    CHECK(write_folder(path_in(around, "site"), {{"index.html", "four"}, {"new/d.png", "five"}}) ==
          std::vector<std::string>{"old/c.png", "pictures/a/b.png"});
    CHECK(bytes_of_file(around / "site/new/d.png") == "five");
    CHECK(bytes_of_file(around / "site/pictures/mine.png") == "mine");
    CHECK_FALSE(fs::exists(around / "site/pictures/a"));
    CHECK_FALSE(fs::exists(around / "site/old"));
    CHECK(around.count() == 1);
}

TEST_CASE("a folder comes file by file, and what is never finished leaves nothing behind") {
    TemporaryFolder around;
    {
        NewFolder folder(path_in(around, "site"));
        folder.add({"b/c/d.txt", "one"});
        folder.add({"a.txt", "two"});
        CHECK_THROWS_AS(folder.add({"a.txt", "again"}), Trouble);
        CHECK_FALSE(fs::exists(around / "site"));
        CHECK(around.count() == 1);
    }
    CHECK(around.count() == 0);
    {
        NewFolder folder(path_in(around, "site"));
        folder.add({"a.txt", "two"});
        around.write("site/a.txt", "mine");
        CHECK_THROWS_AS(folder.finish(), Trouble);  // somebody made one meanwhile
    }
    CHECK(bytes_of_file(around / "site/a.txt") == "mine");
    CHECK(around.count() == 1);
    fs::remove_all(around / "site");
    NewFolder folder(path_in(around, "site"));
    folder.add({"b/c/d.txt", "one"});
    folder.add({"a.txt", "two"});
    CHECK(folder.finish().empty());
    CHECK(bytes_of_file(around / "site/b/c/d.txt") == "one");
    CHECK(bytes_of_file(around / "site/hornbook-files.txt").ends_with("\na.txt\nb/c/d.txt\n"));
    CHECK(around.count() == 1);
}

TEST_CASE("a stranger's list of files cannot reach outside its folder") {
    TemporaryFolder around;
    around.write("precious", "mine");
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    std::string list = bytes_of_file(around / "sheets/hornbook-files.txt");
    around.write("sheets/hornbook-files.txt", list + "../precious\n" + path_in(around, "precious") + "\nouter/precious\n");
    fs::create_directory_symlink("..", around / "sheets/outer");
    write_folder(path_in(around, "sheets"), {{"a.pdf", "two"}});
    CHECK(bytes_of_file(around / "precious") == "mine");
}

TEST_CASE("when there is no room the old folder is as it was") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        rlimit most{100'000, 100'000};
        setrlimit(RLIMIT_FSIZE, &most);
        signal(SIGXFSZ, SIG_IGN);
        try {
            write_folder(path_in(around, "sheets"), {{"a.pdf", "two"}, {"b.pdf", std::string(200'000, 'x')}});
        } catch (const Trouble&) {
            _exit(2);
        }
        _exit(0);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 2);
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "one");
    CHECK_FALSE(fs::exists(around / "sheets/b.pdf"));
    CHECK(around.count() == 1);
}

}  // namespace hornbook
