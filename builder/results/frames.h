// Frames: the texts of codes that a camera read from e-readers' screens (plugin/results-codes.md), put together to what was exported.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "results/remark.h"
#include "results/results.h"

namespace hornbook {

// A code and the photograph, or the file of codes, in which it stands.
struct FoundCode {
    std::string file;
    std::string text;
};

struct FramesReading {
    std::vector<Results> results;
    Remarks remarks;  // what is missing or does not count
};

inline constexpr std::string_view frame_mark = "HB1/";  // how the text of a frame begins

// The order of the codes does not matter, and the same one twice counts once. What they hold is believed as a file of results is.
FramesReading read_frames(const std::vector<FoundCode>& codes);

// The lines of a file of codes that are frames.
std::vector<FoundCode> codes_in_text(const std::string& file, std::string_view text);

}  // namespace hornbook
