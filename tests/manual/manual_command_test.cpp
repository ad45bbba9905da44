// `hornbook manual` and `hornbook forms` as people use them.
#include "base/process.h"
#include "catch.h"
#include "temporary_folder.h"

using namespace hornbook;

namespace {

ProcessResult run_hornbook(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), std::string(HORNBOOK_BINARY_DIR) + "/hornbook");
    ProcessResult result = run_process(arguments, "", {});
    REQUIRE(result.started);
    return result;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("the manual is written as what was asked for, and nothing is left behind") {
    TemporaryFolder folder;
    std::string book = folder.path() + "/m.epub";
    ProcessResult made = run_hornbook({"manual", "-o", book});
    CHECK(made.exit_code == 0);
    CHECK(has(made.output, "made " + book));
    CHECK(bytes_of_file(book).substr(30, 28) == "mimetypeapplication/epub+zip");
    CHECK(run_hornbook({"manual", "--to", "web", "-o", folder.path() + "/web"}).exit_code == 0);
    CHECK(has(bytes_of_file(folder / "web/index.html"), "The Hornbook Manual"));
    CHECK(run_hornbook({"manual", "-o", folder.path() + "/no/m.epub"}).exit_code == 2);
    std::string first = bytes_of_file(book);
    run_hornbook({"manual", "-o", book});
    CHECK(bytes_of_file(book) == first);
}

TEST_CASE("a topic is told, or those that were meant, or what there is") {
    ProcessResult told = run_hornbook({"manual", "gaps"});
    CHECK(told.exit_code == 0);
    CHECK(told.output.starts_with("## Gaps\n"));
    ProcessResult several = run_hornbook({"manual", "wrong"});
    CHECK(several.exit_code == 2);
    CHECK(has(several.errors, "in several places: `wrong`"));
    ProcessResult none = run_hornbook({"manual", "qqqqqqqqqq"});
    CHECK(none.exit_code == 2);
    CHECK(has(none.errors, "says nothing of `qqqqqqqqqq`"));
    CHECK(has(none.errors, "\n    Gaps\n"));
    CHECK(run_hornbook({"manual", "true", "or", "false"}).output.starts_with("## True or false\n"));
    ProcessResult both = run_hornbook({"manual", "gaps", "--to", "web"});
    CHECK(both.exit_code == 2);
    CHECK(has(both.errors, "hint: leave out `gaps`, or --to"));
}

TEST_CASE("the forms are told here, or made as a sheet") {
    ProcessResult told = run_hornbook({"forms"});
    CHECK(told.exit_code == 0);
    CHECK(told.output.starts_with("# Every form of Hornbook\n"));
    CHECK(has(told.output, "    - [x] Heat\n"));
    TemporaryFolder folder;
    CHECK(run_hornbook({"forms", "--to", "web", "-o", folder.path() + "/forms"}).exit_code == 0);
    CHECK(run_hornbook({"forms", "-o", folder.path() + "/forms"}).exit_code == 2);
}
