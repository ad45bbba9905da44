// Pixels: unpacks what a picture is packed in, far enough to know that all its pixels are there; no picture is made of them.
#pragma once

#include <string_view>

namespace hornbook {

enum class Pixels {
    whole,
    damaged,
    unknown,  // only a decoder can tell
};

// Of a picture whose structure is whole.
Pixels check_pixels(std::string_view media_type, std::string_view bytes);

Pixels check_png_pixels(std::string_view bytes);   // PNG 1.2 chapters 2.6 and 5: the zlib stream has a byte for every sample
Pixels check_jpeg_pixels(std::string_view bytes);  // ITU T.81 annex F: sequential Huffman scans have a code for every block
Pixels check_gif_pixels(std::string_view bytes);   // GIF89a appendix F: the LZW codes of each frame make its pixels

}  // namespace hornbook
