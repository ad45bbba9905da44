#include "base/terminal.h"

#include "base/text.h"

namespace hornbook {
namespace {

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Whether it is a mark, embedding, override or isolate of UAX #9, whose effect outlasts the text that it is in, or a line separator.
bool is_turning(char32_t c) {
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::string harmless(std::string_view text, std::string_view kept) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(text, at);
        bool is_stray = c == 0xFFFD && at - begin == 1;
        bool is_kept = c < 0x80 && kept.find(static_cast<char>(c)) != std::string_view::npos;
        bool is_fine = is_kept || !(is_control(c) || is_turning(c) || is_stray);
        result += is_fine ? text.substr(begin, at - begin) : "\xEF\xBF\xBD";
    }
    return result;
}

}  // namespace hornbook
