// File kinds: what a file that lies among the results of a class is, by what it holds.
#pragma once

#include <string_view>

namespace hornbook {

enum class FileKind {
    results,    // an export of the plugin, JSON or CSV, whole or not
    codes,      // codes that a telephone collected
    picture,    // by its first bytes; whether it can be decoded is seen later
    made_here,  // a table or page that `hornbook results` wrote, which spreadsheets may have saved again
    other,
};

FileKind kind_of_file(std::string_view bytes);

}  // namespace hornbook
