// Requests about an open book: one JSON object in, one out.
#include "studio/requests.h"

#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "base/base64.h"
#include "base/trouble.h"
#include "building/build.h"
#include "building/json_lines.h"
#include "catch.h"
#include "outputs/output.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

using Json = nlohmann::json;

// A book of three chapters and a glossary, open.
struct OpenedBook {
    TemporaryFolder disk;
    Session session{disk.path(), {}};

    OpenedBook() {
        disk.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
        disk.write("chapters/01-rain.md",
                   "# Rain\n\nRain is water.\n\n- one\n- two\n\n~~~quiz\n## What falls?\n- [x] Rain\n- [ ] Stones\n~~~\n");
        disk.write("chapters/02-ice.md", "# Ice\n\nCold water.[^1]\n\n[^1]: It floats.\n");
        disk.write("chapters/03-key.md", "---\naudience: teachers\n---\n\n# For teachers\n\nMark kindly.\n");
        disk.write("chapters/glossary.md", "# Glossary\n\n## water\n\nA liquid.\n\nIt is wet.\n");
    }
    Json ask(const Json& request) {
        return Json::parse(answer(session, request.dump()));
    }
    std::string page(const std::string& chapter, const std::string& edition = "student") {
        Json said = ask({{"do", "preview"}, {"chapter", chapter}, {"edition", edition}});
        INFO(said.dump());
        REQUIRE(said.contains("page"));
        return said["page"].is_null() ? "" : said["page"].get<std::string>();
    }
};

