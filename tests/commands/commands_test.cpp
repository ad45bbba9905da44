// The commands as somebody uses them, on real books, with the real programs.
#include "commands/commands.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/process.h"
#include "building/build.h"
#include "catch.h"
#include "pictures/formats.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

const std::string program = std::string(HORNBOOK_BINARY_DIR) + "/hornbook";

ProcessResult run_hornbook(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program);
    ProcessResult result = run_process(arguments, "", {});
    REQUIRE(result.started);
    return result;
}

struct Here {
    TemporaryFolder around;
    std::string book = (around / "book").string();
    Here() {
        REQUIRE(run_hornbook({"init", book}).exit_code == 0);
    }
};

}  // namespace

TEST_CASE("the book that init writes builds without a word in every edition") {
    Here here;
    for (const char* edition : {"student", "teacher", "test"}) {
        ProcessResult result = run_hornbook({"build", here.book, "--edition", edition, "--strict"});
        CHECK(result.exit_code == 0);
        CHECK(result.errors.empty());
        std::string suffix = edition == std::string("student") ? "" : std::string("-") + edition;
        CHECK(result.output.find(here.book + "/dist/water" + suffix + ".epub") != std::string::npos);
        CHECK(std::filesystem::exists(here.book + "/dist/water" + suffix + ".epub"));
    }
}

TEST_CASE("a title of signs or of a device's name makes a file that every system can hold") {
    Here here;
    for (auto [title, file] : {std::pair("-- !", "book.epub"), {"Con", "con-book.epub"}, {"- Rain -", "rain.epub"}}) {
        here.around.write("book/book.toml", "title = \"" + std::string(title) + "\"\nlanguage = \"en\"\ndate = 2026-11-28\n");
        CHECK(run_hornbook({"build", here.book}).exit_code == 0);
        CHECK(std::filesystem::exists(here.book + "/dist/" + file));
    }
}

TEST_CASE("init leaves a folder alone that holds something") {
    Here here;
    ProcessResult result = run_hornbook({"init", here.book});
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("not an empty folder") != std::string::npos);
}

TEST_CASE("a mistake leaves the old book as it is") {
    Here here;
    REQUIRE(run_hornbook({"build", here.book}).exit_code == 0);
    auto before = std::filesystem::last_write_time(here.book + "/dist/water.epub");
    here.around.write("book/chapters/02-rivers.md", "no title\n");
    CHECK(run_hornbook({"build", here.book}).exit_code == 1);
    CHECK(std::filesystem::last_write_time(here.book + "/dist/water.epub") == before);
}

TEST_CASE("mistakes as JSON lines say the same as those for people") {
    Here here;
    here.around.write("book/chapters/02-rivers.md", "# Rivers\n\n\xC3\xBC [x](nowhere.md)\n");
    ProcessResult result = run_hornbook({"check", here.book, "--json"});
    CHECK(result.exit_code == 1);
    std::istringstream lines(result.output);
    std::string line;
    bool found = false;
    while (std::getline(lines, line)) {
        nlohmann::json json = nlohmann::json::parse(line);
        if (json["file"] == "chapters/02-rivers.md" && json["severity"] == "error") {
            found = true;
            CHECK(json["line"] == 3);
            CHECK(json["column"].get<int>() >= 3);
            CHECK(json["offset"].get<int>() == json["column"].get<int>() - 1 + 11);  // code points there, bytes here
            CHECK_FALSE(json["hint"].get<std::string>().empty());
        }
    }
    CHECK(found);
}

TEST_CASE("warnings stop a strict build only") {
    Here here;
    here.around.write("book/chapters/02-rivers.md", "# Rivers\n\n## One\n\n#### Two\n");
    CHECK(run_hornbook({"build", here.book}).exit_code == 0);
    CHECK(run_hornbook({"build", here.book, "--strict"}).exit_code == 1);
}

