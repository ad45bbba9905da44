// Unpack: the bytes of a zip file that somebody else made -> its files, within limits.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace hornbook {

struct Unpacked {
    std::map<std::string, std::string> files;  // by name, '/' between folders; none leads out of the archive
    std::string problem;                       // in words for the author, "it is not a zip file"; empty: none
};

// The files of an archive, bounded by base/limits.h: one that unpacks to more is refused as a whole, since part of a package is of no use.
Unpacked unpack_archive(std::string_view bytes);

}  // namespace hornbook
