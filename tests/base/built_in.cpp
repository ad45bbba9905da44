#include "base/built_in.h"

#include <set>

#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

TEST_CASE("what is built in is what lies in the source") {
    std::set<std::string> wanted;
    auto take = [&](const fs::path& folder, const std::string& prefix, const std::string& extension) {
        for (const fs::directory_entry& file : fs::recursive_directory_iterator(folder)) {
            if (!file.is_regular_file() || (!extension.empty() && file.path().extension() != extension)) {
                continue;
            }
            std::string name = prefix + fs::relative(file.path(), folder).generic_string();
            CAPTURE(name);
            wanted.insert(name);
            CHECK((built_in_file(name) == bytes_of_file(file.path())));
        }
    };
    take(fs::path(HORNBOOK_SOURCE_DIR) / "styles", "styles/", ".css");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "plugin/epub", "plugin/epub/", "");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "plugin/collect", "plugin/collect/", "");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "plugin/grading", "plugin/grading/", ".json");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "plugin/web", "plugin/web/", "");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "plugin/koreader/hornbook.koplugin", "plugin/koreader/hornbook.koplugin/", "");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "builder/commands/init/book", "init/", "");
    take(fs::path(HORNBOOK_SOURCE_DIR) / "builder/manual", "manual/", "");
    CHECK(wanted.contains("styles/book.css"));
    CHECK(wanted.contains("init/book.toml"));

    std::set<std::string> found;
    for (const BuiltInFile& file : built_in_files()) {
        found.insert(std::string(file.name));
    }
    CHECK(found == wanted);
}

}  // namespace
}  // namespace hornbook
