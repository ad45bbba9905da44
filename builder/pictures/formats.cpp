#include "pictures/formats.h"

namespace hornbook {
namespace {

// ISO base media files name their brand after "ftyp".
std::string_view brand_type(std::string_view bytes) {
    std::string_view brand = bytes.substr(8, 4);
    return brand == "avif" || brand == "avis" ? "image/avif" : brand == "heic" || brand == "heix" || brand == "mif1" ? "image/heic" : "";
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
    if (bytes.starts_with(std::string_view("\0\0\0\x0CjP  ", 8))) {
        return "image/jp2";
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
    PictureFacts facts;
    facts.media_type = other_type(bytes);
    return facts;
}

}  // namespace hornbook