TEST_CASE("what the machine refuses is exit code 2") {
    Here here;
    CHECK(run_hornbook({"build", "/nowhere"}).exit_code == 2);
    CHECK(run_hornbook({"build", here.book, "-o", here.book + "/nowhere/x.epub"}).exit_code == 2);
    CHECK(run_hornbook({"build", here.book, "-o", here.book}).exit_code == 2);
    CHECK(run_hornbook({"build", here.book, "--to", "handout", "--edition", "student"}).errors ==
          "hornbook: `--to handout` has no student edition; it takes `--edition test` or `--edition teacher`\n");
}

namespace {

// A book of one chapter with a picture 3,000 pixels wide, and one in colour.
void write_wide_book(const TemporaryFolder& around, const std::string& pictures) {
    around.write("wide/book.toml", "title = \"Wide\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\n" + pictures);
    around.write("wide/chapters/01-wide.md", "# Wide\n\n![A ruler](../images/ruler.tif)\n\n![The sea](../images/sea.tif)\n");
    around.write("wide/images/sea.tif", bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/colour.tif"));
    around.write("wide/images/ruler.tif", bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/turned.tif"));
}

std::string file_in_epub(const std::string& epub, const std::string& name) {
    return run_process({"unzip", "-p", epub, name}, "", {}).output;
}

}  // namespace

TEST_CASE("pictures go in as book.toml says, and as the command line says rather") {
    TemporaryFolder around;
    write_wide_book(around, "[pictures]\nwidth = 300\ncolour = \"grey\"\n");
    std::string folder = (around / "wide").string();
    auto ruler = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"build", folder});
        ProcessResult result = run_hornbook(arguments);
        CHECK(result.exit_code == 0);
        CHECK(result.errors == "");
        std::string wide = file_in_epub(folder + "/dist/wide.epub", "EPUB/pictures/ruler.png");
        std::string sea = file_in_epub(folder + "/dist/wide.epub", "EPUB/pictures/sea.png");
        return std::to_string(examine_picture(wide).width) + (examine_picture(sea).is_grey ? " grey" : "");
    };
    CHECK(ruler({}) == "300 grey");
    CHECK(ruler({"--pictures-width", "200"}) == "200 grey");
    CHECK(ruler({"--pictures", "keep"}) == "300");
    write_wide_book(around, "");
    CHECK(ruler({}) == "1600");
    CHECK(ruler({"--pictures", "grey", "--pictures-width", "5000"}) == "3000 grey");
}

TEST_CASE("somebody who watches is told which picture it is at") {
    TemporaryFolder around;
    write_wide_book(around, "");
    std::vector<std::string> stages;
    BuildRequest request;
    request.folder = (around / "wide").string();
    request.jobs = 1;
    request.pictures_program = std::string(HORNBOOK_BINARY_DIR) + "/hornbook-pictures";
    request.progress = [&](std::string_view stage) { stages.emplace_back(stage); };
    build(request);
    CHECK(std::find(stages.begin(), stages.end(), "pictures 1 of 3") != stages.end());  // and the cover, which is drawn
    CHECK(std::find(stages.begin(), stages.end(), "pictures 3 of 3") != stages.end());
}

TEST_CASE("the weight of heavy pictures is told") {
    TemporaryFolder around;
    write_wide_book(around, "");
    std::string profile = std::string("\xFF\xE2\xFF\xFF", 4) + std::string("ICC_PROFILE\0", 12);
    profile.resize(2 + 0xFFFF);
    std::string photograph = bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/colour.jpg");
    for (int i = 0; i < 40; ++i) {
        photograph.insert(2, profile);
    }
    around.write("wide/images/ruler.tif", photograph);
    ProcessResult result = run_hornbook({"build", (around / "wide").string()});
    CHECK(result.output.find("kB, pictures 26") != std::string::npos);
}

TEST_CASE("a link where the book would be written is not followed") {
    Here here;
    here.around.write("mine", "precious");
    std::filesystem::create_directory(here.book + "/dist");
    std::filesystem::create_symlink("../../mine", here.book + "/dist/water.epub");
    CHECK(run_hornbook({"build", here.book}).exit_code == 2);
    CHECK(std::filesystem::file_size(here.around / "mine") == 8);
}
