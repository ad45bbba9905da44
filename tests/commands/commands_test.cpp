// The commands as somebody uses them, on real books, with the real programs.
#include "commands/commands.h"

#include <nlohmann/json.hpp>
#include <sstream>

#include "base/process.h"
#include "catch.h"
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
}

TEST_CASE("a link where the book would be written is not followed") {
    Here here;
    here.around.write("mine", "precious");
    std::filesystem::create_directory(here.book + "/dist");
    std::filesystem::create_symlink("../../mine", here.book + "/dist/water.epub");
    CHECK(run_hornbook({"build", here.book}).exit_code == 2);
    CHECK(std::filesystem::file_size(here.around / "mine") == 8);
}
