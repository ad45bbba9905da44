#include "xml/typed_scripts.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

struct ScriptSigns {
    std::u32string_view plain = U"0123456789+-−=()";
    std::array<const char*, 16> signs;
    char fallback;
};

constexpr ScriptSigns superscripts{.signs = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁺", "⁻", "⁻", "⁼", "⁽", "⁾"},
                                   .fallback = '^'};
constexpr ScriptSigns subscripts{.signs = {"₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉", "₊", "₋", "₋", "₌", "₍", "₎"},
                                 .fallback = '_'};

std::string in_signs(std::string_view text, const ScriptSigns& script) {
    std::string written;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        std::size_t found = script.plain.find(c);
        if (found == std::u32string_view::npos && c != U' ') {
            return script.fallback + grouped(trim(text));
        }
        written += c == U' ' ? "" : script.signs[found];
    }
    return written;
}

}  // namespace

std::string raised(std::string_view text) {
    return in_signs(text, superscripts);
}

std::string lowered(std::string_view text) {
    return in_signs(text, subscripts);
}

std::string grouped(std::string_view text) {
    bool is_one = true;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        is_one = is_one && (is_letter(c) || is_digit(c) || c == U'.' || c == U',');
    }
    return is_one ? std::string(text) : "(" + std::string(text) + ")";
}

}  // namespace hornbook
