// What becomes of pictures over which the second program fails, and of that program.
#include "pictures/decoder.h"

#include <sys/wait.h>
#include <unistd.h>

#include <thread>

#include "another_process.h"
#include "base/trouble.h"
#include "model/mistakes.h"
#include "pictures/prepared.h"
#include "trouble_of.h"

namespace hornbook {
namespace {

// What prepares these pictures with a script for a second program; a PNG is the cover.
Prepared prepared_by(const std::string& script, const ProcessLimits& limits = {},
                     std::vector<Picture> pictures = {picture("a.webp", fixture("colour.webp")), picture("b.png", fixture("colour.png"))}) {
    TemporaryFolder folder;
    folder.write("program", script);
    std::filesystem::permissions(folder / "program", std::filesystem::perms::owner_all);
    Prepared prepared;
    prepared.book.pictures = std::move(pictures);
    prepared.book.cover = prepared.book.pictures.size() - 1;
    prepare_pictures(prepared.book, {(folder / "program").string(), 1, limits}, prepared.diagnostics);
    return prepared;
}

// It works with the smallest picture, which comes as SVG, and with what needs no change, and does something else with any other; first of
// all it does something once.
std::string only_with_webp(const std::string& what, const std::string& at_start = ":") {
    return "#!/bin/sh\n" + at_start +
           "\nwhile read -r request words; do\n"
           "head -c ${words##* } >/dev/null\n"
           "case $request in raster) echo image/png 1 1 0 ;; verify) echo whole 0 ;; *) " +
           what + " ;; esac\ndone\nexit 0\n";
}

std::string refusing(const std::string& why) {
    return "why='" + why + "'; echo refused $(printf %s \"$why\" | wc -c); printf %s \"$why\"";
}

TEST_CASE("a decoder that crashes over a picture is a message about that picture") {
    ProcessLimits limits;
    limits.seconds = 1;
    for (const auto& [script, message] : std::vector<std::pair<std::string, std::string>>{
             {"kill -SEGV $$", "its decoder broke down over it"},
             {"while :; do :; done", "decoding it takes more than 1 seconds"},
             {refusing("it is too big: 9 × 9 pixels"), "it is too big: 9 × 9 pixels"},
             {refusing("bad header"), "it cannot be decoded (bad header)"},
         }) {
        CAPTURE(script);
        Prepared prepared = prepared_by(only_with_webp(script), limits);
        check_message(prepared, Mistake::broken_picture, message);
        CHECK((prepared.book.pictures[1].bytes == fixture("colour.png")));
    }
    ProcessLimits no_room;
    no_room.most_output = 30;
    check_message(prepare({picture("a.webp", fixture("colour.webp"))}, 1, {}, no_room), Mistake::broken_picture, "it becomes too big");
}

TEST_CASE("a decoder that fails for a reason that is not in the picture is trouble, never a mistake of the author's") {
    ProcessLimits limits;
    limits.seconds = 2;
    for (const auto& [script, message] : std::vector<std::pair<std::string, std::string>>{
             {"#!/bin/sh\nkill -SEGV $$\n", "was ended by SIGSEGV"},  // over any picture
             {"#!/bin/sh\nwhile :; do :; done\n", "worked for 2 seconds without an end"},
             {"#!/bin/sh\necho 'error while loading shared libraries: libvips.so.42' >&2\nexit 127\n", "libvips.so.42"},
             {"#!/bin/sh\nexit 0\n", "gave no answer that can be read"},
             {"#!/nowhere/interpreter\n", "cannot start `"},
             {"#!/bin/sh\nwhile read -r words; do head -c ${words##* } >/dev/null; " + refusing("no room") + "; done\n",
              "refuses even the smallest: it cannot be decoded (no room)"},
             {only_with_webp("kill -KILL $$"), "was ended by SIGKILL"},
             {only_with_webp("echo out of memory >&2; kill -ABRT $$"), "was ended by SIGABRT: out of memory"},
             {only_with_webp("echo 'cannot read the picture' >&2; exit 2"), "ended with exit code 2: cannot read the picture"},
             {only_with_webp("exit 1"), "ended with exit code 1"},
             {only_with_webp("echo whole 0"), "gave no answer that can be read"},
             {only_with_webp("echo text/html 9 9 0"), "gave no answer that can be read"},
             {only_with_webp("echo image/png 9 9 many"), "gave no answer that can be read"},
             {only_with_webp("echo image/png 9 9 5; exit"), "gave no answer that can be read"},
             {only_with_webp("head -c 3000 /dev/zero"), "gave no answer that can be read"},
             {only_with_webp("exec sleep 1000"), "gave no answer within 3 seconds"},
         }) {
        CAPTURE(script);
        limits.clock_seconds = script.find("sleep") != std::string::npos ? 3 : 300;
        std::string trouble = trouble_of([&, words = script] { prepared_by(words, limits); });
        CHECK(trouble.find("/program`") != std::string::npos);  // is named
        CHECK(trouble.find(message) != std::string::npos);
    }
}

std::vector<Picture> many_pictures(std::size_t count) {
    std::vector<Picture> pictures(count, picture("a.webp", fixture("colour.webp")));
    pictures.push_back(picture("b.png", fixture("colour.png")));
    return pictures;
}

std::ptrdiff_t open_descriptors() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
}

TEST_CASE("a decoder is started once for many pictures, and leaves nothing behind") {
    TemporaryFolder log;
    std::string at_start = "echo started >>" + (log / "starts").string();
    std::ptrdiff_t before = open_descriptors();
    Prepared prepared = prepared_by(only_with_webp("echo image/png 9 9 3; printf abc", at_start), {}, many_pictures(20));
    CHECK(prepared.diagnostics.all().empty());
    CHECK(prepared.book.pictures[19].bytes == "abc");
    CHECK(bytes_of_file(log / "starts") == "started\n");
    CHECK(open_descriptors() == before);
    CHECK(waitpid(-1, nullptr, WNOHANG) == -1);  // no child is left, not even an ended one
    CHECK(errno == ECHILD);
}

TEST_CASE("a book without pictures to decode starts no decoder") {
    Book book;
    book.pictures = {picture("a.svg", svg("width='9' height='9'"))};
    book.metadata.cover = "lost.png";  // else one is drawn
    Diagnostics diagnostics;
    prepare_pictures(book, {"/nowhere/hornbook-pictures", 1, {}, {}}, diagnostics);
    CHECK(book.pictures[0].width == 9);
}

// The third picture that a program gets.
TEST_CASE("a decoder that breaks down over one picture is followed by another, for the rest") {
    for (const auto& [script, message] : std::vector<std::pair<std::string, std::string>>{
             {"kill -SEGV $$", "its decoder broke down over it"}, {refusing("bad header"), "it cannot be decoded (bad header)"}}) {
        CAPTURE(script);
        TemporaryFolder log;
        std::vector<Picture> pictures = many_pictures(6);
        pictures[2].bytes = std::string(pictures[2].bytes) + "x";  // by its length the script knows it
        std::string is_third = "[ ${words##* } = " + std::to_string(pictures[2].bytes.size()) + " ]";
        Prepared prepared =
            prepared_by(only_with_webp("if " + is_third + "; then " + script + "; else echo image/png 9 9 3; printf abc; fi",
                                       "echo started >>" + (log / "starts").string()),
                        {}, std::move(pictures));
        check_message(prepared, Mistake::broken_picture, message);
        CHECK(prepared.book.pictures[2].media_type.empty());
        for (std::size_t i : {0U, 1U, 3U, 4U, 5U}) {
            CHECK(prepared.book.pictures[i].bytes == "abc");
        }
        std::string starts = bytes_of_file(log / "starts");
        CHECK(std::count(starts.begin(), starts.end(), '\n') <= 3);
    }
}

TEST_CASE("what a picture leaves behind in its decoder is no fault of the next one's") {
    for (const std::string& what :
         {std::string("kill -SEGV $$"), refusing("no memory left"), std::string("exit 3"), std::string("echo ?")}) {
        CAPTURE(what);
        std::string twice = "n=$((n + 1)); if [ $n = 1 ]; then echo image/png 9 9 3; printf abc; else " + what + "; fi";
        Prepared prepared = prepared_by(only_with_webp(twice), {}, many_pictures(3));
        CHECK(prepared.diagnostics.all().empty());
        CHECK(prepared.book.pictures[2].bytes == "abc");
    }
}

// What works for longer than for one picture's time has it anew for each.
TEST_CASE("the limit of time holds for each picture") {
    ProcessLimits limits;
    limits.seconds = 1;
    Decoder decoder(program, limits);
    std::string drawing = svg("width='9' height='9'", "<rect width='5' height='5' fill='red'/>");
    for (auto end = Child::Clock::now() + std::chrono::seconds(3); Child::Clock::now() < end;) {
        CHECK(decoder.raster("a.svg", drawing, 900, 900, false).problem == "");
    }
    decoder.finish();
}

TEST_CASE("a decoder works for any thread, and where standard input, output and error are closed") {
    Decoder decoder(program, {});
    std::string png = fixture("colour.png");
    for (int i = 0; i < 3; ++i) {
        std::jthread([&] { CHECK(decoder.verify("a.png", png) == ""); }).join();
    }
    CHECK(decoder.verify("a.png", png) == "");
    decoder.finish();
    CHECK(in_another_process([&] {
              for (int number : {0, 1, 2}) {
                  close(number);
              }
              return Decoder(program, {}).convert("a.webp", fixture("colour.webp"), 100, false).width == 24 ? 0 : 1;
          }) == 0);
}

TEST_CASE("a decoder that cannot come to its end is trouble") {
    std::string script = only_with_webp("echo image/png 1 1 0");
    script.replace(script.rfind("exit 0"), 6, "echo 'it leaks' >&2; exit 9");
    CHECK(trouble_of([&] { prepared_by(script); }).find("did not end as it should: ended with exit code 9") != std::string::npos);
}

TEST_CASE("without the second program, no picture is converted, and that is trouble") {
    Book book;
    book.pictures = {picture("a.webp", fixture("colour.webp"))};
    book.cover = 0;
    Diagnostics diagnostics;
    CHECK_THROWS_AS(prepare_pictures(book, {"/nowhere/hornbook-pictures", 1, {}, {}}, diagnostics), Trouble);
}

}  // namespace
}  // namespace hornbook
