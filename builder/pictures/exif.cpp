#include "pictures/formats.h"

namespace hornbook {

// The orientation in a TIFF file (TIFF 6.0, section 2): byte order, 42, offset of a directory of 12-byte entries.
unsigned exif_orientation(std::string_view tiff) {
    if (tiff.size() < 8 || (!tiff.starts_with("II") && !tiff.starts_with("MM"))) {
        return 1;
    }
    bool low_first = tiff[0] == 'I';
    auto number = [&](std::size_t at, std::size_t size) {
        std::size_t n = 0;
        for (std::size_t i = 0; i < size && at + size <= tiff.size(); ++i) {
            n = n << 8U | static_cast<unsigned char>(tiff[low_first ? at + size - 1 - i : at + i]);
        }
        return n;
    };
    std::size_t directory = number(4, 4);
    std::size_t count = number(directory, 2);
    for (std::size_t i = 0; i < count && directory + 2 + (i + 1) * 12 <= tiff.size(); ++i) {
        std::size_t entry = directory + 2 + i * 12;
        constexpr std::size_t orientation = 0x0112;
        if (number(entry, 2) == orientation) {
            std::size_t value = number(entry + 8, 2);
            return value >= 1 && value <= 8 ? static_cast<unsigned>(value) : 1;
        }
    }
    return 1;
}

}  // namespace hornbook
