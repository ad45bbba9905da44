#include <filesystem>

#include "base/files.h"
#include "base/trouble.h"
#include "building/plugin_archive.h"
#include "commands/commands.h"
#include "commands/option_checks.h"
#include "packaging/atomic_file.h"

namespace hornbook {
namespace {

// The file to write; a path that does not end in .zip is a folder, which is made at need.
std::string file_for(const std::string& path) {
    if (path.empty() || (has_ending(path, ".zip") && !is_folder(path))) {
        return path.empty() ? std::string(plugin_archive_name) : path;
    }
    std::error_code failed;
    std::filesystem::create_directories(path, failed);
    if (failed && !is_folder(path)) {
        throw Trouble("cannot make the folder `" + path + "`: " + failed.message());
    }
    return path + (path.ends_with('/') ? "" : "/") + std::string(plugin_archive_name);
}

}  // namespace

int run_plugin(const PluginOptions& options, Console& console) {
    std::string path = file_for(options.path);
    write_file(path, make_plugin_archive());
    console.out << "made " << path << " (version " << HORNBOOK_VERSION << ")\n";
    return made;
}

}  // namespace hornbook
