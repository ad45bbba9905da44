#include "reading/forms/formulas.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "reading/forms/lift.h"
#include "reading/forms/marks.h"

namespace hornbook {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t most_pieces = 400;   // that a formula may come back in
constexpr std::size_t longest_tag = 2000;  // or many `<` in one paragraph would take time by its square

bool is_white(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// The next `mark` that no backslash stands before.
std::size_t find_unescaped(std::string_view text, std::string_view mark, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (text[at] == '\\') {
            ++at;
        } else if (text.substr(at, mark.size()) == mark) {
            return at;
        }
    }
    return npos;
}

// The same rules as pandoc's tex_math_dollars, which people know: a price is no formula. And none reaches into code.
class Finder {
public:
    explicit Finder(std::string& text) : text_(text) {}

    void disguise_all() {
        for (std::size_t at = 0; at < text_.size();) {
            switch (text_[at]) {
                case '\\':
                    at += 2;
                    break;
                case '`':
                    at = past_code(at);
                    break;
                case '<':
                    at = past_tag(at);
                    break;
                case ']':
                    at = past_destination(at + 1);
                    break;
                case '$':
                    at = past_dollar(at);
                    break;
                default:
                    ++at;
            }
        }
    }

private:
    char char_at(std::size_t at) const {
        return at < text_.size() ? text_[at] : '\n';
    }

    std::size_t past_code(std::size_t at) {
        std::size_t ticks = std::min(text_.find_first_not_of('`', at), text_.size()) - at;
        for (std::size_t end = at + ticks; unclosed_.count(ticks) == 0 && (end = text_.find('`', end)) != npos;) {
            std::size_t size = std::min(text_.find_first_not_of('`', end), text_.size()) - end;
            end += size;
            if (size == ticks) {
                return end;
            }
        }
        unclosed_.insert(ticks);
        return at + ticks;
    }

    // A raw tag or an address in angle brackets.
    std::size_t past_tag(std::size_t at) const {
        if (!is_word(char_at(at + 1)) && char_at(at + 1) != '/' && char_at(at + 1) != '!') {
            return at + 1;
        }
        std::string_view near = std::string_view(text_).substr(at, longest_tag);
        std::size_t close = near.find('>');
        bool is_address = close != npos && near.substr(0, close).find(':') != npos && near.substr(0, close).find_first_of(" \n\"") == npos;
        return is_address ? at + close + 1 : at + std::max<std::size_t>(tag_size(near), 1);
    }

    // The address of `[words](address)`. at: behind the bracket.
    std::size_t past_destination(std::size_t at) const {
        if (char_at(at) != '(') {
            return at;
        }
        std::size_t depth = 0;
        std::size_t end = at;
        for (; end < text_.size() && !is_white(text_[end]); ++end) {
            if (text_[end] == '\\') {
                ++end;
            } else if (text_[end] == '(') {
                ++depth;
            } else if (text_[end] == ')' && --depth == 0) {
                break;
            }
        }
        return std::min(end, text_.size());
    }

    std::size_t past_dollar(std::size_t at) {
        std::size_t dollars = std::min(text_.find_first_not_of('$', at), text_.size()) - at;
        std::size_t close = dollars == 1 ? inline_close(at) : dollars == 2 ? display_close(at) : npos;
        if (close == npos) {
            return at + dollars;
        }
        for (std::size_t i = at; i < close + dollars; ++i) {
            bool opens = i < at + dollars;
            text_[i] = i >= close ? formula_end : !opens ? disguised(text_[i]) : dollars == 1 ? formula_begin : display_begin;
        }
        return close + dollars;
    }

    std::size_t inline_close(std::size_t at) const {
        std::size_t close = is_white(char_at(at + 1)) ? npos : find_unescaped(text_, "$", at + 1);
        if (close == npos || is_white(text_[close - 1]) || (char_at(close + 1) >= '0' && char_at(close + 1) <= '9')) {
            return npos;
        }
        return std::string_view(text_).substr(at, close - at).find('`') == npos ? close : npos;
    }

    std::size_t display_close(std::size_t at) {
        std::size_t close = no_display_ ? npos : find_unescaped(text_, "$$", at + 2);
        no_display_ = close == npos;
        return close == npos || trim(std::string_view(text_).substr(at + 2, close - at - 2)).empty() ? npos : close;
    }

    std::string& text_;
    std::set<std::size_t> unclosed_;  // lengths of backtick runs that nothing closes
    bool no_display_ = false;
};

bool is_link_definition(std::string_view text) {
    return text.starts_with('[') && text.find("]:") != npos;
}

// Behind a displayed formula there may stand the mark that ends its sentence.
bool is_end(std::string_view rest) {
    return trim(rest).find_first_not_of(".,;:!?") == npos;
}

std::size_t open_formula(const std::string& text) {
    std::size_t begin = text.find_last_of("\x10\x11");
    return begin != npos && text.find(formula_end, begin) == npos ? begin : npos;
}

}  // namespace

