// What the machine refuses is told with its path and is exit code 2, whatever was refused: never a book without what could not be read,
// never a mistake of the author's, never an abort.
#include <set>

#include "another_process.h"
#include "base/process.h"
#include "catch.h"
#include "handouts.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

struct Water {
    TemporaryFolder around;
    std::string book = (around / "water").string();
    Water() {
        REQUIRE(run_hornbook({"init", book}).exit_code == 0);
    }
    std::string path(const std::string& name) const {
        return (around / name).string();
    }
};

ProcessResult shell(const std::string& script) {
    return run_process({"/bin/sh", "-c", script}, "", {600});
}

// `hornbook` with each of these calls refused where it has to do with `path`; no path: wherever it is made.
ProcessResult with_refused(const std::string& calls, const std::string& path, const std::string& how,
                           const std::vector<std::string>& arguments) {
    std::vector<std::string> command = {"strace", "-f", "-qq", "-o", "/dev/null", "-E", "ASAN_OPTIONS=detect_leaks=0", "-e", "signal=none"};
    if (!path.empty()) {
        command.insert(command.end(), {"-P", path});
    }
    command.insert(command.end(), {"-e", "trace=" + calls, "-e", "inject=" + calls + ":" + how, program});
    command.insert(command.end(), arguments.begin(), arguments.end());
    return run_process(command, "", {600, 1UL << 46U});
}

TEST_CASE("a call that the machine refuses is told with its path") {
    Water water;
    water.around.write("water/styles/extra.css", "p { color: black }\n");
    water.around.write("water/chapters/part/02-snow.md", "# Snow\n\nIt falls.\n");
    struct Refused {
        std::string calls;
        std::string name;  // in the book
    };
    for (const Refused& refused : std::vector<Refused>{
             {"openat", "book.toml"},
             {"read", "book.toml"},
             {"openat", "chapters"},
             {"getdents64", "chapters"},
             {"openat", "chapters/part"},
             {"getdents64", "chapters/part"},
             {"openat", "chapters/01-rain.md"},
             {"read", "chapters/01-rain.md"},
             {"newfstatat,lstat", "chapters/glossary.md"},
             {"newfstatat,lstat", "styles/extra.css"},
             {"openat", "styles/extra.css"},
             {"openat", "images/cycle.svg"},
             {"read", "images/cycle.svg"},
         }) {
        CAPTURE(refused.calls, refused.name);
        ProcessResult result = with_refused(refused.calls, water.book + "/" + refused.name, "error=EIO", {"check", water.book});
        CHECK(result.exit_code == 2);
        CHECK(result.errors.starts_with("hornbook: cannot "));
        CHECK(result.errors.find(refused.name) != std::string::npos);
        CHECK(result.errors.find("Input/output error") != std::string::npos);
    }
}

TEST_CASE("a second program that the machine will not start, and pipes that it will not give, are trouble") {
    Water water;
    std::vector<const char*> refused = {"clone,clone3,vfork,fork", "execve", "dup2", "poll", "wait4"};
#ifndef HORNBOOK_SANITIZED  // whose own look at memory needs pipes
    refused.push_back("pipe2");
#endif
    for (const char* calls : refused) {
        std::string path = calls == std::string("execve") ? HORNBOOK_BINARY_DIR "/hornbook-pictures" : "";
        for (const char* jobs : {"1", "4"}) {
            CAPTURE(calls, jobs);
            ProcessResult result = with_refused(calls, path, "error=ENOMEM", {"build", water.book, "--jobs", jobs});
            CHECK(result.exit_code == 2);
            CHECK(result.errors.starts_with("hornbook: "));
            CHECK(result.errors.find("error:") == std::string::npos);
            CHECK_FALSE(fs::exists(water.path("water/dist/water.epub")));
        }
    }
}

TEST_CASE("whatever memory there is, the author is not blamed for it, and nothing aborts") {
#ifndef HORNBOOK_SANITIZED  // which need all the addresses there are
    Water water;
    std::set<int> codes;
    for (int megabytes = 40; megabytes <= 640; megabytes += 40) {
        CAPTURE(megabytes);
        std::string limit = "ulimit -v " + std::to_string(megabytes * 1024) + "; exec ";
        ProcessResult result = shell(limit + program + " build " + water.book + " --jobs 1000");
        INFO(result.errors);
        CHECK((result.exit_code == 0 || result.exit_code == 2 || result.exit_code == 127));
        codes.insert(result.exit_code);
    }
    CHECK(codes.contains(2));
#endif
}

