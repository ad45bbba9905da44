// Conversions of pictures, by libvips.
#pragma once

#include <string>

#include "pictures/program/requests.h"

namespace hornbook {

struct Wanted {
    double most_pixels = 0;  // all frames together; checked against the header, before anything is decoded
    int most_width = 0;
    bool grey = false;
};

// The picture made upright, in sRGB or grey, 8 bits a sample, at most so wide, without any notes: JPEG for photographs, PNG for lossless or
// transparent pictures, GIF for animations.
Answer convert(const std::string& input, const Wanted& wanted);
// An SVG drawn on white, as PNG.
Answer raster(const std::string& svg, int width, int height, bool grey);

}  // namespace hornbook
