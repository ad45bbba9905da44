// Device names of Windows, such as CON and LPT1: with any ending they open a device, so no file may be called so.
#pragma once

#include <string_view>

namespace hornbook {

bool is_device_name(std::string_view name);  // `name` is without its ending, in either case: "con", "Lpt1"

}  // namespace hornbook
