#include "pictures/formats.h"
#include "pictures/gif_blocks.h"

namespace hornbook {
namespace {

// Whether an extension is private: a comment or a program's own data; the number of repetitions is not.
bool is_private_extension(std::string_view extension) {
    bool is_comment = byte_at(extension, 1) == 0xFE;
    bool is_application = byte_at(extension, 1) == 0xFF;
    std::string_view name = extension.substr(std::min<std::size_t>(3, extension.size()), 11);
    return is_comment || (is_application && name != "NETSCAPE2.0" && name != "ANIMEXTS1.0");
}

}  // namespace

PictureFacts examine_gif(std::string_view bytes) {
    PictureFacts facts{.media_type = "image/gif", .for_readers = true};
    auto wrong = [&](std::string problem) {
        facts.problem = std::move(problem);
        return facts;
    };
    if (bytes.size() < 13) {
        return wrong("it ends too early");
    }
    facts.width = byte_at(bytes, 6) | byte_at(bytes, 7) << 8U;
    facts.height = byte_at(bytes, 8) | byte_at(bytes, 9) << 8U;
    bool has_pixels = false;
    std::size_t at = 13 + colour_table_size(byte_at(bytes, 10));
    facts.kept.push_back(bytes.substr(0, at));
    while (at < bytes.size()) {
        unsigned kind = byte_at(bytes, at);
        std::size_t begin = at;
        switch (kind) {
            case 0x3B:
                facts.kept.push_back(bytes.substr(at, 1));
                return !has_pixels                             ? wrong("it holds no pixels")
                       : facts.width == 0 || facts.height == 0 ? wrong("it is 0 pixels wide or high")
                                                               : facts;
            case 0x21:
                at = after_sub_blocks(bytes, at + 2);
                break;
            case 0x2C:
                has_pixels = true;
                at = after_sub_blocks(bytes, frame_data(bytes, at) + 1);
                break;
            default:
                return wrong("it is damaged at byte " + std::to_string(at));
        }
        if (begin < bytes.size() && (kind != 0x21 || !is_private_extension(bytes.substr(begin)))) {
            facts.kept.push_back(bytes.substr(begin, at - begin));
        }
    }
    return wrong("it ends too early");
}

}  // namespace hornbook
