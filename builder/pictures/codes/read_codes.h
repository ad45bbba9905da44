// Codes in a photograph, found by a second program, hornbook-codes, with limits: its crash is an answer too.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"

namespace hornbook {

struct CodesProgram {
    std::string path;      // of hornbook-codes
    ProcessLimits limits;  // for each photograph
    Programs programs = {};
};

struct CodesInPicture {
    std::vector<std::string> texts;
    std::string problem;  // set: why the picture cannot be read
};

// `name` is the picture's, for a message. Nothing when there is no such program. Throws Trouble when it fails for a reason that does not
// lie in the picture.
std::optional<CodesInPicture> read_codes(const CodesProgram& program, const std::string& name, std::string_view bytes);

}  // namespace hornbook
