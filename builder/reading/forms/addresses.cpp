#include "reading/forms/addresses.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/forms/disguise_marks.h"
#include "reading/lines.h"

namespace hornbook {
namespace {

constexpr auto file_suffixes = std::to_array<std::string_view>(
    {"avi",  "bat", "bib", "bz2",  "cfg",  "com",   "conf", "cpp",  "csv",   "css", "deb",  "doc",  "docx", "edu",
     "epub", "exe", "gif", "gz",   "hpp",  "htm",   "html", "ini",  "ipynb", "iso", "java", "jpeg", "jpg",  "js",
     "json", "log", "lua", "md",   "mkv",  "mp3",   "mp4",  "net",  "odp",   "ods", "odt",  "ogg",  "org",  "pdf",
     "php",  "png", "ppt", "pptx", "ps",   "py",    "rb",   "rtf",  "sh",    "sql", "svg",  "tar",  "tex",  "toml",
     "ts",   "tsv", "txt", "wav",  "webp", "xhtml", "xls",  "xlsx", "xml",   "xz",  "yaml", "yml",  "zip"});

// Whether the character ends an address; an escaped apostrophe does not.
bool ends_token(char c) {
    return (static_cast<unsigned char>(c) <= ' ' && c != single_quote_mark) || c == '"' || c == '<' || c == '>';
}

bool is_file_byte(char c) {
    return is_ascii_word(c) || c == '-' || c == '_' || c == '.' || c == '/' || c == '\\' || c == '~' || c == '+';
}

bool has_file_suffix(std::string_view token) {
    std::size_t dot = token.rfind('.');
    return dot != npos && dot > 0 && std::binary_search(file_suffixes.begin(), file_suffixes.end(), token.substr(dot + 1));
}

bool is_domain(std::string_view text) {
    return text.find('.') != npos && !text.starts_with('.') && !text.ends_with('.') &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_word(c) || c == '-' || c == '.'; });
}

bool is_mail(std::string_view token) {
    std::size_t at = token.find('@');
    return at != npos && at > 0 && is_domain(token.substr(at + 1));
}

bool begins_path(std::string_view token) {
    bool drive = token.size() > 3 && is_ascii_letter(token[0]) && token[1] == ':' && token[2] == '\\';
    return drive || token.starts_with("/") || token.starts_with("./") || token.starts_with("../") || token.starts_with("~/") ||
           token.starts_with("\\\\");
}

// Whether it is the name of a file or host: `my--file.txt`, `a--b.org`, `/home/a--b`, `xn--bcher-kva.de`.
bool is_file_name(std::string_view token) {
    std::string_view body = token.substr(token.size() > 1 && token[1] == ':' ? 2 : 0);
    return std::all_of(body.begin(), body.end(), is_file_byte) &&
           (has_file_suffix(token) || begins_path(token) || token.starts_with("xn--"));
}

// The offset of the scheme before `://`, or of a bare `www.`; npos: there is neither.
std::size_t web_address(std::string_view token) {
    std::size_t colon = token.find("://");
    std::size_t begin = colon == npos ? 0 : colon;
    while (begin > 0 && (is_ascii_word(token[begin - 1]) || token[begin - 1] == '+')) {
        --begin;
    }
    if (colon != npos) {
        return begin < colon ? begin : npos;
    }
    std::size_t www = token.find("www.");
    return www != npos && (www == 0 || !is_ascii_word(token[www - 1])) ? www : npos;
}

}  // namespace

std::vector<AddressInText> addresses_in(std::string_view text) {
    constexpr std::string_view opening = "([{'*\x07";
    constexpr std::string_view closing = ".,;:!?)]}'*\x07";
    std::vector<AddressInText> found;
    bool may_be_spoilt = text.find("--") != npos || text.find("..") != npos || text.find('\'') != npos;
    for (std::size_t at = 0; may_be_spoilt && at < text.size();) {
        if (ends_token(text[at]) || opening.find(text[at]) != npos) {
            ++at;
            continue;
        }
        std::size_t next =
            static_cast<std::size_t>(std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), ends_token) - text.begin());
        std::string_view token = text.substr(at, next - at);
        token = token.substr(0, token.find_last_not_of(closing) + 1);
        if (std::size_t web = web_address(token); web != npos) {
            found.push_back({at + web, at + token.size()});
        } else if (!token.empty() && (is_mail(token) || is_file_name(token))) {
            found.push_back({at, at + token.size()});
        }
        at = next;
    }
    return found;
}

}  // namespace hornbook
