#include "pictures/program/damage.h"

namespace hornbook {

std::string damage_in(std::string_view picture) {
    return picture.starts_with("\x89PNG")    ? damage_in_png(picture)
           : picture.starts_with("\xFF\xD8") ? damage_in_jpeg(picture)
           : picture.starts_with("GIF8")     ? damage_in_gif(picture)
                                             : "neither PNG nor JPEG nor GIF";
}

}  // namespace hornbook
