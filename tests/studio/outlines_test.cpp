// Previews of which the other chapters are outlines: the page, and what is told about it, are as the whole book has them.
#include <algorithm>
#include <filesystem>

#include "catch.h"
#include "model/mistakes.h"
#include "model/show_diagnostic.h"
#include "studio/preview.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

std::string shown_about(const std::vector<std::string>& files, const Diagnostics& diagnostics, const Sources& sources) {
    std::string all;
    for (const Diagnostic& one : diagnostics.all()) {
        if (std::find(files.begin(), files.end(), sources[one.place.file].path) != files.end()) {
            all += show(one, sources, "", false);
        }
    }
    return all;
}

// What is told about a chapter is what the whole book has to say about it, but for its formulas, which the whole book does not try.
void check_told(Session& session, const std::string& file) {
    INFO(session.folder << " " << file);
    Told made = told_about(session, file);
    WovenBook whole = read_woven_book({.folder = session.folder, .whole = true, .picture_bytes = false});
    std::vector<std::string> about = made.about;
    for (std::uint32_t i = 0; made.about.empty() && i < made.sources.size(); ++i) {
        about.push_back(made.sources[i].path);
    }
    Diagnostics without_formulas;
    for (const Diagnostic& one : made.diagnostics.all()) {
        if (one.mistake != Mistake::unreadable_formula && one.mistake != Mistake::no_pandoc) {
            without_formulas.add(one);
        }
        CHECK(std::find(about.begin(), about.end(), made.sources[one.place.file].path) != about.end());
    }
    CHECK(shown_about(about, without_formulas, made.sources) == shown_about(about, whole.diagnostics, whole.sources));
}

void check_preview(Session& session, const std::string& file, Edition edition) {
    INFO(session.folder << " " << file << " " << static_cast<int>(edition));
    Preview made = preview_of(session, file, edition);
    WovenBook whole = read_woven_book({.folder = session.folder, .whole = edition == Edition::teacher, .picture_bytes = false});
    Preview expected = preview_in(std::move(whole), session, file, edition);
    CHECK(made.page == expected.page);
    CHECK(made.quiz == expected.quiz);
    CHECK(made.styles == expected.styles);
    CHECK(made.language == expected.language);
    CHECK(made.right_to_left == expected.right_to_left);
    CHECK(made.for_teachers == expected.for_teachers);
    CHECK((!made.has_mistakes || expected.has_mistakes));
    for (const Picture& picture : expected.embedded) {  // those of other chapters are not handed out
        auto same = [&](const Picture& one) { return one.source == picture.source && one.bytes == picture.bytes; };
        bool is_shown = expected.page.find("\"" + picture.source + "\"") != std::string::npos;
        CHECK((!is_shown || std::any_of(made.embedded.begin(), made.embedded.end(), same)));
    }
}

void check_book(const std::filesystem::path& folder) {
    Session session{folder.string(), {}};
    WovenBook book = read_woven_book({.folder = session.folder, .open = open_book(session), .whole = true, .picture_bytes = false});
    for (Edition edition : {Edition::student, Edition::teacher, Edition::test}) {
        for (const Chapter& chapter : book.book.chapters) {
            check_preview(session, "chapters/" + chapter.file, edition);
        }
        check_preview(session, "chapters/glossary.md", edition);
    }
    for (const Chapter& chapter : book.book.chapters) {
        check_told(session, "chapters/" + chapter.file);
    }
    check_told(session, "chapters/glossary.md");
}

}  // namespace

TEST_CASE("a preview is that of the whole book") {
    for (const char* shelf : {"/tests/books", "/tests/mistakes"}) {
        for (const auto& book : std::filesystem::directory_iterator(std::string(HORNBOOK_SOURCE_DIR) + shelf)) {
            if (std::filesystem::exists(book.path() / "book.toml")) {
                check_book(book.path());
            }
        }
    }
    check_book(HORNBOOK_SOURCE_DIR);
}

