// Depfiles as Make and Ninja read them: a book is made again when something of it changes, and only then.
#include "building/depfile.h"

#include <chrono>
#include <thread>

#include "base/process.h"
#include "base/trouble.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace hornbook;
namespace fs = std::filesystem;

namespace {

const std::string program = std::string(HORNBOOK_BINARY_DIR) + "/hornbook";

// A folder with one book in it whose names are as awkward as Make and Ninja allow, and with the files of a build system.
struct Yard {
    TemporaryFolder around;
    std::vector<std::string> tool;

    explicit Yard(std::vector<std::string> with) : tool(std::move(with)) {
        around.write("my book/book.toml",
                     "title = \"Rain\"\nlanguage = \"en\"\ndate = 2026-11-23\ncover = \"images/100%25 %231.png\"\ncover_alt = \"Rain\"\n");
        around.write("my book/chapters/01 rain: $5.md", "# Rain\n\nIt rains.\n");
        around.write("my book/chapters/glossary.md", "# Glossary\n\n## rain\n\nWater.\n");
        around.write("my book/images/100% #1.png", bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/colour.png"));
        std::string command = program + " build 'my book' -o out/rain.epub --depfile out/rain.d --quiet && echo made\n";
        around.write("Makefile", "out/rain.epub:\n\t@mkdir -p out && " + command + "-include out/rain.d\n");
        around.write("build.ninja", "rule book\n  command = " + command + "  depfile = out/rain.d\nbuild out/rain.epub: book\n");
        around.write("gcc/build.ninja",
                     "rule book\n  command = " + command + "  depfile = out/rain.d\n  deps = gcc\nbuild out/rain.epub: book\n");
    }

    // Whether the book was made.
    bool run() {
        std::vector<std::string> arguments = {"env", "-C", around.path()};
        arguments.insert(arguments.end(), tool.begin(), tool.end());
        ProcessResult result = run_process(arguments, "", {});
        INFO(result.output << result.errors);
        REQUIRE(result.exit_code == 0);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));  // file systems count time in steps: what changes now is newer
        return result.output.find("made\n") != std::string::npos;
    }

    void change(const std::string& file) const {
        fs::last_write_time(around / ("my book/" + file), fs::file_time_type::clock::now());
    }
};

}  // namespace

TEST_CASE("Make and Ninja make a book again when something of it changes, and only then") {
    auto tool = GENERATE(values<std::vector<std::string>>({{"make"}, {"ninja"}, {"ninja", "-f", "gcc/build.ninja"}}));
    Yard yard(tool);
    INFO(tool.front());
    CHECK(yard.run());
    CHECK_FALSE(yard.run());
    for (const char* file : {"book.toml", "chapters/01 rain: $5.md", "chapters/glossary.md", "images/100% #1.png"}) {
        INFO(file);
        yard.change(file);
        CHECK(yard.run());
        CHECK_FALSE(yard.run());
    }
    for (const char* file : {"chapters/02-rivers.md", "chapters/part/03-sea.md", "styles/extra.css"}) {  // the first style of the book
        INFO(file);
        fs::create_directories((yard.around / ("my book/" + std::string(file))).parent_path());
        yard.around.write("my book/" + std::string(file),
                          fs::path(file).extension() == ".css" ? "p { color: red; }\n" : "# Water\n\nFlows.\n");
        CHECK(yard.run());
        CHECK_FALSE(yard.run());
        yard.change(file);
        CHECK(yard.run());
        CHECK_FALSE(yard.run());
    }
    for (const char* file : {"chapters/02-rivers.md", "chapters/glossary.md", "styles/extra.css"}) {
        INFO(file);
        fs::remove(yard.around / ("my book/" + std::string(file)));
        CHECK(yard.run());
        CHECK_FALSE(yard.run());
    }
}

TEST_CASE("a book with mistakes leaves its depfile as it is") {
    Yard yard({"make"});
    CHECK(yard.run());
    std::string before = bytes_of_file(yard.around / "out/rain.d");
    yard.around.write("my book/chapters/02-rivers.md", "no title\n");
    CHECK(run_process({"env", "-C", yard.around.path(), "make"}, "", {}).exit_code == 2);
    CHECK(bytes_of_file(yard.around / "out/rain.d") == before);
    yard.around.write("my book/chapters/02-rivers.md", "# Rivers\n\nFlow.\n");
    CHECK(yard.run());
    CHECK_FALSE(yard.run());
}

TEST_CASE("what is written into the book's folder does not make it out of date") {
    TemporaryFolder around;
    around.write("Makefile", "all: rain.epub\nrain.epub:\n\t@" + program +
                                 " build -o rain.epub --depfile rain.d --quiet && echo made\n-include rain.d\n");
    around.write("book.toml", "title = \"Rain\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    around.write("chapters/01-rain.md", "# Rain\n\nIt rains.\n");
    std::vector<std::string> make = {"env", "-C", around.path(), "make"};
    CHECK(run_process(make, "", {}).output == "made\n");
    CHECK(run_process(make, "", {}).output.find("made\n") == std::string::npos);
}

TEST_CASE("rules: each name as Make and Ninja both read it, once, and an empty rule for each") {
    DependencyRules rules = dependency_rules({"a b.epub", "c"}, {"x#1.md", "x#1.md", "$x: y.md", "100%.png"});
    CHECK(rules.unwritable.empty());
    CHECK(rules.text ==
          "a\\ b.epub c: \\\n  $$x\\:\\ y.md \\\n  100%.png \\\n  x\\#1.md\n"
          "\n$$x\\:\\ y.md:\n"
          "\nx\\#1.md:\n");
}

TEST_CASE("what no rule can hold makes the book at every run, and is told of") {
    auto tool = GENERATE(values<std::vector<std::string>>({{"make"}, {"ninja"}}));
    Yard yard(tool);
    yard.around.write("my book/chapters/02 [draft].md", "# Rivers\n\nFlow.\n");
    CHECK(yard.run());
    CHECK(yard.run());
    CHECK(dependency_rules({"a"}, {"b", "c=d", "~e", "f\ng"}).unwritable == std::vector<std::string>{"c=d", "f\ng", "~e"});
    ProcessResult result =
        run_process({program, "build", yard.around.path() + "/my book", "--depfile", (yard.around / "x.d").string()}, "", {});
    CHECK(result.exit_code == 0);
    CHECK(result.errors.find("my book/chapters/02 [draft].md`, so this book is made at every run") != std::string::npos);
}

TEST_CASE("a depfile is refused where it would do harm, and nothing is written") {
    Yard yard({"make"});
    std::string book = yard.around.path() + "/my book";
    auto refused = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {program, "build", book});
        ProcessResult result = run_process(arguments, "", {});
        CHECK(result.exit_code == 2);
        CHECK(yard.around.count() == 4);
        return result.errors;
    };
    CHECK(refused({"--depfile", book + "/chapters/glossary.md"}).find("is a file of the book itself") != std::string::npos);
    std::string same = (yard.around / "same").string();
    CHECK(refused({"-o", same, "--depfile", same}).find("is where the book goes") != std::string::npos);
    std::string odd = (yard.around / "100%.epub").string();
    CHECK(refused({"-o", odd, "--depfile", same}).find("Make and Ninja cannot be told of a file named `" + odd + "`") != std::string::npos);
}
