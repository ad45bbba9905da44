// Forms of other tools within a line of words.
#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "reading/forms/other_forms.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_form = 200;  // bytes of a form: looking on without end would take time by its square

bool is_word_byte(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

char before(std::string_view text, std::size_t at) {
    return at > 0 ? text[at - 1] : ' ';
}
char after(std::string_view text, std::size_t at) {
    return at < text.size() ? text[at] : ' ';
}

// Bytes from `open` at `at` to the end of `close`.
std::size_t enclosed_size(std::string_view text, std::size_t at, std::string_view open, std::string_view close) {
    if (text.substr(at, open.size()) != open) {
        return 0;
    }
    std::size_t end = text.substr(at, longest_form).find(close, open.size());
    return end == npos || end == open.size() ? 0 : end + close.size();
}

// `[words]` without brackets in it; 0: none.
std::size_t brackets(std::string_view text, std::size_t at) {
    if (after(text, at) != '[') {
        return 0;
    }
    std::size_t end = text.substr(at, longest_form).find_first_of("[]", 1);
    return end == npos || text[at + end] == '[' || end == 1 ? 0 : end + 1;
}

std::size_t while_name(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && end - at < longest_form && (is_word_byte(text[end]) || text[end] == '-' || text[end] == ':')) {
        ++end;
    }
    return end - at;
}

}  // namespace

// `[/quote]`: what closes an element is never words.
std::size_t bare_language_size(std::string_view text, std::size_t at) {
    std::size_t size = brackets(text, at);
    std::string_view rest = text.substr(std::min(at + size, text.size()));
    std::size_t end = size > 0 && rest.starts_with('{') ? rest.substr(0, longest_form).find('}') : npos;
    std::string_view tag = end == npos ? std::string_view() : rest.substr(1, end - 1);
    bool is_tag = is_language_tag(tag) && tag.substr(0, tag.find('-')).size() == 2;
    return is_tag || (tag.size() > 3 && !meant_language(tag).empty()) ? size + end + 1 : 0;
}

std::size_t bbcode_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 19> names = {"b",     "i",       "u",       "s",    "url",    "img",   "quote",
                                                        "code",  "spoiler", "details", "list", "size",   "color", "center",
                                                        "table", "hide",    "poll",    "wrap", "youtube"};
    std::size_t size = enclosed_size(text, at, "[/", "]");
    std::string_view name = size == 0 ? std::string_view() : text.substr(at + 2, size - 3);
    return std::find(names.begin(), names.end(), name) != names.end() ? size : 0;
}

std::size_t block_mark_size(std::string_view text, std::size_t at) {
    std::size_t size = text[at] == '^' && at > 0 && text[at - 1] == ' ' ? while_name(text, at + 1) : 0;
    return size >= 3 && at + 1 + size == text.size() ? size + 1 : 0;
}

std::size_t bookdown_reference_size(std::string_view text, std::size_t at) {
    return enclosed_size(text, at, "@ref(", ")");
}

// `[@key]`, `[see @key, p. 3]`, and `@smith2004` within a sentence.
std::size_t citation_size(std::string_view text, std::size_t at) {
    if (text[at] == '@') {
        std::size_t size = is_ascii_letter(after(text, at + 1)) && !is_word_byte(before(text, at)) ? while_name(text, at + 1) : 0;
        std::string_view key = text.substr(at + 1, size);
        std::size_t digits = key.find_first_of("0123456789");
        std::string_view rest = digits == npos ? std::string_view() : key.substr(digits, 4);
        bool year = rest.size() == 4 && std::all_of(rest.begin(), rest.end(), is_ascii_digit) && key.size() <= digits + 5;
        return year && before(text, at) != '/' ? size + 1 : 0;
    }
    std::size_t size = brackets(text, at);
    for (std::size_t sign = text.substr(at, size).find('@'); sign != npos; sign = text.substr(at, size).find('@', sign + 1)) {
        bool begins = std::string_view("[ -;(").find(text[at + sign - 1]) != npos;
        if (begins && (is_word_byte(after(text, at + sign + 1)) || after(text, at + sign + 1) == '{')) {
            return size;
        }
    }
    return 0;
}

