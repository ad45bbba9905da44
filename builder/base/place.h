// Place: where in the author's files something stands; carried by every node that a diagnostic may point at.
#pragma once

#include <cstdint>

namespace hornbook {

// Lines and columns count from 1; columns are bytes here and become code points only when shown. line 0: the node has no place of its own,
// and its parent's is used. length is in bytes and never passes the end of the line; 0: unknown, one caret is shown.
struct Place {
    std::uint32_t file = 0;  // index into Sources
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    std::uint32_t length = 0;

    explicit operator bool() const {
        return line != 0;
    }
    bool operator==(const Place&) const = default;
};

// The place of diagnostics about no file of the author's: about the machine, the command line, or what was made before.
inline constexpr Place no_file{0xFFFF'FFFF};

}  // namespace hornbook