TEST_CASE("without standard input, output and error the same book is made") {
    Water water;
    REQUIRE(run_hornbook({"build", water.book, "-o", water.path("usual.epub")}).exit_code == 0);
    for (const char* closed : {"<&-", ">&-", "2>&-", "<&- >&- 2>&-"}) {
        CAPTURE(closed);
        CHECK(shell(program + " build " + water.book + " -o " + water.path("closed.epub") + " " + closed).exit_code == 0);
        CHECK((bytes_of_file(water.around / "closed.epub") == bytes_of_file(water.around / "usual.epub")));
        fs::remove(water.around / "closed.epub");
    }
}

TEST_CASE("a file that grows beyond what may be written is like a full disk") {
    Water water;
    water.around.write("out/old.epub", "old");
    for (const char* more : {"-o old.epub", "--to web -o site", "--to gift -o questions.txt --depfile rules"}) {
        CAPTURE(more);
        ProcessResult result =
            shell("cd " + water.path("out") + " && ulimit -f 1 && exec " + program + " build " + water.book + " " + more);
        CHECK(result.exit_code == 2);
        CHECK(result.errors.find("File too large") != std::string::npos);
        CHECK(std::distance(fs::directory_iterator(water.around / "out"), fs::directory_iterator()) == 1);
    }
    CHECK(bytes_of_file(water.around / "out/old.epub") == "old");
}

TEST_CASE("odd paths to write to are told, whatever is made") {
    Water water;
    fs::create_symlink("self", water.around / "self");
    fs::create_symlink("self.zip", water.around / "self.zip");
    std::string long_name(300, 'n');
    for (const std::string& path : {water.path("self"), water.path("self/x"), water.path(long_name), water.path(long_name + "/x")}) {
        for (const std::vector<std::string>& command : {std::vector<std::string>{"build", water.book, "-o", path},
                                                        {"build", water.book, "--to", "web", "-o", path},
                                                        {"pack", water.book, "--for", "pupils", "-o", path},
                                                        {"pack", water.book, "--for", "pupils", "-o", path + ".zip"},
                                                        {"build", water.book, "--depfile", path}}) {
            CAPTURE(command);
            ProcessResult result = run_hornbook(command);
            CHECK(result.exit_code == 2);
            CHECK(result.errors.starts_with("hornbook: "));
        }
    }
}

TEST_CASE("odd paths to read from are told as what they are, whatever reads them") {
    Water water;
    fs::create_symlink("self", water.around / "self");
    std::string out = water.path("out");
    for (const std::string& path : {water.path("self"), water.path("self/x"), water.path(std::string(300, 'n'))}) {
        for (const std::vector<std::string>& command : {std::vector<std::string>{"build", path},
                                                        {"check", path},
                                                        {"import", path, "-o", out},
                                                        {"results", path, "--book", water.book}}) {
            CAPTURE(command);
            ProcessResult result = run_hornbook(command);
            CHECK(result.exit_code == 2);
            CHECK(result.errors.find(path.find("self") != std::string::npos ? "symbolic links" : "too long") != std::string::npos);
        }
    }
}

TEST_CASE("where one of several outputs cannot be made, none is written") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Rain\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\n");
    folder.write("chapters/01.md", "# Rain\n\nIt falls.\n");
    std::string book = folder.path();
    ProcessResult result = run_hornbook({"build", book, "--to", "epub", "--to", "web", "--to", "handout", "--parts", "cards"});
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("there is nothing for `handout` to make") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "dist"));
    CHECK(run_hornbook({"build", book, "--to", "epub", "--to", "web"}).exit_code == 0);
    CHECK(fs::exists(folder / "dist/rain.epub"));
    CHECK(fs::exists(folder / "dist/rain-web/index.html"));
}

TEST_CASE("nothing is written out of the book's folder through a link in it, unless -o says so") {
    Water water;
    water.around.write("elsewhere/water.epub", "theirs");
    fs::create_directory_symlink("../elsewhere", water.around / "water/dist");
    for (const char* output : {"epub", "web", "gift"}) {
        ProcessResult result = run_hornbook({"build", water.book, "--to", output});
        CHECK(result.exit_code == 2);
        CHECK(result.errors.find("is a link to another place") != std::string::npos);
    }
    CHECK(bytes_of_file(water.around / "elsewhere/water.epub") == "theirs");
    CHECK(std::distance(fs::directory_iterator(water.around / "elsewhere"), fs::directory_iterator()) == 1);
    CHECK(run_hornbook({"build", water.book, "-o", water.book + "/dist/water.epub"}).exit_code == 0);
    fs::remove(water.around / "water/dist");
    fs::create_directory(water.around / "water/made");
    fs::create_directory_symlink("made", water.around / "water/dist");
    CHECK(run_hornbook({"build", water.book}).exit_code == 0);
    CHECK(fs::exists(water.around / "water/made/water.epub"));
}

