// XML is always well-formed: characters that XML cannot hold, written as references wherever a book has text, are each handled or
// refused at their line; what is made parses in a strict XML parser.
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"
#include "well_formed.h"

namespace hornbook {
namespace {

struct Spot {
    const char* name;
    const char* file;  // where the text stands
    const char* before;
    const char* after;
    std::size_t line;
};
// One for each kind of text in a book. The text stands between the two.
constexpr Spot spots[] = {
    {"prose", "chapters/01.md", "# Flour\n\nGround ", " grain.\n", 3},
    {"heading", "chapters/01.md", "# Flour ", "\n", 1},
    {"emphasis", "chapters/01.md", "# Flour\n\nGround *fine", "* grain.\n", 3},
    {"cell", "chapters/01.md", "# Flour\n\n| a | b |\n|---|---|\n| c | d", " |\n", 5},
    {"link's title", "chapters/01.md", "# Flour\n\n[mill](https://mill.example/ \"old", "\")\n", 3},
    {"link's address", "chapters/01.md", "# Flour\n\n[mill](https://mill.example/a", "b)\n", 3},
    {"alternative text", "chapters/01.md", "# Flour\n\n![A mill", "](../images/mill.svg)\n", 3},
    {"caption", "chapters/01.md", "# Flour\n\n![A mill](../images/mill.svg \"old", "\")\n", 3},
    {"reference's title", "chapters/01.md", "# Flour\n\n[mill]\n\n[mill]: https://mill.example/ \"old", "\"\n", 5},
    {"raw HTML", "chapters/01.md", "# Flour\n\n<div>ground", " grain</div>\n", 3},
    {"inline HTML", "chapters/01.md", "# Flour\n\nGround <b>fine", "</b> grain.\n", 3},
    {"HTML attribute", "chapters/01.md", "# Flour\n\nGround <abbr title=\"very", "fine\">v.</abbr> grain.\n", 3},
    {"HTML picture", "chapters/01.md", "# Flour\n\n<img src=\"../images/mill.svg\" alt=\"A mill", "\">\n", 3},
    {"footnote", "chapters/01.md", "# Flour\n\nGround.[^1]\n\n[^1]: Between", " stones.\n", 5},
    {"callout", "chapters/01.md", "# Flour\n\n> [!NOTE] Mind", "\n> the stones.\n", 3},
    {"definition", "chapters/01.md", "# Flour\n\nMill\n: Where", " it is ground.\n", 4},
    {"timeline", "chapters/01.md", "# Flour\n\n```timeline\n1850: a mill", " is built\n```\n", 4},
    {"question", "chapters/01.md", "# Flour\n\n```quiz\n## What is ground", "?\n- [x] grain\n- [ ] stone\n```\n", 4},
    {"choice", "chapters/01.md", "# Flour\n\n```quiz\n## What is ground?\n- [x] grain", "\n- [ ] stone\n```\n", 5},
    {"feedback", "chapters/01.md", "# Flour\n\n```quiz\n## What is ground?\n- [x] grain\n  > Yes", ".\n- [ ] stone\n```\n", 6},
    {"accepted answer", "chapters/01.md", "# Flour\n\n```quiz\n## What is ground?\n= grain", "\n```\n", 5},
    {"gap", "chapters/01.md", "# Flour\n\n```quiz\n## A mill grinds [[grain", "]].\n```\n", 4},
    {"GIFT", "chapters/01.md", "# Flour\n\n```gift\nWhat is ground", "? {=grain ~stone}\n```\n", 4},
    {"term", "chapters/glossary.md", "# Glossary\n\n## Mill", "\nA place.\n", 3},
    {"alias", "chapters/glossary.md", "# Glossary\n\n## Mill\nalso: grinder", "\nA place.\n", 4},
    {"glossary", "chapters/glossary.md", "# Glossary\n\n## Mill\nA place", ".\n", 4},
};

// One book with each spot as a chapter of its own; those of the glossary as books of theirs.
std::string file_of(const Spot& spot) {
    auto number = static_cast<std::size_t>(&spot - std::data(spots)) + 10;
    return spot.file == std::string_view("chapters/01.md") ? "chapters/" + std::to_string(number) + ".md" : spot.file;
}

MadeBook make_with(const std::vector<const Spot*>& chosen, const std::string& text) {
    TemporaryFolder book;
    book.write("book.toml", "title = \"Bread\"\nlanguage = \"en\"\n");
    book.write("images/mill.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path d=\"M0 0h9v9z\"/></svg>");
    book.write("chapters/01.md", "# Bread\n\nGround in a mill.\n");
    for (const Spot* spot : chosen) {
        book.write(file_of(*spot), spot->before + text + spot->after);
    }
    return make_book(book.path(), Edition::student, false);
}

void expect_well_formed(const MadeBook& made) {
    for (const auto& [name, bytes] : made.files) {
        if (name.ends_with(".xhtml") || name.ends_with(".opf") || name.ends_with(".xml") || name.ends_with(".svg")) {
            INFO(name << "\n" << bytes);
            CHECK(parse_strictly(bytes).problem.empty());
        }
    }
}

// Those spots where the text is no mistake make a well-formed book; the others are told at their line.
void expect_made_or_refused(std::vector<const Spot*> chosen, const std::string& text) {
    CAPTURE(text);
    MadeBook made = make_with(chosen, text);
    if (made.files.empty()) {
        std::string told = "\n" + made.diagnostics;
        std::size_t refused = std::erase_if(chosen, [&](const Spot* spot) {
            return told.find("\n" + file_of(*spot) + ":" + std::to_string(spot->line) + ":") != std::string::npos;
        });
        CHECK(refused > 0);
        made = make_with(chosen, text);
    }
    CAPTURE(made.diagnostics);
    CHECK(!made.files.empty());
    expect_well_formed(made);
}

void expect_everywhere(const std::string& text) {
    std::vector<const Spot*> of_chapters;
    for (const Spot& spot : spots) {
        if (file_of(spot) != spot.file) {
            of_chapters.push_back(&spot);
        } else {
            CAPTURE(spot.name);
            expect_made_or_refused({&spot}, text);
        }
    }
    expect_made_or_refused(std::move(of_chapters), text);
}

TEST_CASE("control characters by reference are refused at their line, or stay what the author typed") {
    for (const char* reference : {"&#1;", "&#x1F;", "&#X1f;", "&#0000007;", "&#11;", "&#x7F;", "&#xFFFE;", "&#xFFFF;"}) {
        expect_everywhere(reference);
    }
}

TEST_CASE("references to what is no character, or to a mark of XML, make no broken file") {
    for (const char* reference : {"&#0;", "&#xD800;", "&#xDFFF;", "&#x110000;", "&#99999999999;", "&lt;b", "&amp;lt;", "&quot;",
                                  "&#60;/p&#62;", "&nbsp;", "&unknown;", "&#x2028;", "&#13;", "]]&gt;", "&#x85;", "&#x9F;"}) {
        expect_everywhere(reference);
    }
}

TEST_CASE("control characters in book.toml's values are refused at their line") {
    for (const char* key : {"title", "subtitle", "description", "publisher", "rights", "identifier"}) {
        for (const char* escape : {"\\u0001", "\\u001F", "\\u000C", "\\uFFFE", "\\U0001FFFF", "&#1;"}) {
            CAPTURE(key, escape);
            TemporaryFolder book;
            std::string title = std::string(key) == "title" ? "" : "title = \"Bread\"\n";
            book.write("book.toml", "language = \"en\"\n" + title + key + " = \"a" + escape + "b\"\n");
            book.write("chapters/01.md", "# Flour\n\nGround.\n");
            MadeBook made = make_book(book.path(), Edition::student, false);
            CAPTURE(made.diagnostics);
            expect_well_formed(made);
            if (made.files.empty()) {
                CHECK(made.diagnostics.find("book.toml:" + std::to_string(title.empty() ? 2 : 3) + ":") != std::string::npos);
            }
        }
    }
}

}  // namespace
}  // namespace hornbook
