#include "base/folder.h"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>

#include "another_process.h"
#include "base/trouble.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

// book/ is the folder that is read; secret.txt lies beside it.
struct BookFolder {
    TemporaryFolder around;
    BookFolder() {
        around.write("secret.txt", "secret");
        around.write("book/chapters/01.md", "# One");
        around.write("book/images/a.png", "picture");
    }
    Folder open() const {
        return Folder((around / "book").string());
    }
    std::optional<Refusal> refusal(std::string_view name, std::size_t most_bytes = 1000) const {
        ReadFile file = open().read(name, most_bytes);
        if (file.refusal) {
            CHECK(file.bytes.empty());
        }
        return file.refusal;
    }
};

TEST_CASE("a regular file inside is read") {
    BookFolder book;
    Folder folder = book.open();
    CHECK(folder.read("chapters/01.md", 1000).bytes == "# One");
    CHECK(folder.read("./chapters//01.md", 1000).bytes == "# One");
    CHECK(folder.read("chapters/../images/a.png", 1000).bytes == "picture");
    CHECK(folder.has("chapters/01.md"));
    book.around.write("book/empty", "");
    ReadFile empty = folder.read("empty", 1000);
    CHECK(empty);
    CHECK(empty.bytes.empty());
}

TEST_CASE("a big file is read whole") {
    BookFolder book;
    std::string bytes(3'000'001, 'x');
    bytes.back() = '\0';
    book.around.write("book/big", bytes);
    CHECK((book.open().read("big", bytes.size()).bytes == bytes));
}

TEST_CASE("a name cannot lead outside") {
    BookFolder book;
    std::string absolute = (book.around / "book/chapters/01.md").string();
    for (std::string name : {std::string("../secret.txt"), std::string("chapters/../../secret.txt"), std::string("../book/chapters/01.md"),
                             std::string("nowhere/../../secret.txt"), std::string(".."), std::string("/etc/passwd"), absolute,
                             std::string("chapters/01.md\0.png", 19)}) {
        CAPTURE(name);
        CHECK(book.refusal(name) == Refusal::outside);
        CHECK_FALSE(book.open().has(name));
    }
}

TEST_CASE("symbolic links are followed while they stay inside") {
    BookFolder book;
    fs::create_symlink("01.md", book.around / "book/chapters/same.md");
    fs::create_symlink("chapters", book.around / "book/texts");
    fs::create_symlink(book.around / "book/images/a.png", book.around / "book/absolute.png");
    Folder folder = book.open();
    CHECK(folder.read("chapters/same.md", 1000).bytes == "# One");
    CHECK(folder.read("texts/01.md", 1000).bytes == "# One");
    CHECK(folder.read("absolute.png", 1000).bytes == "picture");
    CHECK(folder.has("texts/01.md"));
    CHECK_FALSE(folder.has("texts/02.md"));
}

TEST_CASE("symbolic links to the outside are refused") {
    BookFolder book;
    fs::create_symlink("../secret.txt", book.around / "book/file");
    fs::create_symlink("..", book.around / "book/up");
    fs::create_symlink("file", book.around / "book/twice");
    fs::create_directory(book.around / "book-2");
    book.around.write("book-2/x", "another book");
    fs::create_symlink("../book-2/x", book.around / "book/neighbour");  // its path begins as the book's does
    for (const char* name : {"file", "up/secret.txt", "twice", "up/book/../secret.txt", "neighbour"}) {
        CAPTURE(name);
        CHECK(book.refusal(name) == Refusal::outside);
        CHECK(book.open().has(name));  // so that it is refused aloud
    }
}

TEST_CASE("the book folder itself may be reached by a link") {
    BookFolder book;
    fs::create_directory_symlink("book", book.around / "link");
    Folder folder((book.around / "link").string());
    CHECK(folder.read("chapters/01.md", 1000).bytes == "# One");
    CHECK(folder.path() == (book.around / "link").string());
}

