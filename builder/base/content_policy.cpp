#include "base/content_policy.h"

#include "base/base64.h"
#include "base/hash.h"

namespace hornbook {
namespace {

// Line ends as a browser normalises them before it reads anything else (HTML, 13.2.3.5).
std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool is_return = text[at] == '\r';
        if (!is_return) {
            plain += text[at];
        } else if (at + 1 == text.size() || text[at + 1] != '\n') {
            plain += '\n';
        }
    }
    return plain;
}

std::string sum_of_source(std::string_view text) {
    return "'sha256-" + to_base64(sha256_bytes(with_plain_line_ends(text))) + "'";
}

}  // namespace

std::string content_policy(const std::vector<std::string>& allowed) {
    std::string policy = "default-src 'none'; base-uri 'none'; form-action 'none'";
    for (const std::string& directive : allowed) {
        policy += "; " + directive;
    }
    return policy;
}

std::string this_style(std::string_view css) {
    return "style-src " + sum_of_source(css);
}

std::string this_script(std::string_view script) {
    return "script-src " + sum_of_source(script);
}

}  // namespace hornbook
