// Handouts made by the program itself, for tests that read them back.
#pragma once

#include <algorithm>
#include <filesystem>

#include "base/process.h"
#include "catch.h"

namespace hornbook {

namespace fs = std::filesystem;

inline const std::string program = std::string(HORNBOOK_BINARY_DIR) + "/hornbook";
inline const std::string bundled = HORNBOOK_SOURCE_DIR;

inline ProcessResult run_hornbook(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), program);
    return run_process(arguments, "", {600});
}

inline void make_handout(const std::string& book, const fs::path& out, std::vector<std::string> more) {
    more.insert(more.begin(), {"build", book, "--to", "handout", "-o", out.string()});
    ProcessResult result = run_hornbook(more);
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
}

inline std::vector<fs::path> pdfs_in(const fs::path& folder) {
    std::vector<fs::path> pdfs;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (entry.path().extension() == ".pdf") {
            pdfs.push_back(entry.path());
        }
    }
    std::sort(pdfs.begin(), pdfs.end());
    return pdfs;
}

}  // namespace hornbook
