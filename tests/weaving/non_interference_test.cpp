// Non-interference from the author's text on: other_key/ holds the chapters of tests/books/quizzes with every right mark, accepted
// answer, pairing, order, feedback, hint, passage and marking note replaced by another of the same form.
#include <filesystem>

#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

MadeBook make_with_other_key(Edition edition, bool with_chapters) {
    TemporaryFolder folder;
    fs::copy(HORNBOOK_SOURCE_DIR "/tests/books/quizzes", folder.path(), fs::copy_options::recursive);
    fs::copy(HORNBOOK_SOURCE_DIR "/tests/weaving/other_key", folder / "chapters",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    return make_book(folder.path(), edition, with_chapters);
}

MadeBook make_with_key(Edition edition, bool with_chapters) {
    return make_book(HORNBOOK_SOURCE_DIR "/tests/books/quizzes", edition, with_chapters);
}

}  // namespace

TEST_CASE("the test edition's files are the same bytes whatever the key says") {
    for (bool with_chapters : {false, true}) {
        INFO((with_chapters ? "with chapters" : "quizzes alone"));
        MadeBook one = make_with_key(Edition::test, with_chapters);
        MadeBook other = make_with_other_key(Edition::test, with_chapters);
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
}

TEST_CASE("the other key is another one: editions that show it differ") {
    for (Edition edition : {Edition::student, Edition::teacher}) {
        MadeBook one = make_with_key(edition, false);
        MadeBook other = make_with_other_key(edition, false);
        CHECK((one.files["EPUB/quiz.json"] != other.files["EPUB/quiz.json"]));
        std::string page = edition == Edition::student ? "EPUB/answers.xhtml" : "EPUB/01-forms.xhtml";
        REQUIRE(one.files.contains(page));
        CHECK((one.files[page] != other.files[page]));
    }
}

}  // namespace hornbook
