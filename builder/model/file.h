// File: of what an output or a format of another program is made.
#pragma once

#include <string>
#include <vector>

#include "base/shared_bytes.h"

namespace hornbook {

// What printing makes of a file's bytes, which then are one HTML document with everything inside it.
enum class Print { no, pdf, numbered_pdf, docx };  // numbered: with numbers at every fifth line

struct File {
    std::string name;  // inside the archive or folder, '/' between names
    SharedBytes bytes;
    bool compress = true;
    Print print = Print::no;
};
using Files = std::vector<File>;

}  // namespace hornbook
