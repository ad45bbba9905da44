#include "reading/forms/disguise_marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace hornbook {
namespace {

// Escaped signs and their marks; both characters of an escape become the mark.
constexpr std::array<std::pair<char, char>, 3> escaped_signs = {{{'~', escape_mark}, {'"', double_quote_mark}, {'\'', single_quote_mark}}};

// Characters of a formula that CommonMark would read; each becomes a mark, in this order.
constexpr std::string_view formula_letters = "`*_[]\\&<";
constexpr char first_formula_letter = '\x13';

char formula_letter_of(char c) {
    if (c == formula_begin || c == display_begin || c == formula_end) {
        return '$';
    }
    if (c == note_begin || c == vault_begin) {
        return '[';
    }
    if (c == note_end || c == attributes_begin) {
        return c == note_end ? ']' : '{';
    }
    auto index = static_cast<std::size_t>(c - first_formula_letter);
    return c >= first_formula_letter && index < formula_letters.size() ? formula_letters[index] : '\0';
}

char mark_of(char c) {
    for (auto [letter, mark] : escaped_signs) {
        if (letter == c) {
            return mark;
        }
    }
    return 0;
}

char letter_of(char c) {
    for (auto [letter, mark] : escaped_signs) {
        if (mark == c) {
            return letter;
        }
    }
    return 0;
}

bool is_footnote_label(std::string_view rest) {
    std::size_t end = rest.find_first_of("[] \t");
    return end != std::string_view::npos && end > 0 && rest[end] == ']';
}

// Whether the quotation mark behind this backslash ends an attribute, as in `<a href="\">`, since HTML has no escapes (CommonMark
// 0.30, 6.1).
bool ends_attribute(std::string_view row, std::size_t backslash) {
    constexpr std::size_t near_bytes = 2000;  // looking further would take quadratic time for many escapes in one line
    std::size_t begin = backslash - std::min(backslash, near_bytes);
    std::string_view before = row.substr(begin, backslash - begin);
    std::size_t quote = before.rfind(row[backslash + 1]);
    std::size_t equals = quote == std::string_view::npos || quote == 0 ? quote : before.find_last_not_of(" \t", quote - 1);
    std::size_t tag = before.find_last_of("<>", quote);
    return equals < quote && quote < before.size() && before[equals] == '=' && tag < equals && before[tag] == '<';
}

// Whether it is a control character, as disguise marks are, or a noncharacter, of which cmark makes bytes that are not UTF-8.
bool is_no_character(unsigned value) {
    bool control = value < 0xA0 && (value < 0x20 || value >= 0x7F) && value != '\t' && value != '\n';
    return control || (value & 0xFFFE) == 0xFFFE || (value >= 0xFDD0 && value <= 0xFDEF);
}

// A tag of Word's, such as `<o:p></o:p>`, `<st1:place w:st="on">` and `<![if !supportLists]>`. HTML parsers pass over them, but CommonMark
// takes them for words; so it is given `<o-p>` and `<?[if !supportLists?>`, which are as long.
struct WordMark {
    std::string_view word;
    std::string_view seen;
    std::string_view end;
    std::string_view seen_end;
};
constexpr std::array<WordMark, 6> word_marks = {{{"<o:p", "<o-p", ">", ">"},
                                                 {"</o:p", "</o-p", ">", ">"},
                                                 {"<st1:", "<st1-", ">", ">"},
                                                 {"</st1:", "</st1-", ">", ">"},
                                                 {"<![if ", "<?[if ", "]>", "?>"},
                                                 {"<![endif", "<?[endif", "]>", "?>"}}};

// Whether the inside has no sign that a tag cannot have.
bool is_plain(std::string_view inside) {
    bool letters = std::all_of(inside.begin(), inside.end(), [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; });
    return letters || inside == "/" || (inside.ends_with(" w:st=\"on\"") && is_plain(inside.substr(0, inside.size() - 10)));
}

void hide_word_mark(std::string& row, std::size_t at) {
    constexpr std::size_t longest = 100;  // Word's own are shorter
    std::size_t end = std::string_view(row).substr(at, longest).find('>');
    for (const WordMark& mark : word_marks) {
        std::size_t inside = mark.word.size();
        std::size_t last = end - (mark.end.size() - 1);
        bool here = end != std::string::npos && last >= inside && row.compare(at, inside, mark.word) == 0 &&
                    row.compare(at + last, mark.end.size(), mark.end) == 0;
        if (here && (mark.word[1] == '!' || is_plain(std::string_view(row).substr(at + inside, last - inside)))) {
            row.replace(at, mark.seen.size(), mark.seen);
            row.replace(at + last, mark.end.size(), mark.seen_end);
            return;
        }
    }
}

std::string show_word_marks(std::string text) {
    for (const WordMark& mark : word_marks) {
        for (std::size_t at = text.find(mark.seen); at != std::string::npos; at = text.find(mark.seen, at + 1)) {
            std::size_t end = text.find(mark.seen_end, at);
            if (end == std::string::npos) {
                break;
            }
            text.replace(at, mark.word.size(), mark.word);
            text.replace(end, mark.end.size(), mark.end);
        }
    }
    return text;
}

bool is_begin(char c) {
    return c == formula_begin || c == display_begin || c == paren_begin || c == vault_begin || c == attributes_begin;
}

std::string restore(std::string text, bool escaped, bool keep_quotes) {
    text = show_word_marks(std::move(text));
    auto is_mark = [](char c) {
        return c == footnote_mark || c == nothing_mark || c == form_end || c == paren_begin || letter_of(c) != 0 ||
               formula_letter_of(c) != 0;
    };
    if (std::none_of(text.begin(), text.end(), is_mark)) {
        return text;
    }
    std::string result;
    char form = '\0';  // what began the form that is still open
    for (std::size_t at = 0; at < text.size(); ++at) {
        char c = text[at];
        bool kept = keep_quotes && (c == double_quote_mark || c == single_quote_mark);
        char letter = kept ? '\0' : letter_of(c);
        form = is_begin(c) ? c : form;
        if (c == footnote_mark) {
            result += '^';
        } else if (form == paren_begin && (c == paren_begin || c == formula_end)) {
            bool first = at + 1 < text.size() && text[at + 1] == c;
            result += first ? '\\' : c == paren_begin ? '(' : ')';
        } else if (c == form_end) {
            result += form == vault_begin ? ']' : '}';
        } else if (char plain = formula_letter_of(c); plain != 0) {
            result += plain;
        } else if (c == nothing_mark) {
            continue;
        } else if (c == escape_mark && at + 1 < text.size() && text[at + 1] != escape_mark) {
            result += escaped ? "\\" : "";
        } else if (letter != 0) {
            result += escaped ? "\\" : "";
            result += letter;
            ++at;
        } else {
            result += c;
        }
    }
    return result;
}

}  // namespace

