// The package of QTI 2.1: the quizzes book as a whole, and what single questions become. tests/judges/qti.mjs marks answers by it.
#include "formats/qti/qti.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "books.h"
#include "catch.h"
#include "temporary_folder.h"
#include "well_formed.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

struct Package {
    std::map<std::string, std::string> files;
    std::vector<std::string> losses;

    const std::string& item(const std::string& name) const {
        return files.at("items/" + name + ".xml");
    }
};

Package package_of(const std::string& folder) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder), whole_reading(), sources, diagnostics).book;
    typeset_formulas(book, {}, diagnostics);
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1}, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    Diagnostics losses;
    Package package;
    for (File& file : make_qti(edition_of(std::move(book), Edition::teacher, false), {0, 1, {}}, losses)) {
        CHECK_FALSE(package.files.contains(file.name));
        package.files[file.name] = std::move(file.bytes);
    }
    for (const Diagnostic& loss : losses.all()) {
        package.losses.push_back(std::to_string(loss.place.line) + ": " + loss.message);
    }
    return package;
}

Package package_of_chapter(const std::string& chapter, const std::string& language = "en") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"" + language + "\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# A\n\n" + chapter);
    return package_of(folder.path());
}

Package package_of_quiz(const std::string& quiz, const std::string& language = "en") {
    return package_of_chapter("~~~~quiz\n" + quiz + "\n~~~~\n", language);
}

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

TEST_CASE("the quizzes book becomes the items, tests and manifest expected of it") {
    fs::path book = HORNBOOK_SOURCE_DIR "/tests/books/quizzes";
    fs::path expected = book / "expected" / "qti";
    Package package = package_of(book.string());
    std::erase_if(package.files, [](const auto& file) { return !file.first.ends_with(".xml"); });
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        fs::remove_all(expected);
        for (const auto& [name, bytes] : package.files) {
            fs::create_directories((expected / name).parent_path());
            std::ofstream(expected / name, std::ios::binary) << bytes;
        }
    }
    std::size_t count = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(expected)) {
        count += entry.is_regular_file() ? 1 : 0;
    }
    CHECK(count == package.files.size());
    for (const auto& [name, bytes] : package.files) {
        INFO(name);
        CHECK(parse_strictly(bytes).problem.empty());
        CHECK(read(expected / name) == bytes);
    }
}

TEST_CASE("a question without feedback is marked by the standard's own rule") {
    Package package = package_of_quiz("## Which?\n- [x] this\n- [ ] that");
    CHECK(holds(package.item("01-a-1-1"),
                "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response\"/>"));
    CHECK_FALSE(holds(package.item("01-a-1-1"), "FEEDBACK"));
    CHECK(package.losses.empty());
}

TEST_CASE("an item bears the id of its question, whatever comes before it") {
    Package one = package_of_quiz("## Which?\nid: mine\n- [x] this\n- [ ] that");
    Package two = package_of_quiz("## New?\n- [x] this\n- [ ] that\n\n## Which?\nid: mine\n- [x] this\n- [ ] that");
    CHECK(holds(one.item("01-a-1-1"), " identifier=\"quiz-mine\""));
    CHECK(one.item("01-a-1-1") == two.item("01-a-1-2"));
}

TEST_CASE("numbers are asked for as numbers, and words with a range beside them as both") {
    Package package = package_of_quiz("## How many?\n= 20..30\n= 40\n\n## Or so?\n= 3\n= three\n\n## Roughly?\n= 20..30\n= a score");
    const std::string& numbers = package.item("01-a-1-1");
    CHECK(holds(numbers, "cardinality=\"single\" baseType=\"float\"><correctResponse><value>25</value></correctResponse></response"));
    CHECK_FALSE(holds(numbers, "baseType=\"string\""));
    const std::string& words = package.item("01-a-1-2");
    CHECK(holds(words, "<mapEntry mapKey=\"three\" mappedValue=\"1\" caseSensitive=\"false\"/>"));
    CHECK_FALSE(holds(words, "responseIdentifier=\"RESPONSE\" stringIdentifier"));
    CHECK(holds(package.item("01-a-1-3"), "<textEntryInteraction responseIdentifier=\"RESPONSE\" stringIdentifier=\"RESPONSE_WORDS\"/>"));
}

TEST_CASE("a plain comparison is told the spellings that Hornbook takes for the same") {
    Package package = package_of_quiz("## The police were the [[N.K.V.D.|Stalin’s police]], who arrested [[40,000|many]].");
    const std::string& item = package.item("01-a-1-1");
    for (const char* spelling : {"N.K.V.D.", "N.K.V.D", "Stalin’s police", "Stalin&apos;s police", "40,000", "40000", "40 000"}) {
        CHECK(holds(item, std::string("<mapEntry mapKey=\"") + spelling + "\" mappedValue=\"1\" caseSensitive=\"false\"/>"));
    }
    CHECK_FALSE(holds(item, "mapKey=\"n.k.v.d.\""));  // the first but for its capitals
}