bool holds(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("an open book tells what belongs to it") {
    OpenedBook book;
    book.disk.write("dist/water.epub", "old");
    book.disk.write("chapters/.hidden", "x");
    Json said = book.ask({{"do", "open"}});
    CHECK(said["title"] == "Water");
    CHECK(said["direction"] == "ltr");
    CHECK(said["empty"] == false);
    CHECK(said["chapters"] == Json::array({"chapters/01-rain.md", "chapters/02-ice.md", "chapters/03-key.md"}));
    CHECK(said["glossary"] == "chapters/glossary.md");
    CHECK(said["files"].size() == 5);
    CHECK(said["files"][0]["path"] == "book.toml");
    CHECK(said["files"][1]["hash"] == short_hash(bytes_of_file(book.disk / "chapters/01-rain.md")));
    CHECK(said["outputs"].size() == outputs().size());
}

TEST_CASE("a file is read, and written where it is what it was") {
    OpenedBook book;
    Json ice = book.ask({{"do", "read"}, {"path", "chapters/02-ice.md"}});
    CHECK(holds(ice["text"], "Cold water"));
    Json written = book.ask({{"do", "write"}, {"path", "chapters/02-ice.md"}, {"text", "# Snow\n"}, {"was", ice["hash"]}});
    CHECK(written["hash"] == short_hash("# Snow\n"));
    CHECK(bytes_of_file(book.disk / "chapters/02-ice.md") == "# Snow\n");
    book.disk.write("chapters/02-ice.md", "# Hail\n");
    Json conflict = book.ask({{"do", "write"}, {"path", "chapters/02-ice.md"}, {"text", "# Fog\n"}, {"was", written["hash"]}});
    CHECK(conflict == Json{{"conflict", {{"text", "# Hail\n"}, {"hash", short_hash("# Hail\n")}}}});
    CHECK(bytes_of_file(book.disk / "chapters/02-ice.md") == "# Hail\n");
}

TEST_CASE("a new file may not take the place of one that came meanwhile") {
    OpenedBook book;
    Json made = book.ask({{"do", "write"}, {"path", "images/new/a.png"}, {"bytes", "AAEC/w=="}, {"was", nullptr}});
    CHECK(made.contains("hash"));
    CHECK(bytes_of_file(book.disk / "images/new/a.png") == std::string("\0\1\2\xff", 4));
    CHECK(book.ask({{"do", "read"}, {"path", "images/new/a.png"}})["bytes"] == "AAEC/w==");
    Json again = book.ask({{"do", "write"}, {"path", "images/new/a.png"}, {"text", "x"}, {"was", nullptr}});
    CHECK(again["conflict"]["bytes"] == "AAEC/w==");
    Json gone = book.ask({{"do", "write"}, {"path", "images/b.png"}, {"text", "x"}, {"was", "0123456789abcdef"}});
    CHECK(gone == Json{{"conflict", {{"text", ""}, {"hash", nullptr}}}});
}

TEST_CASE("what is renamed and removed keeps what another hand wrote") {
    OpenedBook book;
    CHECK(book.ask({{"do", "rename"}, {"from", "chapters/02-ice.md"}, {"to", "chapters/cold/02-ice.md"}}) == Json::object());
    CHECK(std::filesystem::exists(book.disk / "chapters/cold/02-ice.md"));
    CHECK(book.ask({{"do", "rename"}, {"from", "chapters/cold/02-ice.md"}, {"to", "chapters/01-rain.md"}}).contains("trouble"));
    CHECK(book.ask({{"do", "remove"}, {"path", "chapters/01-rain.md"}, {"was", "0123456789abcdef"}}).contains("conflict"));
    std::string hash = short_hash(bytes_of_file(book.disk / "chapters/01-rain.md"));
    CHECK(book.ask({{"do", "remove"}, {"path", "chapters/01-rain.md"}, {"was", hash}}) == Json::object());
    CHECK_FALSE(std::filesystem::exists(book.disk / "chapters/01-rain.md"));
}

TEST_CASE("no path leads out of the book, or to what does not belong to it") {
    OpenedBook book;
    TemporaryFolder other;
    other.write("secret.md", "secret");
    std::filesystem::create_symlink(other / "secret.md", book.disk / "chapters/link.md");
    std::filesystem::create_symlink(other / "new.md", book.disk / "chapters/nothing.md");
    std::filesystem::create_directory_symlink(other.path(), book.disk / "images");
    for (const char* path : {"../x.md", "/etc/passwd", "chapters/../../x.md", "chapters/..", "chapters", "", ".git/config", "chapters/.x",
                             "dist/x", "notes.md", "chapters//x.md", "chapters\\x.md", "chapters/\n.md", "chapters/link.md",
                             "chapters/nothing.md", "images/a.png", "images/in/a.png"}) {
        INFO(path);
        Json written = book.ask({{"do", "write"}, {"path", path}, {"text", "x"}, {"was", nullptr}});
        CHECK(written.contains("trouble"));
        CHECK(book.ask({{"do", "read"}, {"path", path}}).contains("trouble"));
        CHECK(book.ask({{"do", "rename"}, {"from", "chapters/02-ice.md"}, {"to", path}}).contains("trouble"));
    }
    CHECK(other.count() == 1);
    CHECK(bytes_of_file(other / "secret.md") == "secret");
}

TEST_CASE("a preview shows what is typed, before it is saved") {
    OpenedBook book;
    CHECK(holds(book.page("chapters/02-ice.md"), "Cold"));
    CHECK(book.ask({{"do", "draft"}, {"drafts", {{"chapters/02-ice.md", "# Ice\n\nIt is hard.\n"}}}}) == Json::object());
    CHECK(holds(book.page("chapters/02-ice.md"), "It is hard."));
    CHECK(holds(book.ask({{"do", "read"}, {"path", "chapters/02-ice.md"}})["text"], "Cold"));
    book.ask({{"do", "draft"}, {"drafts", {{"chapters/04-new.md", "# New\n\nNot saved.\n"}}}});
    CHECK(holds(book.page("chapters/04-new.md"), "Not saved."));
    CHECK_FALSE(std::filesystem::exists(book.disk / "chapters/04-new.md"));
    book.ask({{"do", "draft"}, {"drafts", {{"chapters/02-ice.md", nullptr}}}});
    CHECK(holds(book.page("chapters/02-ice.md"), "Cold"));
}

TEST_CASE("a preview says of each part where it was written") {
    OpenedBook book;
    std::string rain = book.page("chapters/01-rain.md");
    for (const char* part :
         {"<h1 id=\"hb-title\" data-source=\"chapters/01-rain.md:1\">", "<p data-source=\"chapters/01-rain.md:3\">",
          "<li data-source=\"chapters/01-rain.md:6\">two", "data-source=\"chapters/01-rain.md:8\">",
          "data-source=\"chapters/01-rain.md:9\">", "data-source=\"chapters/01-rain.md:11\">", "data-source=\"chapters/glossary.md:3\">",
          "<p data-source=\"chapters/glossary.md:5\"><dfn>", "<p data-source=\"chapters/glossary.md:7\">"}) {
        INFO(part << " in " << rain);
        CHECK(holds(rain, part));
    }
    CHECK(holds(book.page("chapters/02-ice.md"), "<p data-source=\"chapters/02-ice.md:5\"><span class=\"note-number\">"));
    CHECK(holds(book.page("chapters/glossary.md"), "data-source=\"chapters/glossary.md:3\""));
}

TEST_CASE("pictures of a preview are named by their files, those in the text itself are handed out") {
    OpenedBook book;
    book.disk.write("images/a.png", "no picture, which a check will say");
    book.disk.write("chapters/02-ice.md",
                    "# Ice\n\n![Ice](../images/a.png) ![Dot](data:image/gif;base64,R0lGODlh) ![Gone](../images/b.png)\n");
    Json said = book.ask({{"do", "preview"}, {"chapter", "chapters/02-ice.md"}});
    CHECK(holds(said["page"], "src=\"images/a.png\""));
    REQUIRE(said["pictures"].size() == 1);
    CHECK(holds(said["page"], "src=\"" + said["pictures"].items().begin().key() + "\""));
    CHECK(said["pictures"].front()["bytes"] == "R0lGODlh");
    CHECK(book.ask({{"do", "messages"}, {"chapter", "chapters/02-ice.md"}})["messages"][0]["code"] == "missing-file");
    book.ask({{"do", "draft"}, {"drafts", {{"chapters/02-ice.md", "# Ice\n\n![Ice](../images/a.png)\n"}}}});
    CHECK(book.ask({{"do", "messages"}, {"chapter", "chapters/02-ice.md"}})["messages"].empty());
}

TEST_CASE("a preview is of an edition") {
    OpenedBook book;
    CHECK(holds(book.page("chapters/01-rain.md", "teacher"), "class=\"feedback\""));
    CHECK_FALSE(holds(book.page("chapters/01-rain.md"), "class=\"feedback\""));
    CHECK_FALSE(holds(book.page("chapters/01-rain.md", "test"), "answers.xhtml"));
    CHECK(holds(book.page("chapters/03-key.md", "teacher"), "Mark kindly."));
    Json pupils = book.ask({{"do", "preview"}, {"chapter", "chapters/03-key.md"}, {"edition", "student"}});
    CHECK(pupils["page"].is_null());
    CHECK(pupils["for_teachers"] == true);
    Json rain = book.ask({{"do", "preview"}, {"chapter", "chapters/01-rain.md"}});
    Json played = Json::parse(rain["quiz"].get<std::string>());
    REQUIRE(played["quizzes"].size() == 1);
    CHECK(played["quizzes"][0]["questions"].size() == 1);
    CHECK(book.ask({{"do", "preview"}, {"chapter", "chapters/02-ice.md"}})["quiz"].is_null());
    CHECK(book.ask({{"do", "preview"}, {"chapter", "chapters/01-rain.md"}, {"edition", "pupil"}}).contains("trouble"));
}

TEST_CASE("a check says what `check --json` says, of drafts too") {
    OpenedBook book;
    book.disk.write("chapters/01-rain.md", "# Rain\n\n~~~quiz\n## What falls?\n- [ ] Rain\n- [ ] Stones\n~~~\n");
    BuildRequest request;
    request.folder = book.disk.path();
    BuildResult result = build(request);
    Json said = book.ask({{"do", "check"}});
    REQUIRE(said["messages"].size() == result.diagnostics.all().size());
    CHECK(said["messages"][0] == Json::parse(json_line(result.diagnostics.all()[0], result.sources)));
    CHECK(said["messages"][0]["code"] == "no-right-answer");
    book.ask({{"do", "draft"}, {"drafts", {{"chapters/01-rain.md", "# Rain\n\nIt falls.\n"}}}});
    CHECK(book.ask({{"do", "check"}})["messages"].empty());
}

TEST_CASE("a build is handed back, of drafts too, and nothing is written") {
    OpenedBook book;
    book.ask(
        {{"do", "draft"}, {"drafts", {{"chapters/01-rain.md", "# Rain\n\n~~~quiz\n## What is unsaved?\n- [x] This\n- [ ] That\n~~~\n"}}}});
    Json made = book.ask({{"do", "build"}, {"to", "gift"}});
    INFO(made.dump());
    REQUIRE(made["files"].size() == 1);
    CHECK(made["files"][0]["name"] == "water-gift.txt");
    CHECK_FALSE(std::filesystem::exists(book.disk / "dist"));
    CHECK(book.ask({{"do", "build"}, {"to", "nonsense"}}).contains("trouble"));
    CHECK(book.ask({{"do", "build"}, {"to", "handout"}, {"options", {{"paper", "A5"}}}}).contains("trouble"));
    CHECK(book.ask({{"do", "build"}, {"to", "gift"}, {"options", {{"paper", "A4"}}}}).contains("trouble"));
}

TEST_CASE("pictures of a build are decoded by the program for them") {
    OpenedBook book;
    book.session.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    book.disk.write("images/a.png",
                    from_base64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==").value());
    book.disk.write("chapters/02-ice.md", "# Ice\n\n![Ice](../images/a.png)\n");
    Json made = book.ask({{"do", "build"}, {"to", "epub"}});
    INFO(made.dump().substr(0, 400));
    REQUIRE(made["files"].size() == 1);
    CHECK(made["files"][0]["name"] == "water.epub");
}

TEST_CASE("a new book begins in an empty folder alone") {
    TemporaryFolder disk;
    Session session{disk.path(), {}};
    auto ask = [&](const Json& request) { return Json::parse(answer(session, request.dump())); };
    CHECK(ask({{"do", "open"}})["empty"] == true);
    Json opened = ask({{"do", "new"}, {"title", "Our \"river\""}, {"language", "de"}});
    CHECK(opened["title"] == "Our \"river\"");
    CHECK(opened["language"] == "de");
    CHECK(opened["chapters"].size() == 2);
    CHECK(ask({{"do", "new"}}).contains("trouble"));
}

TEST_CASE("a question bank becomes a chapter, and replaces nothing") {
    OpenedBook book;
    Json bank = {{"do", "import"}, {"name", "My_bank.txt"}, {"text", "What falls?\nA. Rain\nB. Stones\nANSWER: A\n"}};
    Json first = book.ask(bank);
    INFO(first.dump());
    REQUIRE(first["files"] == Json::array({"chapters/my-bank.md"}));
    CHECK(holds(bytes_of_file(book.disk / "chapters/my-bank.md"), "- [x] Rain"));
    CHECK(book.ask(bank)["files"] == Json::array({"chapters/my-bank-2.md"}));
    CHECK(holds(book.page("chapters/my-bank.md"), "What falls?"));
    CHECK(book.ask({{"do", "import"}, {"name", "x.txt"}, {"text", "Nothing here"}}).dump().find("chapters/") == std::string::npos);
}

TEST_CASE("what is no request is told") {
    OpenedBook book;
    for (const char* request :
         {"", "[]", "{", "{}", "{\"do\":7}", "{\"do\":\"dance\"}", "{\"do\":\"read\"}", "{\"do\":\"read\",\"path\":1}"}) {
        INFO(request);
        CHECK(Json::parse(answer(book.session, request)).contains("trouble"));
    }
}

TEST_CASE("changes by another hand are told, our own are not") {
    OpenedBook book;
    Signature before = signature_of(book.session.folder);
    write_of_book(book.session, "chapters/05-own.md", "# Own\n", std::nullopt);
    CHECK(changed_by_others(book.session, before).empty());
    book.disk.write("chapters/05-own.md", "# Theirs now\n");
    book.disk.write("chapters/06-new.md", "# New\n");
    std::filesystem::remove(book.disk / "chapters/02-ice.md");
    CHECK(changed_by_others(book.session, before) ==
          std::vector<std::string>{"chapters/02-ice.md", "chapters/05-own.md", "chapters/06-new.md"});
    CHECK(changed_by_others(book.session, before).empty());
}

}  // namespace hornbook
