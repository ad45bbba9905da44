#include "building/write.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/files.h"
#include "base/text.h"
#include "base/trouble.h"
#include "building/make.h"
#include "model/mistakes.h"
#include "packaging/archive.h"
#include "packaging/atomic_file.h"

namespace hornbook {

// Throws Trouble where the path is one of the book's own files: `-o chapters/01-rain.md` would destroy the chapter.
void refuse_own_source(const std::string& path, const WriteRequest& request) {
    std::optional<FileStatus> target = look_at(path);
    if (!target) {
        return;
    }
    for (const std::string& file : request.own_files) {
        std::optional<FileStatus> source = look_at(request.build.folder + "/" + file);
        if (source && source->st_dev == target->st_dev && source->st_ino == target->st_ino) {
            throw Trouble("`" + path + "` is a file of the book itself, so it was not overwritten");
        }
    }
}

void refuse_way_out(const std::string& path, const std::string& folder) {
    std::optional<std::string> real = real_path(path);
    std::optional<std::string> root = real_path(folder);
    bool is_inside = real && root && (*real + "/").starts_with(*root == "/" ? "/" : *root + "/");
    if (is_there(path) && !is_inside) {
        throw Trouble("`" + path + "` is a link to another place, so nothing was written there; `-o PATH` writes where you say");
    }
}

std::string path_for(const Made& made, const WriteRequest& request) {
    if (!request.build.path.empty()) {
        refuse_own_source(request.build.path, request);
        return request.build.path;
    }
    std::string dist = request.build.folder + "/dist";
    refuse_way_out(dist, request.build.folder);  // a stranger's book must not choose what is overwritten
    int error = mkdir(dist.c_str(), 0777) == 0 ? 0 : errno;
    if (error != 0 && (error != EEXIST || !is_folder(dist))) {
        throw Trouble("cannot make the folder `" + dist + "`: " + std::generic_category().message(error) + "; `-o PATH` writes elsewhere");
    }
    std::string path = dist + "/" + made.name;
    std::optional<FileStatus> about = look_at_link(path);
    if (about && S_ISLNK(about->st_mode)) {
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
    tell_of(write_folder(made.path, entries), made.path, request.diagnostics);
}

std::string list_of(const std::vector<std::string>& names) {
    constexpr std::size_t most_named = 5;
    std::vector<std::string> named(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(most_named, names.size())));
    return join(named, ", ") + (names.size() > most_named ? " and " + std::to_string(names.size() - most_named) + " more" : "");
}

}  // namespace

void tell_of(const Replaced& replaced, const std::string& path, Diagnostics& diagnostics) {
    if (!replaced.gone.empty()) {
        diagnostics.add(Mistake::left_over, no_file,
                        "what an earlier run made in `" + path + "` and this one did not is gone: " + list_of(replaced.gone),
                        "`-o FOLDER` keeps several apart");
    }
    if (!replaced.changed.empty()) {
        diagnostics.add(Mistake::left_over, no_file,
                        "in `" + path + "` an earlier run made, and somebody has changed since: " + list_of(replaced.changed),
                        "this run did not make them, and they are still there; delete what is no longer wanted");
    }
    if (!replaced.remains.empty()) {
        diagnostics.add(Mistake::left_over, no_file,
                        "a run that was cut off has left " + list_of(replaced.remains) + ", with something in it that may be yours",
                        "look through it and delete it");
    }
}

void write(Made& made, const WriteRequest& request) {
    switch (made.output->container) {
        case Container::folder:
            write_as_folder(made, request);
            break;
        case Container::archive:
            made.bytes = write_archive(made.path, entries_of(made.files), made.modified, request.build.jobs);
            break;
        case Container::file:
            write_file(made.path, made.files.front().bytes.view());
            break;
    }
    for (File& file : made.files) {
        file.bytes = {};
    }
}

}  // namespace hornbook
