#include "formats/formulas_in_text.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/formulas.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_formula = 2000;  // of a formula, or what is none after all would be looked at by its square

// Delimiters as authors write them in Moodle: a backslash before a parenthesis escapes nothing, and doubled it is one backslash.
constexpr std::array<FormulaDelimiter, 6> text_delimiters = {{{"$$", "$$", true},
                                                              {"$", "$", false},
                                                              {"\\\\(", "\\\\)", false},
                                                              {"\\\\[", "\\\\]", true},
                                                              {"\\(", "\\)", false},
                                                              {"\\[", "\\]", true}}};

struct FoundFormula {
    std::size_t begin = 0;
    std::size_t end = 0;
    const FormulaDelimiter* delimiter = nullptr;

    std::size_t inside() const {
        return begin + delimiter->open.size();
    }
    std::size_t inside_end() const {
        return end - delimiter->close.size();
    }
};

class FormulaFinder {
public:
    FormulaFinder(std::string_view text, bool code_is_code) : text_(text), code_is_code_(code_is_code) {}

    // The next formula at or behind `from`.
    FoundFormula next(std::size_t from) {
        for (std::size_t at = from; at < text_.size();) {
            if (text_[at] == '<') {
                at = past_tag(at);
                continue;
            }
            if (text_[at] == '`' && code_is_code_) {
                at = past_code(at);
                continue;
            }
            const auto* found = std::find_if(text_delimiters.begin(), text_delimiters.end(),
                                             [&](const FormulaDelimiter& d) { return text_.substr(at).starts_with(d.open); });
            std::size_t end = found != text_delimiters.end() ? end_of(at, *found) : npos;
            if (end != npos) {
                return {at, end, &*found};
            }
            at += found != text_delimiters.end() && found->open[0] == '$' ? found->open.size() : text_[at] == '\\' ? 2 : 1;
        }
        return {};
    }

private:
    std::size_t end_of(std::size_t at, const FormulaDelimiter& delimiter) {
        std::size_t begin = at + delimiter.open.size();
        std::size_t close = close_of(begin, delimiter);
        if (close == npos || close - begin > longest_formula) {
            return npos;
        }
        std::string_view inside = text_.substr(begin, close - begin);
        if (trim(inside).empty() || inside.find(gap_begin) != npos || inside.find(nothing_mark) != npos) {
            return npos;
        }
        std::size_t end = close + delimiter.close.size();
        bool digit = end < text_.size() && std::isdigit(static_cast<unsigned char>(text_[end])) != 0;
        bool price = delimiter.open == "$" && (is_blank_or_line_end(inside.front()) || is_blank_or_line_end(inside.back()) || digit);
        return price ? npos : end;
    }

    // The offset of the closing delimiter. Results are remembered, so that no text is searched twice.
    std::size_t close_of(std::size_t from, const FormulaDelimiter& delimiter) {
        std::size_t& known = known_.at(static_cast<std::size_t>(&delimiter - text_delimiters.data()));
        if (known != npos && known < from) {
            known = from;
            while (known < text_.size() && !text_.substr(known).starts_with(delimiter.close)) {
                known += text_[known] == '\\' ? 2 : 1;
            }
            known = known < text_.size() ? known : npos;
        }
        return known;
    }

    std::size_t past_tag(std::size_t at) const {
        std::string_view near = text_.substr(at, longest_formula);
        if (near.size() < 2 || (!is_ascii_letter(near[1]) && near[1] != '/')) {
            return at + 1;
        }
        return at + std::max<std::size_t>(tag_size(near), 1);
    }

    std::size_t past_code(std::size_t at) const {
        std::string_view near = text_.substr(at, longest_formula);
        std::size_t ticks = std::min(near.find_first_not_of('`'), near.size());
        std::size_t end = near.find(std::string(ticks, '`'), ticks);
        return at + (end == npos ? ticks : end + ticks);
    }

    std::string_view text_;
    bool code_is_code_;
    std::array<std::size_t, text_delimiters.size()> known_ = {};
};

// The formula disguised, as long as in the text, so that columns stay true.
std::string disguised_formula(std::string_view text, const FoundFormula& found, std::string_view escaped) {
    std::size_t marks = found.delimiter->display ? 2 : 1;
    std::string result(marks, found.delimiter->display ? display_begin : formula_begin);
    result.append(found.delimiter->open.size() - marks, nothing_mark);
    std::string_view inside = text.substr(found.inside(), found.inside_end() - found.inside());
    for (std::size_t at = 0; at < inside.size(); ++at) {
        char c = inside[at];
        char next = at + 1 < inside.size() ? inside[at + 1] : '\0';
        if (c != '\\' || escaped.empty()) {
            result += c == '\n' ? ' ' : disguised(c);
        } else if (next != '\0' && escaped.find(next) != npos) {
            result += nothing_mark;
            result += disguised(next);
            ++at;
        } else if (next == 'n' && (at + 2 == inside.size() || !is_ascii_letter(inside[at + 2]))) {  // a line end; `\neq` is TeX
            result += nothing_mark;
            result += ' ';
            ++at;
        } else {
            result += disguised(c);
        }
    }
    result.append(found.delimiter->close.size() - marks, nothing_mark);
    return result.append(marks, formula_end);
}

}  // namespace

std::vector<FormulaInside> formulas_inside(std::string_view text) {
    std::vector<FormulaInside> result;
    FormulaFinder finder(text, true);
    for (FoundFormula found = finder.next(0); found.delimiter != nullptr; found = finder.next(found.end)) {
        result.push_back({found.inside(), found.inside_end()});
    }
    return result;
}

Lines disguise_formulas(ProseReader& reader, const Lines& lines, const FormulaText& text_form) {
    std::string text;
    for (const Line& line : lines) {
        text += std::string(line.text) + "\n";
    }
    if (!reader.rules.formulas || text.find_first_of("$\\") == npos) {
        return lines;
    }
    Lines result;
    FormulaFinder finder(text, text_form.code_is_code);
    FoundFormula found = finder.next(0);
    std::size_t at = 0;  // what stands before has been taken
    std::size_t start = 0;
    for (const Line& line : lines) {
        std::size_t end = start + line.text.size();
        std::size_t from = std::min(std::max(at, start), end);
        std::string words(from - start, nothing_mark);  // the rest of a formula of the lines before
        bool changed = from > start;
        while (found.delimiter != nullptr && found.begin < end) {
            words += text.substr(from, found.begin - from) + disguised_formula(text, found, text_form.escaped);
            at = from = found.end;
            found = finder.next(found.end);
            changed = true;
        }
        words += from < end ? text.substr(from, end - from) : "";
        if (!changed) {
            result.push_back(line);
        } else if (std::any_of(words.begin(), words.end(), [](char c) { return c != nothing_mark; })) {
            result.push_back({reader.scratch.made.emplace_back(std::move(words)), line.number, line.column});
        }
        start = end + 1;
    }
    return result;
}

}  // namespace hornbook
