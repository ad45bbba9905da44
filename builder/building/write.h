// Writing: makes files appear at their path, all of them or nothing.
#pragma once

#include "building/build.h"
#include "packaging/atomic_folder.h"

namespace hornbook {

struct WriteRequest {
    const BuildRequest& build;
    const std::vector<std::string>& own_files;  // of the book: never overwritten
    Diagnostics& diagnostics;                   // what an earlier run left and this one took away is added
};

// These three throw Trouble. path_for makes the folder dist if that is where it goes.
std::string path_for(const Made& made, const WriteRequest& request);
void refuse_own_source(const std::string& path, const WriteRequest& request);
void write(Made& made, const WriteRequest& request);  // at made.path

// Throws Trouble when `path` leads out of the book's folder by a link in it.
void refuse_way_out(const std::string& path, const std::string& folder);

// Adds notes about the files that were there before. A run with fewer sheets removes those of an earlier one, so that a key of another seed
// is not taken for this one's.
void tell_of(const Replaced& replaced, const std::string& path, Diagnostics& diagnostics);

}  // namespace hornbook
