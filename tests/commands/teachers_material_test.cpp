// What is for teachers alone, as the whole program makes it: in the teacher's edition and in the handouts for teachers, and in nothing
// else of all that can be made.
#include <algorithm>
#include <map>
#include <set>

#include "building/build.h"
#include "catch.h"
#include "packaging/unpack.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

// Every place in which words for teachers may stand holds this one, in its text, its files' names and its ids.
const std::string secret = "xylophone";

struct TeachersBook {
    TemporaryFolder folder;
    TeachersBook() {
        write_book("");
        folder.write(
            "chapters/01-rain.md",
            "# Rain\n\nRain falls[^1]. See [the plan](xylophone.md), [its part](xylophone.md#xylophone) and [here](#xylophone-part).\n\n"
            "> [!TEACHER] A xylophone\n> Play the xylophone[^2]. ![A xylophone](../images/xylophone.png)\n>\n"
            "> ## Xylophone part\n>\n> ~~~quiz\n> ## Who plays the xylophone?\n> - [x] xylophone\n> - [ ] nobody\n> ~~~\n\n"
            "Clouds.\n\n- an item\n\n  ::: teacher\n  The xylophone is loud.\n  :::\n\n"
            "~~~quiz\n## What falls?\n- [x] Rain\n  > Yes.\n  > > [!TEACHER]\n  > > A xylophone.\n- [ ] Stones\n"
            "see: xylophone.md\nhint: Look up.\n\n## Where to?\n> [!TEACHER]\n> A xylophone.\n\n= down\n\n"
            "## Describe it.\n____\nkey: Wet.\n~~~\n\n[^1]: Down.\n\n    ??? teacher\n        The xylophone.\n\n[^2]: A xylophone.\n");
        folder.write("chapters/xylophone.md",
                     "---\ntitle: The xylophone\naudience: teachers\n---\nThe xylophone, evaporation.\n\n## xylophone\n\n"
                     "~~~quiz\n## Is this a xylophone?\n- [x] xylophone\n- [ ] no xylophone\n~~~\n");
        folder.write(
            "chapters/glossary.md",
            "# Glossary\n\n## rain\n\nWater, [explained](xylophone.md).\n\n> [!TEACHER]\n> Not a xylophone.\n\n## evaporation\n\nGas.\n");
        fs::create_directories(folder / "images");
        fs::copy(HORNBOOK_SOURCE_DIR "/tests/pictures/files/colour.png", folder / "images/xylophone.png");
    }
    void write_book(const std::string& more) const {
        folder.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n" + more);
    }
};

BuildResult build_it(const TeachersBook& book, std::vector<Wanted> wanted, bool with_chapters = false) {
    BuildRequest request;
    request.folder = book.folder.path();
    request.outputs = std::move(wanted);
    request.write = false;
    request.jobs = 1;
    request.with_chapters = with_chapters;
    request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    request.options["html"] = "true";
    return build(request);
}

// Names and bytes of all files, archives unpacked.
std::map<std::string, std::string> all_of(const Made& made) {
    std::map<std::string, std::string> all;
    for (const File& file : made.files) {
        bool archive = made.output->container == Container::archive;
        std::map<std::string, std::string> inside = archive ? unpack_archive(file.bytes).files : std::map<std::string, std::string>();
        CHECK(archive == !inside.empty());
        all.emplace(file.name, archive ? "" : file.bytes);
        all.insert(inside.begin(), inside.end());
    }
    return all;
}

bool tells(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text.find(secret) != std::string::npos;
}

std::set<std::string> telling(const Made& made) {
    std::set<std::string> names;
    for (const auto& [name, bytes] : all_of(made)) {
        if (tells(name) || tells(bytes)) {
            names.insert(name);
        }
    }
    return names;
}

std::vector<Wanted> everything_for_pupils() {
    std::vector<Wanted> wanted;
    for (const Output& output : outputs()) {
        for (Edition edition : output.editions) {
            bool for_teachers = edition == Edition::teacher && (output.whole_for_teachers || output.make_for_teachers != nullptr);
            if (!for_teachers) {
                wanted.emplace_back(&output, edition);
            }
        }
    }
    return wanted;
}

}  // namespace

