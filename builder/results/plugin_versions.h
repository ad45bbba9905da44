// Plugin versions on the devices of a class, by which an e-reader that was forgotten at an update is found.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/class_results.h"

namespace hornbook {

// A version of the plugin and the devices that have it.
struct PluginDevices {
    std::string version;  // empty: too old to tell
    std::vector<std::string> devices;
};

std::vector<PluginDevices> plugin_versions(const ClassResults& results);  // the newest first
void note_plugin_versions(ClassResults& results);                         // a remark where they differ

bool is_plugin_version(std::string_view version);               // "0.1.0": numbers and points
bool is_older_version(std::string_view a, std::string_view b);  // "0.9" is older than "0.10"

}  // namespace hornbook
