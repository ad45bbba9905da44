// Fixes: whoever lets a program make the edits of a message has mended the mistake, and made no other.
#include "building/fixes.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include "building/build.h"
#include "catch.h"
#include "model/mistakes.h"
#include "model/show_diagnostic.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

const fs::path mistakes = fs::path(HORNBOOK_SOURCE_DIR) / "tests/mistakes";

struct Checked {
    BuildResult result;
    std::multiset<std::string> told;  // without lines and what stands there
};

std::string in_words(const Diagnostic& one, const Sources& sources) {
    std::string file = one.place.file < sources.size() ? sources[one.place.file].path : "";
    return file + ": " + std::string(code_of(one.mistake)) + ": " + one.message;
}

Checked check(const std::string& folder, std::shared_ptr<const Overlay> over) {
    BuildRequest request;
    request.folder = folder;
    request.open.over = std::move(over);
    request.pictures_program = HORNBOOK_BINARY_DIR "/hornbook-pictures";
    Checked checked{build(request), {}};
    for (const Diagnostic& one : checked.result.diagnostics.all()) {
        checked.told.insert(in_words(one, checked.result.sources));
    }
    return checked;
}

std::ptrdiff_t broken_toml(const Checked& checked) {
    const std::vector<Diagnostic>& all = checked.result.diagnostics.all();
    return std::count_if(all.begin(), all.end(), [](const Diagnostic& one) { return one.mistake == Mistake::bad_toml; });
}

// The file's text with the edits made, from the last to the first.
std::string mended(const Source& source, std::vector<Edit> edits) {
    std::string text = source.text;
    std::reverse(edits.begin(), edits.end());
    for (const Edit& edit : edits) {
        text.replace(source.line_starts[edit.place.line - 1] + edit.place.column - 1, edit.place.length, edit.text);
    }
    return text;
}

}  // namespace

TEST_CASE("a fix mends what it belongs to, and nothing else is wrong for it") {
    std::size_t tried = 0;
    for (const auto& entry : fs::directory_iterator(mistakes)) {
        if (!fs::exists(entry.path() / "book.toml")) {
            continue;
        }
        Checked before = check(entry.path().string(), nullptr);
        for (const Diagnostic& one : before.result.diagnostics.all()) {
            std::optional<Fix> fix = fix_for(one, before.result.sources);
            if (!fix) {
                continue;
            }
            ++tried;
            const Source& source = before.result.sources[one.place.file];
            std::string text = mended(source, fix->edits);
            auto over = std::make_shared<const Overlay>(Overlay{{{source.path, text}}, {}});
            Checked after = check(entry.path().string(), over);
            INFO(show(one, before.result.sources, "", false) << fix->title << "\n" << text);
            CHECK(after.told.count(in_words(one, before.result.sources)) < before.told.count(in_words(one, before.result.sources)));
            CHECK(broken_toml(after) <= broken_toml(before));
        }
    }
    CHECK(tried > 50);
}

TEST_CASE("a language in book.toml keeps its quotation marks") {
    Checked checked = check((mistakes / "bad-language").string(), nullptr);
    const Sources& sources = checked.result.sources;
    const std::vector<Diagnostic>& all = checked.result.diagnostics.all();
    auto in_toml = std::find_if(all.begin(), all.end(), [&](const Diagnostic& one) { return sources[one.place.file].path == "book.toml"; });
    REQUIRE(in_toml != all.end());
    REQUIRE(fix_for(*in_toml, sources));
    CHECK(mended(sources[in_toml->place.file], fix_for(*in_toml, sources)->edits).find("language = \"fr\"\n") != std::string::npos);
}

TEST_CASE("a hint that leaves something to choose is no fix") {
    Sources sources;
    sources.add("chapters/a.md", "> [!NOTES] a\n");
    Diagnostic one{Mistake::unknown_callout, {0, 1, 3, 8}, "there is no callout", "did you mean `[!NOTE]`?"};
    REQUIRE(fix_for(one, sources));
    CHECK(fix_for(one, sources)->title == "Write `[!NOTE]`");
    CHECK(mended(sources[0], fix_for(one, sources)->edits) == "> [!NOTE] a\n");
    for (const char* hint : {"", "write `a` or `b`", "write `a` where it belongs", "did you mean ``?", "take it out"}) {
        one.hint = hint;
        CHECK_FALSE(fix_for(one, sources));
    }
}

}  // namespace hornbook
