#include "packaging/remains.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <optional>

#include "base/files.h"
#include "base/trouble.h"
#include "packaging/old_folder.h"
#include "packaging/temporary.h"

namespace hornbook {
namespace {

// A file or folder with a name that only a run for this place gives, locked until it has been dealt with.
class Remain {
public:
    explicit Remain(const std::string& path) : path_(path) {
        std::optional<FileStatus> status = look_at_link(path);
        is_folder_ = status && S_ISDIR(status->st_mode);
        if (status && (is_folder_ || S_ISREG(status->st_mode))) {
            descriptor_ = open(path.c_str(), (is_folder_ ? O_RDONLY : O_WRONLY) | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
        }
        is_dead_ = descriptor_ >= 0 && hold(descriptor_);
        is_alive_ = descriptor_ >= 0 && !is_dead_ && errno == EWOULDBLOCK;
    }
    Remain(const Remain&) = delete;
    Remain& operator=(const Remain&) = delete;
    ~Remain() {
        if (descriptor_ >= 0) {
            close(descriptor_);
        }
    }

    // Whether no process works on it; neither this nor the next is true where the file system has no locks, as NFS.
    bool is_dead() const {
        return is_dead_;
    }
    bool is_alive() const {
        return is_alive_;
    }

    // Whether all in it is Hornbook's own, or is at the place too.
    bool is_dispensable(const std::string& place) const {
        if (!is_folder_) {
            return true;
        }
        if (!is_there(path_ + "/" + std::string(folder_list_name))) {  // which comes before what is somebody else's
            return !path_.ends_with(aside_ending) || names_in(path_).empty();
        }
        try {
            OldFolder old = look_at_old_folder(path_, {});
            return std::all_of(old.others.begin(), old.others.end(), [&](const std::string& name) { return is_there(place + "/" + name); });
        } catch (const Trouble&) {  // it stays, and is named
            return false;
        }
    }

private:
    const std::string& path_;
    bool is_folder_ = false;
    int descriptor_ = -1;
    bool is_dead_ = false;
    bool is_alive_ = false;
};

std::vector<std::string> paths_of_remains(const std::string& place) {
    std::string folder = folder_holding(place);
    std::string beginning = temporary_beginning(place);
    std::vector<std::string> paths;
    for (const std::string& name : names_in(folder)) {
        if (name.starts_with(beginning) && name.ends_with(temporary_ending)) {
            paths.push_back(folder + "/" + name);
        }
    }
    return paths;
}

void put_back(const std::string& path, const std::string& place) {
    Remain remain(path);
    if (!remain.is_alive() && !is_there(place) && rename(path.c_str(), place.c_str()) != 0) {
        cannot("put back", place);
    }
}

// Removes it; returns false where it stays though no process seems to work on it.
bool take_away(const std::string& path, const std::string& place) {
    Remain remain(path);
    if (remain.is_dead() && remain.is_dispensable(place)) {
        remove_tree(path);
        return true;
    }
    return remain.is_alive();
}

}  // namespace

std::vector<std::string> clear_remains(const std::string& place) {
    std::vector<std::string> left;
    std::string folder = folder_holding(place);
    if (access(folder.c_str(), R_OK) != 0) {  // a folder may be written into that may not be read
        return left;
    }
    std::vector<std::string> paths = paths_of_remains(place);
    for (const std::string& path : paths) {
        if (path.ends_with(aside_ending)) {
            put_back(path, place);
        }
    }
    for (const std::string& path : paths) {
        if (is_there(path) && !take_away(path, place)) {
            left.push_back(path);
        }
    }
    return left;
}

}  // namespace hornbook