TEST_CASE("pictures of imported questions do not leave a book through a link in it") {
    Water water;
    fs::remove_all(water.around / "water/images");
    fs::create_directory(water.around / "elsewhere");
    fs::create_directory_symlink("../elsewhere", water.around / "water/images");
    water.around.write("bank.xml",
                       "<quiz><question type=\"truefalse\"><name><text>A</text></name><questiontext format=\"html\"><text>"
                       "<![CDATA[<p>Is it? <img src=\"@@PLUGINFILE@@/dot.gif\" alt=\"a dot\"></p>]]></text>"
                       "<file name=\"dot.gif\" encoding=\"base64\">R0lGODlhAQABAAAAACw=</file></questiontext>"
                       "<answer fraction=\"100\"><text>true</text></answer><answer fraction=\"0\"><text>false</text></answer>"
                       "</question></quiz>");
    ProcessResult result = run_hornbook({"import", water.path("bank.xml"), "-o", water.book});
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("is a link to another place") != std::string::npos);
    CHECK(fs::is_empty(water.around / "elsewhere"));
}

// As on exFAT, NFS and many a FUSE.
TEST_CASE("where names cannot be exchanged, a kill between two steps loses nothing") {
    Water water;
    std::string site = water.path("site");
    std::vector<std::string> make = {"build", water.book, "--to", "web", "-o", site, "--quiet"};
    REQUIRE(run_hornbook(make).exit_code == 0);
    water.around.write("site/my notes.txt", "mine");
    auto killed_at_step = [&](const std::string& more) {
        std::vector<std::string> command = {"strace",
                                            "-f",
                                            "-qq",
                                            "-o",
                                            "/dev/null",
                                            "-E",
                                            "ASAN_OPTIONS=detect_leaks=0",
                                            "-e",
                                            "signal=none",
                                            "-e",
                                            "trace=rename,renameat,renameat2",
                                            "-e",
                                            "inject=renameat2:error=EINVAL"};
        command.insert(command.end(), {"-e", "inject=rename,renameat:" + more, program});
        command.insert(command.end(), make.begin(), make.end());
        return run_process(command, "", {600, 1UL << 46U});
    };
    killed_at_step("signal=KILL:when=2");
    CHECK_FALSE(fs::exists(site));
    CHECK(run_hornbook(make).exit_code == 0);
    CHECK(bytes_of_file(water.around / "site/my notes.txt") == "mine");
    CHECK(water.around.count() == 2);
    killed_at_step("signal=TERM:when=1");
    CHECK(bytes_of_file(water.around / "site/my notes.txt") == "mine");
    CHECK(water.around.count() == 2);
    CHECK(killed_at_step("error=EIO:when=2").exit_code == 2);
    CHECK(bytes_of_file(water.around / "site/my notes.txt") == "mine");
    CHECK(water.around.count() == 2);
}

TEST_CASE("a folder of chapters that may not be read is no book without them") {
    Water water;
    water.around.write("water/chapters/part/02-snow.md", "# Snow\n\nIt falls.\n");
    fs::permissions(water.around.path(), fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    fs::permissions(water.around / "water/chapters/part", fs::perms::owner_all);
    CHECK(in_another_process([&] {
              stop_being_root();
              ProcessResult result = run_process({program, "check", water.book}, "", {600});
              return result.errors.find("chapters/part`: Permission denied") != std::string::npos ? result.exit_code : 99;
          }) == 2);
}

// `script` gives a command a terminal.
TEST_CASE("progress is shown to somebody who watches either output, and to nobody else") {
    Water water;
    std::string build = program + " build " + water.book + " --to gift -o " + water.path("bank.txt");
    CHECK(shell("script -qec '" + build + "' /dev/null").output.find("weaving …") != std::string::npos);
    CHECK(shell("script -qec '" + build + " 2>/dev/null' /dev/null").output.find("weaving …") != std::string::npos);
    CHECK(shell("script -qec '" + build + " 2>/dev/null --quiet' /dev/null").output.empty());
    ProcessResult piped = shell(build);
    CHECK((piped.output + piped.errors).find("…") == std::string::npos);
}

}  // namespace
}  // namespace hornbook
