#include "base/folder.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>

#include "base/text.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

// Owns a file descriptor.
struct Descriptor {
    int number = -1;
    explicit Descriptor(int n) : number(n) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number >= 0) {
            close(number);
        }
    }
};

std::string real_path(const std::string& path) {
    std::unique_ptr<char, decltype(&std::free)> real(realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : std::string();
}

bool lies_within(const std::string& path, const std::string& folder) {
    return folder == "/" || (path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/'));
}

// Whether `..` leads out of the folder by the names alone, whatever exists.
bool climbs_out(std::string_view name) {
    int depth = 0;
    for (std::size_t at = 0; at <= name.size();) {
        std::size_t end = std::min(name.find('/', at), name.size());
        std::string_view part = name.substr(at, end - at);
        depth += part == ".." ? -1 : (part.empty() || part == ".") ? 0 : 1;
        if (depth < 0) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

// By the name alone; what it really leads to is seen when it is opened.
bool may_lie_inside(std::string_view name) {
    return !name.starts_with('/') && !climbs_out(name) && name.find('\0') == std::string_view::npos;
}

ReadFile refused(Refusal refusal) {
    return {{}, refusal};
}

Refusal refusal_for(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
        case ELOOP:
            return Refusal::missing;
        case ENXIO:  // a socket
            return Refusal::not_a_file;
        default:
            return Refusal::unreadable;
    }
}

ReadFile read_descriptor(int number, std::size_t most_bytes) {
    struct stat about {};
    if (fstat(number, &about) != 0) {
        return refused(Refusal::unreadable);
    }
    if (!S_ISREG(about.st_mode)) {
        return refused(Refusal::not_a_file);
    }
    if (static_cast<std::size_t>(about.st_size) > most_bytes) {
        return refused(Refusal::too_big);
    }
    ReadFile file;
    file.bytes.resize(static_cast<std::size_t>(about.st_size));
    std::size_t done = 0;
    while (done < file.bytes.size()) {
        ssize_t n = ::read(number, file.bytes.data() + done, file.bytes.size() - done);
        if (n < 0 && errno == EINTR) {
            continue;
        }
        if (n < 0) {
            return refused(Refusal::unreadable);
        }
        if (n == 0) {
            break;
        }
        done += static_cast<std::size_t>(n);
    }
    file.bytes.resize(done);
    return file;
}

}  // namespace

Folder::Folder(std::string path) : path_(std::move(path)), real_path_(real_path(path_)) {
    struct stat about {};
    if (real_path_.empty() || stat(real_path_.c_str(), &about) != 0) {
        throw Trouble("there is no folder `" + path_ + "`");
    }
    if (!S_ISDIR(about.st_mode)) {
        throw Trouble("`" + path_ + "` is not a folder");
    }
}

ReadFile Folder::read(std::string_view name, std::size_t most_bytes) const {
    if (!may_lie_inside(name)) {
        return refused(Refusal::outside);
    }
    std::string path = real_path_ + "/" + std::string(name);
    // O_NONBLOCK: a FIFO must not hold the build; what was opened is judged by its descriptor, not by its name.
    Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.number < 0) {
        return refused(refusal_for(errno));
    }
    std::string opened = real_path("/proc/self/fd/" + std::to_string(file.number));
    if (opened.empty()) {  // no /proc
        opened = real_path(path);
    }
    if (!lies_within(opened, real_path_)) {
        return refused(Refusal::outside);
    }
    return read_descriptor(file.number, most_bytes);
}

bool Folder::has(std::string_view name) const {
    struct stat about {};
    std::string path = real_path_ + "/" + std::string(name);
    return may_lie_inside(name) && lstat(path.c_str(), &about) == 0;
}

std::vector<std::string> Folder::list(std::string_view folder, std::string_view suffix) const {
    std::vector<std::string> names;
    std::string path = real_path(real_path_ + "/" + std::string(folder));
    if (path.empty() || (path != real_path_ && !lies_within(path, real_path_))) {
        return names;
    }
    std::unique_ptr<DIR, int (*)(DIR*)> open_folder(opendir(path.c_str()), &closedir);
    while (dirent* row = open_folder ? readdir(open_folder.get()) : nullptr) {
        std::string_view name = row->d_name;
        if (!name.starts_with('.') && name.ends_with(suffix)) {
            names.emplace_back(name);
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

namespace {

struct Listing {
    std::vector<std::string> names;
    std::vector<std::string> folders;  // as "part1/", the first as ""
};

// Symbolic links to folders are not followed: they may lead out, or round in a circle.
void list_into(const std::string& path, const std::string& prefix, std::string_view suffix, int depth, Listing& listing) {
    constexpr int deepest = 20;
    std::unique_ptr<DIR, int (*)(DIR*)> open_folder(opendir(path.c_str()), &closedir);
    listing.folders.push_back(prefix);
    while (dirent* row = open_folder ? readdir(open_folder.get()) : nullptr) {
        std::string name = row->d_name;
        struct stat about {};
        if (name.starts_with('.') || lstat((path + "/" + name).c_str(), &about) != 0) {
            continue;
        }
        if (S_ISDIR(about.st_mode) && depth < deepest) {
            list_into(path + "/" + name, prefix + name + "/", suffix, depth + 1, listing);
        } else if (!S_ISDIR(about.st_mode) && name.ends_with(suffix)) {
            listing.names.push_back(prefix + name);
        }
    }
}

// `root` and what is listed are real paths.
Listing listing_of(const std::string& root, std::string_view folder, std::string_view suffix) {
    Listing listing;
    std::string path = real_path(root + "/" + std::string(folder));
    if (!path.empty() && lies_within(path, root)) {
        list_into(path, "", suffix, 0, listing);
    }
    return listing;
}

}  // namespace

std::vector<std::string> Folder::list_all(std::string_view folder, std::string_view suffix) const {
    std::vector<std::string> names = listing_of(real_path_, folder, suffix).names;
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> Folder::list_folders(std::string_view folder) const {
    std::vector<std::string> folders;
    for (const std::string& below : listing_of(real_path_, folder, "").folders) {
        folders.push_back(std::string(folder) + "/" + below);
        folders.back().pop_back();
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

std::string path_within(std::string_view base, std::string_view written) {
    std::string decoded = percent_decoded(written);
    std::vector<std::string> parts;
    if (decoded.starts_with('/')) {
        return decoded;
    }
    std::string joined = std::string(base) + "/" + decoded;
    for (std::string_view part : split(joined, '/')) {
        if (part == ".." && !parts.empty() && parts.back() != "..") {
            parts.pop_back();
        } else if (!part.empty() && part != ".") {
            parts.emplace_back(part);
        }
    }
    return join(parts, "/");
}

std::string_view folder_of(std::string_view path) {
    std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

}  // namespace hornbook
