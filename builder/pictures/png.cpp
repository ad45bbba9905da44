#include <algorithm>
#include <array>
#include <cstdint>

#include "pictures/bytes.h"
#include "pictures/formats.h"

namespace hornbook {
namespace {

// Table of the CRC over a chunk's type and data (PNG 1.2, annex D).
constexpr std::array<std::uint32_t, 256> sum_table = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t n = 0; n < 256; ++n) {
        std::uint32_t c = n;
        for (int k = 0; k < 8; ++k) {
            c = (c & 1U) != 0 ? 0xEDB88320U ^ (c >> 1U) : c >> 1U;
        }
        table.at(n) = c;
    }
    return table;
}();

std::uint32_t sum_of(std::string_view bytes) {
    std::uint32_t c = 0xFFFFFFFFU;
    for (char byte : bytes) {
        c = sum_table[(c ^ static_cast<unsigned char>(byte)) & 0xFFU] ^ (c >> 8U);
    }
    return ~c;
}

// Whether PNG has this depth for this kind of colour (PNG 1.2, 4.1.1).
bool is_known_kind(unsigned depth, unsigned colour) {
    bool is_power = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
    return is_power && (colour == 0 || (colour == 3 && depth <= 8) || ((colour == 2 || colour == 4 || colour == 6) && depth >= 8));
}

bool is_grey_palette(std::string_view palette) {
    for (std::size_t i = 0; i + 3 <= palette.size(); i += 3) {
        if (palette[i] != palette[i + 1] || palette[i] != palette[i + 2]) {
            return false;
        }
    }
    return true;
}

class PngExaminer {
public:
    explicit PngExaminer(std::string_view bytes) : bytes_(bytes) {}

    PictureFacts examine() {
        if (!bytes_.starts_with("\x89PNG\r\n\x1A\n")) {
            return wrong("its first bytes are damaged, as by a transfer as text");
        }
        facts_.kept.push_back(bytes_.substr(0, 8));
        std::size_t at = 8;
        while (at + 12 <= bytes_.size()) {
            std::size_t length = number_at(bytes_, at);
            if (length > bytes_.size() - at - 12) {
                break;
            }
            std::string_view type = bytes_.substr(at + 4, 4);
            if (sum_of(bytes_.substr(at + 4, length + 4)) != number_at(bytes_, at + 8 + length)) {
                return wrong("its part `" + std::string(type) + "` is damaged");
            }
            if (at == 8 && (type != "IHDR" || length != 13)) {
                return wrong("it does not begin with its size");
            }
            if (at > 8 && type == "IHDR") {  // readers differ in which of the two they take
                return wrong("it says its size twice");
            }
            read_chunk(type, bytes_.substr(at + 8, length), bytes_.substr(at, length + 12));
            if (type == "IEND") {
                return judge();
            }
            at += length + 12;
        }
        return wrong("it ends too early");
    }

private:
    PictureFacts wrong(std::string problem) {
        facts_.problem = std::move(problem);
        return std::move(facts_);
    }

    void read_chunk(std::string_view type, std::string_view data, std::string_view whole) {
        // Chunks with notes by cameras and editors: texts, the time of change and Exif.
        constexpr std::array<std::string_view, 5> notes = {"eXIf", "iTXt", "tEXt", "tIME", "zTXt"};
        if (std::find(notes.begin(), notes.end(), type) == notes.end()) {
            facts_.kept.push_back(whole);
        }
        if (type == "IHDR" && data.size() == 13) {
            facts_.width = number_at(data, 0);
            facts_.height = number_at(data, 4);
            depth_ = static_cast<unsigned char>(data[8]);
            colour_ = static_cast<unsigned char>(data[9]);
            facts_.for_readers = depth_ != 16;  // twice the size, and no screen shows it
            facts_.is_grey = colour_ == 0 || colour_ == 4;
        } else if (type == "PLTE") {
            has_palette_ = true;
            facts_.is_grey = facts_.is_grey || (colour_ == 3 && is_grey_palette(data));
        } else if (type == "eXIf") {
            facts_.orientation = exif_orientation(data);
        } else if (type == "IDAT") {
            has_pixels_ = true;
        }
    }

    PictureFacts judge() {
        return !has_pixels_                              ? wrong("it holds no pixels")
               : facts_.width == 0 || facts_.height == 0 ? wrong("it is 0 pixels wide or high")
               : !is_known_kind(depth_, colour_)         ? wrong("its kind of colour is not one that PNG has")
               : colour_ == 3 && !has_palette_           ? wrong("it has lost its palette")
                                                         : std::move(facts_);
    }

    std::string_view bytes_;
    PictureFacts facts_{.media_type = "image/png", .for_readers = true};
    unsigned depth_ = 0;
    unsigned colour_ = 0;
    bool has_palette_ = false;
    bool has_pixels_ = false;
};

}  // namespace

PictureFacts examine_png(std::string_view bytes) {
    return PngExaminer(bytes).examine();
}

}  // namespace hornbook