std::size_t contents_mark_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> marks = {"[TOC]", "[[_TOC_]]", "[[TOC]]", "[[toc]]", "[toc]", "{:toc}"};
    for (std::string_view mark : marks) {
        if (text.substr(at, mark.size()) == mark && at == 0 && text.size() == mark.size()) {
            return mark.size();
        }
    }
    return 0;
}

std::size_t cross_reference_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 12> kinds = {"fig", "tbl", "sec", "eq", "lst", "thm", "exm", "exr", "def", "cor", "lem", "prp"};
    if (text[at] != '@' || is_word_byte(before(text, at))) {
        return 0;
    }
    for (std::string_view kind : kinds) {
        bool here = text.substr(at + 1, kind.size()) == kind && after(text, at + 1 + kind.size()) == '-';
        if (here && is_word_byte(after(text, at + 2 + kind.size()))) {
            return 1 + while_name(text, at + 1);
        }
    }
    return 0;
}

std::size_t emoji_size(std::string_view text, std::size_t at) {
    if (text[at] != ':' || is_word_byte(before(text, at)) || before(text, at) == ':') {
        return 0;
    }
    std::size_t end = at + 1;
    while (end < text.size() && end - at < 40 && (is_word_byte(text[end]) || text[end] == '+' || text[end] == '-')) {
        ++end;
    }
    std::string_view name = text.substr(at + 1, end - at - 1);
    bool known = name == "+1" || name == "-1" || (name.size() > 1 && name[0] >= 'a' && name[0] <= 'z');
    return known && after(text, end + 1) != '\x1B' && after(text, end) == ':' && !is_word_byte(after(text, end + 1)) &&
                   after(text, end + 1) != ':'
               ? end + 1 - at
               : 0;
}

std::size_t include_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::array<std::string_view, 2>, 10> pairs = {{{"{{#", "}}"},
                                                                        {"{{< include ", ">}}"},
                                                                        {"{% include", "%}"},
                                                                        {"{!", "!}"},
                                                                        {"\\input{", "}"},
                                                                        {"\\include{", "}"},
                                                                        {"\\subfile{", "}"},
                                                                        {"<<[", "]"},
                                                                        {"<<(", ")"},
                                                                        {"<<{", "}"}}};
    constexpr std::array<std::string_view, 4> lines = {"!include ", "!include(", "!INCLUDE ", "@import \""};
    for (const auto& [open, close] : pairs) {
        if (std::size_t size = enclosed_size(text, at, open, close); size != 0 && before(text, at) != '\\') {
            return size;
        }
    }
    bool begins = at == 0 && std::any_of(lines.begin(), lines.end(), [&](std::string_view line) { return text.starts_with(line); });
    return begins ? text.size() : 0;
}

// `++words++`, `^^words^^`, and keys, `++ctrl+alt++`; `i++` is a program.
std::size_t inserted_size(std::string_view text, std::size_t at) {
    std::string_view mark = text.substr(at, 2) == "++" ? "++" : text.substr(at, 2) == "^^" ? "^^" : "";
    std::size_t size =
        mark.empty() || is_word_byte(before(text, at)) || before(text, at) == mark[0] ? 0 : enclosed_size(text, at, mark, mark);
    std::string_view inside = size < 4 ? std::string_view() : text.substr(at + 2, size - 4);
    bool plain = std::all_of(inside.begin(), inside.end(), [](char c) { return is_word_byte(c) || c == ' ' || c == '-' || c == '+'; });
    bool edges = inside.size() > 1 && is_word_byte(inside.front()) && is_word_byte(inside.back());
    return plain && edges && !is_word_byte(after(text, at + size)) && after(text, at + size) != mark[0] ? size : 0;
}

