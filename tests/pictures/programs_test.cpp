// Pictures where somebody answers in the place of the second program.
#include <csignal>

#include "base/trouble.h"
#include "model/mistakes.h"
#include "pictures/decoder.h"
#include "pictures/prepared.h"
#include "trouble_of.h"

namespace hornbook {
namespace {

ProcessResult answer(std::string output) {
    return {.started = true, .exit_code = 0, .output = std::move(output), .errors = {}};
}

ProcessResult ended(int exit_code) {
    return {.started = true, .exit_code = exit_code, .output = {}, .errors = {}};
}

// What works with the smallest picture and with what needs no change, and gives this answer to whatever must be converted.
Programs with_conversions(const ProcessResult& conversion) {
    return [conversion](const std::vector<std::string>& arguments, std::string_view, const ProcessLimits&) {
        return arguments.at(1) == "raster" ? answer("image/png 1 1\nabc") : arguments.at(1) == "verify" ? answer("whole") : conversion;
    };
}

Prepared prepared_by(const Programs& programs, const ProcessLimits& limits = {}) {
    Prepared prepared;
    prepared.book.pictures = {picture("a.webp", fixture("colour.webp")), picture("b.png", fixture("colour.png"))};
    prepared.book.cover = 1;
    prepare_pictures(prepared.book, {"/nowhere/hornbook-pictures", 1, limits, {}, programs}, prepared.diagnostics);
    return prepared;
}

TEST_CASE("what is asked of the program of pictures somebody else can answer") {
    std::vector<std::pair<std::vector<std::string>, std::string>> asked;
    Programs programs = [&](const std::vector<std::string>& arguments, std::string_view input, const ProcessLimits&) {
        asked.emplace_back(arguments, input);
        return arguments.at(1) == "verify" ? answer("whole\n") : answer("image/png 7 5\na\nb");
    };
    Prepared prepared = prepared_by(programs);
    CHECK(prepared.diagnostics.all().empty());
    CHECK(prepared.book.pictures[0].media_type == "image/png");
    CHECK(prepared.book.pictures[0].width == 7);
    CHECK(prepared.book.pictures[0].height == 5);
    CHECK(prepared.book.pictures[0].bytes == "a\nb");
    CHECK((prepared.book.pictures[1].bytes == fixture("colour.png")));
    REQUIRE(asked.size() == 2);
    CHECK(asked[0].first == std::vector<std::string>{"/nowhere/hornbook-pictures", "convert", "100000000", "1600", "colour"});
    CHECK(asked[0].second == fixture("colour.webp"));
    CHECK(asked[1].first == std::vector<std::string>{"/nowhere/hornbook-pictures", "verify"});
}

TEST_CASE("answers that are no pictures are told like those of the program") {
    ProcessLimits small;
    small.most_output = 2;
    for (const auto& [conversion, limits, message] : std::vector<std::tuple<ProcessResult, ProcessLimits, std::string>>{
             {answer("refused\nbad header"), {}, "it cannot be decoded (bad header)"},
             {ended(128 + SIGSEGV), {}, "its decoder broke down over it"},
             {answer("image/png 9 9\nabc"), small, "it becomes too big when it is converted"},
         }) {
        CAPTURE(message);
        check_message(prepared_by(with_conversions(conversion), limits), Mistake::broken_picture, message);
    }
    for (const ProcessResult& conversion : {ProcessResult{}, ended(3), answer("?")}) {
        CHECK_THROWS_AS(prepared_by(with_conversions(conversion)), Trouble);
    }
}

}  // namespace
}  // namespace hornbook
