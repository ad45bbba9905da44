// The EPUB for Kobo's reader is the EPUB, its sentences marked: nothing else differs. How they are marked is told in
// tests/xml/kobo_spans.cpp.
#include "outputs/epub/kepub.h"

#include <set>

#include "books.h"
#include "catch.h"
#include "well_formed.h"

namespace hornbook {
namespace {

constexpr std::string_view style = "div#book-inner { margin-top: 0; margin-bottom: 0; }";

std::string without_style(std::string text) {
    std::size_t at = text.find(style);
    REQUIRE(at != std::string::npos);
    return text.erase(at, style.size());
}

std::size_t check_page(const std::string& before, const std::string& after) {
    ParsedXml old_page = parse_strictly(before);
    ParsedXml page = parse_strictly(after);
    CHECK(page.problem.empty());
    CHECK((without_style(page.text) == old_page.text));
    std::set<std::string> ids;
    for (const std::string& attribute : page.attributes) {
        if (attribute.starts_with("id=")) {
            INFO(attribute);
            CHECK(ids.insert(attribute).second);
        }
    }
    return page.elements.size() - old_page.elements.size();
}

}  // namespace

TEST_CASE("marking sentences changes no text, and nothing but pages") {
    for (const char* name : {"quizzes", "arabic", "pasted-html", "formulas", "tables", "japanese"}) {
        for (Edition edition : {Edition::student, Edition::teacher, Edition::test}) {
            INFO(name);
            std::string folder = std::string(HORNBOOK_SOURCE_DIR "/tests/books/") + name;
            MadeBook epub = make_book(folder, edition, true);
            MadeBook kepub = make_book(folder, edition, true, make_kepub);
            REQUIRE(epub.files.size() == kepub.files.size());
            for (const auto& [file, bytes] : epub.files) {
                INFO(file);
                REQUIRE(kepub.files.contains(file));
                if (file.ends_with(".xhtml")) {
                    CHECK(check_page(bytes, kepub.files[file]) > 3);  // the frame is three
                } else {
                    CHECK((bytes == kepub.files[file]));
                }
            }
        }
    }
}

}  // namespace hornbook