TEST_CASE("links to nothing and in circles are missing files") {
    BookFolder book;
    fs::create_symlink("nowhere", book.around / "book/dangling");
    fs::create_symlink("b", book.around / "book/a");
    fs::create_symlink("a", book.around / "book/b");
    for (std::string name :
         {std::string("dangling"), std::string("a"), std::string("none"), std::string("chapters/01.md/x"), std::string(5000, 'n')}) {
        CAPTURE(name);
        CHECK(book.refusal(name) == Refusal::missing);
    }
}

// Were it opened as any other file, reading a FIFO would wait for a writer for ever.
TEST_CASE("what is no regular file is refused, and a FIFO without blocking") {
    BookFolder book;
    REQUIRE(mkfifo((book.around / "book/fifo").c_str(), 0600) == 0);
    fs::create_symlink("fifo", book.around / "book/link-to-fifo");
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::string path = (book.around / "book/socket").string();
    REQUIRE(path.size() < sizeof address.sun_path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    REQUIRE(bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    for (const char* name : {"fifo", "link-to-fifo", "socket", "chapters", ".", ""}) {
        CAPTURE(name);
        CHECK(book.refusal(name) == Refusal::not_a_file);
    }
    close(listener);
}

TEST_CASE("a device is refused") {
    CHECK(Folder("/dev").read("null", 10).refusal == Refusal::not_a_file);
}

TEST_CASE("a file over the limit is refused") {
    BookFolder book;
    CHECK(book.refusal("chapters/01.md", 4) == Refusal::too_big);
    CHECK(book.open().read("chapters/01.md", 5));
}

TEST_CASE("files are listed in order of their bytes, without hidden ones") {
    BookFolder book;
    for (const char* name : {"10.md", "02.md", "b.md", "B.md", "é.md", ".hidden.md", "notes.txt"}) {
        book.around.write(std::string("book/chapters/") + name, "");
    }
    fs::create_directory(book.around / "book/chapters/folder.md");
    fs::create_symlink("../../secret.txt", book.around / "book/chapters/link.md");
    CHECK(book.open().list("chapters", ".md") ==
          std::vector<std::string>{"01.md", "02.md", "10.md", "B.md", "b.md", "folder.md", "link.md", "é.md"});
    CHECK(book.refusal("chapters/folder.md", 10) == Refusal::not_a_file);
    CHECK(book.refusal("chapters/link.md", 10) == Refusal::outside);
    CHECK(book.open().list("nowhere", ".md").empty());
    CHECK(book.open().list("..", ".txt").empty());
    CHECK(book.open().list("../..", "").empty());
}

TEST_CASE("folders below are listed, but none that a symbolic link leads to") {
    BookFolder book;
    book.around.write("book/chapters/part1/b.md", "# B");
    book.around.write("book/chapters/part1/deep/a.md", "# A");
    book.around.write("book/chapters/part1/note.txt", "no chapter");
    book.around.write("book/chapters/.hidden/c.md", "# C");
    fs::create_directory_symlink("..", book.around / "book/chapters/part1/round");
    fs::create_directory_symlink("../..", book.around / "book/chapters/out");
    Listing listing = book.open().list_all("chapters");
    CHECK(listing.names == std::vector<std::string>{"01.md", "part1/b.md", "part1/deep/a.md", "part1/note.txt"});
    CHECK(listing.folders == std::vector<std::string>{"chapters", "chapters/part1", "chapters/part1/deep"});
    CHECK(book.open().list_all("nowhere").folders.empty());
    CHECK(book.open().list_all("..").names.empty());
}

TEST_CASE("a listing says what it did not look into, and why") {
    BookFolder book;
    std::string deep = "book/chapters";
    for (int i = 0; i < 21; ++i) {
        deep += "/d";
    }
    book.around.write(deep + "/lost.md", "# Lost");
    fs::create_directory_symlink("../images", book.around / "book/chapters/pictures");
    fs::create_symlink("/nowhere/part2", book.around / "book/chapters/part2");
    fs::create_symlink("01.md", book.around / "book/chapters/same");
    std::vector<Listing::Gap> gaps = book.open().list_all("chapters").gaps;
    REQUIRE(gaps.size() == 3);
    CHECK(gaps[0].path == deep.substr(5));
    CHECK(gaps[0].why == Listing::Why::too_deep);
    CHECK(gaps[1].path == "chapters/part2");
    CHECK(gaps[1].why == Listing::Why::link_to_nothing);
    CHECK(gaps[2].path == "chapters/pictures");
    CHECK(gaps[2].why == Listing::Why::link_to_folder);

    fs::create_directory_symlink("..", book.around / "book/up");
    fs::create_directory_symlink("nowhere", book.around / "book/gone");
    CHECK(book.open().why_closed("up") == Listing::Why::outside);
    CHECK(book.open().why_closed("gone") == Listing::Why::link_to_nothing);
    CHECK_FALSE(book.open().why_closed("chapters"));
    CHECK_FALSE(book.open().why_closed("nowhere"));
    REQUIRE(book.open().list_all("up").gaps.size() == 1);
}

TEST_CASE("a path is resolved from the folder of the file that it is written in") {
    CHECK(path_within("chapters/part1", "../02.md") == "chapters/02.md");
    CHECK(path_within("chapters", "./a%20b.md") == "chapters/a b.md");
    CHECK(path_within("chapters", "../../x.md") == "../x.md");
    CHECK(path_within("chapters", "/etc/passwd") == "/etc/passwd");
    CHECK(folder_of("chapters/part1/a.md") == "chapters/part1");
    CHECK(folder_of("a.md") == "");
}

// Of a folder and a file that somebody else owns: as if they were not there would be a book without them.
TEST_CASE("what may not be read is trouble, not absence") {
    BookFolder book;
    book.around.write("book/chapters/part/02.md", "# Two");
    book.around.write("book/styles/book.css", "p {}");
    fs::permissions(book.around.path(), fs::perms::others_exec | fs::perms::owner_all);
    auto as_somebody = [&](auto work) {
        return in_another_process([&] {
            stop_being_root();
            work(book.open());
            return 0;
        });
    };
    CHECK(as_somebody([](const Folder& folder) { folder.list_all("chapters"); }) == 0);
    fs::permissions(book.around / "book/chapters/part", fs::perms::owner_all);
    fs::permissions(book.around / "book/styles", fs::perms::owner_all);
    fs::permissions(book.around / "book/images/a.png", fs::perms::owner_all);
    CHECK(as_somebody([](const Folder& folder) { folder.list_all("chapters"); }) == 2);
    CHECK(as_somebody([](const Folder& folder) { (void)folder.list("chapters/part", ".md"); }) == 2);
    CHECK(as_somebody([](const Folder& folder) { (void)folder.has("styles/book.css"); }) == 2);
    CHECK(as_somebody([](const Folder& folder) { (void)folder.read("chapters/part/02.md", 100); }) == 2);
    CHECK(as_somebody([](const Folder& folder) { (void)folder.read("images/a.png", 100); }) == 2);
    fs::permissions(book.around / "book", fs::perms::owner_all);
    CHECK(as_somebody([](const Folder& folder) { (void)folder.read("book.toml", 100); }) == 2);
    fs::permissions(book.around.path(), fs::perms::owner_all);
    CHECK(as_somebody([](const Folder&) {}) == 2);
}

TEST_CASE("what is no folder is trouble") {
    BookFolder book;
    CHECK_THROWS_AS(Folder((book.around / "none").string()), Trouble);
    CHECK_THROWS_AS(Folder((book.around / "secret.txt").string()), Trouble);
    CHECK_THROWS_AS(Folder(""), Trouble);
}

}  // namespace
}  // namespace hornbook
