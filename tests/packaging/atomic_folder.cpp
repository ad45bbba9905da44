#include "packaging/atomic_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "another_process.h"
#include "base/trouble.h"
#include "catch.h"
#include "packaging/temporary.h"
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
    // as `sha256sum` says
    CHECK(bytes_of_file(around / "sheets/hornbook-files.txt")
              .ends_with("\n7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed  a.pdf\n"
                         "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3  b.pdf\n"));
}

TEST_CASE("a folder of Hornbook's is replaced whole, and what somebody else put into it stays") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}, {"gone.pdf", "two"}});
    around.write("sheets/my notes.txt", "mine");
    around.write("sheets/marked/by hand/a.pdf", "mine too");
    fs::create_directory(around / "sheets/empty");
    fs::create_symlink("my notes.txt", around / "sheets/link");
    CHECK(write_folder(path_in(around, "sheets/"), {{"a.pdf", "three"}}).gone == std::vector<std::string>{"gone.pdf"});
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
    CHECK(write_folder(path_in(around, "site"), {{"index.html", "four"}, {"new/d.png", "five"}}).gone ==
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
    CHECK(folder.finish().gone.empty());
    CHECK(bytes_of_file(around / "site/b/c/d.txt") == "one");
    CHECK(bytes_of_file(around / "site/hornbook-files.txt").ends_with("  b/c/d.txt\n"));
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

TEST_CASE("what only bears a name of the list is not taken for Hornbook's") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}, {"b.pdf", "two"}, {"c.pdf", "three"}});
    std::string list = bytes_of_file(around / "sheets/hornbook-files.txt");
    around.write("sheets/hornbook-files.txt", list + "my notes.txt\n" + std::string(64, '0') + "  my marks.ods\n");
    around.write("sheets/my notes.txt", "mine");
    around.write("sheets/my marks.ods", "mine");
    around.write("sheets/b.pdf", "two, with my corrections");
    Replaced replaced = write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    CHECK(replaced.gone == std::vector<std::string>{"c.pdf"});
    CHECK(replaced.changed == std::vector<std::string>{"b.pdf", "my marks.ods", "my notes.txt"});
    CHECK(bytes_of_file(around / "sheets/my notes.txt") == "mine");
    CHECK(bytes_of_file(around / "sheets/my marks.ods") == "mine");
    CHECK(bytes_of_file(around / "sheets/b.pdf") == "two, with my corrections");
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}, {"b.pdf", "new"}}), Trouble);  // it is named
}

TEST_CASE("a list that is no file is no list") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    fs::remove(around / "sheets/hornbook-files.txt");
    REQUIRE(mkfifo(path_in(around, "sheets/hornbook-files.txt").c_str(), 0600) == 0);
    CHECK_THROWS_AS(write_folder(path_in(around, "sheets"), {{"a.pdf", "two"}}), Trouble);
}

namespace {

// As a run leaves it that was killed between its two steps, on a file system that cannot exchange names.
void move_aside(const TemporaryFolder& around, std::string_view name) {
    fs::rename(around / name, temporary_path(path_in(around, name), aside_ending));
    fs::path unfinished = temporary_path(path_in(around, name));
    fs::create_directory(unfinished);
    std::ofstream(unfinished / "new.pdf") << "new";
}

}  // namespace

TEST_CASE("killed between two steps, the folder is back at the next run, with what somebody else put into it") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}, {"gone.pdf", "two"}});
    around.write("sheets/my notes.txt", "mine");
    move_aside(around, "sheets");
    REQUIRE_FALSE(fs::exists(around / "sheets"));
    Replaced replaced = write_folder(path_in(around, "sheets"), {{"a.pdf", "three"}});
    CHECK(replaced.gone == std::vector<std::string>{"gone.pdf"});
    CHECK(bytes_of_file(around / "sheets/my notes.txt") == "mine");
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "three");
    CHECK(around.count() == 1);
}

TEST_CASE("killed between two steps, the folder is back through a link too") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    around.write("sheets/my notes.txt", "mine");
    fs::create_directory_symlink("sheets", around / "link");
    move_aside(around, "sheets");
    write_folder(path_in(around, "link"), {{"a.pdf", "three"}});
    CHECK(bytes_of_file(around / "sheets/my notes.txt") == "mine");
    CHECK(fs::is_symlink(around / "link"));
    CHECK(around.count() == 2);
}

TEST_CASE("remains of a run that was killed are taken away, unless they hold something of somebody's that is nowhere else") {
    TemporaryFolder around;
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    around.write("sheets/my notes.txt", "mine");
    fs::path old = temporary_path(path_in(around, "sheets"));
    fs::copy(around / "sheets", old, fs::copy_options::recursive);  // killed after the exchange
    fs::create_directory_symlink(around.path(), old / "link");
    fs::path of_another = temporary_path(path_in(around, "site"));
    fs::create_directory(of_another);
    CHECK(write_folder(path_in(around, "sheets"), {{"a.pdf", "two"}}).remains == std::vector<std::string>{old.string()});
    CHECK(fs::exists(old / "my notes.txt"));
    fs::remove(old / "link");
    CHECK(write_folder(path_in(around, "sheets"), {{"a.pdf", "two"}}).remains.empty());
    CHECK_FALSE(fs::exists(old));
    CHECK(fs::exists(of_another));
    CHECK(bytes_of_file(around / "sheets/my notes.txt") == "mine");
}

TEST_CASE("what another run is at work on is left alone") {
    TemporaryFolder around;
    std::string theirs = temporary_path(path_in(around, "sheets"));
    fs::create_directory(theirs);
    int held = open(theirs.c_str(), O_RDONLY | O_DIRECTORY);
    REQUIRE(hold(held));
    CHECK(write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}}).remains.empty());
    CHECK(fs::exists(theirs));
    close(held);
    write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
    CHECK_FALSE(fs::exists(theirs));
}

TEST_CASE("a folder in an old one that may not be read is trouble, and nothing is lost") {
    TemporaryFolder around;
    fs::permissions(around.path(), fs::perms::all);
    CHECK(in_another_process([&] {
              stop_being_root();
              write_folder(path_in(around, "sheets"), {{"a.pdf", "one"}});
              around.write("sheets/mine/notes.txt", "mine");
              fs::permissions(around / "sheets/mine", fs::perms::none);
              write_folder(path_in(around, "sheets"), {{"a.pdf", "two"}});
              return 0;
          }) == 2);
    CHECK(bytes_of_file(around / "sheets/a.pdf") == "one");
    CHECK(around.count() == 1);
    fs::permissions(around / "sheets/mine", fs::perms::owner_all);
    CHECK(bytes_of_file(around / "sheets/mine/notes.txt") == "mine");
}

TEST_CASE("paths that lead nowhere are trouble") {
    TemporaryFolder around;
    fs::create_symlink("self", around / "self");
    CHECK_THROWS_AS(write_folder(path_in(around, "self"), {{"a.pdf", "one"}}), Trouble);
    CHECK_THROWS_AS(write_folder(path_in(around, std::string(300, 'n')), {{"a.pdf", "one"}}), Trouble);
    CHECK(around.count() == 1);
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
