// Exif data in a picture.
#include "harness.h"
#include "pictures/formats.h"

void hornbook::fuzz(std::string_view bytes) {
    unsigned turned = exif_orientation(bytes);
    promise(turned >= 1 && turned <= 8, "exif", "there is no such orientation", "");
}
