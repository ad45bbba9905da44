// Writing: what was made -> its path, all of it or nothing.
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

// Nothing of Hornbook's goes out of the folder of a book by a link that lies in it; throws Trouble when `path` does.
void refuse_way_out(const std::string& path, const std::string& folder);

// What became of what lay there before. A run with fewer sheets takes away those of an earlier one, lest a key of another seed be taken for
// this one's.
void tell_of(const Replaced& replaced, const std::string& path, Diagnostics& diagnostics);

}  // namespace hornbook
