// Common Cartridge: whole, in order, and its pages tell no answers.
#include "formats/cartridge/cartridge.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"
#include "well_formed.h"

namespace hornbook {
namespace {

std::map<std::string, std::string> cartridge_in(const Folder& folder, Diagnostics* losses = nullptr) {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(folder, whole_reading(), sources, diagnostics).book;
    typeset_formulas(book, {}, diagnostics);
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1}, diagnostics);
    std::map<std::string, std::string> files;
    for (File& file :
         make_cartridge(edition_of(std::move(book), Edition::student, false), {0, 1, {}}, losses != nullptr ? *losses : diagnostics)) {
        CHECK(files.emplace(file.name, std::move(file.bytes)).second);
    }
    return files;
}

std::map<std::string, std::string> cartridge_of(const std::string& name) {
    return cartridge_in(Folder(HORNBOOK_SOURCE_DIR "/tests/books/" + name));
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

TEST_CASE("no title of a cartridge is longer than Moodle's columns, from which it would restore nothing") {
    TemporaryFolder folder;
    std::string words;
    for (int i = 0; i < 60; ++i) {
        words += "longér ";
    }
    folder.write("book.toml", "title = \"Book " + words + "\"\nlanguage = \"en\"\n");
    folder.write("chapters/01.md", "# Chapter " + words + "\n\nText.\n\n```quiz\ntitle: Quiz " + words + "\n## Question " + words +
                                       "\n- a -> b\n- c -> d\n```\n");
    std::size_t cut = 0;
    for (const auto& [name, bytes] : cartridge_in(Folder(folder.path()))) {
        for (const char* mark : {"<title>", "title=\"", "<lomimscc:title><lomimscc:string language=\"en\">"}) {
            for (const std::string& title :
                 name.ends_with(".xml") ? all_between(bytes, mark, mark[0] == '<' ? "<" : "\"") : std::multiset<std::string>()) {
                INFO(name << ": " << title);
                CHECK(count_code_points(title) <= 254);
                cut += title.find("longér…") != std::string::npos ? 1 : 0;
            }
        }
    }
    CHECK(cut >= 7);  // book, section, page and quiz in the manifest, quiz and two questions
}

TEST_CASE("what Moodle reads in another way than it stands in a cartridge is told") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Signs\"\nlanguage = \"en\"\n");
    folder.write(
        "chapters/01.md",
        "# Signs\n\nText.\n\n```quiz\n## What is `a < b`?\n= -5..5\n\n## What is 1 < 2 & 3?\n= a & b\n= `x < y`\n\n## Which?\n= a*b\n= "
        "`&amp;`\n\n## Which sign is it?\n- [x] `<b>`\n- [ ] b\n\n## And `<i>`?\n- [x] a\n- [ ] b\n```\n");
    Diagnostics losses;
    cartridge_in(Folder(folder.path()), &losses);
    std::vector<std::string> told;
    for (const Diagnostic& row : losses.all()) {
        if (row.message.find("is read by Moodle") != std::string::npos) {
            told.push_back(std::to_string(row.place.line) + row.message.substr(std::string("`common-cartridge` is read by Moodle").size()));
        }
    }
    std::sort(told.begin(), told.end());
    CHECK(told == std::vector<std::string>{
                      "13 with any letters for `*`, so there `a*b` is not the only answer that is right",
                      "13 with its references resolved, so there `&amp;` is not right as it stands",
                      "17 with references resolved twice, so there words in `<…>` are not shown; give it `moodle-xml` and `web`",
                      "6 without answers that are `0`, so there nobody can give this one",
                  });
}

TEST_CASE("what Moodle makes of a cartridge's pages is told once, where it first stands") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Signs\"\nlanguage = \"en\"\n");
    folder.write("chapters/01.md", "# One\n\nIs 1 < 2 & 3?\n");
    folder.write("chapters/02.md", "# Two\n\nThe tag `<b>`, and [one](01.md).\n");
    folder.write("chapters/03.md", "# Three\n\nThe tag `<b>`, [two](02.md) and $x^2$.\n");
    Diagnostics losses;
    cartridge_in(Folder(folder.path()), &losses);
    std::map<std::string, std::uint32_t> sources;  // by the first words
    for (const Diagnostic& row : losses.all()) {
        CHECK(row.message.find("Moodle") != std::string::npos);
        CHECK(sources.emplace(row.message.substr(0, 29), row.place.file).second);
    }
    CHECK(sources.size() == 3);
    CHECK(sources.at("`common-cartridge` is read by") == sources.at("`common-cartridge` has links "));
    CHECK(sources.at("`common-cartridge` is read by") != sources.at("`common-cartridge` keeps form"));
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

TEST_CASE("the ends of ranges are right answers, however great or small their numbers are") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Ranges\"\nlanguage = \"en\"\ndate = 2026-01-01\n");
    folder.write(
        "chapters/01-a.md",
        "# A\n\n~~~quiz\n## Which?\n= 0.3..0.9\n\n## And which?\n= 9007199254740990..9007199254740992\n\n## How many?\n= 5..7\n~~~\n");
    std::string all;
    for (const auto& [name, bytes] : cartridge_in(Folder(folder.path()))) {
        all += bytes;
    }
    for (const char* number : {"0.3", "0.9", "9007199254740990", "9007199254740992", "5", "6", "7"}) {
        CHECK(all.find(">" + std::string(number) + "</varequal>") != std::string::npos);
    }
}

}  // namespace hornbook
