#include "pictures/bytes.h"
#include "pictures/formats.h"

namespace hornbook {
namespace {

bool is_frame(unsigned marker) {  // SOF0 to SOF15, without DHT, JPG and DAC
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

// The offset behind the entropy-coded data of a scan: the next marker that is neither a stuffed 0 nor RST0-7.
std::size_t end_of_scan(std::string_view bytes, std::size_t at) {
    for (; (at = bytes.find('\xFF', at)) != std::string_view::npos && at + 1 < bytes.size(); ++at) {
        unsigned next = byte_at(bytes, at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
            return at;
        }
    }
    return bytes.size();
}

// Whether a segment is private: APPn and COM, in which cameras and editors note place, time, owner and a small copy of the picture; but not
// those that say how pixels are to be read: APP0 of JFIF, the colour profile in APP2, Adobe's APP14.
bool is_private_segment(unsigned marker, std::string_view content) {
    bool is_note = marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF);
    bool is_needed = (marker == 0xE0 && content.starts_with(std::string_view("JFIF\0", 5))) ||
                     (marker == 0xE2 && content.starts_with(std::string_view("ICC_PROFILE\0", 12))) ||
                     (marker == 0xEE && content.starts_with("Adobe"));
    return is_note && !is_needed;
}

class JpegExaminer {
public:
    explicit JpegExaminer(std::string_view bytes) : bytes_(bytes) {}

    PictureFacts examine() {
        facts_.kept.push_back(bytes_.substr(0, 2));
        for (std::size_t at = 2; at + 1 < bytes_.size();) {
            if (byte_at(bytes_, at) != 0xFF) {
                return wrong("it is damaged at byte " + std::to_string(at));
            }
            unsigned marker = byte_at(bytes_, at + 1);
            if (marker == 0xFF) {  // fill byte
                ++at;
                continue;
            }
            if (marker == 0xD9) {
                facts_.kept.push_back(bytes_.substr(at, 2));
                return !has_scan_                                ? wrong("it holds no pixels")
                       : facts_.width == 0 || facts_.height == 0 ? wrong("it is 0 pixels wide or high")
                                                                 : std::move(facts_);
            }
            if (at + 4 > bytes_.size() || pair_at(bytes_, at + 2) < 2 || at + 2 + pair_at(bytes_, at + 2) > bytes_.size()) {
                break;
            }
            at = read_segment(marker, at);
        }
        return wrong("it ends too early");
    }

private:
    PictureFacts wrong(std::string problem) {
        facts_.problem = std::move(problem);
        return std::move(facts_);
    }

    // Reads a segment; returns the offset of the next marker.
    std::size_t read_segment(unsigned marker, std::size_t at) {
        std::size_t length = pair_at(bytes_, at + 2);
        std::string_view content = bytes_.substr(at + 4, length - 2);
        std::size_t end = at + 2 + length;
        if (is_frame(marker) && content.size() >= 6) {
            facts_.height = pair_at(content, 1);
            facts_.width = pair_at(content, 3);
            unsigned components = byte_at(content, 5);
            facts_.is_grey = components == 1;
            // E-readers show baseline, extended and progressive Huffman in grey or colour; CMYK of print shops and rarer codings are
            // converted.
            facts_.for_readers = marker <= 0xC2 && components != 4 && byte_at(content, 0) == 8;
        } else if (marker == 0xE1 && content.starts_with(std::string_view("Exif\0\0", 6))) {
            facts_.orientation = exif_orientation(content.substr(6));
        } else if (marker == 0xDA) {
            has_scan_ = true;
            end = end_of_scan(bytes_, end);
        }
        if (!is_private_segment(marker, content)) {
            facts_.kept.push_back(bytes_.substr(at, end - at));
        }
        return end;
    }

    std::string_view bytes_;
    PictureFacts facts_{.media_type = "image/jpeg", .for_readers = true};
    bool has_scan_ = false;
};

}  // namespace

PictureFacts examine_jpeg(std::string_view bytes) {
    return JpegExaminer(bytes).examine();
}

}  // namespace hornbook