// `\index{…}`, and commands that stand alone. `C:\Users` is a path.
std::size_t latex_command_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 26> alone = {
        "newpage",   "pagebreak", "clearpage", "cleardoublepage", "noindent",  "indent",          "bigskip",
        "medskip",   "smallskip", "maketitle", "hfill",           "vfill",     "tableofcontents", "newline",
        "linebreak", "par",       "quad",      "qquad",           "centering", "hrule",           "hline",
        "item",      "LaTeX",     "TeX",       "ldots",           "appendix"};
    if (text[at] != '\\' || before(text, at) == ':' || before(text, at) == '\\') {
        return 0;
    }
    std::size_t end = at + 1;
    while (is_ascii_letter(after(text, end))) {
        ++end;
    }
    std::string_view name = text.substr(at + 1, end - at - 1);
    if (std::find(alone.begin(), alone.end(), name) != alone.end()) {
        return end - at;
    }
    if (after(text, end) == '[' && name.size() > 1) {
        std::size_t close = text.substr(end, longest_form).find(']');
        end = close == npos ? end : end + close + 1;
    }
    std::size_t close = after(text, end) == '{' && name.size() > 1 ? text.substr(end, longest_form).find('}') : npos;
    return close == npos ? 0 : end + close + 1 - at;
}

// `[words][label]`; what stands behind a word, `a[i][j]`, is code that was not marked as such.
// `[^1` whose bracket is never closed.
// `![words] (file.png)`, `![words]{file.png}`, `!(file.png)[words]`.
std::size_t near_picture_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 6> endings = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"};
    if (text[at] != '!' || is_word_byte(before(text, at))) {
        return 0;
    }
    std::size_t words = brackets(text, at + 1);
    std::size_t open = at + 1 + words;
    open += words != 0 && after(text, open) == ' ' && after(text, open + 1) == '(' ? 1 : 0;
    char mark = after(text, open);
    bool near = (mark == '(' && (words == 0 || open > at + 1 + words)) || (mark == '{' && words != 0);
    std::size_t size = near ? enclosed_size(text, open, text.substr(open, 1), mark == '(' ? ")" : "}") : 0;
    std::string_view inside = size == 0 ? std::string_view() : text.substr(open + 1, size - 2);
    inside = inside.substr(0, inside.find(' '));
    bool leads = std::any_of(endings.begin(), endings.end(), [&](std::string_view end) { return inside.ends_with(end); });
    std::size_t behind = words == 0 && leads ? brackets(text, open + size) : 0;
    return leads && (words != 0 || behind != 0) ? open + size + behind - at : 0;
}

std::size_t open_note_size(std::string_view text, std::size_t at) {
    std::size_t size = text.substr(at, 2) == "[^" ? while_name(text, at + 2) : 0;
    return size != 0 && size < 20 && text.substr(at, longest_form).find(']') == npos ? size + 2 : 0;
}

std::size_t reference_link_size(std::string_view text, std::size_t at) {
    std::size_t words = text[at] == '[' && !is_word_byte(before(text, at)) && before(text, at) != ']' ? brackets(text, at) : 0;
    std::string_view inside = text.substr(at + 1, words < 2 ? 0 : words - 2);
    bool speaks = std::any_of(inside.begin(), inside.end(), [](char c) { return is_word_byte(c) && !is_ascii_digit(c); });
    std::size_t label = words != 0 && speaks ? brackets(text, at + words) : 0;
    return label == 0 || inside[0] == '^' ? 0 : words + label;
}

std::size_t reference_picture_size(std::string_view text, std::size_t at) {
    if (text[at] != '!' || is_word_byte(before(text, at))) {
        return 0;
    }
    std::size_t words = brackets(text, at + 1);
    std::size_t label = words != 0 ? brackets(text, at + 1 + words) : 0;
    std::size_t empty = words != 0 && text.substr(at + 1 + words, 2) == "[]" ? 2 : 0;
    return label + empty == 0 ? 0 : 1 + words + label + empty;
}

