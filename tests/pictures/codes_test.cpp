// Codes found in photographs by hornbook-codes.
#include "catch.h"
#include "pictures/codes/read_codes.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

const std::string codes_program = HORNBOOK_BINARY_DIR "/hornbook-codes";
const std::string files = HORNBOOK_SOURCE_DIR "/tests/pictures/";

}  // namespace

TEST_CASE("a code is found, a picture without one has none, and what is no picture is refused") {
    CodesProgram program{codes_program, {}};
    std::optional<CodesInPicture> found = read_codes(program, "code.png", bytes_of_file(files + "codes/code.png"));
    REQUIRE(found);
    CHECK(found->texts == std::vector<std::string>{"HB1/1/1/00000000/37/ABC"});
    found = read_codes(program, "turned.jpg", bytes_of_file(files + "files/turned.jpg"));
    REQUIRE(found);
    CHECK(found->texts.empty());
    CHECK(found->problem.empty());
    found = read_codes(program, "x.jpg", "not a picture");
    REQUIRE(found);
    CHECK(found->texts.empty());
    CHECK(!found->problem.empty());
}

TEST_CASE("without the program there is no answer") {
    CHECK(!read_codes({"/nowhere/hornbook-codes", {}}, "code.png", "x"));
}
