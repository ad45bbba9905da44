#include "model/entry_names.h"

#include "base/text.h"

namespace hornbook {

std::string comparable_name(std::string_view name) {
    std::string result;
    std::string composed = normalise(name);
    for (std::size_t at = 0; at < composed.size();) {
        append_utf8(result, to_lower(next_code_point(composed, at)));
    }
    return result;
}

}  // namespace hornbook
