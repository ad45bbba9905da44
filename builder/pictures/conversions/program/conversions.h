// Conversions: what can be made of a picture, by libvips.
#pragma once

#include <string>

#include "pictures/program/requests.h"

namespace hornbook {

struct Wanted {
    double most_pixels = 0;  // all frames together; checked against the header, before anything is decoded
    int most_width = 0;
    bool grey = false;
};

// Upright, in sRGB or grey, 8 bits a sample, at most so wide, without any notes: JPEG for photographs, PNG where every pixel or
// transparency counts, GIF for what moves.
Answer convert(const std::string& input, const Wanted& wanted);
// An SVG drawn on white, as PNG.
Answer raster(const std::string& svg, int width, int height, bool grey);

}  // namespace hornbook
