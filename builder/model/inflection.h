// Inflection: plurals that match by themselves, where a language has rules simple enough to be safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// The name itself, first, and then its plural forms. Possessives need none, since an apostrophe ends a word.
std::vector<std::string> inflected(const std::string& name, std::string_view language);

}  // namespace hornbook
