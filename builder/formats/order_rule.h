// Order rules: those by which Moodle marks an order.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The message about such a rule ("ABSOLUTE_POSITION"); empty where it is as good as Hornbook's own.
std::string order_rule_lost(std::string_view rule);

}  // namespace hornbook
