// Names of entries as they are compared with one another: capitals make no difference, and `ß` is not `ss`, since Masse and Maße are two.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

std::string comparable_name(std::string_view name);

}  // namespace hornbook
