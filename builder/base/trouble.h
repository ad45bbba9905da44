// Trouble: a failure of the machine, such as a full disk. Thrown anywhere, caught once in main; exit code 2.
#pragma once

#include <stdexcept>
#include <string>

namespace hornbook {

struct Trouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Throws Trouble: "cannot read `chapters/rain.md`: Permission denied"; `error` is a value of errno.
[[noreturn]] void cannot(const std::string& what, const std::string& path, int error);
[[noreturn]] void cannot(const std::string& what, const std::string& path);  // the same with errno as it is now

}  // namespace hornbook
