#include "write.h"

#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "base/text.h"
#include "base/trouble.h"
#include "packaging/atomic_file.h"
#include "packaging/atomic_folder.h"

namespace hornbook {

// `-o chapters/01-rain.md` is a slip of the hand, and would destroy the chapter.
void refuse_own_source(const std::string& path, const WriteRequest& request) {
    struct stat target {};
    if (stat(path.c_str(), &target) != 0) {
        return;
    }
    for (const std::string& file : request.own_files) {
        struct stat source {};
        if (stat((request.build.folder + "/" + file).c_str(), &source) == 0 && source.st_dev == target.st_dev &&
            source.st_ino == target.st_ino) {
            throw Trouble("`" + path + "` is a file of the book itself, so it was not overwritten");
        }
    }
}

std::string path_for(const Made& made, const WriteRequest& request) {
    if (!request.build.path.empty()) {
        refuse_own_source(request.build.path, request);
        return request.build.path;
    }
    std::string dist = request.build.folder + "/dist";
    if (mkdir(dist.c_str(), 0777) != 0 && errno != EEXIST) {
        throw Trouble("cannot make the folder `" + dist + "`: " + std::strerror(errno) + "; `-o PATH` writes elsewhere");
    }
    std::string path = dist + "/" + made.name;
    struct stat about {};
    if (lstat(path.c_str(), &about) == 0 && S_ISLNK(about.st_mode)) {  // a stranger's book must not choose what is overwritten
        throw Trouble("`" + path + "` is a link to another place, so it was not written; `-o PATH` writes where you say");
    }
    return path.starts_with("./") ? path.substr(2) : path;
}

namespace {

void write_as_folder(const Made& made, const WriteRequest& request) {
    std::vector<FolderEntry> entries;
    for (const File& file : made.files) {
        entries.push_back({file.name, file.bytes});
    }
    std::vector<std::string> gone = write_folder(made.path, entries);
    if (!gone.empty()) {
        request.remarks.push_back(remark_on(gone, made.path));
    }
}

}  // namespace

std::string remark_on(const std::vector<std::string>& gone, const std::string& path) {
    constexpr std::size_t most_named = 5;
    std::vector<std::string> named(gone.begin(), gone.begin() + static_cast<std::ptrdiff_t>(std::min(most_named, gone.size())));
    std::string more = gone.size() > most_named ? " and " + std::to_string(gone.size() - most_named) + " more" : "";
    return "what an earlier run made in `" + path + "` and this one did not is gone: " + join(named, ", ") + more +
           "; `-o FOLDER` keeps several apart";
}

void write(Made& made, const WriteRequest& request) {
    made.output->container == Container::folder ? write_as_folder(made, request) : write_file(made.path, made.files.front().bytes);
    for (File& file : made.files) {
        file.bytes = {};
    }
}

}  // namespace hornbook
