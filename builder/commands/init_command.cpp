#include <filesystem>

#include "base/trouble.h"
#include "building/starter.h"
#include "commands/commands.h"
#include "packaging/atomic_file.h"

namespace hornbook {

int run_init(const InitOptions& options, Console& console) {
    namespace fs = std::filesystem;
    fs::path folder(options.folder);
    std::error_code error;
    if (fs::exists(folder, error) && !(fs::is_directory(folder, error) && fs::is_empty(folder, error))) {
        console.err << "hornbook: `" << options.folder << "` is there already and is not an empty folder\n  hint: choose another name\n";
        return trouble;
    }
    for (const auto& [name, bytes] : starter_files()) {
        fs::path path = folder / name;
        fs::create_directories(path.parent_path(), error);
        if (error) {
            throw Trouble("cannot make the folder `" + path.parent_path().string() + "`: " + error.message());
        }
        write_file(path.string(), bytes);
    }
    console.out << "wrote a small book into " << options.folder << "; next: hornbook build " << options.folder << "\n";
    return made;
}

}  // namespace hornbook
