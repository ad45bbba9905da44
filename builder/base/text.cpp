#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <new>

#include "base/ascii.h"
#include "base/hash.h"

namespace hornbook {
namespace {

const utf8proc_uint8_t* bytes_of(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::string map_text(std::string_view text, int options) {
    utf8proc_uint8_t* out = nullptr;
    utf8proc_ssize_t size =
        utf8proc_map(bytes_of(text), static_cast<utf8proc_ssize_t>(text.size()), &out, static_cast<utf8proc_option_t>(options));
    if (size == UTF8PROC_ERROR_NOMEM) {
        throw std::bad_alloc();
    }
    if (size < 0) {
        return std::string(text);
    }
    std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(out, &std::free);
    return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(size)};
}

// The index of the next byte of 0x80 or more; the size of the text where there is none.
std::size_t next_outside_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    for (std::uint64_t eight = 0; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) {
            break;
        }
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
        ++at;
    }
    return at;
}

bool is_ascii(std::string_view text) {
    return next_outside_ascii(text, 0) == text.size();
}

utf8proc_category_t category(char32_t c) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(c));
}

bool is_ascii_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v';
}

char ascii_lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
    return first_invalid_utf8(text) == std::string_view::npos;
}

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while ((at = next_outside_ascii(text, at)) < text.size()) {
        utf8proc_int32_t c = 0;
        utf8proc_ssize_t n = utf8proc_iterate(bytes_of(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
        if (n <= 0) {
            return at;
        }
        at += static_cast<std::size_t>(n);
    }
    return std::string_view::npos;
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    unsigned char first = static_cast<unsigned char>(text[at]);
    if (first < 0x80) {
        ++at;
        return first;
    }
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t n = utf8proc_iterate(bytes_of(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &c);
    if (n <= 0) {  // never of valid text, which callers promise; go on rather than loop
        ++at;
        return 0xFFFD;
    }
    at += static_cast<std::size_t>(n);
    return static_cast<char32_t>(c);
}

void append_utf8(std::string& text, char32_t code_point) {
    if (code_point < 0x80) {
        text += static_cast<char>(code_point);
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t n = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(n));
}

bool is_utf16(std::string_view bytes) {
    return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

std::string from_utf16(std::string_view bytes) {
    std::size_t low = bytes.starts_with("\xFF\xFE") ? 0 : 1;
    auto unit = [&](std::size_t at) {
        return static_cast<char32_t>(static_cast<unsigned char>(bytes[at + low]) + 256U * static_cast<unsigned char>(bytes[at + 1 - low]));
    };
    std::string text;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        char32_t c = unit(at);
        if ((c & 0xFC00) == 0xD800 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00) {
            c = 0x10000 + ((c & 0x3FF) << 10U) + (unit(at += 2) & 0x3FF);
        }
        append_utf8(text, (c & 0xFFFFF800) == 0xD800 ? U'?' : c);
    }
    return text;
}

std::size_t count_code_points(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        int w = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, at)));
        width += w > 0 ? static_cast<std::size_t>(w) : 0;
    }
    return width;
}

bool is_letter(char32_t c) {
    if (c < 0x80) {
        return is_ascii_letter(static_cast<char>(c));
    }
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_ME;  // L* then M*
}

bool is_digit(char32_t c) {
    return c < 0x80 ? is_ascii_digit(static_cast<char>(c)) : category(c) == UTF8PROC_CATEGORY_ND;
}

bool is_upper(char32_t c) {
    return category(c) == UTF8PROC_CATEGORY_LU || category(c) == UTF8PROC_CATEGORY_LT;
}

