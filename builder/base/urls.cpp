#include "base/urls.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

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

// Whether it has labels of 1 to 63 bytes, 253 in all (RFC 1035, 2.3.4). Punycode is refused, since only a decoder could validate it.
bool is_host_name(std::string_view host) {
    host.remove_suffix(host.ends_with('.') ? 1 : 0);
    std::vector<std::string_view> labels = split(host, '.');
    return host.size() <= 253 && std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
               return !label.empty() && label.size() <= 63 && !starts_with_ascii_case(label, "xn--");
           });
}

// Whether the authority is a valid host[:port]; user information before the host is refused, for a book has no use for it.
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

namespace {

// The web address as browsers read it (WHATWG URL, 4.4): any number of slashes or backslashes may come before the host.
std::string web_address(std::string_view scheme, std::string_view rest, std::string& problem) {
    std::size_t query = std::min(rest.find_first_of("?#"), rest.size());
    std::string path(rest.substr(0, query));
    std::replace(path.begin(), path.end(), '\\', '/');
    path.erase(0, std::min(path.find_first_not_of('/'), path.size()));
    std::size_t end = std::min(path.find('/'), path.size());
    std::string host = percent_decoded(path.substr(0, end));
    if (!is_valid_utf8(host) || !check_host(host, problem)) {
        problem = problem.empty() ? "names no valid host" : problem;
        return {};
    }
    return std::string(scheme) + "://" + host + encode(path.substr(end) + std::string(rest.substr(query)));
}

bool leads_into_a_computer(std::string_view scheme) {
    return scheme == "javascript" || scheme == "vbscript" || scheme == "data" || scheme == "file" || scheme == "blob" || scheme.size() == 1;
}

}  // namespace

bool looks_like_host(std::string_view text) {
    std::string_view host = text.substr(0, std::min(text.find('/'), text.size()));
    std::size_t dot = host.rfind('.');
    return dot != std::string_view::npos && dot > 0 && text.size() > host.size() && host.size() - dot > 2 && !host.starts_with('.') &&
           std::all_of(host.begin() + static_cast<std::ptrdiff_t>(dot) + 1, host.end(), is_ascii_letter);
}

std::string address_meant(std::string_view text) {
    std::string_view path = text.substr(0, std::min(text.find_first_of("?#"), text.size()));
    std::size_t at = path.find('@');
    if (text.starts_with("//")) {
        return "https:" + std::string(text);
    }
    if (starts_with_ascii_case(text, "www.") && looks_like_host(std::string(text) + "/")) {
        return "https://" + std::string(text);
    }
    if (at != std::string_view::npos && at > 0 && path.find_first_of(":/ \\") == std::string_view::npos &&
        looks_like_host(std::string(path.substr(at + 1)) + "/")) {
        return "mailto:" + std::string(text);
    }
    return std::string(text);
}

OutsideUrl outside_url(std::string_view text) {
    OutsideUrl url;
    std::string scheme = scheme_of(text);
    std::string_view rest = trim(text.substr(scheme.size() + 1));
    if (scheme == "http" || scheme == "https") {
        url.url = web_address(scheme, rest, url.problem);
    } else if (scheme != "mailto") {
        url.problem = "is of a kind that books do not link to";
        url.other_kind = !leads_into_a_computer(scheme);
    } else if (rest.find('@') == std::string_view::npos) {
        url.problem = "names no address";
    } else {
        url.url = "mailto:" + encode(rest);
    }
    return url;
}

}  // namespace hornbook
