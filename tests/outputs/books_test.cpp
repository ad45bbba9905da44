// Each book of tests/books is about one subject; expected/<edition>/ holds the files its EPUB must have.
// To add an edition, make its folder; HORNBOOK_ACCEPT=1 fills it.
#include "books.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "catch.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

struct EditionName {
    const char* name;
    Edition edition;
    bool with_chapters;
};
constexpr EditionName editions[] = {{"student", Edition::student, false},
                                    {"teacher", Edition::teacher, false},
                                    {"test", Edition::test, false},
                                    {"test-with-chapters", Edition::test, true}};

// Books whose whole frame is compared: package, contents, title page. In the others only what their subject is about.
const std::set<std::string> whole_books = {"parts", "german", "arabic", "quizzes", "pictures"};
const std::set<std::string> frame = {"EPUB/nav.xhtml", "EPUB/cover.xhtml", "EPUB/title.xhtml", "EPUB/colophon.xhtml", "EPUB/results.xhtml"};

bool is_compared(const std::string& file, bool whole) {
    bool page = file.ends_with(".xhtml");
    bool other = file.ends_with(".opf") || file.ends_with(".ncx");
    return (page && (whole || !frame.contains(file))) || (other && whole) || file.ends_with(".json");
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::map<std::string, std::string> read_tree(const fs::path& folder) {
    std::map<std::string, std::string> files;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            files.emplace(fs::relative(entry.path(), folder).generic_string(), read(entry.path()));
        }
    }
    return files;
}

void write_tree(const fs::path& folder, const std::map<std::string, std::string>& files) {
    fs::remove_all(folder);
    for (const auto& [name, bytes] : files) {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << bytes;
    }
}

// Each piece on its own: a long page that differs in one word is shown at that word.
void compare(const std::string& name, const std::string& expected, const std::string& made) {
    std::size_t at = 0;
    while (at < expected.size() && at < made.size() && expected[at] == made[at]) {
        ++at;
    }
    if (at == expected.size() && at == made.size()) {
        return;
    }
    std::size_t begin = at < 80 ? 0 : at - 80;
    FAIL_CHECK(name << " differs at byte " << at << "\nexpected: " << expected.substr(begin, 240)
                    << "\nmade:     " << made.substr(begin, 240));
}

void compare_edition(const fs::path& book, const EditionName& edition) {
    fs::path expected_folder = book / "expected" / edition.name;
    MadeBook made = make_book(book.string(), edition.edition, edition.with_chapters);
    fs::path warnings = book / "warnings.txt";  // a book without this file earns none
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr && fs::exists(warnings)) {
        std::ofstream(warnings, std::ios::binary) << made.diagnostics;
    }
    CHECK(made.diagnostics == read(warnings));
    REQUIRE_FALSE(made.files.empty());
    std::erase_if(made.files, [&](const auto& file) { return !is_compared(file.first, whole_books.contains(book.filename().string())); });
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        write_tree(expected_folder, made.files);
    }
    std::map<std::string, std::string> expected = read_tree(expected_folder);
    for (const auto& [name, bytes] : made.files) {
        INFO("HORNBOOK_ACCEPT=1 rewrites what is expected");
        CHECK(expected.contains(name));
        compare(name, expected[name], bytes);
    }
    for (const auto& [name, bytes] : expected) {
        INFO(name << " was not made");
        CHECK(made.files.contains(name));
    }
}

}  // namespace

TEST_CASE("each book of tests/books becomes the files expected of it") {
    std::size_t compared = 0;
    for (const fs::directory_entry& book : fs::directory_iterator(HORNBOOK_SOURCE_DIR "/tests/books")) {
        for (const EditionName& edition : editions) {
            if (fs::is_directory(book.path() / "expected" / edition.name)) {
                INFO(book.path().filename().string() << ", " << edition.name << " edition");
                compare_edition(book.path(), edition);
                ++compared;
            }
        }
        CHECK(fs::is_directory(book.path() / "expected"));
    }
    CHECK(compared >= 18);
}

TEST_CASE("a book is the same bytes however many threads make it") {
    Sources sources;
    Diagnostics diagnostics;
    Book one = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/glossary"), whole_reading(1), sources, diagnostics).book;
    Book many = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/glossary"), whole_reading(7), sources, diagnostics).book;
    weave(one, 1, diagnostics);
    weave(many, 7, diagnostics);
    Diagnostics losses;
    Files a = make_epub(one, {0, 1, {}}, losses);
    Files b = make_epub(many, {0, 7, {}}, losses);
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].name == b[i].name);
        CHECK(a[i].bytes == b[i].bytes);
    }
}

}  // namespace hornbook
