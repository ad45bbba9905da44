#include "reading/forms/formulas.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/extract_forms.h"

namespace hornbook {
namespace {

// The opening and closing delimiters of a displayed formula.
struct Delimiters {
    std::string open;  // empty: it opens none
    std::string close;
    bool kept = false;  // they are part of the formula
};
constexpr std::array<std::string_view, 6> environments = {"equation", "align", "gather", "multline", "eqnarray", "displaymath"};

Delimiters delimiters_of(std::string_view text) {
    if (text.starts_with("$$") && !text.starts_with("$$$")) {
        return {"$$", "$$"};
    }
    if (text.starts_with("\\[")) {
        return {"\\[", "\\]"};
    }
    constexpr std::string_view begin = "\\begin{";
    std::size_t brace = text.starts_with(begin) ? text.find('}') : npos;
    std::string_view name = brace == npos ? std::string_view() : text.substr(begin.size(), brace - begin.size());
    std::string_view plain = name.substr(0, name.find('*'));
    if (std::find(environments.begin(), environments.end(), plain) == environments.end()) {
        return {};
    }
    return {"", "\\end{" + std::string(name) + "}", true};
}

bool opens(const Delimiters& delimiters) {
    return !delimiters.close.empty();
}

// Whether it is a formula: pandoc writes `\[b\]` for brackets too, so on lines of its own it is one only where it holds signs and letters
// alone.
bool may_be_formula(const Delimiters& delimiters, std::string_view first, const std::string& tex) {
    bool words = std::any_of(tex.begin(), tex.end(), [](char c) { return c == ' '; }) || tex.size() > 3;
    return delimiters.open != "\\[" || first == "\\[" || !words || is_mathematics(tex);
}

// Whether the rest of a line behind a displayed formula is empty or a punctuation mark.
bool is_end(std::string_view rest) {
    return trim(rest).find_first_not_of(".,;:!?") == npos;
}

// Whether it is a word that stands between numbers of a formula too: "7 mod 3", "2 pi 5".
bool is_word_of_formulas(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>({"mod", "div", "sin", "cos", "tan", "cot", "log", "ln",  "lg",    "lb",
                                                            "exp", "max", "gcd", "lcm", "ggT", "kgV", "det", "pi",  "lim",   "if",
                                                            "km",  "cm",  "mm",  "kg",  "mg",  "ml",  "dm",  "min", "theta", "alpha"});
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Whether a text between numbers holds a word, with spaces around it: "5 and 6", "5 y 6"; not "5 x 6".
bool has_word_between(std::string_view text) {
    std::size_t space = text.find_first_of(" \n");
    while (space != npos) {
        std::size_t begin = std::min(text.find_first_not_of(" \n", space), text.size());
        space = text.find_first_of(" \n", begin);
        std::string_view word = space == npos ? std::string_view() : text.substr(begin, space - begin);
        std::size_t letters = 0;
        bool is_word = true;
        for (std::size_t at = 0; at < word.size();) {
            char32_t c = next_code_point(word, at);
            letters += is_letter(c) ? 1 : 0;
            is_word = is_word && (is_letter(c) || is_punctuation(c));
        }
        bool is_lone = letters == 1 && word != "x" && word != "X" && is_ascii_digit(text[std::min(space + 1, text.size() - 1)]);
        if (is_word && (letters > 1 || is_lone) && !is_word_of_formulas(word)) {
            return true;
        }
    }
    return false;
}

// Whether the text ends as a price does, or the name of a currency before its sign: "6", "AU".
bool ends_as_price(std::string_view text) {
    std::string_view last = text.substr(text.find_last_of(" \n-/(") + 1);
    constexpr auto currencies = std::to_array<std::string_view>({"US", "CA", "C", "AU", "A", "NZ", "HK", "S", "R", "Can"});
    return is_ascii_digit(text.back()) || std::find(currencies.begin(), currencies.end(), last) != currencies.end();
}

}  // namespace

bool are_prices(std::string_view before, std::string_view tex) {
    bool has_signs = tex.find_first_of("\\^_{}=+<>|~#&") != npos;
    bool is_behind_number = !before.empty() && is_ascii_digit(before.back());
    if (tex.empty() || has_signs || !ends_as_price(tex) || (!is_ascii_digit(tex.front()) && !is_behind_number)) {
        return false;
    }
    bool is_list = tex.find_first_not_of("0123456789.,;/- ") == npos;
    bool is_in_word = is_behind_number || (!before.empty() && (is_ascii_letter(before.back()) || before.back() == '-'));
    bool goes_on = is_behind_number && !is_ascii_digit(tex.front());  // 5$-6$
    return has_word_between(tex) || (is_list && (goes_on || (is_in_word && tex.find(' ') != npos)));
}

std::size_t find_unescaped(std::string_view text, std::string_view mark, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text.substr(at, mark.size()) == mark) {
            return at;
        }
        at += text[at] == '\\' ? 1 : 0;
    }
    return npos;
}

std::size_t display_formula_lines(std::span<const Line> lines, std::string_view content) {
    std::string_view first = trim(content);
    Delimiters delimiters = delimiters_of(first);
    std::string tex;
    for (std::size_t at = 0; at < lines.size() && opens(delimiters); ++at) {
        std::string_view text = at == 0 ? first.substr(delimiters.open.size()) : lines[at].text;
        text.remove_prefix(at == 0 ? 0 : std::min(text.find_first_not_of("> \t"), text.size()));
        std::size_t close = find_unescaped(text, delimiters.close);
        tex += (tex.empty() ? "" : " ") + std::string(trim(text.substr(0, close)));
        if (close != npos) {
            bool says_something = !trim(tex).empty() && may_be_formula(delimiters, first, tex);
            return says_something && is_end(text.substr(close + delimiters.close.size())) ? at + 1 : 0;
        }
        if (at > 0 && trim(text).empty()) {
            return 0;
        }
    }
    return 0;
}

FormMatch find_display_formula(ProseReader& reader, std::span<const SourceRow> rows) {
    std::string tex;
    Delimiters delimiters = delimiters_of(trim(rows[0].content));
    for (std::size_t at = 0; at < rows.size() && rows[at].kind == RowKind::formula && (at == 0 || goes_on(rows, at)); ++at) {
        std::string_view text = trim(rows[at].content).substr(at == 0 ? delimiters.open.size() : 0);
        std::size_t close = find_unescaped(text, delimiters.close);
        std::string_view line = trim(text.substr(0, close));
        tex += (tex.empty() || line.empty() ? "" : "\n") + std::string(line);
        if (close != npos) {
            tex += delimiters.kept ? "\n" + delimiters.close : std::string();
            tex += trim(text.substr(close + delimiters.close.size()));
            Place place = place_of(reader.file, rows[0].line, trim(rows[0].content));
            return {at + 1, Block{Paragraph{{Inline{Formula{std::string(trim(tex)), true, {}}, place}}}, place}};
        }
    }
    return {};
}

Formula formula_from(std::string_view disguised) {
    std::size_t dollars = disguised[0] == formula_begin ? 1 : 2;
    std::string tex = restore_text(std::string(disguised.substr(dollars, disguised.size() - 2 * dollars)));
    return {std::string(trim(tex)), disguised[0] == display_begin, {}};
}

}  // namespace hornbook
