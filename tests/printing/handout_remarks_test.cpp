// What is said to somebody whose handouts were made, though not as they may think.
#include "base/text.h"
#include "handouts.h"
#include "pdf.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

bool is_said(const ProcessResult& result, std::string_view words) {
    return result.exit_code == 0 && result.errors.find(words) != std::string::npos;
}

void write_book(const TemporaryFolder& folder, const std::string& settings) {
    folder.write("book/book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n[handout]\n" + settings);
    folder.write("book/chapters/01-a.md", "# A\n\n~~~quiz\n## One?\n- [x] a\n- [ ] b\n~~~\n");
}

}  // namespace

TEST_CASE("what a smaller run takes away is told, and a folder of one's own stays") {
    TemporaryFolder folder;
    write_book(folder, "versions = [\"A\", \"B\"]\n");
    std::vector<std::string> build = {"build", (folder / "book").string(), "--to", "handout"};
    CHECK(run_hornbook(build).exit_code == 0);
    folder.write("book/dist/t-handout/my class/seats.txt", "mine");
    build.insert(build.end(), {"--parts", "worksheet"});
    CHECK(
        is_said(run_hornbook(build), "and this one did not is gone: 01-a-key-A.pdf, 01-a-key-B.pdf, 01-a-key-all.pdf, 01-a-reading.pdf ["));
    CHECK(bytes_of_file(folder / "book/dist/t-handout/my class/seats.txt") == "mine");
    CHECK(run_hornbook(build).errors.empty());
}

TEST_CASE("options that do nothing, or not what they seem to do, are told") {
    TemporaryFolder folder;
    write_book(folder, "page_list = true\n");
    auto build = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"build", (folder / "book").string(), "--to", "handout", "--parts", "worksheet"});
        return run_hornbook(more);
    };
    CHECK(is_said(build({"--seed", "7"}), "`--seed` shuffles versions, and none were asked for"));
    CHECK_FALSE(is_said(build({"--seed", "7", "--versions", "A"}), "`--seed`"));
    CHECK(is_said(build({"--large-print"}), "large print has pages of its own"));
    CHECK(is_said(build({"--page-list"}), "add `--to epub`"));
    CHECK_FALSE(is_said(build({"--page-list", "--to", "epub"}), "add `--to epub`"));
}

TEST_CASE("what cannot be made is told before the work, and nothing is not called made") {
    TemporaryFolder folder;
    folder.write("book/book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("book/chapters/01-a.md", "# A\n\nNo questions.\n");
    std::string book = (folder / "book").string();
    ProcessResult nothing = run_hornbook({"build", book, "--to", "handout", "--parts", "worksheet"});
    CHECK(nothing.exit_code == 2);
    CHECK(nothing.errors.find("there is nothing for `handout` to make; worksheets and keys need questions") != std::string::npos);
    ProcessResult lost = run_hornbook({"build", book, "--to", "handout", "-o", (folder / "gone/out").string()});
    CHECK(lost.exit_code == 2);
    CHECK(lost.errors.find("there is no folder `" + (folder / "gone").string() + "`") != std::string::npos);
}

TEST_CASE("the grid of all versions has every answer that earns marks") {
    TemporaryFolder folder;
    folder.write("book/book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("book/chapters/01-a.md", "# A\n\n~~~quiz\n## Capital?\n= Paris\n= half {50%}\n= Lutetia\n\n## Why?\n____ lines=2\n~~~\n");
    make_handout((folder / "book").string(), folder / "out", {"--versions", "A,B", "--parts", "key"});
    std::string grid = collapse_spaces(text_of_pdf((folder / "out/01-a-key-all.pdf").string()));
    INFO(grid);
    CHECK(grid.find("Paris, Lutetia, half (50% of the marks) [1]") != std::string::npos);
    CHECK(grid.find("–") != std::string::npos);
    CHECK(grid.find("Marking notes") == std::string::npos);
}

}  // namespace hornbook
