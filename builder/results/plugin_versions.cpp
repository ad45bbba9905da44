#include "results/plugin_versions.h"

#include <algorithm>

#include "base/counted.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The numbers of a version without leading zeros, each with its count of digits, so that they compare as numbers.
std::vector<std::pair<std::size_t, std::string>> numbers_of(std::string_view version) {
    std::vector<std::pair<std::size_t, std::string>> numbers;
    for (std::string_view part : split(version, '.')) {
        part.remove_prefix(std::min(part.find_first_not_of('0'), part.size()));
        numbers.emplace_back(part.size(), part);
    }
    return numbers;
}

std::string in_words(const PluginDevices& row) {
    return (row.version.empty() ? "an older one" : row.version) + " on " + counted(row.devices.size(), "one device", "devices") + " (" +
           join(row.devices, ", ") + ")";
}

}  // namespace

bool is_plugin_version(std::string_view version) {
    return !version.empty() && version.size() <= 40 && version.front() != '.' && version.back() != '.' &&
           version.find("..") == std::string_view::npos && version.find_first_not_of("0123456789.") == std::string_view::npos;
}

bool is_older_version(std::string_view a, std::string_view b) {
    return a.empty() || b.empty() ? a.empty() && !b.empty() : numbers_of(a) < numbers_of(b);
}

std::vector<PluginDevices> plugin_versions(const ClassResults& results) {
    std::vector<PluginDevices> versions;
    for (const auto& [device, version] : results.plugins) {
        auto known =
            std::find_if(versions.begin(), versions.end(), [&, &v = version](const PluginDevices& row) { return row.version == v; });
        if (known == versions.end()) {
            known = versions.insert(known, {version, {}});
        }
        known->devices.push_back(device);
    }
    std::sort(versions.begin(), versions.end(),
              [](const PluginDevices& a, const PluginDevices& b) { return is_older_version(b.version, a.version); });
    return versions;
}

void note_plugin_versions(ClassResults& results) {
    std::vector<PluginDevices> versions = plugin_versions(results);
    if (versions.size() < 2) {
        return;
    }
    std::vector<std::string> each;
    std::transform(versions.begin(), versions.end(), std::back_inserter(each), in_words);
    results.remarks.push_back(
        {Weight::note, "", 0,
         "the devices have different versions of the plugin: " + join(each, ", ") + "; copy the newest one to all of them"});
}

}  // namespace hornbook