char32_t to_lower(char32_t c) {
    return c < 0x80 ? static_cast<unsigned char>(ascii_lower(static_cast<char>(c)))
                    : static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

char32_t to_title(char32_t c) {
    return static_cast<char32_t>(utf8proc_totitle(static_cast<utf8proc_int32_t>(c)));
}

bool is_space(char32_t c) {
    utf8proc_category_t k = category(c);
    return (c >= 9 && c <= 13) || c == 0x85 || k == UTF8PROC_CATEGORY_ZS || k == UTF8PROC_CATEGORY_ZL || k == UTF8PROC_CATEGORY_ZP;
}

bool is_punctuation(char32_t c) {
    utf8proc_category_t k = category(c);
    return k >= UTF8PROC_CATEGORY_PC && k <= UTF8PROC_CATEGORY_SO;
}

bool is_unspaced_script(char32_t c) {
    return (c >= 0x0E00 && c <= 0x0FFF) || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
           (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

std::string normalise(std::string_view text) {
    return is_ascii(text) ? std::string(text) : map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

std::string fold_case(std::string_view text) {
    if (!is_ascii(text)) {
        return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    }
    std::string folded(text);
    std::transform(folded.begin(), folded.end(), folded.begin(), ascii_lower);
    return folded;
}

std::string without_accents(std::string_view text) {
    return is_ascii(text) ? std::string(text) : map_text(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_ascii_space(text.front())) {
        text.remove_prefix(1);
    }
    while (!text.empty() && is_ascii_space(text.back())) {
        text.remove_suffix(1);
    }
    return text;
}

std::string collapse_spaces(std::string_view text) {
    std::string result;
    for (char c : trim(text)) {
        if (!is_ascii_space(c)) {
            result += c;
        } else if (result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

std::string slug(std::string_view text) {
    std::string result;
    std::string folded = fold_case(text);
    for (std::size_t at = 0; at < folded.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(folded, at);
        if (is_letter(c) || is_digit(c) || c == '-' || c == '_') {
            result.append(folded, begin, at - begin);
        } else if (is_space(c)) {
            result += '-';
        }
    }
    return result;
}

constexpr std::size_t longest_slug = 100;  // bytes; a file name has at most 255

std::string ascii_slug(std::string_view text, std::string_view prefix_if_needed) {
    std::string words;
    bool lost = false;
    std::string plain = without_accents(fold_case(text));
    for (std::size_t at = 0; at < plain.size();) {
        char32_t c = next_code_point(plain, at);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            words += static_cast<char>(c);
        } else if (c < 0x80 && c != '\'') {
            if (!words.empty() && words.back() != '-') {
                words += '-';
            }
        } else if (is_letter(c) || is_digit(c)) {
            lost = true;
        } else if (is_space(c) && !words.empty() && words.back() != '-') {
            words += '-';
        }
    }
    while (!words.empty() && words.back() == '-') {
        words.pop_back();
    }
    if (words.size() > longest_slug) {
        lost = true;
        words.resize(longest_slug);
    }
    if (lost || words.empty()) {
        words += (words.empty() ? "" : "-") + sha256_hex(text).substr(0, 8);
    }
    if (!prefix_if_needed.empty() && (words.front() < 'a' || words.front() > 'z')) {
        words = std::string(prefix_if_needed) + "-" + words;
    }
    return words;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t end = text.find(separator); end != std::string_view::npos; end = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string result;
    for (const std::string& part : parts) {
        if (&part != parts.data()) {
            result += separator;
        }
        result += part;
    }
    return result;
}

std::string percent_decoded(std::string_view text) {
    auto digit = [](char c) {
        return c >= '0' && c <= '9' ? c - '0' : ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f' ? ascii_lower(c) - 'a' + 10 : -1;
    };
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size() && digit(text[i + 1]) >= 0 && digit(text[i + 2]) >= 0) {
            result += static_cast<char>(digit(text[i + 1]) * 16 + digit(text[i + 2]));
            i += 2;
        } else {
            result += text[i];
        }
    }
    return result;
}

bool starts_with_ascii_case(std::string_view text, std::string_view lower_prefix) {
    return text.size() >= lower_prefix.size() &&
           std::equal(lower_prefix.begin(), lower_prefix.end(), text.begin(), [](char a, char b) { return a == ascii_lower(b); });
}

}  // namespace hornbook