std::size_t tag_size(std::string_view text) {
    char quote = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        if (quote != 0) {
            quote = text[at] == quote ? '\0' : quote;
        } else if (text[at] == '"' || text[at] == '\'') {
            quote = text[at];
        } else if (text[at] == '$' || text[at] == '>') {
            return text[at] == '>' ? at + 1 : 0;
        }
    }
    return 0;
}

void disguise_formulas(const std::vector<FormulaText>& rows) {
    std::string text;
    for (const FormulaText& row : rows) {
        if (!is_link_definition(std::string_view(*row.row).substr(row.begin))) {
            text.append(*row.row, row.begin);
        }
        text += '\n';
    }
    if (text.find('$') == npos) {
        return;
    }
    Finder(text).disguise_all();
    std::size_t from = 0;
    for (const FormulaText& row : rows) {
        std::size_t size = text.find('\n', from) - from;
        if (size == row.row->size() - row.begin) {
            row.row->replace(row.begin, size, text, from, size);
        }
        from += size + 1;
    }
}

std::size_t display_formula_lines(std::span<const Line> lines, std::string_view content) {
    std::string_view first = trim(content);
    if (!first.starts_with("$$") || first.starts_with("$$$")) {
        return 0;
    }
    bool says_something = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        std::string_view text = at == 0 ? first.substr(2) : lines[at].text;
        text.remove_prefix(at == 0 ? 0 : std::min(text.find_first_not_of("> \t"), text.size()));
        std::size_t close = find_unescaped(text, "$$", 0);
        says_something = says_something || !trim(text.substr(0, close)).empty();
        if (close != npos) {
            return says_something && is_end(text.substr(close + 2)) ? at + 1 : 0;
        }
        if (at > 0 && trim(text).empty()) {
            return 0;
        }
    }
    return 0;
}

Found find_display_formula(ProseReader& reader, std::span<const Row> rows) {
    std::string tex;
    for (std::size_t at = 0; at < rows.size() && rows[at].kind == RowKind::formula && (at == 0 || goes_on(rows, at)); ++at) {
        std::string_view text = trim(rows[at].content).substr(at == 0 ? 2 : 0);
        std::size_t close = find_unescaped(text, "$$", 0);
        std::string_view line = trim(text.substr(0, close));
        tex += (tex.empty() || line.empty() ? "" : "\n") + std::string(line);
        if (close != npos) {
            tex += trim(text.substr(close + 2));
            Place place = place_of(reader.file, rows[0].line, trim(rows[0].content));
            return {at + 1, Block{Paragraph{{Inline{Formula{std::string(trim(tex)), true, {}}, place}}}, place}};
        }
    }
    return {};
}

std::size_t past_formula(std::string_view text, std::size_t at) {
    if (text[at] != formula_begin && text[at] != display_begin) {
        return at;
    }
    std::size_t end = text.find(formula_end, at);
    return end == npos ? at : end + (text[at] == display_begin ? 2 : 1);
}

Formula formula_from(std::string_view disguised) {
    std::size_t dollars = disguised[0] == display_begin ? 2 : 1;
    std::string tex = restore_text(std::string(disguised.substr(dollars, disguised.size() - 2 * dollars)));
    return {std::string(trim(tex)), dollars == 2, {}};
}

void join_formulas(Inlines& inlines) {
    Inlines result;
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        auto* text = std::get_if<Text>(&inlines[at].kind);
        std::size_t close = at + 1;
        while (text != nullptr && open_formula(text->text) != npos && close < std::min(inlines.size(), at + most_pieces)) {
            auto* next = std::get_if<Text>(&inlines[close].kind);
            bool is_break =
                std::holds_alternative<SoftBreak>(inlines[close].kind) || std::holds_alternative<LineBreak>(inlines[close].kind);
            if (next == nullptr && !is_break) {
                break;
            }
            std::size_t end = next != nullptr ? next->text.find(formula_end) : npos;
            if (end == npos) {
                ++close;
                continue;
            }
            end = std::min(next->text.find_first_not_of(formula_end, end), next->text.size());
            for (std::size_t i = at + 1; i < close; ++i) {
                auto* within = std::get_if<Text>(&inlines[i].kind);
                text->text += within != nullptr ? within->text : "\n";
            }
            text->text += next->text.substr(0, end);
            next->text.erase(0, end);
            inlines[close].place.column += static_cast<std::uint32_t>(end);
            for (std::size_t i = at + 1; i < close; ++i) {
                inlines[i].kind = Text{};
            }
        }
        if (text == nullptr || !text->text.empty()) {
            result.push_back(std::move(inlines[at]));
        }
    }
    inlines = std::move(result);
}

}  // namespace hornbook
