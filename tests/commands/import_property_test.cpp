// What `import` writes, `check` accepts: every bank of the tests and every export of their books, as they are and spoiled by seeded chance.
// A bank with mistakes of its own is told so; else its chapter has none.
#include <algorithm>
#include <filesystem>
#include <random>

#include "base/text.h"
#include "books.h"
#include "building/build.h"
#include "catch.h"
#include "importing/bank.h"
#include "importing/give_ids.h"
#include "importing/markdown.h"
#include "outputs/output.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

struct Seed {
    std::string name;
    std::string text;
};

std::vector<Seed> seeds() {
    std::vector<Seed> all;
    for (const auto& entry : fs::recursive_directory_iterator(HORNBOOK_SOURCE_DIR "/tests/banks")) {
        std::string path = fs::relative(entry.path(), HORNBOOK_SOURCE_DIR "/tests/banks").string();
        std::string suffix = entry.path().extension().string();
        bool bank = suffix == ".xml" || suffix == ".gift" || suffix == ".txt";
        if (entry.is_regular_file() && bank && path.find("expected") == std::string::npos && path.find("manifest") == std::string::npos) {
            all.push_back({path, bytes_of_file(entry.path())});
        }
    }
    for (std::string book : {"quizzes", "signs"}) {
        Book woven = woven_book(HORNBOOK_SOURCE_DIR "/tests/books/" + book, Edition::teacher);
        for (std::string output : {"gift", "moodle-xml", "qti"}) {
            Diagnostics losses;
            for (const File& file : find_output(output)->make(woven, {}, losses)) {
                if (output != "qti" || file.name.starts_with("items/")) {
                    all.push_back({book + " as " + file.name, file.bytes});
                }
            }
        }
    }
    std::sort(all.begin(), all.end(), [](const Seed& a, const Seed& b) { return a.name < b.name; });
    return all;
}

// One thing changed: a line taken out, written twice or put elsewhere, or some signs.
std::string spoiled(const std::string& text, std::mt19937& chance) {
    auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(chance()) % n; };
    std::vector<std::string_view> views = split(text, '\n');
    std::vector<std::string> lines(views.begin(), views.end());
    std::size_t line = below(lines.size());
    constexpr std::string_view signs = "{}~=#<>&\"[]|$*_`\\->: 1x";
    switch (chance() % 5) {
        case 0:
            lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(line));
            break;
        case 1:
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(line), lines[line]);
            break;
        case 2:
            std::swap(lines[line], lines[below(lines.size())]);
            break;
        case 3:
            lines[line].insert(below(lines[line].size()), std::string(1 + below(3), signs[below(signs.size())]));
            break;
        default:
            lines[line].erase(below(lines[line].size()), 1 + below(4));
    }
    return join(lines, "\n");
}

// What `check` says of the chapter that the text becomes; empty where the text has mistakes of its own.
std::string errors_after_import(const std::string& text, int& chapters) {
    Words words = words_for("en-GB");
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Bank> bank = read_bank({"bank", text, "", "Bank", "en-GB", words, {}, {}}, sources, diagnostics);
    if (!bank || diagnostics.has_errors() || bank->chapter.quizzes.empty()) {
        return "";
    }
    ++chapters;
    give_ids(bank->chapter, {"bank", {}});
    TemporaryFolder folder;
    std::vector<std::string> addresses;
    for (const BankPicture& picture : bank->pictures) {
        folder.write("images/" + picture.name, picture.bytes);
        addresses.push_back("../images/" + picture.name);
    }
    folder.write("chapters/bank.md", markdown_of_chapter({bank->chapter, nullptr, addresses}).text);
    folder.write("book.toml", "title = \"Bank\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\n");
    WovenBook book = read_woven_book(folder.path(), 1);
    std::string said;
    for (const Diagnostic& row : book.diagnostics.all()) {
        if (severity_of(row.mistake) == Severity::error) {
            said += std::string(book.sources[row.place.file].line(row.place.line)) + "\n" + row.message + "\n";
        }
    }
    return said;
}

}  // namespace

TEST_CASE("what import writes, check accepts, also of banks that were spoiled") {
    std::mt19937 chance(20261128);  // the same numbers everywhere
    int chapters = 0;
    for (const Seed& seed : seeds()) {
        INFO(seed.name);
        CHECK(errors_after_import(seed.text, chapters) == "");
        for (int time = 0; time < 6; ++time) {
            std::string text = spoiled(seed.text, chance);
            text = time % 2 == 0 ? text : spoiled(text, chance);
            std::string said = errors_after_import(text, chapters);
            INFO(text);
            CHECK(said == "");
        }
    }
    CHECK(chapters > 30);
}

}  // namespace hornbook
