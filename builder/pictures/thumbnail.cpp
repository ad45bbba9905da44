#include "pictures/thumbnail.h"

#include "pictures/decoder.h"

namespace hornbook {

Picture thumbnail_of(const Picture& picture, unsigned width, const std::string& program, const Programs& programs) {
    Picture small = picture;
    if (picture.width <= width) {
        return small;
    }
    Decoder decoder(program, {}, programs);
    Decoded made = decoder.convert(picture.source, picture.bytes, width, false);
    decoder.finish();
    if (made.problem.empty()) {
        small.media_type = std::move(made.media_type);
        small.width = made.width;
        small.height = made.height;
        small.bytes = std::move(made.bytes);
    }
    return small;
}

}  // namespace hornbook
