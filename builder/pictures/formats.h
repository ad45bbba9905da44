// Picture formats: reads a picture's structure to its end, without decoding it, so that cut and damaged files are found, and private notes
// in them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct PictureFacts {
    std::string media_type = {};  // empty: the format is not known here
    unsigned width = 0;           // pixels, as stored; 0 when only decoding would tell
    unsigned height = 0;
    bool for_readers = false;                 // e-readers show it as it is; else it must be converted
    bool is_grey = false;                     // it has no colours to lose
    unsigned orientation = 1;                 // Exif 2.32, 4.6.4: above 1, it must be turned or mirrored to stand upright
    std::vector<std::string_view> kept = {};  // its bytes without private notes; empty when it is not `for_readers`
    std::string problem = {};                 // not empty: what is wrong with it, in words for the author
};

PictureFacts examine_picture(std::string_view bytes);

PictureFacts examine_png(std::string_view bytes);   // PNG 1.2: signature, chunk lengths and sums up to IEND
PictureFacts examine_jpeg(std::string_view bytes);  // ITU T.81 annex B: markers up to EOI
PictureFacts examine_gif(std::string_view bytes);   // GIF89a: blocks up to the trailer

// The orientation in Exif data (a TIFF file of its own); 1 when there is none.
unsigned exif_orientation(std::string_view tiff);

}  // namespace hornbook
