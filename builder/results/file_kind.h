// File kinds: those of files among the results of a class, found by their contents.
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