TEST_CASE("of the answers that match, the one that earns most speaks") {
    Package package = package_of_chapter("~~~gift\nHow many? {#\n=10:0\n=%50%10:2#Nearly.\n}\n~~~\n");
    const std::string& item = package.item("01-a-1-1");
    std::size_t feedback = item.find("blank-1-answer-2");
    REQUIRE(feedback != std::string::npos);
    std::size_t chain = item.rfind("<responseCondition>", feedback);
    CHECK(holds(item.substr(chain, feedback - chain),
                "<baseValue baseType=\"float\">10</baseValue></lte></and></responseIf><responseElseIf>"));
}

TEST_CASE("what is written freely is marked by a person, who sees the notes") {
    Package package = package_of_quiz("## Why?\n____ lines=12\nmarks: 8\nkey: Weighs both.");
    const std::string& item = package.item("01-a-1-1");
    CHECK(holds(item, "<rubricBlock view=\"scorer\"><p>Weighs both.</p>"));
    CHECK(holds(item, "expectedLines=\"12\""));
    CHECK(holds(item,
                "<outcomeDeclaration identifier=\"MAXSCORE\" cardinality=\"single\" baseType=\"float\"><defaultValue><value>8</value>"));
    CHECK_FALSE(holds(item, "responseProcessing"));
}

TEST_CASE("prose takes the elements that QTI knows, without losing a word") {
    Package package = package_of_quiz(
        "## Which <u>verb</u> has <mark>two</mark> <ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> in "
        "<abbr title=\"World Wide Web\">WWW</abbr>?\n\n"
        "<details><summary>More</summary>\n\nText.\n\n</details>\n\n"
        "<table><thead><tr><th>only a head</th></tr></thead></table>\n\n"
        "- [x] this\n- [ ] that");
    const std::string& item = package.item("01-a-1-1");
    CHECK(holds(item,
                "Which <em>verb</em> has <strong>two</strong> <span>漢字<span>(かんじ)</span></span> in "
                "<abbr>WWW (World Wide Web)</abbr>?"));
    CHECK(holds(item, "<div><p>More</p>"));
    CHECK(holds(item, "<table><tbody><tr><th scope=\"row\">only a head</th></tr>"));
    CHECK(package.losses.empty());
}

TEST_CASE("what QTI cannot say is told at its line") {
    Package package = package_of_quiz(R"(## Which ~~one~~?

> 3. three
> 4. four

- [x] this
- [ ] that
feedback: So.

<div dir="rtl">

There.

</div>

hint: Look.

## Why?
____
hint: Think.

## Match.
- a -> b
  > Well.
- c -> d)");
    std::vector<std::string> expected = {
        "4: `qti` has no text that is struck through, so this is shown as any other text",
        "6: `qti` has no lists that count otherwise than 1, 2, 3, so this one does",
        "13: `qti` has no direction for a part of a text, so this one has that of its language",
        "19: `qti` has no hints before an answer, so this one is shown after an answer that is not all right",
        "23: `qti` has no hints before an answer, so this one is shown to whoever marks it",
        "25: `qti` has no feedback on one pair or one step, so theirs is in the feedback on the whole question",
    };
    CHECK(package.losses == expected);
    CHECK(holds(package.item("01-a-1-1"), "identifier=\"hint\" title=\"Hint\"><p>Look.</p>"));
    CHECK(holds(package.item("01-a-1-2"), "<rubricBlock view=\"scorer\"><p>Hint</p><p>Think.</p>"));
}

TEST_CASE("text that is written from right to left brings its direction along") {
    Package package = package_of_quiz("## ما هذا؟\n- [x] ماء\n  > نعم\n- [ ] <span dir=\"ltr\">H2O</span>", "ar");
    const std::string& item = package.item("01-a-1-1");
    CHECK(holds(item, "<stylesheet href=\"../styles/right-to-left.css\" type=\"text/css\"/>"));
    CHECK(holds(item, "<itemBody class=\"right-to-left\">"));
    CHECK(holds(item, "title=\"إجابة صحيحة\"><div class=\"right-to-left\"><p>نعم</p>"));
    CHECK(holds(item, "<span>\u2066H2O\u2069</span>"));
    CHECK(package.files.at("styles/right-to-left.css") == ".right-to-left { direction: rtl; }\n");
    CHECK(holds(package.files.at("imsmanifest.xml"), "<dependency identifierref=\"right-to-left\"/>"));
}

TEST_CASE("a book without questions makes an empty package, and says so") {
    Package package = package_of_chapter("Text.\n");
    CHECK(package.files.size() == 1);
    CHECK(parse_strictly(package.files.at("imsmanifest.xml")).problem.empty());
    REQUIRE(package.losses.size() == 1);
    CHECK(package.losses.front() == "1: `qti` holds questions, and this book has none");
}

}  // namespace hornbook
