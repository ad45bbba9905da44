#include "building/plugin_archive.h"

#include <vector>

#include "base/built_in.h"
#include "base/trouble.h"
#include "packaging/archive.h"

namespace hornbook {

std::string make_plugin_archive() {
    constexpr std::string_view around = "plugin/koreader/";
    constexpr std::string_view folder = "plugin/koreader/hornbook.koplugin/";
    constexpr std::int64_t first_day_of_zips = 315'532'800;  // 1980-01-01: nothing of the day on which it is made stands in it
    std::vector<ArchiveEntry> entries;
    for (const BuiltInFile& file : built_in_files()) {
        if (file.name.starts_with(folder)) {
            entries.push_back({file.name.substr(around.size()), file.bytes});
        }
    }
    if (entries.empty()) {
        throw Trouble("this build of Hornbook has no plugin in it");
    }
    return make_archive(entries, first_day_of_zips, 1);
}

}  // namespace hornbook
