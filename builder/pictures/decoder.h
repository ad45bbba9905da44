// Decoder: what the second program, hornbook-pictures, makes of a picture. It runs with limits: its crash is an answer too.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"

namespace hornbook {

struct Decoder {
    std::string program;   // path of hornbook-pictures
    ProcessLimits limits;  // for each picture
};

struct Decoded {
    std::string media_type = {};
    unsigned width = 0;  // pixels
    unsigned height = 0;
    std::string bytes = {};
    std::string problem = {};  // set: why there is no picture, in words for the author
};

// `arguments` are those of the second program. Throws Trouble when it cannot be started.
Decoded decode(const Decoder& decoder, std::vector<std::string> arguments, std::string_view bytes);

}  // namespace hornbook
