// Decoder: what the second program, hornbook-pictures, makes of a picture. It runs with limits: its crash is an answer too, unless it
// crashes over any picture.
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

// `arguments` are those of the second program, `name` is the picture's, for a message. Throws Trouble when the program cannot be started,
// or fails for a reason that does not lie in the picture: a machine's lack of memory is no mistake of the author's.
Decoded decode(const Decoder& decoder, const std::string& name, std::vector<std::string> arguments, std::string_view bytes);

}  // namespace hornbook
