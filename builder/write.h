// Writing: what was made -> its path, all of it or nothing.
#pragma once

#include "build.h"

namespace hornbook {

struct WriteRequest {
    const BuildRequest& build;
    const std::vector<std::string>& own_files;  // of the book: never overwritten
    std::vector<std::string>& remarks;          // what an earlier run left and this one took away is added
};

void write(Made& made, const WriteRequest& request);  // throws Trouble

}  // namespace hornbook
