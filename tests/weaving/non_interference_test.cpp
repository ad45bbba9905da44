// Non-interference from the author's text on: other_key/<book>/ holds the chapters of tests/books/<book> with every right mark, accepted
// answer, weight, pairing, order, feedback, hint, passage and marking note replaced by another of the same form.
#include <filesystem>

#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

struct KeyedBook {
    std::string name;
    std::string first_chapter;
};
const KeyedBook books[] = {{"quizzes", "01-forms"}, {"gift", "01-kinds"}, {"aiken", "01-questions"}};

MadeBook make_with_other_key(const KeyedBook& book, Edition edition, bool with_chapters) {
    TemporaryFolder folder;
    fs::copy(HORNBOOK_SOURCE_DIR "/tests/books/" + book.name, folder.path(), fs::copy_options::recursive);
    fs::copy(HORNBOOK_SOURCE_DIR "/tests/weaving/other_key/" + book.name, folder / "chapters",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    return make_book(folder.path(), edition, with_chapters);
}

MadeBook make_with_key(const KeyedBook& book, Edition edition, bool with_chapters) {
    return make_book(HORNBOOK_SOURCE_DIR "/tests/books/" + book.name, edition, with_chapters);
}

void compare_test_editions(const KeyedBook& book, bool with_chapters) {
    INFO(book.name << (with_chapters ? " with chapters" : ", quizzes alone"));
    MadeBook one = make_with_key(book, Edition::test, with_chapters);
    MadeBook other = make_with_other_key(book, Edition::test, with_chapters);
    CHECK(one.diagnostics == "");
    CHECK(other.diagnostics == "");
    REQUIRE(one.files.size() > 5);
    CHECK(one.files.size() == other.files.size());
    for (const auto& [name, bytes] : one.files) {
        INFO(name);
        REQUIRE(other.files.contains(name));
        CHECK((bytes == other.files[name]));  // in one piece: a page is too long to be printed
    }
}

}  // namespace

TEST_CASE("the test edition's files are the same bytes whatever the key says") {
    for (const KeyedBook& book : books) {
        compare_test_editions(book, false);
        compare_test_editions(book, true);
    }
}

TEST_CASE("the other key is another one: editions that show it differ") {
    for (const KeyedBook& book : books) {
        for (Edition edition : {Edition::student, Edition::teacher}) {
            INFO(book.name);
            MadeBook one = make_with_key(book, edition, false);
            MadeBook other = make_with_other_key(book, edition, false);
            CHECK((one.files["EPUB/quiz.json"] != other.files["EPUB/quiz.json"]));
            std::string page = edition == Edition::student ? "EPUB/answers.xhtml" : "EPUB/" + book.first_chapter + ".xhtml";
            REQUIRE(one.files.contains(page));
            CHECK((one.files[page] != other.files[page]));
        }
    }
}

}  // namespace hornbook
