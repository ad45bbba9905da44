// Common Cartridge: whole, in order, and its pages tell no answers.
#include "formats/cartridge/cartridge.h"

#include <set>

#include "books.h"
#include "catch.h"
#include "well_formed.h"

namespace hornbook {
namespace {

std::map<std::string, std::string> cartridge_of(const std::string& name) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/" + name), whole_reading(), sources, diagnostics).book;
    typeset_formulas(book, {}, diagnostics);
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1}, diagnostics);
    std::map<std::string, std::string> files;
    for (File& file : make_cartridge(edition_of(std::move(book), Edition::student, false), {0, 1, {}}, diagnostics)) {
        CHECK(files.emplace(file.name, std::move(file.bytes)).second);
    }
    return files;
}

std::multiset<std::string> all_between(const std::string& text, const std::string& before, const std::string& after) {
    std::multiset<std::string> found;
    for (std::size_t at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
        at += before.size();
        found.insert(text.substr(at, text.find(after, at) - at));
    }
    return found;
}

}  // namespace

TEST_CASE("a cartridge lists each of its files once, and holds each that it lists") {
    for (const char* name : {"quizzes", "gift", "arabic", "formulas", "parts", "pictures"}) {
        INFO(name);
        std::map<std::string, std::string> files = cartridge_of(name);
        std::string manifest = files.at("imsmanifest.xml");
        CHECK(parse_strictly(manifest).problem.empty());
        std::multiset<std::string> listed = all_between(manifest, "<file href=\"", "\"");
        CHECK(listed.size() + 1 == files.size());
        for (const std::string& file : listed) {
            CHECK(files.count(file) == 1);
        }
        std::multiset<std::string> resources = all_between(manifest, "<resource identifier=\"", "\"");
        std::multiset<std::string> shown = all_between(manifest, "identifierref=\"", "\"");
        CHECK(std::set<std::string>(resources.begin(), resources.end()).size() == resources.size());
        CHECK(std::set<std::string>(shown.begin(), shown.end()) == std::set<std::string>(resources.begin(), resources.end()));
    }
}

TEST_CASE("no title of a cartridge holds a tag, with which Moodle restores nothing") {
    std::map<std::string, std::string> files = cartridge_of("signs");
    std::string manifest = files.at("imsmanifest.xml");
    CHECK(manifest.find("<title>A/B {#1} ‹b›&amp; c::d</title>") != std::string::npos);
    for (const auto& [name, bytes] : files) {
        for (const char* mark : {"<title>", "title=\"", "<lomimscc:title><lomimscc:string language=\"en-GB\">"}) {
            for (const std::string& title :
                 name.ends_with(".xml") ? all_between(bytes, mark, mark[0] == '<' ? "<" : "\"") : std::multiset<std::string>()) {
                INFO(name);
                CHECK(title.find("&lt;") == std::string::npos);
            }
        }
    }
}

TEST_CASE("what Moodle makes of a cartridge's questions is told") {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/books/quizzes"), whole_reading(), sources, diagnostics).book;
    weave(book, 1, diagnostics);
    Diagnostics losses;
    make_cartridge(edition_of(std::move(book), Edition::student, false), {0, 1, {}}, losses);
    std::string told;
    for (const Diagnostic& row : losses.all()) {
        told += row.message + "\n";
    }
    CHECK(all_between(told, "there whoever ticks every choice earns all the marks", "\n").size() == 1);
    CHECK(all_between(told, "as files, which Moodle does not show", "\n").size() == 1);
    CHECK(all_between(told, "is read by Moodle without answers that are `0`", "\n").size() == 1);
    CHECK(told.find("this one became 3 questions, which count 3 together, not 2\n") != std::string::npos);
}

TEST_CASE("pages of a cartridge hold no quiz, and its quizzes no page") {
    std::map<std::string, std::string> files = cartridge_of("quizzes");
    for (const auto& [name, bytes] : files) {
        if (name.ends_with(".html")) {
            CHECK(bytes.find("class=\"quiz\"") == std::string::npos);
            CHECK(bytes.find("epub:") == std::string::npos);
            CHECK(bytes.find("On trial in public") == std::string::npos);
        } else if (name.starts_with("quiz-")) {
            CHECK(parse_strictly(bytes).problem.empty());
        }
    }
    CHECK(files.count("answers.html") == 0);
}

TEST_CASE("each form becomes the items that a cartridge knows") {
    std::string quiz = cartridge_of("quizzes").at("quiz-forms.xml");
    std::multiset<std::string> forms = all_between(quiz, "<fieldentry>cc.", ".v0p1");
    CHECK(forms.count("exam") == 1);
    CHECK(forms.count("true_false") == 1);
    CHECK(forms.count("multiple_response") == 2);
    CHECK(forms.count("essay") >= 1);
    CHECK(forms.count("fib") >= 4);
    CHECK(all_between(quiz, "<response_label ident=\"", "\"").count("true") == 1);
    std::multiset<std::string> idents = all_between(quiz, "<item ident=\"", "\"");
    CHECK(std::set<std::string>(idents.begin(), idents.end()).size() == idents.size());
    CHECK(quiz.find("<varequal respident=\"response\">25</varequal>") != std::string::npos);  // of 20..30
    // A link into the cartridge works in the pages alone: not every platform makes one of it in feedback.
    CHECK(quiz.find("href=&quot;$IMS-CC-FILEBASE$") == std::string::npos);
    for (const std::string& link : all_between(quiz, "linkrefid=\"", "\"")) {
        CHECK(quiz.find("<itemfeedback ident=\"" + link + "\"") != std::string::npos);
    }
}

TEST_CASE("formulas in a cartridge's quizzes are TeX, which platforms draw") {
    std::map<std::string, std::string> files = cartridge_of("formulas");
    for (const auto& [name, bytes] : files) {
        if (name.starts_with("quiz-")) {
            CHECK(bytes.find("&lt;math") == std::string::npos);
            CHECK(bytes.find("\\(") != std::string::npos);
        }
    }
}

}  // namespace hornbook
