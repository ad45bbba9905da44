// Style functions: which functions a stylesheet may call. A list of what is allowed, since browsers keep learning new ones
// that load what they are given (CSS Images 4, CSS Values 5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct StyleCall {
    std::string_view name;  // as it is written, within the given text, without its `(`
    std::size_t at = 0;     // of the name
    bool loads = false;     // known to bring in a file; otherwise merely not on the list
};

// The calls in `css` that a book cannot hold. `plain` is the same text byte for byte, in ASCII lower case, with comments blanked
// and the insides of strings replaced; `css` tells where a `url(` leads: into the same document alone.
std::vector<StyleCall> forbidden_calls(std::string_view plain, std::string_view css);

}  // namespace hornbook
