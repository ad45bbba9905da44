// Base64 by nettle (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

std::string to_base64(std::string_view bytes);
std::optional<std::string> from_base64(std::string_view text);  // the bytes; white space is passed over; none where it is not base64

}  // namespace hornbook
