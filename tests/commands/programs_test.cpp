// Other programs: whoever builds can answer in their place, and none is asked for what is not made.
#include <sstream>

#include "building/build.h"
#include "catch.h"
#include "commands/commands.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

// What is asked, as "pandoc --to=html5", and an answer to all of it.
struct Answers {
    std::vector<std::string> asked;
    bool is_there = true;

    Programs programs() {
        return [this](const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits&) {
            auto program = std::find_if(arguments.begin(), arguments.end(),
                                        [](const std::string& word) { return word != "env" && word.find('=') == std::string::npos; });
            std::string name = program->substr(program->rfind('/') + 1);
            asked.push_back(name + " " + (program + 1 == arguments.end() ? "" : *(program + 1)));
            return ProcessResult{.started = is_there, .exit_code = 0, .output = answer(name, arguments, input), .errors = {}};
        };
    }
    bool was_asked(const std::string& what) const {
        return std::find(asked.begin(), asked.end(), what) != asked.end();
    }

private:
    static std::string answer(const std::string& name, const std::vector<std::string>& arguments, std::string_view input) {
        if (name == "pandoc") {
            return "<p><math><semantics><mi>seen</mi></semantics></math></p>";
        }
        return name == "hornbook-pictures" ? (arguments[1] == "verify" ? "whole" : "image/png 12 16\ndrawn")
                                           : "%PDF-" + std::string(input.substr(0, 9));
    }
};

struct SmallBook {
    TemporaryFolder folder;
    explicit SmallBook(const std::string& formula = "") {
        folder.write("book.toml", "title = \"Water\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
        folder.write("chapters/01-rain.md",
                     "# Rain\n\nRain falls " + formula + ".\n\n~~~quiz\n## What falls?\n- [x] Rain\n- [ ] Stones\n~~~\n");
        folder.write("chapters/glossary.md", "# Glossary\n\n## rain\n\nWater.\n");
    }
};

BuildRequest request_for(const SmallBook& book, Answers& answers, const std::vector<std::string>& outputs) {
    BuildRequest request;
    request.folder = book.folder.path();
    for (const std::string& name : outputs) {
        request.outputs.emplace_back(find_output(name));
    }
    request.write = false;
    request.jobs = 1;
    request.pictures_program = "/nowhere/hornbook-pictures";
    request.programs = answers.programs();
    return request;
}

TEST_CASE("a book is made though no program is started, by what somebody answers in their place") {
    SmallBook book("$x^2$");
    Answers answers;
    BuildResult result = build(request_for(book, answers, {"web", "handout"}));
    CHECK(result.diagnostics.all().empty());
    REQUIRE(result.made.size() == 2);
    std::map<std::string, std::string> files;
    for (const Made& made : result.made) {
        for (const File& file : made.files) {
            files[file.name] = std::string(file.bytes);
        }
    }
    CHECK(files["pictures/cover.png"] == "drawn");
    CHECK(files["01-rain.html"].find("<mi>seen</mi>") != std::string::npos);
    CHECK(files["01-rain-worksheet.pdf"] == "%PDF-<!DOCTYPE");
    CHECK(answers.was_asked("pandoc --sandbox"));
    CHECK(answers.was_asked("weasyprint --version"));
    CHECK(answers.was_asked("weasyprint --quiet"));
}

TEST_CASE("programs that nobody answers for are missing as on any machine") {
    SmallBook book("$x^2$");
    Answers answers;
    answers.is_there = false;
    BuildResult result = build(request_for(book, answers, {"gift"}));
    REQUIRE(result.diagnostics.all().size() == 1);
    CHECK(result.diagnostics.all()[0].message.find("pandoc is not installed") != std::string::npos);
    CHECK(result.made.size() == 1);
}

TEST_CASE("a cover is drawn only for what shows one, and what shows none is the same beside it") {
    SmallBook book;
    Answers of_check;
    CHECK_FALSE(build(request_for(book, of_check, {})).diagnostics.has_errors());
    CHECK(of_check.asked.empty());
    std::vector<std::string> all;
    for (const Output& output : outputs()) {
        all.emplace_back(output.name);
    }
    Answers of_all;
    BuildResult together = build(request_for(book, of_all, all));
    REQUIRE(together.made.size() == all.size());
    CHECK(std::count(of_all.asked.begin(), of_all.asked.end(), "hornbook-pictures raster") == 1);
    for (std::size_t i = 0; i < all.size(); ++i) {
        CAPTURE(all[i]);
        Answers answers;
        BuildResult alone = build(request_for(book, answers, {all[i]}));
        CHECK(answers.was_asked("hornbook-pictures raster") == outputs()[i].shows_cover);
        REQUIRE(alone.made.size() == 1);
        REQUIRE(alone.facts);
        CHECK(alone.facts->cover.bytes.empty() == !outputs()[i].shows_cover);
        const Files& files = alone.made[0].files;
        CHECK(std::equal(files.begin(), files.end(), together.made[i].files.begin(), together.made[i].files.end(),
                         [](const File& a, const File& b) { return a.name == b.name && a.bytes.view() == b.bytes.view(); }));
    }
}

TEST_CASE("commands hand on who answers") {
    SmallBook book;
    Answers answers;
    std::ostringstream out;
    std::ostringstream err;
    Console console{out, err, nullptr, false, answers.programs()};
    BuildOptions options;
    options.book = book.folder.path();
    options.path = (book.folder / "water.epub").string();
    CHECK(run_build(options, console) == made);
    CHECK(err.str() == "");
    CHECK(answers.asked == std::vector<std::string>{"hornbook-pictures raster"});
}

}  // namespace
}  // namespace hornbook
