#include "base/folder.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <memory>

#include "base/files.h"
#include "base/text.h"
#include "base/trouble.h"

namespace hornbook {
namespace {

// Owner of a file descriptor, which it closes.
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

// Whether the name alone, links aside, lies inside the folder; where links lead is seen when it is opened.
bool may_lie_inside(std::string_view name) {
    return !name.starts_with('/') && !climbs_out(name) && name.find('\0') == std::string_view::npos;
}

// The name without `.`, `..` and empty parts; empty for the folder itself.
std::string plain_name(std::string_view name) {
    std::vector<std::string_view> parts;
    for (std::string_view part : split(name, '/')) {
        if (part == ".." && !parts.empty()) {
            parts.pop_back();
        } else if (!part.empty() && part != "." && part != "..") {
            parts.push_back(part);
        }
    }
    return join({parts.begin(), parts.end()}, "/");
}

// Sorts by bytes and keeps each once.
void sort_once(std::vector<std::string>& names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
}

ReadFile refused(Refusal refusal) {
    return {{}, refusal};
}

// The author's mistake behind an errno; none where the machine's own trouble is behind it.
std::optional<Refusal> refusal_for(int error) {
    switch (error) {
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
        case ELOOP:
            return Refusal::missing;
        case ENXIO:  // a socket
            return Refusal::not_a_file;
        default:
            return std::nullopt;
    }
}

// The path of an open file, by /proc; empty where the machine has none.
std::string path_of_descriptor(int number) {
    std::array<char, PATH_MAX> path{};
    ssize_t size = readlink(("/proc/self/fd/" + std::to_string(number)).c_str(), path.data(), path.size());
    return size > 0 && static_cast<std::size_t>(size) < path.size() ? std::string(path.data(), static_cast<std::size_t>(size)) : "";
}

ReadFile read_descriptor(int number, std::size_t most_bytes, const std::string& shown) {
    FileStatus about{};
    if (fstat(number, &about) != 0) {
        cannot("read", shown);
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
            cannot("read", shown);
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

Folder::Folder(std::string path, std::shared_ptr<const Overlay> over) : path_(std::move(path)), over_(std::move(over)) {
    std::optional<std::string> real = hornbook::real_path(path_);
    if (!real) {
        throw Trouble("there is no folder `" + path_ + "`");
    }
    if (!is_folder(*real)) {
        throw Trouble("`" + path_ + "` is not a folder");
    }
    real_path_ = *real;
}

std::string Folder::shown(std::string_view name) const {
    return (path_ == "." ? "" : path_ + (path_.ends_with('/') ? "" : "/")) + std::string(name);
}

std::string Folder::real_path_of(std::string_view name) const {
    return real_path_ + "/" + std::string(name);
}

ReadFile Folder::read(std::string_view name, std::size_t most_bytes) const {
    if (!may_lie_inside(name)) {
        return refused(Refusal::outside);
    }
    if (over_) {
        std::string plain = plain_name(name);
        if (auto failing = over_->failing.find(plain); failing != over_->failing.end()) {
            cannot("read", shown(name), failing->second);
        }
        if (auto file = over_->files.find(plain); file != over_->files.end()) {
            return file->second.size() > most_bytes ? refused(Refusal::too_big) : ReadFile{file->second, std::nullopt};
        }
    }
    std::string path = real_path_of(name);
    // O_NONBLOCK: a FIFO must not hold the build; what was opened is judged by its descriptor, not by its name.
    Descriptor file(open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    if (file.number < 0) {
        int error = errno;
        std::optional<Refusal> refusal = refusal_for(error);
        if (!refusal) {
            cannot("read", shown(name), error);
        }
        return refused(*refusal);
    }
    std::string opened = path_of_descriptor(file.number);
    if (opened.empty()) {
        std::optional<std::string> real = hornbook::real_path(path);
        if (!real) {
            return refused(Refusal::missing);  // gone meanwhile
        }
        opened = *real;
    }
    if (!lies_within(opened, real_path_)) {
        return refused(Refusal::outside);
    }
    return read_descriptor(file.number, most_bytes, shown(name));
}

bool Folder::has(std::string_view name) const {
    return may_lie_inside(name) && (lies_over(name) || is_on_disk(name));
}

// Whether the overlay has that name, or a file inside a folder of that name.
bool Folder::lies_over(std::string_view name) const {
    if (!over_) {
        return false;
    }
    std::string plain = plain_name(name);
    return over_->files.contains(plain) || !lying_over(plain).empty();
}

// The names of the overlay's files inside `folder`, relative to it, those in subfolders included.
std::vector<std::string> Folder::lying_over(std::string_view folder) const {
    std::vector<std::string> names;
    if (over_) {
        std::string prefix = plain_name(folder);
        prefix += prefix.empty() ? "" : "/";
        for (auto row = over_->files.lower_bound(prefix); row != over_->files.end() && row->first.starts_with(prefix); ++row) {
            names.push_back(row->first.substr(prefix.size()));
        }
    }
    return names;
}

bool Folder::is_on_disk(std::string_view name) const {
    FileStatus about{};
    if (lstat(real_path_of(name).c_str(), &about) == 0) {
        return true;
    }
    int error = errno;
    if (!refusal_for(error)) {
        cannot("look at", shown(name), error);
    }
    return !is_absence(error);
}

std::optional<Listing::Why> Folder::why_closed(std::string_view folder) const {
    std::unique_ptr<char, decltype(&std::free)> real(realpath(real_path_of(folder).c_str(), nullptr), &std::free);
    int error = real ? 0 : errno;
    if (real) {
        return lies_within(real.get(), real_path_) ? std::nullopt : std::optional(Listing::Why::outside);
    }
    if (!refusal_for(error)) {
        cannot("read the folder", shown(folder), error);
    }
    return is_on_disk(folder) ? std::optional(Listing::Why::link_to_nothing) : std::nullopt;
}

std::string Folder::spelling_of(std::string_view name) const {
    if (has(name) || !may_lie_inside(name)) {
        return std::string(name);
    }
    std::string path;
    for (std::string_view part : split(name, '/')) {
        std::string here = path + (path.empty() ? "" : "/") + std::string(part);
        bool plain = std::all_of(part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!has(here) && plain) {
            return std::string(name);
        }
        if (!has(here)) {
            std::vector<std::string> names = list(path, "");
            auto same = std::find_if(names.begin(), names.end(), [&](const std::string& n) { return normalise(n) == normalise(part); });
            if (same == names.end()) {
                return std::string(name);
            }
            here = path + (path.empty() ? "" : "/") + *same;
        }
        path = std::move(here);
    }
    return path;
}

std::vector<std::string> Folder::list(std::string_view folder, std::string_view suffix) const {
    if (why_closed(folder)) {
        return {};
    }
    std::vector<std::string> names =
        is_folder(real_path_of(folder)) ? names_in(real_path_of(folder), shown(folder)) : std::vector<std::string>();
    for (const std::string& name : lying_over(folder)) {
        names.push_back(name.substr(0, name.find('/')));
    }
    sort_once(names);
    std::erase_if(names, [&](const std::string& name) { return name.starts_with('.') || !name.ends_with(suffix); });
    return names;
}

namespace {

// Walk through the folders inside a Folder.
struct Search {
    const std::string& root;   // a real path
    const std::string& shown;  // the same in messages
    Listing found;

    // Adds what lies in `folder`, a path inside the root, by names that begin with `prefix`, a path inside the folder that is listed.
    // Symbolic links to folders are not followed: they may lead out, or round in a circle.
    void look_through(const std::string& folder, const std::string& prefix, int depth) {
        constexpr int deepest = 20;
        found.folders.push_back(folder);
        for (const std::string& name : names_in(root + "/" + folder, shown + "/" + folder)) {
            std::string inside = folder.empty() ? name : folder + "/" + name;
            std::optional<FileStatus> about = name.starts_with('.') ? std::nullopt : look_at_link(root + "/" + inside);
            if (!about) {
                continue;
            }
            if (S_ISDIR(about->st_mode) && depth < deepest) {
                look_through(inside, prefix + name + "/", depth + 1);
            } else if (S_ISDIR(about->st_mode)) {
                found.gaps.push_back({inside, Listing::Why::too_deep});
            } else if (!S_ISLNK(about->st_mode) || !is_gap(inside)) {
                found.names.push_back(prefix + name);
            }
        }
    }

    // Whether this is a link to a folder or to nothing; if so, a Gap is added.
    bool is_gap(const std::string& inside) {
        FileStatus target{};
        if (stat((root + "/" + inside).c_str(), &target) != 0) {
            found.gaps.push_back({inside, Listing::Why::link_to_nothing});
            return true;
        }
        if (S_ISDIR(target.st_mode)) {
            found.gaps.push_back({inside, Listing::Why::link_to_folder});
            return true;
        }
        return false;
    }
};

}  // namespace

Listing Folder::list_all(std::string_view folder) const {
    Search search{real_path_, path_, {}};
    if (std::optional<Listing::Why> why = why_closed(folder)) {
        search.found.gaps.push_back({std::string(folder), *why});
    } else if (is_folder(real_path_of(folder))) {
        search.look_through(std::string(folder), "", 0);
    }
    for (std::string& name : lying_over(folder)) {
        bool hidden = name.starts_with('.') || name.find("/.") != std::string::npos;
        if (hidden) {
            continue;
        }
        std::string prefix = std::string(folder) + (folder.empty() ? "" : "/");
        search.found.folders.emplace_back(folder);
        for (std::size_t slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
            search.found.folders.push_back(prefix + name.substr(0, slash));
        }
        search.found.names.push_back(std::move(name));
    }
    sort_once(search.found.names);
    sort_once(search.found.folders);
    return std::move(search.found);
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
