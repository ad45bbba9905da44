#include "importing/markdown/escapes.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"

namespace hornbook::markdown {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_alnum(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_digit_or_sign(char c) {
    return std::string_view("0123456789.,+-").find(c) != npos;
}

// Whether the text begins with a character reference such as `&amp;`, which CommonMark would resolve.
bool begins_reference(std::string_view text) {
    std::size_t end = text.substr(0, 40).find(';');  // the longest name of HTML has 31 letters
    return end != npos && end > 1 && std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
               return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '#';
           });
}

// Whether the text begins with a weight such as ` {50%}`.
bool begins_weight(std::string_view text) {
    std::size_t end = 1;
    while (end < text.size() && is_digit_or_sign(text[end])) {
        ++end;
    }
    return end > 1 && text.substr(end).starts_with("%}");
}

bool needs_escape(std::string_view rest, char before, std::string_view next, bool in_link) {
    char c = rest[0];
    char after = rest.size() > 1 ? rest[1] : next.empty() ? ' ' : next[0];
    switch (c) {
        case '\\':
        case '`':
        case '[':
        case '$':
        case '"':  // a straight one is meant: typographic ones stand as they are
        case '\'':
            return true;
        case '*':
            return before != ' ' || after != ' ';
        case ']':
            return in_link;
        case '<':
            return is_alnum(after) || after == '/' || after == '!' || after == '?';
        case '&':
            return begins_reference(rest);
        case '~':
            return before == '~' || after == '~' || is_alnum(before) || before == ')';
        case '^':
            return is_alnum(before) || before == ')' || after == '[';
        case '=':
            return before == '=' || after == '=';
        case '>':
            return before == '-';
        case '%':
            return after == '%' && before != '%';
        case '!':
            return rest.size() == 1 && after == '[';
        case '{':
            return begins_weight(rest) || before == ')' || before == ']' || before == '`' ||
                   std::string_view("#.:-+>=~%{").find(after) != npos;
        default:
            return false;
    }
}

// The end of `____`, which opens no emphasis where no word follows; else `at`.
std::size_t past_blank_line(std::string_view text, std::size_t at, std::string_view next) {
    std::size_t end = std::min(text.find_first_not_of('_', at), text.size());
    char after = end < text.size() ? text[end] : next.empty() ? ' ' : next[0];
    return end - at >= 3 && !is_alnum(after) ? end : at;
}

// Whether a run of `_` between two signs may open or close emphasis: it does neither between spaces nor within a word.
bool may_mark(char before, char after) {
    return !(is_alnum(before) && is_alnum(after)) && !(before == ' ' && after == ' ');
}

// The offset of a mark at the beginning of a line that would open a block or a form, where a backslash belongs; npos: there is none.
std::size_t opening(std::string_view line, bool in_question) {
    char c = line[0];
    char after = line.size() > 1 ? line[1] : ' ';
    std::size_t run = std::min(line.find_first_not_of(c), line.size());
    bool all = line.find_first_not_of(std::string{c, ' ', '\t'}) == npos;
    if (c == '>' || c == '|' || (c == '#' && run <= 6 && (run == line.size() || line[run] == ' '))) {
        return 0;
    }
    if ((c == '-' || c == '+' || c == '*' || c == '=') && (after == ' ' || all || (c == '-' && line.find('|') != npos))) {
        return 0;
    }
    if (c == '_' && run >= 3 && (all || in_question)) {
        return 0;
    }
    if (line.starts_with("!!!") || line.starts_with("???")) {
        return 0;
    }
    if (c == ':' && (after == ' ' || after == ':' || after == '-')) {
        return 0;
    }
    std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    if (digits > 0 && digits < line.size() && (line[digits] == '.' || line[digits] == ')') &&
        (digits + 1 == line.size() || line[digits + 1] == ' ')) {
        return digits;
    }
    std::size_t word = std::min(line.find_first_not_of("abcdefghijklmnopqrstuvwxyz"), line.size());
    bool key = word > 0 && word < line.size() && line[word] == ':' && (word + 1 == line.size() || line[word + 1] == ' ');
    bool caption = line.starts_with("Table:");
    return (in_question && key) ? word : caption ? 5 : npos;
}

}  // namespace

