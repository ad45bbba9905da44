// Bank: a file of questions in another program's format, and the chapter with quizzes that is made of it.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/sources.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "reading/prose_reader.h"

namespace hornbook {

struct BankPicture {
    std::string name;  // as the bank calls it: "dot.svg"
    std::string bytes;
};

struct Bank {
    Chapter chapter;                    // its quizzes, and the text between them
    std::vector<BankPicture> pictures;  // Image::picture is an index into these
};

// Returns the bytes of another file by its name, beside the bank or in the same package; none where there is no such file.
using OpenBeside = std::function<std::optional<std::string>(const std::string& name)>;

struct BankRequest {
    std::string path;         // as shown
    std::string bytes;        // of a package: of its manifest
    std::string_view format;  // a name of the register (importing/bank.h); empty: found by what the file holds
    std::string_view title;   // of the chapter, where the bank has none of its own
    std::string_view language;
    const Words& words;
    TextRules rules = {};  // of the book that the chapter is for
    OpenBeside open;
};

}  // namespace hornbook
