#include "base/built_in.h"

#include <cassert>

namespace hornbook {

std::string_view built_in_file(std::string_view name) {
    for (const BuiltInFile& file : built_in_files()) {
        if (file.name == name) {
            return file.bytes;
        }
    }
    assert(false && "no such built-in file");
    return {};
}

}  // namespace hornbook
