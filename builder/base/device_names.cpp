#include "base/device_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace hornbook {

bool is_device_name(std::string_view name) {
    constexpr std::array<std::string_view, 4> names = {"con", "prn", "aux", "nul"};
    std::string folded = fold_case(name);
    bool is_port = folded.size() == 4 && (folded.starts_with("com") || folded.starts_with("lpt")) && folded[3] >= '0' && folded[3] <= '9';
    return is_port || std::find(names.begin(), names.end(), folded) != names.end();
}

}  // namespace hornbook
