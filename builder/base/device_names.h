// Device names: Windows opens devices by these names, with any ending, so no file may be called so.
#pragma once

#include <string_view>

namespace hornbook {

bool is_device_name(std::string_view name);  // "con", "Lpt1": without its ending

}  // namespace hornbook
