// A book's pictures may be most of its bytes: what is made of it holds the same ones, not their copies.
#include <algorithm>

#include "books.h"
#include "catch.h"

namespace hornbook {
namespace {

// How many files are one of the book's pictures; none is a copy.
std::size_t pictures_among(const Files& files, const Book& book) {
    std::size_t count = 0;
    for (const File& file : files) {
        auto equal = [&](const Picture& picture) { return file.bytes == picture.bytes; };
        auto same = [&](const Picture& picture) { return file.bytes.view().data() == picture.bytes.view().data(); };
        if (std::any_of(book.pictures.begin(), book.pictures.end(), equal)) {
            CAPTURE(file.name);
            CHECK(std::any_of(book.pictures.begin(), book.pictures.end(), same));
            ++count;
        }
    }
    return count;
}

}  // namespace

TEST_CASE("an output holds a book's pictures without a copy") {
    for (const char* name : {"pictures", "quizzes"}) {
        Book book = woven_book(std::string(HORNBOOK_SOURCE_DIR "/tests/books/") + name, Edition::student);
        for (const char* output : {"epub", "kepub", "web", "html5", "qti", "common-cartridge"}) {
            CAPTURE(name, output);
            Diagnostics losses;
            std::size_t count =
                pictures_among(find_output(output)->make(edition_of(book, Edition::teacher, true), {0, 1, {}}, losses), book);
            CHECK((count > 0 || std::string(output) == "qti"));
        }
    }
}

}  // namespace hornbook
