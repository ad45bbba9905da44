// Language tags (RFC 5646): whether one is well-formed, and its language.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

bool is_language_tag(std::string_view tag);  // well-formed by section 2.1; reading systems and EPUBCheck refuse books whose tag is not
bool is_region(std::string_view subtag);     // section 2.2.4
// The tag meant by `de_DE`, `de_DE.UTF-8`, `german` or `Deutsch`; empty where it is not known.
std::string meant_language(std::string_view written);
std::string hint_on_language(std::string_view meant);  // the hint of a diagnostic, for the tag that was meant, or empty
std::string first_subtag(std::string_view tag);        // in lower case

}  // namespace hornbook
