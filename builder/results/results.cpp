#include "results/results.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/iso_time.h"
#include "base/text.h"

namespace hornbook {
namespace {

bool is_hidden(char32_t c) {
    return c == 0xAD || c == 0x061C || c == 0x180E || c == 0x200B || c == 0xFEFF || (c >= 0x80 && c <= 0x9F) ||
           (c >= 0x200E && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || (c >= 0xFFF9 && c <= 0xFFFB);
}

// Whether a name has a visible character and no invisible ones.
bool is_plain_name(std::string_view name) {
    bool is_seen = false;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = next_code_point(name, at);
        if (c < 0x20 || c == 0x7F || is_hidden(c)) {
            return false;
        }
        is_seen = is_seen || !(is_space(c) || c == 0x200C || c == 0x200D);
    }
    return is_seen;
}

}  // namespace

std::string plain_nickname(std::string_view name) {
    std::string plain;
    for (std::size_t at = 0; at < name.size();) {
        char32_t c = next_code_point(name, at);
        if (!is_hidden(c)) {
            append_utf8(plain, c);
        }
    }
    return std::string(trim(plain));
}

bool is_nickname(std::string_view name) {
    return is_plain_name(name) && count_code_points(name) <= 20 && name.find_first_not_of("0123456789") != std::string_view::npos;
}

bool is_day_and_time(std::string_view at) {
    return at.size() == 16 && is_day(at.substr(0, 10)) && at[10] == ' ' && is_ascii_digit(at[11]) && is_ascii_digit(at[12]) &&
           at.substr(11, 2) < "24" && at[13] == ':' && is_ascii_digit(at[14]) && at[14] < '6' && is_ascii_digit(at[15]);
}

bool is_device(std::string_view id) {
    return id.size() == 6 && std::all_of(id.begin(), id.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

// The id at the end of a file's name: six signs. Names of older plugins end in a number of two digits, in four signs or in `none`.
std::string device_in_name(std::string_view file) {
    file.remove_prefix(file.rfind('/') + 1);
    std::size_t pupil = file.rfind("pupil-");
    if (pupil == std::string_view::npos) {
        return {};
    }
    std::string_view who = file.substr(pupil + 6);
    who = who.substr(0, who.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-"));
    std::size_t hyphen = who.rfind('-');
    std::string_view id = hyphen == std::string_view::npos ? std::string_view() : who.substr(hyphen + 1);
    return is_device(id) ? std::string(id) : "";
}

}  // namespace hornbook
