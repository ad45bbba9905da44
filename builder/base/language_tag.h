// Whether a language tag is well-formed (RFC 5646, 2.1): readers and EPUBCheck refuse books with one that is not.
#pragma once

#include <string_view>

namespace hornbook {

bool is_language_tag(std::string_view tag);

}  // namespace hornbook
