// Formats: reads a picture's own structure to its end, without decoding it: a cut or damaged file is found here.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

struct PictureFacts {
    std::string media_type;  // empty: no format that is known here
    unsigned width = 0;      // pixels; 0 when only decoding would tell
    unsigned height = 0;
    bool for_readers = false;  // e-readers show it as it is; else it must be converted
    std::string problem;       // set: what is wrong with it, in words for the author
};

PictureFacts examine_picture(std::string_view bytes);

PictureFacts examine_png(std::string_view bytes);   // PNG 1.2: signature, chunk lengths and sums up to IEND
PictureFacts examine_jpeg(std::string_view bytes);  // ITU T.81 annex B: markers up to EOI
PictureFacts examine_gif(std::string_view bytes);   // GIF89a: blocks up to the trailer

}  // namespace hornbook
