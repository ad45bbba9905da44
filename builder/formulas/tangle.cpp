#include "formulas/tangle.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/ascii.h"

namespace hornbook {
namespace {

// The next token, a command such as `\alpha` or `\{`, or one sign; empty at the end. Moves `at` behind it.
std::string_view next_token(std::string_view tex, std::size_t& at) {
    std::size_t begin = at;
    if (at < tex.size() && tex[at++] == '\\' && at < tex.size()) {
        bool is_name = is_ascii_letter(tex[at]);
        ++at;
        while (is_name && at < tex.size() && is_ascii_letter(tex[at])) {
            ++at;
        }
    }
    return tex.substr(begin, at - begin);
}

// Counter of doublings, with a stack of open brackets and indices.
class Doublings {
public:
    void take(std::string_view token) {
        if (token == " " || token == "\t" || token == "\n") {
            return;
        }
        bool is_index = token == "^" || token == "_";
        bool is_stretched = std::exchange(is_stretched_, token == "\\left" || token == "\\right");
        chain_ = is_index || token == "\\not" ? chain_ + 1 : 0;
        longest_chain_ = std::max(longest_chain_, chain_);
        if (token == "{") {
            open_.push_back(is_after_index_ ? 'i' : '{');
            indices_ += is_after_index_ ? 1 : 0;
            most_indices_ = std::max(most_indices_, indices_);
        } else if (token == "}") {
            close_group();
        } else if ((token == "(" || token == "[") && !is_stretched) {
            open_.push_back(token[0]);
        } else if (!open_.empty() && ((token == ")" && open_.back() == '(') || (token == "]" && open_.back() == '['))) {
            open_.pop_back();
        }
        is_after_index_ = is_index;
    }

    std::size_t count() {
        while (!open_.empty()) {
            close_group();
        }
        return most_indices_ + never_closed_ + 2 * (std::max<std::size_t>(longest_chain_, 1) - 1);
    }

private:
    void close_group() {
        while (!open_.empty() && (open_.back() == '(' || open_.back() == '[')) {
            ++never_closed_;
            open_.pop_back();
        }
        if (!open_.empty()) {
            indices_ -= open_.back() == 'i' ? 1 : 0;
            open_.pop_back();
        }
    }

    std::string open_;
    bool is_after_index_ = false;
    bool is_stretched_ = false;
    std::size_t indices_ = 0;
    std::size_t most_indices_ = 0;
    std::size_t never_closed_ = 0;
    std::size_t chain_ = 0;
    std::size_t longest_chain_ = 0;
};

}  // namespace

std::size_t nesting_of(std::string_view tex) {
    std::size_t depth = 0;
    std::size_t deepest = 0;
    for (std::size_t at = 0; at < tex.size();) {
        std::string_view token = next_token(tex, at);
        if (token == "{" || token == "\\left" || token == "\\begin") {
            deepest = std::max(deepest, ++depth);
        } else if (token == "}" || token == "\\right" || token == "\\end") {
            depth -= depth > 0 ? 1 : 0;
        }
    }
    return deepest;
}

bool is_unfinished(std::string_view tex) {
    std::size_t braces = 0;
    std::size_t lefts = 0;
    for (std::size_t at = 0; at < tex.size();) {
        std::string_view token = next_token(tex, at);
        braces += token == "{" ? 1 : 0;
        lefts += token == "\\left" ? 1 : 0;
        braces -= token == "}" && braces > 0 ? 1 : 0;
        lefts -= token == "\\right" && lefts > 0 ? 1 : 0;
    }
    return braces > 0 || lefts > 0;
}

std::size_t doublings_of(std::string_view tex) {
    Doublings doublings;
    for (std::size_t at = 0; at < tex.size();) {
        doublings.take(next_token(tex, at));
    }
    return doublings.count();
}

std::string_view definition_in(std::string_view tex) {
    constexpr auto defining = std::to_array<std::string_view>(
        {"\\DeclareMathOperator", "\\DeclarePairedDelimiter", "\\DeclareRobustCommand", "\\NewDocumentCommand", "\\ProvideDocumentCommand",
         "\\RenewDocumentCommand", "\\def", "\\edef", "\\futurelet", "\\gdef", "\\global", "\\let", "\\newcommand", "\\newenvironment",
         "\\newtheorem", "\\providecommand", "\\renewcommand", "\\renewenvironment", "\\xdef"});
    for (std::size_t at = 0; at < tex.size();) {
        std::string_view token = next_token(tex, at);
        if (std::find(defining.begin(), defining.end(), token) != defining.end()) {
            return token;
        }
    }
    return {};
}

}  // namespace hornbook
