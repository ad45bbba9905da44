// File: one of the files that an output or a format of another program consists of.
#pragma once

#include <string>
#include <vector>

#include "base/shared_bytes.h"

namespace hornbook {

// Kind of print to make of a file. Its bytes are then one HTML document with everything inside it.
enum class Print { no, pdf, numbered_pdf, docx };  // numbered_pdf: with a number at every fifth line

struct File {
    std::string name;  // path inside the archive or folder, '/' between names
    SharedBytes bytes;
    bool compress = true;
    Print print = Print::no;
};
using Files = std::vector<File>;

}  // namespace hornbook
