#include "weaving/urls.h"

#include <algorithm>

#include "base/text.h"

namespace hornbook {
namespace {

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hex(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

std::string encode(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view allowed = "-._~!$&'()*+,;=:@/?#";  // unreserved, sub-delims and the divisions of a path
    std::string result;
    bool fragment = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        bool escape = c == '%' && i + 2 < text.size() && is_hex(text[i + 1]) && is_hex(text[i + 2]);
        bool second_hash = c == '#' && fragment;
        fragment = fragment || c == '#';
        if (escape || is_ascii_letter(c) || is_ascii_digit(c) || (allowed.find(c) != std::string_view::npos && !second_hash)) {
            result += c;
        } else {
            auto byte = static_cast<unsigned char>(c);
            result += std::string("%") + digits[byte >> 4U] + digits[byte & 15U];
        }
    }
    return result;
}

// Labels of 1 to 63 bytes, 253 in all (RFC 1035, 2.3.4). Punycode is refused, since only a decoder could say whether it is any.
bool is_host_name(std::string_view host) {
    host.remove_suffix(host.ends_with('.') ? 1 : 0);
    std::vector<std::string_view> labels = split(host, '.');
    return host.size() <= 253 && std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
               return !label.empty() && label.size() <= 63 && !starts_with_ascii_case(label, "xn--");
           });
}

// host[:port] after the user information, which a book has no business to carry.
bool check_host(std::string_view authority, std::string& problem) {
    std::size_t colon = authority.rfind(':');
    std::string_view host = authority.substr(0, colon);
    std::string_view port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon + 1);
    auto fits = [](char c) {
        return is_ascii_letter(c) || is_ascii_digit(c) || c == '-' || c == '.' || static_cast<unsigned char>(c) >= 0x80;
    };
    if (authority.find('@') != std::string_view::npos) {
        problem = "names a user before the host";
    } else if (!is_host_name(host) || !std::all_of(host.begin(), host.end(), fits)) {
        problem = "names no valid host";
    } else if (port.size() > 5 || !std::all_of(port.begin(), port.end(), is_ascii_digit) || (port.size() == 5 && port > "65535")) {
        problem = "has no valid port";
    } else {
        return true;
    }
    return false;
}

}  // namespace

std::string scheme_of(std::string_view text) {
    std::size_t end = text.find_first_of(":/?#");
    if (end == std::string_view::npos || end == 0 || text[end] != ':' || !is_ascii_letter(text[0])) {
        return {};
    }
    auto fits = [](char c) { return is_ascii_letter(c) || is_ascii_digit(c) || c == '+' || c == '-' || c == '.'; };
    std::string_view scheme = text.substr(0, end);
    return std::all_of(scheme.begin(), scheme.end(), fits) ? fold_case(scheme) : std::string();
}

std::optional<std::string> outside_url(std::string_view text, std::string& problem) {
    std::string scheme = scheme_of(text);
    std::string_view rest = text.substr(scheme.size() + 1);
    if (scheme == "mailto") {
        problem = "names no address";
        return rest.find('@') == std::string_view::npos ? std::nullopt : std::optional("mailto:" + encode(rest));
    }
    if (scheme != "http" && scheme != "https") {
        problem = "is of a kind that books do not link to";
        return std::nullopt;
    }
    if (!rest.starts_with("//")) {
        problem = "has no `//`";
        return std::nullopt;
    }
    rest.remove_prefix(2);
    std::size_t end = std::min(rest.find_first_of("/?#"), rest.size());
    if (!check_host(rest.substr(0, end), problem)) {
        return std::nullopt;
    }
    return scheme + "://" + std::string(rest.substr(0, end)) + encode(rest.substr(end));
}

}  // namespace hornbook
