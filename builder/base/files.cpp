#include "base/files.h"

#include <dirent.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "base/trouble.h"

namespace hornbook {
namespace {

std::optional<FileStatus> status_or_none(int answer, const FileStatus& status, const std::string& path) {
    if (answer == 0) {
        return status;
    }
    if (is_absence(errno)) {
        return std::nullopt;
    }
    cannot("look at", path);
}

}  // namespace

bool is_absence(int error) {
    return error == ENOENT || error == ENOTDIR;
}

std::optional<FileStatus> look_at(const std::string& path) {
    FileStatus status{};
    return status_or_none(stat(path.c_str(), &status), status, path);
}

std::optional<FileStatus> look_at_link(const std::string& path) {
    FileStatus status{};
    return status_or_none(lstat(path.c_str(), &status), status, path);
}

bool is_there(const std::string& path) {
    return look_at_link(path).has_value();
}

bool is_folder(const std::string& path) {
    std::optional<FileStatus> status = look_at(path);
    return status && S_ISDIR(status->st_mode);
}

std::optional<std::string> real_path(const std::string& path) {
    std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), &std::free);
    if (real) {
        return std::string(real.get());
    }
    if (is_absence(errno)) {
        return std::nullopt;
    }
    cannot("look at", path);
}

std::vector<std::string> names_in(const std::string& folder) {
    return names_in(folder, folder);
}

std::vector<std::string> names_in(const std::string& folder, const std::string& shown) {
    std::unique_ptr<DIR, int (*)(DIR*)> open_folder(opendir(folder.c_str()), &closedir);
    if (!open_folder) {
        cannot("read the folder", shown);
    }
    std::vector<std::string> names;
    for (;;) {
        errno = 0;
        dirent* row = readdir(open_folder.get());
        if (row == nullptr && errno != 0) {
            cannot("read the folder", shown);
        }
        if (row == nullptr) {
            break;
        }
        std::string_view name = row->d_name;
        if (name != "." && name != "..") {
            names.emplace_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string folder_holding(const std::string& path) {
    std::size_t last = path.find_last_not_of('/');
    if (last == std::string::npos) {
        return path.empty() ? "." : "/";
    }
    std::size_t slash = path.rfind('/', last);
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

}  // namespace hornbook
