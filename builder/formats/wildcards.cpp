#include "formats/wildcards.h"

namespace hornbook {

std::string escape_wildcards(std::string_view words) {
    std::string result;
    for (char c : words) {
        result += c == '*' ? "\\*" : std::string(1, c);
    }
    return result;
}

std::string unescape_wildcards(std::string_view words) {
    std::string result;
    for (std::size_t at = 0; at < words.size(); ++at) {
        bool escape = words.substr(at, 2) == "\\*";
        result += escape ? "" : std::string(1, words[at]);
    }
    return result;
}

}  // namespace hornbook
