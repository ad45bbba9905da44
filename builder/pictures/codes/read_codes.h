// QR codes in a photograph, found by a second program, hornbook-codes, with limits, so that its crash concerns one picture only.
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
    std::string problem;  // not empty: why the picture cannot be read
};

// The codes in a picture; none where there is no such program. name: the picture's, for messages. Throws Trouble when the program fails for
// a reason other than the picture.
std::optional<CodesInPicture> read_codes(const CodesProgram& program, const std::string& name, std::string_view bytes);

}  // namespace hornbook
