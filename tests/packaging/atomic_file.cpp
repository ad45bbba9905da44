#include "packaging/atomic_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
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

TEST_CASE("a file is written, and nothing beside it") {
    TemporaryFolder folder;
    std::string bytes(3'000'000, 'x');
    bytes[7] = '\0';
    write_file(path_in(folder, "book.epub"), bytes);
    CHECK((bytes_of_file(folder / "book.epub") == bytes));
    CHECK(folder.count() == 1);
}

TEST_CASE("an old file is replaced whole") {
    TemporaryFolder folder;
    folder.write("book.epub", "a much longer old book");
    std::ifstream reader(folder / "book.epub");  // somebody reads it meanwhile
    write_file(path_in(folder, "book.epub"), "new");
    CHECK(bytes_of_file(folder / "book.epub") == "new");
    std::string old;
    std::getline(reader, old);
    CHECK(old == "a much longer old book");
    CHECK(folder.count() == 1);
}

TEST_CASE("a name without a folder is one in the working folder") {
    TemporaryFolder folder;
    CHECK(in_another_process([&] {
              fs::current_path(folder.path());
              write_file("book.epub", "new");
              return 0;
          }) == 0);
    CHECK(bytes_of_file(folder / "book.epub") == "new");
}

TEST_CASE("the old file survives when the folder cannot be written") {
    TemporaryFolder folder;
    folder.write("book/book.epub", "old");
    fs::permissions(folder.path(), fs::perms::others_exec | fs::perms::owner_all);
    fs::permissions(folder / "book", fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
    CHECK(in_another_process([&] {
              stop_being_root();
              write_file(path_in(folder, "book/book.epub"), "new");
              return 0;
          }) == 2);
    CHECK(bytes_of_file(folder / "book/book.epub") == "old");
    fs::permissions(folder / "book", fs::perms::owner_all);
    CHECK(fs::directory_entry(folder / "book/book.epub").exists());
    CHECK(std::distance(fs::directory_iterator(folder / "book"), fs::directory_iterator()) == 1);
}

// As on a full disk, writing fails half-way.
TEST_CASE("the old file survives when there is no room for the new one") {
    TemporaryFolder folder;
    folder.write("book.epub", "old");
    CHECK(in_another_process([&] {
              signal(SIGXFSZ, SIG_IGN);
              rlimit most{100'000, 100'000};
              setrlimit(RLIMIT_FSIZE, &most);
              write_file(path_in(folder, "book.epub"), std::string(1'000'000, 'x'));
              return 0;
          }) == 2);
    CHECK(bytes_of_file(folder / "book.epub") == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("what is no regular file is not replaced") {
    TemporaryFolder folder;
    folder.write("folder/inside", "x");
    REQUIRE(mkfifo(path_in(folder, "fifo").c_str(), 0600) == 0);
    fs::create_directory_symlink("folder", folder / "link");
    for (const char* name : {"folder", "fifo", "link"}) {
        CAPTURE(name);
        CHECK_THROWS_AS(write_file(path_in(folder, name), "new"), Trouble);
    }
    CHECK(bytes_of_file(folder / "folder/inside") == "x");
    CHECK(fs::is_fifo(folder / "fifo"));
    CHECK(fs::is_symlink(folder / "link"));
    CHECK(folder.count() == 3);
}

TEST_CASE("without its folder, a file cannot be written, and the message names the folder") {
    TemporaryFolder folder;
    folder.write("file", "old");
    CHECK_THROWS_WITH(write_file(path_in(folder, "none/book.epub"), "new"),
                      "cannot write into `" + path_in(folder, "none") + "`: No such file or directory");
    CHECK_THROWS_AS(write_file(path_in(folder, "file/book.epub"), "new"), Trouble);
    CHECK_THROWS_AS(write_file("", "new"), Trouble);
    CHECK_THROWS_AS(write_file(path_in(folder, std::string(300, 'n')), "new"), Trouble);
    CHECK(bytes_of_file(folder / "file") == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a symbolic link stays one, and what it leads to is replaced") {
    TemporaryFolder folder;
    folder.write("shelf/book.epub", "old");
    fs::create_symlink("shelf/book.epub", folder / "link.epub");
    write_file(path_in(folder, "link.epub"), "new");
    CHECK(fs::is_symlink(folder / "link.epub"));
    CHECK(fs::read_symlink(folder / "link.epub") == "shelf/book.epub");
    CHECK(bytes_of_file(folder / "shelf/book.epub") == "new");
    CHECK(std::distance(fs::directory_iterator(folder / "shelf"), fs::directory_iterator()) == 1);
    CHECK(folder.count() == 2);
}

TEST_CASE("a symbolic link to a file that is not there yet stays one too") {
    TemporaryFolder folder;
    fs::create_directory(folder / "shelf");
    fs::create_symlink("shelf/book.epub", folder / "link.epub");
    fs::create_symlink("link.epub", folder / "twice.epub");
    write_file(path_in(folder, "twice.epub"), "new");
    CHECK(fs::is_symlink(folder / "twice.epub"));
    CHECK(fs::is_symlink(folder / "link.epub"));
    CHECK(bytes_of_file(folder / "shelf/book.epub") == "new");
}

TEST_CASE("links in a circle are trouble") {
    TemporaryFolder folder;
    fs::create_symlink("b", folder / "a");
    fs::create_symlink("a", folder / "b");
    CHECK_THROWS_AS(write_file(path_in(folder, "a"), "new"), Trouble);
    CHECK(fs::is_symlink(folder / "a"));
    CHECK(folder.count() == 2);
}

TEST_CASE("the umask is honoured") {
    TemporaryFolder folder;
    for (mode_t mask : {mode_t{0022}, mode_t{0077}, mode_t{0002}}) {
        std::string path = path_in(folder, "book-" + std::to_string(mask));
        CHECK(in_another_process([&] {
                  umask(mask);
                  write_file(path, "new");
                  return 0;
              }) == 0);
        struct stat about {};
        REQUIRE(stat(path.c_str(), &about) == 0);
        CHECK((about.st_mode & 0777U) == (0666U & ~mask));
    }
}

// Hidden: it is run by the next test, in a process of its own, and writes until a signal ends it.
TEST_CASE("writes for ever", "[.]") {
    for (int number : {SIGINT, SIGTERM, SIGHUP}) {
        signal(number, SIG_DFL);  // Catch2 has its own handlers
    }
    if (const char* ignored = getenv("HORNBOOK_TEST_IGNORED")) {
        signal(std::stoi(ignored), SIG_IGN);
    }
    std::string path = getenv("HORNBOOK_TEST_PATH");
    std::string bytes(8'000'000, 'n');
    for (;;) {
        write_file(path, bytes);
    }
}

pid_t start_writing(const std::string& path, const char* ignored = nullptr) {
    pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        setenv("HORNBOOK_TEST_PATH", path.c_str(), 1);
        if (ignored != nullptr) {
            setenv("HORNBOOK_TEST_IGNORED", ignored, 1);
        }
        int nowhere = open("/dev/null", O_WRONLY);
        dup2(nowhere, 1);
        dup2(nowhere, 2);
        execl("/proc/self/exe", "test", "writes for ever", nullptr);
        _exit(99);
    }
    return child;
}

std::vector<std::string> temporary_files(const TemporaryFolder& folder) {
    std::vector<std::string> names;
    for (const fs::directory_entry& file : fs::directory_iterator(folder.path())) {
        if (file.path().extension() == ".tmp") {
            names.push_back(file.path().filename());
        }
    }
    return names;
}

bool is_held(const std::string& path) {
    int descriptor = open(path.c_str(), O_WRONLY | O_CLOEXEC);
    bool held = descriptor >= 0 && flock(descriptor, LOCK_EX | LOCK_NB) != 0;
    close(descriptor);
    return held;
}

// Stops the child at a moment when it holds a temporary file.
void stop_while_writing(pid_t child, const TemporaryFolder& folder) {
    for (;;) {
        int status = 0;
        REQUIRE(kill(child, SIGSTOP) == 0);
        REQUIRE(waitpid(child, &status, WUNTRACED) == child);
        REQUIRE(WIFSTOPPED(status));
        std::vector<std::string> names = temporary_files(folder);
        if (!names.empty() && is_held(path_in(folder, names.front()))) {
            return;
        }
        kill(child, SIGCONT);
        usleep(1000);
    }
}

int end_by(pid_t child, int signal_number) {
    kill(child, signal_number);
    kill(child, SIGCONT);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

TEST_CASE("a signal in the middle of writing leaves the old book or the new one, and no temporary file") {
    for (int number : {SIGTERM, SIGINT, SIGHUP}) {
        for (int round = 0; round < 3; ++round) {
            TemporaryFolder folder;
            folder.write("book.epub", "old");
            pid_t child = start_writing(path_in(folder, "book.epub"));
            stop_while_writing(child, folder);
            CAPTURE(number);
            CHECK(end_by(child, number) == number);
            CHECK(temporary_files(folder).empty());
            std::string bytes = bytes_of_file(folder / "book.epub");
            CHECK((bytes == "old" || bytes == std::string(8'000'000, 'n')));
        }
    }
}

TEST_CASE("killed outright, the old book or the new one is there, and the next run takes away what was left") {
    TemporaryFolder folder;
    folder.write("book.epub", "old");
    pid_t child = start_writing(path_in(folder, "book.epub"));
    stop_while_writing(child, folder);
    write_file(path_in(folder, "book.epub"), "meanwhile");  // what the other one is writing is left alone
    CHECK(temporary_files(folder).size() == 1);
    write_file(path_in(folder, "other.epub"), "another book");
    CHECK(end_by(child, SIGKILL) == SIGKILL);
    std::string bytes = bytes_of_file(folder / "book.epub");
    CHECK((bytes == "meanwhile" || bytes == std::string(8'000'000, 'n')));
    write_file(path_in(folder, "other.epub"), "another book");
    write_file(path_in(folder, "book.epub"), "new");
    CHECK(temporary_files(folder).empty());
}

TEST_CASE("a file that another process has removed before it was locked is not held") {
    TemporaryFolder folder;
    folder.write("a.tmp", "");
    int descriptor = open(path_in(folder, "a.tmp").c_str(), O_WRONLY | O_CLOEXEC);
    REQUIRE(descriptor >= 0);
    CHECK(hold(descriptor));
    REQUIRE(unlink(path_in(folder, "a.tmp").c_str()) == 0);
    CHECK_FALSE(hold(descriptor));
    CHECK(errno == EWOULDBLOCK);
    close(descriptor);
}

TEST_CASE("where the machine will not tell what is at a path, that is trouble") {
    TemporaryFolder folder;
    CHECK_THROWS_AS(write_file(path_in(folder, std::string(300, 'n')), "new"), Trouble);
    CHECK_THROWS_AS(write_file(path_in(folder, std::string(300, 'n') + "/book.epub"), "new"), Trouble);
    fs::create_symlink("self", folder / "self");
    CHECK_THROWS_AS(write_file(path_in(folder, "self/book.epub"), "new"), Trouble);
    CHECK(folder.count() == 1);
}

TEST_CASE("a signal that was ignored stays ignored, as under nohup") {
    TemporaryFolder folder;
    std::string hang_up = std::to_string(SIGHUP);
    pid_t child = start_writing(path_in(folder, "book.epub"), hang_up.c_str());
    stop_while_writing(child, folder);
    kill(child, SIGHUP);
    kill(child, SIGCONT);
    stop_while_writing(child, folder);  // it still lives and writes
    CHECK(end_by(child, SIGTERM) == SIGTERM);
}

}  // namespace
}  // namespace hornbook
