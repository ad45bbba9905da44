#include "pictures/formats.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>

namespace hornbook {
namespace {

// The media type by the brand of an ISO base media file, which follows "ftyp".
std::string_view brand_type(std::string_view bytes) {
    std::string_view brand = bytes.substr(8, 4);
    constexpr std::array<std::string_view, 6> heic = {"heic", "heix", "heim", "heis", "mif1", "msf1"};
    return brand == "avif" || brand == "avis" ? "image/avif" : std::find(heic.begin(), heic.end(), brand) != heic.end() ? "image/heic" : "";
}

// The facts of a BMP, whose header has 12 bytes (OS/2) or 40 and more (Windows); a negative height means that rows go downwards.
PictureFacts examine_bmp(std::string_view bytes) {
    auto number = [&](std::size_t at, std::size_t size) {
        std::uint32_t n = 0;
        for (std::size_t i = size; i > 0; --i) {
            n = n << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
        }
        return n;
    };
    PictureFacts facts{.media_type = "image/bmp"};
    bool is_short = number(14, 4) == 12;
    facts.width = is_short ? number(18, 2) : number(18, 4);
    facts.height =
        is_short ? number(20, 2) : static_cast<unsigned>(std::abs(static_cast<std::int64_t>(static_cast<std::int32_t>(number(22, 4)))));
    return facts;
}

std::string_view other_type(std::string_view bytes) {
    if (bytes.starts_with("RIFF") && bytes.size() > 12 && bytes.substr(8, 4) == "WEBP") {
        return "image/webp";
    }
    if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4))) {
        return "image/tiff";
    }
    if (bytes.size() > 12 && bytes.substr(4, 4) == "ftyp") {
        return brand_type(bytes);
    }
    return "";
}

}  // namespace

PictureFacts examine_picture(std::string_view bytes) {
    if (bytes.starts_with("\x89PNG")) {
        return examine_png(bytes);
    }
    if (bytes.starts_with("\xFF\xD8")) {
        return examine_jpeg(bytes);
    }
    if (bytes.starts_with("GIF8")) {
        return examine_gif(bytes);
    }
    if (bytes.starts_with("BM") && bytes.size() > 30) {
        return examine_bmp(bytes);
    }
    PictureFacts facts;
    facts.media_type = other_type(bytes);
    return facts;
}

}  // namespace hornbook
