#include "reading/style_rules.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "xml/style_functions.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 7> holds_rules = {"@media",     "@supports",  "@document", "@layer",
                                                         "@container", "@keyframes", "@scope"};

// Whether the byte can be part of a name (CSS Syntax 3, 4.2), bytes of escapes and of other scripts included.
bool is_name_byte(char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '\\' || static_cast<unsigned char>(c) >= 0x80;
}

// The character that CSS reads for the escape at `at`; 0 for one outside ASCII.
char escaped(std::string_view css, std::size_t at) {
    unsigned value = 0;
    std::size_t digits = 0;
    for (; digits < 6 && at + 1 + digits < css.size(); ++digits) {
        char c = css[at + 1 + digits];
        bool hex = (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f');
        if (!hex) {
            break;
        }
        value = value * 16 + static_cast<unsigned>(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
    }
    if (digits > 0) {
        return value < 0x80 ? static_cast<char>(value) : '\0';
    }
    return at + 1 < css.size() ? css[at + 1] : '\0';
}

class Checker {
public:
    explicit Checker(std::string_view css) : css_(css) {}

    std::vector<StyleFault> check() {
        take_away_texts();
        check_escapes();
        check_loading();
        if (faults_.empty()) {
            read_rules(0);
        }
        return std::move(faults_);
    }

private:
    void report(std::size_t at, std::size_t length, std::string what, std::string hint, Mistake mistake = Mistake::bad_style) {
        at = std::min(at, css_.size());
        faults_.push_back({css_.substr(at, length), mistake, std::move(what), std::move(hint)});
    }

    // Makes plain_: the text byte for byte, with comments blanked and the insides of strings replaced.
    void take_away_texts() {
        plain_ = fold(css_);
        for (std::size_t at = 0; at < plain_.size(); ++at) {
            if (plain_.compare(at, 2, "/*") == 0) {
                std::size_t end = css_.find("*/", at + 2);
                if (end == std::string_view::npos) {
                    report(at, 2, "this comment is never closed", "close it with `*/`");
                }
                end = std::min(end == std::string_view::npos ? end : end + 2, css_.size());
                std::fill(plain_.begin() + static_cast<std::ptrdiff_t>(at), plain_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
                at = end - 1;
            } else if (plain_[at] == '"' || plain_[at] == '\'') {
                at = past_string(at);
            } else if (plain_[at] == '\\') {
                ++at;
            }
        }
    }

    std::size_t past_string(std::size_t begin) {
        for (std::size_t at = begin + 1; at < css_.size() && css_[at] != '\n'; ++at) {
            if (css_[at] == css_[begin]) {
                return at;
            }
            plain_[at] = 's';
            at += css_[at] == '\\' ? 1 : 0;
            plain_[std::min(at, plain_.size() - 1)] = 's';
        }
        report(begin, 1, "these quotation marks are never closed", "close them on the same line");
        return css_.size();
    }

    static std::string fold(std::string_view text) {
        std::string result(text);
        std::transform(result.begin(), result.end(), result.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        return result;
    }

    // Reports escapes of ordinary letters: `\75rl(` would be a url() that nobody sees.
    void check_escapes() {
        for (std::size_t at = plain_.find('\\'); at != std::string::npos; at = plain_.find('\\', at + 2)) {
            char c = escaped(css_, at);
            if (is_ascii_letter(c) || c == '@' || c == '(' || c == '-') {
                report(at, 2, "this escape hides an ordinary letter", "write the letter itself", Mistake::style_reaches_out);
            }
        }
    }

    void check_loading() {
        constexpr std::string_view import = "@import";
        for (std::size_t at = plain_.find(import); at != std::string::npos; at = plain_.find(import, at + 1)) {
            report_loading(at, import.size(), css_.substr(at, import.size()));
        }
        for (const StyleCall& call : forbidden_calls(plain_, css_)) {
            std::string name = std::string(call.name) + "(";
            if (call.name.find('\\') != std::string_view::npos && !faults_.empty()) {
                continue;  // the escape in it has been told
            }
            if (call.loads) {
                report_loading(call.at, name.size(), name);
            } else if (call.name == "attr") {
                report(call.at, name.size(), "`attr(` may name an attribute and nothing more", "write `attr(title)` or what its name is");
            } else {
                report(call.at, name.size(), "`" + name + "` is not a function that a book's style may call",
                       "look at its spelling, or do without");
            }
        }
    }

    void report_loading(std::size_t at, std::size_t length, std::string_view name) {
        report(at, length, "a style cannot bring in other files: `" + std::string(name) + "`",
               "write the rules here; pictures belong in the chapters", Mistake::style_reaches_out);
    }

    std::size_t skip_space(std::size_t at) const {
        return std::min(plain_.find_first_not_of(" \t\n\f", at), plain_.size());
    }

    std::string_view between(std::size_t begin, std::size_t end) const {
        return trim(std::string_view(plain_).substr(begin, end - begin));
    }

    // The offset of the next of the marks outside brackets.
    std::size_t find_mark(std::size_t at, std::string_view marks) {
        std::size_t depth = 0;
        for (; at < plain_.size(); ++at) {
            char c = plain_[at];
            if (depth == 0 && marks.find(c) != std::string_view::npos) {
                return at;
            }
            depth += c == '(' || c == '[' ? 1 : 0;
            depth -= depth > 0 && (c == ')' || c == ']') ? 1 : 0;
            at += c == '\\' ? 1 : 0;
        }
        return plain_.size();
    }

    // Reads rules up to the end of the text or of the block that holds them; returns where that is. Stops at the first fault, since what
    // follows it would be read otherwise than it was meant.
    std::size_t read_rules(std::size_t depth) {
        for (at_ = skip_space(at_); at_ < plain_.size() && faults_.empty(); at_ = skip_space(at_)) {
            if (plain_[at_] == '}') {
                if (depth == 0) {
                    report(at_, 1, "this `}` closes nothing", "take it out");
                }
                return at_;
            }
            read_rule(depth);
        }
        return at_;
    }

    void read_rule(std::size_t depth) {
        std::size_t begin = at_;
        bool is_at_rule = plain_[begin] == '@';
        std::size_t end = find_mark(begin, "{};");
        if (is_at_rule && end < plain_.size() && plain_[end] == ';') {
            at_ = end + 1;
            return;
        }
        if (end == plain_.size() || plain_[end] != '{') {
            return report(begin, end - begin, "this is not a rule", "a rule is `p { color: black; }`");
        }
        std::string_view name = between(begin, std::min(plain_.find_first_of(" \t\n\f({", begin), end));
        bool nested =
            is_at_rule && (name.ends_with("keyframes") || std::find(holds_rules.begin(), holds_rules.end(), name) != holds_rules.end());
        if (!is_at_rule && !is_selector(between(begin, end))) {
            return report(begin, end - begin, "this selects nothing", "write what the rule is for, such as `p` or `.callout`");
        }
        at_ = end + 1;
        if (nested && depth > 8) {
            return report(begin, end - begin, "rules are nested too deeply", "nest them less deeply");
        }
        std::size_t close = nested ? read_rules(depth + 1) : read_declarations();
        if (faults_.empty() && close >= plain_.size()) {
            return report(end, 1, "this `{` is never closed", "close it with `}`");
        }
        at_ = close + 1;
    }

    static bool is_selector(std::string_view text) {
        if (text.empty() || text.front() == ',' || text.back() == ',' || text.find_first_of("!$%&;<?@^`|}", 0) < text.find('[')) {
            return text.size() > 1 && text.back() == '%' && text.front() != ',';  // a keyframe
        }
        for (std::size_t i = 0; i < text.size(); ++i) {
            char next = i + 1 < text.size() ? text[i + 1] : ' ';
            bool opens_name = text[i] == '.' || text[i] == '#' || (text[i] == ':' && next != ':');
            bool number = text[i] == '.' && i > 0 && text[i - 1] >= '0' && text[i - 1] <= '9';
            if ((opens_name && !number && !is_name_byte(next)) || (text[i] == '=' && next == ']') || (text[i] == '[' && next == ']')) {
                return false;
            }
        }
        return std::count(text.begin(), text.end(), '[') == std::count(text.begin(), text.end(), ']') &&
               std::count(text.begin(), text.end(), '(') == std::count(text.begin(), text.end(), ')');
    }

    // Reads `name: value` between semicolons; returns where the closing `}` is.
    std::size_t read_declarations() {
        while (faults_.empty()) {
            std::size_t begin = skip_space(at_);
            std::size_t end = find_mark(begin, "{};");
            std::string_view text = between(begin, end);
            char mark = end < plain_.size() ? plain_[end] : '\0';
            if (mark == '{' && !text.starts_with('@')) {
                report(begin, end - begin, "a rule cannot be inside another", "close the first one with `}`");
            } else if (mark == '{') {  // a margin box of @page
                at_ = end + 1;
                at_ = std::min(read_declarations() + 1, plain_.size());
                continue;
            } else if (text.empty() && mark == ';') {
                report(end, 1, "this `;` ends nothing", "take it out");
            } else if (!text.empty()) {
                check_declaration(begin, text);
            }
            at_ = end + 1;
            if (mark != ';') {
                return end;
            }
        }
        return plain_.size();
    }

    void check_declaration(std::size_t begin, std::string_view text) {
        std::size_t colon = text.find(':');
        std::string_view name = trim(text.substr(0, colon));
        std::string_view value = colon == std::string_view::npos ? std::string_view() : trim(text.substr(colon + 1));
        bool good_name = !name.empty() && std::all_of(name.begin(), name.end(), is_name_byte);
        if (!good_name || value.empty() || std::count(value.begin(), value.end(), '(') != std::count(value.begin(), value.end(), ')')) {
            return report(begin, text.size(), "this is not a declaration", "write `property: value;`");
        }
        if (name == "direction" || name == "unicode-bidi") {  // EPUB 3.3, 6.3.1.2
            report(begin, name.size(), "a book's style cannot set `" + std::string(name) + "`",
                   "it follows from `language` in book.toml, or from dir= in HTML");
        }
    }

    std::string_view css_;
    std::string plain_;
    std::size_t at_ = 0;
    std::vector<StyleFault> faults_;
};

}  // namespace

std::vector<StyleFault> style_faults(std::string_view css) {
    return Checker(css).check();
}

}  // namespace hornbook
