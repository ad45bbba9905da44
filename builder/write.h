// Writing: what was made -> its path, all of it or nothing.
#pragma once

#include "build.h"

namespace hornbook {

struct WriteRequest {
    const BuildRequest& build;
    const std::vector<std::string>& own_files;  // of the book: never overwritten
    std::vector<std::string>& remarks;          // what an earlier run left and this one took away is added
};

// These three throw Trouble. path_for makes the folder dist if that is where it goes.
std::string path_for(const Made& made, const WriteRequest& request);
void refuse_own_source(const std::string& path, const WriteRequest& request);
void write(Made& made, const WriteRequest& request);  // at made.path

// A run with fewer sheets takes away those of an earlier one, lest a key of another seed be taken for this one's.
std::string remark_on(const std::vector<std::string>& gone, const std::string& path);

}  // namespace hornbook
