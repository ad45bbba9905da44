// Trouble: the machine will not (cannot read, disk full). Thrown anywhere, caught once in main; exit code 2.
#pragma once

#include <stdexcept>
#include <string>

namespace hornbook {

struct Trouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace hornbook
