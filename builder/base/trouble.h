// Trouble: the machine will not (cannot read, disk full). Thrown anywhere, caught once in main; exit code 2.
#pragma once

#include <stdexcept>
#include <string>

namespace hornbook {

struct Trouble : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// Throws Trouble: "cannot read `chapters/rain.md`: Permission denied"; `error` is a value of errno.
[[noreturn]] void cannot(const std::string& what, const std::string& path, int error);
[[noreturn]] void cannot(const std::string& what, const std::string& path);  // by errno as it is

}  // namespace hornbook
