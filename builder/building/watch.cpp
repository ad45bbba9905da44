#include "building/watch.h"

#include <chrono>
#include <thread>

#include "base/files.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

void note(const std::string& path, Signature& signature) {
    try {
        std::optional<FileStatus> status = look_at(path);
        if (!status) {
            return;
        }
        constexpr std::int64_t second = 1'000'000'000;
        signature[path] = {status->st_mtim.tv_sec * second + status->st_mtim.tv_nsec, status->st_size};
        std::optional<FileStatus> itself = look_at_link(path);
        if (itself && S_ISDIR(itself->st_mode)) {  // links to folders may lead round in a circle
            for (const std::string& name : names_in(path)) {
                note(path + "/" + name, signature);
            }
        }
    } catch (const Trouble&) {
        signature[path] = {-1, -1};
    }
}

}  // namespace

Signature signature_of(const std::string& folder) {
    Signature signature;
    for (const char* name : {"book.toml", "chapters", "images", "styles"}) {
        note(folder + "/" + name, signature);
    }
    return signature;
}

void wait_for_change(const std::string& folder, const Signature& before) {
    while (signature_of(folder) == before) {
        std::this_thread::sleep_for(std::chrono::milliseconds(250));
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(50));  // an editor may write in two steps
}

}  // namespace hornbook
