// Place: where in the author's files something stands; carried by every node that a diagnostic may point at.
#pragma once

#include <cstdint>

namespace hornbook {

// Lines and columns count from 1; columns are bytes here and become code points only when shown.
// line 0: no place of its own (use the parent's). length is in bytes and stays on the line; 0 = unknown, one caret is shown.
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

// Of what stands in no file of the author's: the machine, the command line, what was made before.
inline constexpr Place no_file{0xFFFF'FFFF};

}  // namespace hornbook