char disguised(char c) {
    std::size_t index = formula_letters.find(c);
    return index == std::string_view::npos ? c : static_cast<char>(first_formula_letter + static_cast<char>(index));
}

std::string_view control_reference(std::string_view row) {
    for (std::size_t at = row.find("&#"); at != std::string_view::npos; at = row.find("&#", at + 1)) {
        bool hex = at + 2 < row.size() && (row[at + 2] == 'x' || row[at + 2] == 'X');
        std::size_t begin = at + (hex ? 3 : 2);
        unsigned value = 0;
        auto [end, error] = std::from_chars(row.data() + std::min(begin, row.size()), row.data() + row.size(), value, hex ? 16 : 10);
        auto size = static_cast<std::size_t>(end - (row.data() + at));
        if (size > begin - at && error == std::errc() && is_no_character(value)) {
            return row.substr(at, size + (row.substr(at + size).starts_with(';') ? 1 : 0));
        }
    }
    return {};
}

std::string disguise_escapes(std::string_view row) {
    std::string result(row);
    for (std::size_t from = 0; from < result.size();) {
        std::string_view found = control_reference(std::string_view(result).substr(from));
        if (found.empty()) {
            break;
        }
        from = static_cast<std::size_t>(found.data() - result.data());
        std::fill_n(result.begin() + static_cast<std::ptrdiff_t>(from), found.size(), '?');
    }
    for (std::size_t at = 0; at + 1 < result.size(); ++at) {
        if (result[at] == '\\') {
            if (char mark = mark_of(result[at + 1]); mark != 0 && !ends_attribute(result, at)) {
                result[at] = result[at + 1] = mark;
            } else if (result[at + 1] == '^' || result[at + 1] == '=') {
                result[at] = escape_mark;
            }
            ++at;
        } else if (result[at] == '<') {
            hide_word_mark(result, at);
        } else if (result[at] == '[' && result[at + 1] == '^' && is_footnote_label(std::string_view(result).substr(at + 2))) {
            result[at + 1] = footnote_mark;
        }
    }
    return result;
}

std::string restore_text(std::string text) {
    return restore(std::move(text), false, false);
}

std::string restore_but_quotes(std::string text) {
    return restore(std::move(text), false, true);
}

std::string restore_code(std::string text) {
    return restore(std::move(text), true, false);
}

}  // namespace hornbook
