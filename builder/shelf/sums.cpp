#include "shelf/sums.h"

#include <algorithm>

namespace hornbook {

std::string make_sums(std::vector<ShelfFile> files) {
    std::sort(files.begin(), files.end(), [](const ShelfFile& a, const ShelfFile& b) { return a.path < b.path; });
    std::string list;
    for (const ShelfFile& file : files) {
        list += file.sha256 + "  " + file.path + "\n";
    }
    return list;
}

}  // namespace hornbook