void append_text(std::string& line, std::string_view text, std::string_view next, bool in_link) {
    for (std::size_t at = 0; at < text.size(); ++at) {
        char before = line.empty() ? ' ' : line.back();
        if (std::size_t end = before == ' ' ? past_blank_line(text, at, next) : at; end != at) {
            line.append(text, at, end - at);
            at = end - 1;
            continue;
        }
        if (text[at] == '_') {
            std::size_t end = std::min(text.find_first_not_of('_', at), text.size());
            char after = end < text.size() ? text[end] : next.empty() ? ' ' : next[0];
            bool escapes = may_mark(before, after == '\n' || after == '\t' ? ' ' : after);
            for (; at < end; ++at) {
                line += escapes ? "\\_" : "_";
            }
            --at;
            continue;
        }
        if (needs_escape(text.substr(at), before, next, in_link)) {
            line += '\\';
        }
        line += text[at] == '\n' || text[at] == '\t' ? ' ' : text[at];
    }
}

std::string as_line(std::string line, bool in_question) {
    line = std::string(trim(line));
    if (line.starts_with("\\[!")) {  // else it would be told as a callout that a converter spoiled
        line.insert(2, "<!-- -->");
    }
    std::size_t at = line.empty() ? npos : opening(line, in_question);
    return at == npos ? line : line.insert(at, "\\");
}

std::size_t longest_run(std::string_view text, char mark) {
    std::size_t longest = 0;
    for (std::size_t at = text.find(mark); at != npos; at = text.find(mark, at)) {
        std::size_t end = std::min(text.find_first_not_of(mark, at), text.size());
        longest = std::max(longest, end - at);
        at = end;
    }
    return longest;
}

bool may_be_marked(std::string_view answer) {
    auto twice = [&](std::string_view mark) {
        std::size_t first = answer.find(mark);
        return first != npos && answer.find(mark, first + mark.size()) != npos;
    };
    bool has_pair = twice("*") || twice("_") || twice("`") || twice("~") || twice("^") || twice("$") || twice("==");
    bool has_escape = false;
    for (std::size_t at = answer.find('\\'); at != npos; at = answer.find('\\', at + 1)) {
        has_escape = has_escape || std::string_view("*_`~^$<[&=(\\").find(answer.substr(at + 1, 1)) != npos;
    }
    bool has_reference = false;
    for (std::size_t at = answer.find('&'); at != npos; at = answer.find('&', at + 1)) {
        has_reference = has_reference || begins_reference(answer.substr(at));
    }
    std::size_t bracket = answer.find('[');
    bool has_brackets = bracket != npos && answer.find(']', bracket) != npos;
    return has_pair || has_escape || has_reference || has_brackets || answer.find("</") != npos || answer.ends_with("%}");
}

std::string code_span(std::string_view text) {
    std::string inside(text);
    std::replace(inside.begin(), inside.end(), '\n', ' ');
    std::string ticks(longest_run(inside, '`') + 1, '`');
    bool spaces = inside.starts_with(' ') && inside.ends_with(' ') && inside.find_first_not_of(' ') != npos;
    std::string pad = inside.starts_with('`') || inside.ends_with('`') || spaces ? " " : "";
    return ticks + pad + inside + pad + ticks;
}

std::string address(std::string_view destination) {
    std::string result;
    for (std::size_t at = 0; at < destination.size(); ++at) {
        char c = destination[at];
        bool escape = c == '<' || c == '>' || c == '\\' || (c == '&' && begins_reference(destination.substr(at)));
        result += escape ? "\\" : "";
        result += c == '\n' ? ' ' : c;
    }
    bool angles = destination.empty() || destination.find_first_of(" ()<>\n") != npos;
    return angles ? "<" + result + ">" : result;
}

std::string in_quotes(std::string_view title) {
    std::string result;
    for (std::size_t at = 0; at < title.size(); ++at) {
        bool escape = title[at] == '"' || title[at] == '\\' || (title[at] == '&' && begins_reference(title.substr(at)));
        result += escape ? "\\" : "";
        result += title[at] == '\n' ? ' ' : title[at];
    }
    return result.empty() ? "" : " \"" + result + "\"";
}

std::string html_attribute(std::string_view name, std::string_view value) {
    std::string result;
    for (char c : value) {
        result += c == '&' ? "&amp;" : c == '"' ? "&quot;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '\n' ? " " : std::string(1, c);
    }
    return result.empty() ? "" : " " + std::string(name) + "=\"" + result + "\"";
}

bool is_boundary(std::string_view text) {
    auto c = static_cast<unsigned char>(text.empty() ? ' ' : text[0]);
    return c < 0x80 && (std::isspace(c) != 0 || std::ispunct(c) != 0);
}

}  // namespace hornbook::markdown
