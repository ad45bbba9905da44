// Conversions: what hornbook-pictures can do with a picture, by libvips.
#pragma once

#include <string>

namespace hornbook {

struct Answer {
    std::string media_type = {};
    int width = 0;  // pixels
    int height = 0;
    std::string bytes = {};
    std::string problem = {};  // set: the picture cannot be used; the rest is empty
};

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
// Decodes everything and keeps nothing: type, width and height alone.
Answer verify(const std::string& input);

}  // namespace hornbook
