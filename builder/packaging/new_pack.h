// New pack: files one by one into a folder or into a zip, which appears all at once or not at all.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/shared_bytes.h"
#include "packaging/atomic_folder.h"

namespace hornbook {

// Writer of a folder or a zip. All of its functions throw Trouble.
class NewPack {
public:
    explicit NewPack(std::string path);                    // a zip if it ends in .zip
    void add(const std::string& name, SharedBytes bytes);  // by one thread at a time
    // Finishes the pack; returns the report on an earlier one in the folder. modified: the time of files in a zip, seconds since 1970, UTC.
    Replaced finish(std::int64_t modified, unsigned jobs);

private:
    struct Entry {
        std::string name;
        SharedBytes bytes;
    };
    std::string path_;
    std::unique_ptr<NewFolder> folder_;
    std::vector<Entry> entries_;  // of the zip
    std::size_t bytes_ = 0;
};

}  // namespace hornbook
