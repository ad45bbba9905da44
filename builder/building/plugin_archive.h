// Plugin archive: KOReader's plugin as one zip, as people and plugin managers unpack it into KOReader's folder `plugins`.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

inline constexpr std::string_view plugin_archive_name = "hornbook.koplugin.zip";

// The archive's bytes, the same each time; its one root is the folder hornbook.koplugin. Throws Trouble.
std::string make_plugin_archive();

}  // namespace hornbook
