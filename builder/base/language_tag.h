// Language tags (RFC 5646): whether one is well-formed, and its language.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

bool is_language_tag(std::string_view tag);  // section 2.1; readers and EPUBCheck refuse books with one that is not
bool is_region(std::string_view subtag);     // section 2.2.4
// The tag that was meant by `de_DE`, `de_DE.UTF-8`, `german` or `Deutsch`; empty: none that is known.
std::string meant_language(std::string_view written);
std::string hint_on_language(std::string_view meant);  // for whoever wrote it otherwise
std::string first_subtag(std::string_view tag);        // in lower case

}  // namespace hornbook
