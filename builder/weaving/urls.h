// URLs that leave the book: RFC 3986, checked and repaired where that is safe.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hornbook {

// The scheme in lower case, or empty when the text has none ("02-x.md#id").
std::string scheme_of(std::string_view text);

// http, https and mailto only. Spaces, non-ASCII and characters outside RFC 3986 are percent-encoded; empty: there is no way to
// mend it, and `problem` says why.
std::optional<std::string> outside_url(std::string_view text, std::string& problem);

}  // namespace hornbook