TEST_CASE("what other chapters hold is seen by links, ids and pupils' editions") {
    TemporaryFolder disk;
    disk.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    disk.write("images/a.png", "x");
    disk.write("chapters/01-rain.md",
               "# Rain {#wet}\n\n## Drops\n\n## Drops\n\n> [!TEACHER]\n> ## Only here\n>\n> <span id=\"key\">x</span>\n\n"
               "<div id=\"box\">\n\n> - <b id=\"deep\">x</b>[^n] ![A](../images/a.png)\n\n</div>\n\n"
               "![B](../images/a.png \"B\"){#pic}\n\n[^n]: <i id=\"note\">A note</i>.\n\n[^t]: Nobody refers to it.\n\n"
               "~~~quiz\nid: falls\n## What falls? <u id=\"ask\">x</u>\n- [x] Rain <u id=\"choice\">y</u>\n- [ ] Stones\n"
               "## What is it?\n= water\n~~~\n");
    disk.write("chapters/02-ice.md",
               "# Ice\n\n[a](#drops-1) [b](01-rain.md#drops) [c](#only-here) [d](#key) [e](#box) [f](#deep) [g](#pic) [h](#note) [i](#ask) "
               "[j](#choice) [k](#falls) [l](01-rain.md#wet) [m](#quiz-01-rain-what-is-it) [n](#nothing) [o](03-key.md) [p](01-rain.md) "
               "![C](../images/a.png) ![D](../images/none.png)\n\n~~~quiz\nid: falls\n## What is it?\nsee: 01-rain.md#drops\n= ice\n~~~\n");
    disk.write("chapters/03-key.md",
               "---\naudience: teachers\n---\n\n# For teachers\n\n## Wet\n\n![D](../images/none.png) [a](#falls) [b](#wet)\n");
    disk.write("chapters/glossary.md", "# Glossary\n\n## ice\n\nHard, see [ice](02-ice.md#falls).\n");
    check_book(disk.path());
}

TEST_CASE("the hash of an outline says whether anything is to be told about other chapters") {
    TemporaryFolder disk;
    disk.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    disk.write("chapters/02-ice.md", "# Ice\n\nSee [rain](01-rain.md#drops).\n");
    disk.write("chapters/glossary.md", "# Glossary\n\n## ice\n\nHard.\n\n## fog\n\nLow.\n");
    Session session{disk.path(), {}};
    auto outline_with = [&](const std::string& text) {
        set_draft(session, "chapters/01-rain.md", text);
        return told_about(session, "chapters/01-rain.md").outline;
    };
    const std::string quiz = "~~~quiz\n## What falls?\n- [x] Rain\n- [ ] Stones\n~~~\n";
    std::string first = outline_with("# Rain\n\nIt falls.\n\n## Drops\n\nSmall.[^1] The ice.\n\n" + quiz + "\n[^1]: A note.\n");
    CHECK(first.size() == 64);
    CHECK(first ==
          outline_with("# Rain\n\nIt *falls*, often.\n\nMore.\n\n## Drops\n\nBig.[^1] Ice or ice.\n\n" + quiz + "\n[^1]: A note.\n"));
    for (const std::string& other : std::vector<std::string>{
             "# Rain\n\nIt falls.\n\n## Drop\n\nSmall.[^1] The ice.\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n## Drops\n\nSmall.[^1] The ice and fog.\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n## Drops\n\nSmall.[^1] The ice. ![A](../images/a.png)\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n## Drops\n\n<b id=\"x\">Small</b>.[^1] The ice.\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n> [!TEACHER]\n> ## Drops\n\nSmall.[^1] The ice.\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n## Drops\n\nSmall.[^1] The ice.\n\n~~~quiz\n## What fell?\n= rain\n~~~\n\n[^1]: A note.\n",
             "---\naudience: teachers\n---\n\n# Rain\n\nIt falls.\n\n## Drops\n\nSmall.[^1] The ice.\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n## Drops\n\nSmall. The ice.\n\n" + quiz + "\n[^1]: A note.\n",
             "# Rain\n\nIt falls.\n\n## Drops\n\nSmall.[^1]\n\n" + quiz + "\n[^1]: A note.\n"}) {
        INFO(other);
        CHECK(first != outline_with(other));
    }
}

}  // namespace hornbook