TEST_CASE("no word of what is for teachers is in anything that pupils get, nor in question banks") {
    TeachersBook book;
    auto check = [&](std::vector<Wanted> wanted, bool with_chapters) {
        BuildResult built = build_it(book, wanted, with_chapters);
        REQUIRE(built.made.size() == wanted.size());
        for (const Made& made : built.made) {
            INFO(made.output->name << " " << made.name);
            REQUIRE_FALSE(made.files.empty());
            CHECK(telling(made) == std::set<std::string>());
        }
        CHECK(built.facts->has_teachers_material);
    };
    CHECK(everything_for_pupils().size() >= 15);
    check(everything_for_pupils(), false);
    check({{find_output("epub"), Edition::test}}, true);
}

TEST_CASE("the teacher's edition holds all of it, and a sheet of each chapter that has some") {
    TeachersBook book;
    BuildResult built = build_it(book, {{find_output("epub"), Edition::teacher}, {find_output("handout"), Edition::teacher}});
    REQUIRE(built.made.size() == 2);
    std::set<std::string> epub = telling(built.made[0]);
    for (const char* name : {"EPUB/01-rain.xhtml", "EPUB/xylophone.xhtml", "EPUB/quiz.json", "EPUB/nav.xhtml", "EPUB/glossary.xhtml"}) {
        INFO(name);
        CHECK(epub.contains(name));
    }
    std::set<std::string> sheets = telling(built.made[1]);
    CHECK(sheets.contains("01-rain-teacher.html"));
    CHECK(sheets.contains("xylophone-teacher.html"));
    CHECK_FALSE(sheets.contains("01-rain-key.html"));
    std::map<std::string, std::string> files = all_of(built.made[1]);
    CHECK(files.contains("01-rain-key.pdf"));
    const std::string& sheet = files["01-rain-teacher.html"];
    CHECK(sheet.find("Play the xylophone") != std::string::npos);
    CHECK(sheet.find("The xylophone is loud") != std::string::npos);
    CHECK(sheet.find("Who plays the xylophone?") != std::string::npos);
    CHECK(sheet.find("Clouds.") == std::string::npos);
    std::size_t heading = sheet.find("Xylophone part");  // of the callout's own, which leads to no other
    CHECK(heading != std::string::npos);
    CHECK(sheet.find("Xylophone part", heading + 1) == std::string::npos);
}

TEST_CASE("links, passages and notes into it are told once each, and nothing else is") {
    TeachersBook book;
    BuildResult built = build_it(book, {});
    std::size_t told = 0;
    for (const Diagnostic& diagnostic : built.diagnostics.all()) {
        INFO(diagnostic.message);
        CHECK(code_of(diagnostic.mistake) == "for-teachers");
        ++told;
    }
    CHECK(told == 5);
}

TEST_CASE("a chapter for teachers is printed by its name, and without the part nothing is") {
    TeachersBook book;
    BuildRequest request;
    request.folder = book.folder.path();
    request.outputs = {find_output("handout")};
    request.write = false;
    request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    request.options = {{"html", "true"}, {"chapter", "xylophone"}};
    BuildResult built = build(request);
    REQUIRE(built.made.size() == 1);
    CHECK(telling(built.made[0]) == std::set<std::string>{"xylophone-teacher.html", "xylophone-teacher.pdf"});
    request.options = {{"html", "true"}, {"parts", "key"}};
    CHECK(telling(build(request).made.at(0)).empty());
}

TEST_CASE("results are graded by pupils' book") {
    TeachersBook book;
    WovenBook woven = read_woven_book(book.folder.path(), 1);
    CHECK_FALSE(woven.diagnostics.has_errors());
    REQUIRE(woven.book.chapters.size() == 1);
    REQUIRE(woven.book.chapters[0].quizzes.size() == 1);
    CHECK(woven.book.chapters[0].quizzes[0].id == "quiz-01-rain");
}

}  // namespace hornbook
