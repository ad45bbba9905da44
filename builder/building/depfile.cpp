#include "building/depfile.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "base/trouble.h"
#include "model/mistakes.h"
#include "packaging/atomic_file.h"

namespace hornbook {
namespace {

// Name of a file that never exists, so that Make and Ninja make the book in every run: better than a book that is out of date unnoticed.
constexpr std::string_view never_there = "hornbook-makes-it-at-every-run";

// Whether both programs can read a path, as tried with GNU Make 4.3 and Ninja 1.11: Make takes `* ? [` and `~` for patterns and `= ; |` for
// its syntax, and Ninja ends a name at `* ? ; | < > ^` and the like, escaped or not. It does so at `' " &` too, which Make reads, and then
// makes the book in every run.
bool is_writable(std::string_view path) {
    return !path.starts_with('~') && std::none_of(path.begin(), path.end(), [](unsigned char c) {
        return c < ' ' || c == 0x7F || std::string_view("\\*?[=;|<>^`").find(static_cast<char>(c)) != std::string_view::npos;
    });
}

std::string escaped(std::string_view path) {
    std::string text;
    for (char c : path) {
        text += c == ' ' || c == '#' || c == ':' ? "\\" : c == '$' ? "$" : "";
        text += c;
    }
    return text;
}

// Whether both can read a path as a target: a `%` makes it a pattern, and they do not agree on how to escape it.
bool is_writable_as_target(std::string_view path) {
    return is_writable(path) && path.find('%') == std::string_view::npos;
}

std::string targets_of(const std::vector<std::string>& paths) {
    std::vector<std::string> targets;
    for (const std::string& path : paths) {
        if (!is_writable_as_target(path)) {
            throw Trouble("Make and Ninja cannot be told of a file named `" + path +
                          "`, so nothing was written; leave punctuation out of its name, or leave out `--depfile`");
        }
        targets.push_back(escaped(path));
    }
    return join(targets, " ");
}

bool is_same_folder(const std::string& one, const std::string& other) {
    std::optional<FileStatus> a = look_at(one);
    std::optional<FileStatus> b = look_at(other);
    return a && b && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

// The prerequisites, as paths relative to the same folder as the targets, so that each file has one name in a Makefile.
std::vector<std::string> prerequisites_of(const BuildResult& result, const BuildRequest& build, const std::vector<std::string>& written) {
    std::string prefix = build.folder == "." ? "" : build.folder + (build.folder.ends_with('/') ? "" : "/");
    std::vector<std::string> paths;
    for (const std::string& file : result.files) {
        paths.push_back(prefix + file);
    }
    for (const std::string& folder : result.folders) {
        // A folder that is written into becomes newer than what was written, which would then be out of date for ever.
        bool is_written_to = folder.empty() && std::any_of(written.begin(), written.end(), [&](const std::string& path) {
                                 return is_same_folder(folder_holding(path), build.folder);
                             });
        if (!is_written_to) {  // "my-book/.": as `my-book` it may be the name of a target
            paths.push_back(prefix + (folder.empty() ? "." : folder));
        }
    }
    return paths;
}

}  // namespace

DependencyRules dependency_rules(const std::vector<std::string>& targets, std::vector<std::string> prerequisites) {
    DependencyRules rules;
    std::sort(prerequisites.begin(), prerequisites.end());
    prerequisites.erase(std::unique(prerequisites.begin(), prerequisites.end()), prerequisites.end());
    std::copy_if(prerequisites.begin(), prerequisites.end(), std::back_inserter(rules.unwritable), std::not_fn(is_writable));
    std::erase_if(prerequisites, std::not_fn(is_writable));
    if (!rules.unwritable.empty()) {
        prerequisites.emplace_back(never_there);
    }
    rules.text = targets_of(targets) + ":";
    for (const std::string& path : prerequisites) {
        rules.text += " \\\n  " + escaped(path);
    }
    rules.text += "\n";
    for (const std::string& path : prerequisites) {  // an empty rule for each: Make goes on when one of them is deleted
        rules.text += is_writable_as_target(path) ? "\n" + escaped(path) + ":\n" : "";
    }
    return rules;
}

void write_depfile(BuildResult& result, const WriteRequest& request) {
    const std::string& path = request.build.depfile;
    refuse_own_source(path, request);
    std::vector<std::string> targets;
    for (const Made& made : result.made) {
        if (made.path == path) {
            throw Trouble("`" + path + "` is where the book goes, so its depfile needs another name");
        }
        targets.push_back(made.path);
    }
    std::vector<std::string> written = targets;
    written.push_back(path);
    DependencyRules rules = dependency_rules(targets, prerequisites_of(result, request.build, written));
    if (!rules.unwritable.empty()) {
        request.diagnostics.add(
            Mistake::not_in_depfile, no_file,
            "Make and Ninja cannot be told of a file named `" + rules.unwritable.front() + "`, so this book is made at every run",
            "leave punctuation out of its name");
    }
    write_file(path, rules.text);
}

}  // namespace hornbook
