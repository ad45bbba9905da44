// Style functions: the functions that a stylesheet may call, as an allow-list, since browsers keep learning new ones that load files
// (CSS Images 4, CSS Values 5).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct StyleCall {
    std::string_view name;  // as it is written, within the given text, without its `(`
    std::size_t at = 0;     // offset of the name in the given text, in bytes
    bool loads = false;     // it is known to load a file; else it is merely not on the list
};

// The calls in `css` that a book cannot hold, in order. `plain` is the same text byte for byte, in ASCII lower case, with comments blanked
// and the insides of strings replaced. A `url(` is allowed where it leads into the same document.
std::vector<StyleCall> forbidden_calls(std::string_view plain, std::string_view css);

}  // namespace hornbook
