// URLs that lead out of the book, checked by RFC 3986 and repaired where that is safe.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The scheme in lower case, or empty when the text has none ("02-x.md#id").
std::string scheme_of(std::string_view text);

// The whole address of one without its scheme: `www.example.org`, `//example.org/rain`, `me@example.org`. Else the text itself.
std::string address_meant(std::string_view text);

// Whether a path such as `docs.example.org/rain` begins like an address on the web.
bool looks_like_host(std::string_view text);

struct OutsideUrl {
    std::string url;
    std::string problem;      // in words for the author; where not empty, there is no url
    bool other_kind = false;  // it is valid, but books link by http, https and mailto only
};
// The URL of a text with a scheme. Spaces, non-ASCII, backslashes and characters outside RFC 3986 are percent-encoded as browsers do.
OutsideUrl outside_url(std::string_view text);

}  // namespace hornbook
