#include "pictures/conversions/program/bundle.h"

#include <cstdlib>
#include <filesystem>

namespace hornbook {

// Sets the environment, by which alone these libraries find their files. The bundle has only the one coder of ImageMagick that is needed,
// so that no other can run.
void use_bundle() {
    std::error_code error;
    std::filesystem::path root = std::filesystem::read_symlink("/proc/self/exe", error).parent_path().parent_path();
    std::filesystem::path fonts = root / "share/hornbook/fonts";
    if (error || !std::filesystem::exists(fonts / "fonts.conf", error)) {
        return;
    }
    setenv("FONTCONFIG_PATH", fonts.c_str(), 1);
    setenv("VIPSHOME", (root / "lib").c_str(), 1);
    setenv("MAGICK_CODER_MODULE_PATH", (root / "lib/magick").c_str(), 1);
}

}  // namespace hornbook
