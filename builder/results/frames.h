// Frames: texts of QR codes that a camera read from e-readers' screens (plugin/results-codes.md), joined to exports.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "results/remark.h"
#include "results/results.h"

namespace hornbook {

// A code and the photograph, or file of codes, in which it was found.
struct FoundCode {
    std::string file;
    std::string text;
};

struct FramesReading {
    std::vector<Results> results;
    Remarks remarks;  // what is missing or does not count
};

inline constexpr std::string_view frame_mark = "HB1/";  // the beginning of a frame's text

// Joins frames, in any order; the same one twice counts once. The results are validated like a file of results.
FramesReading read_frames(const std::vector<FoundCode>& codes);

// The lines of a file of codes that are frames.
std::vector<FoundCode> codes_in_text(const std::string& file, std::string_view text);

}  // namespace hornbook
