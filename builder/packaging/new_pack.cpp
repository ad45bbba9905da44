#include "packaging/new_pack.h"

#include <algorithm>

#include "base/files.h"
#include "base/text.h"
#include "base/trouble.h"
#include "packaging/archive.h"
#include "packaging/atomic_file.h"

namespace hornbook {
namespace {

// Limit of a zip's contents, since FAT holds no file of 4 GB.
constexpr std::size_t most_bytes_in_zip = 2'000'000'000;

}  // namespace

NewPack::NewPack(std::string path) : path_(std::move(path)) {
    if (std::string parent = folder_holding(path_); !is_folder(parent)) {
        throw Trouble("there is no folder `" + parent + "` to write `" + path_ + "` into");
    }
    if (fold_case(path_).ends_with(".zip")) {
        refuse_unwritable(path_);
    } else {
        folder_ = std::make_unique<NewFolder>(path_);
    }
}

void NewPack::add(const std::string& name, SharedBytes bytes) {
    if (folder_) {
        return folder_->add({name, bytes});
    }
    bytes_ += bytes.size();
    if (bytes_ > most_bytes_in_zip) {
        throw Trouble("`" + path_ + "` would hold more than 2 GB, too much for a zip; `-o FOLDER` makes a folder, or pack fewer books");
    }
    entries_.push_back({name, std::move(bytes)});
}

Replaced NewPack::finish(std::int64_t modified, unsigned jobs) {
    if (folder_) {
        return folder_->finish();
    }
    std::sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) { return a.name < b.name; });
    std::vector<ArchiveEntry> entries;
    for (const Entry& entry : entries_) {
        entries.push_back({entry.name, entry.bytes});
    }
    write_archive(path_, entries, modified, jobs);
    return {};
}

}  // namespace hornbook
