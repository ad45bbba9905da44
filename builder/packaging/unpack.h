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

// Work is bounded by base/limits.h: what unpacks to more is refused as a whole, since a part of a package is no package.
Unpacked unpack_archive(std::string_view bytes);

}  // namespace hornbook