// The words in braces or colons before code: `{numref}`, `:ref:`. They end what is read as one text.
std::size_t role_size(std::string_view text, std::size_t at) {
    if (text[at] == ':' && is_ascii_letter(after(text, at + 1)) && !is_word_byte(before(text, at))) {
        std::size_t size = while_name(text, at + 1);
        return text.substr(at, size + 1).ends_with(':') && text.substr(at + 1 + size) == "\x1B" ? size + 1 : 0;
    }
    std::size_t name = text[at] == '{' && is_ascii_letter(after(text, at + 1)) ? while_name(text, at + 1) : 0;
    return name != 0 && text.substr(at + 1 + name) == "}\x1B" ? name + 2 : 0;
}

std::size_t shortcode_size(std::string_view text, std::size_t at) {
    std::size_t angles = enclosed_size(text, at, "{{<", ">}}");
    return angles != 0 ? angles : enclosed_size(text, at, "{{%", "%}}");
}

// `[words] (address)`.
std::size_t spaced_link_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 5> addresses = {"http://", "https://", "www.", "../", "mailto:"};
    std::size_t words = text[at] == '[' && before(text, at) != '!' ? brackets(text, at) : 0;
    if (words == 0 || text.substr(at + words, 2) != " (") {
        return 0;
    }
    std::string_view rest = text.substr(at + words + 2, longest_form);
    std::size_t end = std::min(rest.find(')'), rest.size());
    std::string_view inside = rest.substr(0, end);
    bool leads = inside.ends_with(".md") ||
                 std::any_of(addresses.begin(), addresses.end(), [&](std::string_view begin) { return inside.starts_with(begin); });
    return leads && end < rest.size() ? words + 2 + end + 1 : 0;
}

// `||words||` and `>!words!<`; `||v||` is the length of a vector.
std::size_t spoiler_size(std::string_view text, std::size_t at) {
    if (text[at] == '>' && after(text, at + 2) != ' ') {
        return enclosed_size(text, at, ">!", "!<");
    }
    std::size_t size = before(text, at) != '|' && !is_word_byte(before(text, at)) ? enclosed_size(text, at, "||", "||") : 0;
    std::string_view inside = size < 4 ? std::string_view() : text.substr(at + 2, size - 4);
    auto letters = std::count_if(inside.begin(), inside.end(), is_word_byte);
    bool plain = inside.find_first_of("|+=<>{}&;") == npos && !inside.starts_with(' ') && !inside.ends_with(' ');
    return plain && letters > 3 && after(text, at + size) != '|' ? size : 0;
}

// `(words)[address]`.
std::size_t swapped_link_size(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 7> addresses = {"http://", "https://", "www.", "./", "../", "mailto:", "#"};
    std::size_t words = text[at] == '(' ? text.substr(at, longest_form).find(')') : npos;
    std::size_t address = words == npos || words == 1 ? 0 : brackets(text, at + words + 1);
    std::string_view inside = text.substr(at + (address == 0 ? 0 : words + 2), address < 2 ? 0 : address - 2);
    bool leads = inside.ends_with(".md") ||
                 std::any_of(addresses.begin(), addresses.end(), [&](std::string_view begin) { return inside.starts_with(begin); });
    return leads ? words + 1 + address : 0;
}

std::size_t template_tag_size(std::string_view text, std::size_t at) {
    std::size_t tag = enclosed_size(text, at, "{%", "%}");
    return tag != 0 ? tag : enclosed_size(text, at, "{{ ", " }}");
}

std::size_t vault_embedding_size(std::string_view text, std::size_t at) {
    return enclosed_size(text, at, "![[", "]]");
}

}  // namespace hornbook
