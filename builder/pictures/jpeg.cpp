#include "pictures/formats.h"

namespace hornbook {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

unsigned pair_at(std::string_view bytes, std::size_t at) {
    return byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
}

bool is_frame(unsigned marker) {  // SOF0 to SOF15, without DHT, JPG and DAC
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// Past the entropy-coded data that follows a scan's header: to the next marker that is neither a stuffed 0 nor RST0-7.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    for (; at + 1 < bytes.size(); ++at) {
        unsigned next = byte_at(bytes, at + 1);
        if (byte_at(bytes, at) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
            return at;
        }
    }
    return bytes.size();
}

}  // namespace

PictureFacts examine_jpeg(std::string_view bytes) {
    PictureFacts facts{"image/jpeg", 0, 0, true, {}};
    auto wrong = [&](std::string problem) {
        facts.problem = std::move(problem);
        return facts;
    };
    bool has_scan = false;
    for (std::size_t at = 2; at + 1 < bytes.size();) {
        if (byte_at(bytes, at) != 0xFF) {
            return wrong("it is damaged at byte " + std::to_string(at));
        }
        unsigned marker = byte_at(bytes, at + 1);
        if (marker == 0xFF) {  // fill byte
            ++at;
            continue;
        }
        if (marker == 0xD9) {
            return !has_scan                               ? wrong("it holds no pixels")
                   : facts.width == 0 || facts.height == 0 ? wrong("it is 0 pixels wide or high")
                                                           : facts;
        }
        if (at + 4 > bytes.size() || pair_at(bytes, at + 2) < 2 || at + 2 + pair_at(bytes, at + 2) > bytes.size()) {
            break;
        }
        std::size_t length = pair_at(bytes, at + 2);
        if (is_frame(marker) && length >= 8) {
            facts.height = pair_at(bytes, at + 5);
            facts.width = pair_at(bytes, at + 7);
            unsigned components = byte_at(bytes, at + 9);
            // Baseline, extended and progressive Huffman in grey or colour; print shops' CMYK and rarer codings are converted.
            facts.for_readers = marker <= 0xC2 && components != 4 && byte_at(bytes, at + 4) == 8;
        }
        at += length + 2;
        if (marker == 0xDA) {
            has_scan = true;
            at = end_of_scan(bytes, at);
        }
    }
    return wrong("it ends too early");
}

}  // namespace hornbook
