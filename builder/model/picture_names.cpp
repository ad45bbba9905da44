#include "model/picture_names.h"

#include <set>

#include "base/device_names.h"
#include "base/numbering.h"
#include "base/text.h"

namespace hornbook {
namespace {

std::string_view extension_for(std::string_view media_type) {
    return media_type == "image/png" ? ".png" : media_type == "image/jpeg" ? ".jpg" : media_type == "image/gif" ? ".gif" : ".svg";
}

}  // namespace

void name_pictures(std::vector<Picture>& pictures) {
    std::set<std::string> taken;
    Numbering numbering;
    for (Picture& picture : pictures) {
        std::string file = picture.source.substr(picture.source.rfind('/') + 1);
        std::string base = ascii_slug(file.substr(0, file.rfind('.')), "picture");
        base += is_device_name(base) ? "-picture" : "";
        std::string extension(extension_for(picture.media_type));
        picture.name = numbering.next(
            base + extension, [&](std::size_t number) { return base + "-" + std::to_string(number) + extension; },
            [&](const std::string& name) { return taken.insert(name).second; });
    }
}

}  // namespace hornbook
