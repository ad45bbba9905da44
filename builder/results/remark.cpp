#include "results/remark.h"

#include "base/text.h"

namespace hornbook {
namespace {

// Titles, nicknames and file names are a stranger's: what would steer a terminal is not passed on.
std::string harmless(const std::string& text) {
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        append_utf8(result, c < 0x20 || (c >= 0x7F && c < 0xA0) ? U'?' : c);
    }
    return result;
}

}  // namespace

std::string shown(const Remark& remark) {
    std::string place = remark.file + (remark.line > 0 ? ":" + std::to_string(remark.line) : "");
    return harmless(place + (remark.weight == Weight::refusal ? ": not taken: " : ": note: ") + remark.text) + "\n";
}

}  // namespace hornbook
