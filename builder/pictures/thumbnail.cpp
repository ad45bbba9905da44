#include "pictures/thumbnail.h"

#include "base/limits.h"
#include "pictures/decoder.h"

namespace hornbook {

Picture thumbnail_of(const Picture& picture, unsigned width, const std::string& program) {
    Picture small = picture;
    if (picture.width <= width) {
        return small;
    }
    Decoded made = decode({program, {}}, picture.source,
                          {"convert", std::to_string(limits::picture_pixels), std::to_string(width), "colour"}, picture.bytes);
    if (made.problem.empty()) {
        small.media_type = std::move(made.media_type);
        small.width = made.width;
        small.height = made.height;
        small.bytes = std::move(made.bytes);
    }
    return small;
}

}  // namespace hornbook
