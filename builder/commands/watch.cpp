#include "commands/watch.h"

#include <chrono>
#include <filesystem>
#include <map>
#include <thread>

namespace hornbook {
namespace {

namespace fs = std::filesystem;
using Signature = std::map<std::string, std::pair<fs::file_time_type, std::uintmax_t>>;

Signature look(const std::string& folder) {
    Signature signature;
    std::error_code error;
    auto note = [&](const fs::path& path) {
        std::error_code gone;
        signature[path.string()] = {fs::last_write_time(path, gone), fs::file_size(path, gone)};
    };
    note(fs::path(folder) / "book.toml");
    for (const char* name : {"chapters", "images", "styles"}) {
        for (fs::recursive_directory_iterator at(fs::path(folder) / name, error), end; !error && at != end; at.increment(error)) {
            note(at->path());
        }
    }
    return signature;
}

}  // namespace

void wait_for_change(const std::string& folder) {
    Signature before = look(folder);
    do {
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    } while (look(folder) == before);
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // an editor may write in two steps
}

}  // namespace hornbook
