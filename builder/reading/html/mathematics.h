// Mathematics in an author's HTML: a formula where it brings its TeX along, else the text that one would type for it.
#pragma once

#include <gumbo.h>

#include <functional>
#include <optional>
#include <string>

#include "model/prose.h"

namespace hornbook {

// The words of an element that is a finished node's placeholder; none where it is not.
using WordsInPlace = std::function<std::optional<std::string>(const GumboNode&)>;
Inline mathematics_of(const GumboNode& math, Place place, bool formulas, const WordsInPlace& words);

}  // namespace hornbook
