#include "reading/forms/disguise.h"

#include <algorithm>
#include <set>

#include "base/ascii.h"
#include "base/text.h"
#include "model/limits.h"
#include "reading/forms/attributes.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/formulas.h"
#include "reading/forms/hidden_forms.h"
#include "reading/forms/vault_links.h"

namespace hornbook {
namespace {

constexpr std::size_t most_pieces = 400;  // in which CommonMark may return one form
constexpr std::size_t longest_note = 4000;
constexpr std::size_t longest_tag = 2000;  // bytes; with longer ones many `<` in one paragraph would take quadratic time

// Finder of forms in one paragraph. `$` follows the rules of pandoc's tex_math_dollars, so that a price is not a formula. No form reaches
// into code.
class FormFinder {
public:
    FormFinder(const ProseReader& reader, std::string& text, std::vector<HiddenForm>& hidden)
        : reader_(reader), text_(text), hidden_(hidden) {}

    void disguise_all() {
        for (std::size_t at = 0; at < text_.size();) {
            switch (text_[at]) {
                case '\\':
                    at = past_backslash(at);
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
                    at = reader_.rules.formulas ? past_dollar(at) : at + 1;
                    break;
                case '[':
                    at = past_bracket(at);
                    break;
                case '%':
                    at = past_hidden(at);
                    break;
                case '^':
                    at = past_caret(at);
                    break;
                case '{':
                    at = past_brace(at);
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

    // The end of the raw tag or address in angle brackets at `at`.
    std::size_t past_tag(std::size_t at) const {
        if (!is_ascii_word(char_at(at + 1)) && char_at(at + 1) != '/' && char_at(at + 1) != '!') {
            return at + 1;
        }
        std::string_view near = std::string_view(text_).substr(at, longest_tag);
        std::size_t close = near.find('>');
        bool is_address = close != npos && near.substr(0, close).find(':') != npos && near.substr(0, close).find_first_of(" \n\"") == npos;
        return is_address ? at + close + 1 : at + std::max<std::size_t>(tag_size(near), 1);
    }

    // The end of the address in `[words](address)`. at: behind the bracket.
    std::size_t past_destination(std::size_t at) const {
        if (char_at(at) != '(') {
            return at;
        }
        std::size_t depth = 0;
        std::size_t end = at;
        for (; end < text_.size() && !is_blank_or_line_end(text_[end]); ++end) {
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
        if (std::size_t end = dollars == 1 && char_at(at + 1) == '`' ? past_backtick_formula(at) : at; end != at) {
            return end;
        }
        std::size_t close = dollars == 1 ? inline_close(at) : dollars == 2 ? display_close(at) : npos;
        if (close == npos) {
            return at + dollars;
        }
        disguise(at, close, dollars, dollars == 1 ? formula_begin : display_begin, formula_end);
        return close + dollars;
    }

    // The end of GitHub's form $`…`$ at `at`.
    std::size_t past_backtick_formula(std::size_t at) {
        std::size_t close = no_backtick_ ? npos : text_.find("`$", at + 2);
        no_backtick_ = close == npos;
        std::string_view inside = close == npos ? std::string_view() : std::string_view(text_).substr(at + 2, close - at - 2);
        if (trim(inside).empty() || inside.find('`') != npos || inside.size() > limits::formula_bytes) {
            return at;
        }
        text_[at + 1] = text_[close] = nothing_mark;
        disguise(at, close + 1, 1, formula_begin, formula_end);
        return close + 2;
    }

    std::size_t inline_close(std::size_t at) const {
        std::size_t close = is_blank_or_line_end(char_at(at + 1)) ? npos : find_unescaped(text_, "$", at + 1);
        if (close == npos || is_blank_or_line_end(text_[close - 1]) || (char_at(close + 1) >= '0' && char_at(close + 1) <= '9')) {
            return npos;
        }
        std::string_view tex = std::string_view(text_).substr(at + 1, close - at - 1);
        return tex.find('`') == npos && !are_prices(std::string_view(text_).substr(0, at), tex) ? close : npos;
    }

    std::size_t display_close(std::size_t at) {
        std::size_t close = no_display_ ? npos : find_unescaped(text_, "$$", at + 2);
        no_display_ = close == npos;
        return close == npos || trim(std::string_view(text_).substr(at + 2, close - at - 2)).empty() ? npos : close;
    }

    // Exchanges the signs of a form for marks; its delimiters, each of `size` bytes, become `begin` and `end`.
    void disguise(std::size_t at, std::size_t close, std::size_t size, char begin, char end) {
        for (std::size_t i = at; i < close + size; ++i) {
            text_[i] = i >= close ? end : i < at + size ? begin : disguised(text_[i]);
        }
    }

    // The end of TeX's own forms `\(…\)` and `\[…\]` at `at`.
    std::size_t past_backslash(std::size_t at) {
        bool display = char_at(at + 1) == '[';
        if (!reader_.rules.formulas || (!display && char_at(at + 1) != '(')) {
            return at + 2;
        }
        bool& unclosed = display ? no_bracket_ : no_parenthesis_;
        std::size_t close = unclosed ? npos : text_.find(display ? "\\]" : "\\)", at + 2);
        unclosed = close == npos;
        std::string_view tex = close == npos ? std::string_view() : std::string_view(text_).substr(at + 2, close - at - 2);
        if (trim(tex).empty() || tex.size() > limits::formula_bytes || tex.find('`') != npos || (display && !is_mathematics(tex))) {
            return at + 2;
        }
        disguise(at, close, 2, display ? display_begin : paren_begin, formula_end);
        return close + 2;
    }

    // The place to read on behind a hidden form, a comment or an open change, at `at`. What is kept of it is read as text.
    std::size_t past_hidden(std::size_t at) {
        std::optional<HiddenForm> found = hidden_form_at(text_, at, never_closed_);
        if (!found) {
            return at + 1;
        }
        hide(*found, text_);
        hidden_.push_back(std::move(*found));
        return hidden_.back().kept_begin;
    }

    // The end of `[[page]]` or `![[picture.png]]` at `at`, where they lead somewhere.
    std::size_t past_bracket(std::size_t at) {
        if (std::size_t end = past_hidden(at); end > at + 1) {
            return end;
        }
        std::size_t close = char_at(at + 1) == '[' ? text_.find_first_of("[]\n", at + 2) : npos;
        if (close == npos || text_.compare(close, 2, "]]") != 0) {
            return at + 1;
        }
        bool embedded = at > 0 && text_[at - 1] == '!';
        if (vault_link(reader_, std::string_view(text_).substr(at + 2, close - at - 2), embedded, {})) {
            disguise(at, close, 2, vault_begin, form_end);
        }
        return close + 2;
    }

    // The end of the opening of `^[a note in its place]` at `at`; its words stay as they are.
    std::size_t past_caret(std::size_t at) {
        if (char_at(at + 1) != '[' || at < note_until_ || (at > 0 && text_[at - 1] == '[')) {
            return at + 1;
        }
        std::size_t depth = 0;
        for (std::size_t end = at + 1; end < std::min(text_.size(), at + longest_note); ++end) {
            if (text_[end] == '\\') {
                ++end;
            } else if (text_[end] == '`') {
                end = past_code(end) - 1;
            } else if (text_[end] == '[') {
                ++depth;
            } else if (text_[end] == ']' && --depth == 0) {
                bool empty = trim(std::string_view(text_).substr(at + 2, end - at - 2)).empty();
                text_[at + 1] = empty ? '[' : note_begin;
                text_[end] = empty ? ']' : note_end;
                note_until_ = end;
                break;
            }
        }
        return at + 2;
    }

    // The end of an attribute block at `at`: `{#id .class}` behind a picture, a link, code or brackets, or at the end of a line.
    std::size_t past_brace(std::size_t at) {
        if (std::size_t end = past_hidden(at); end > at + 1) {
            return end;
        }
        std::size_t size = attributes_size(std::string_view(text_).substr(at));
        if (size == 0) {
            return at + 1;
        }
        char before = at > 0 ? text_[at - 1] : '\n';
        std::string_view rest = std::string_view(text_).substr(at + size);
        bool ends_line = trim(rest.substr(0, rest.find('\n'))).empty();
        if (before == ')' || before == ']' || before == '`' || before == form_end || (is_blank_or_line_end(before) && ends_line)) {
            disguise(at, at + size - 1, 1, attributes_begin, form_end);
            return at + size;
        }
        return at + 1;
    }

    const ProseReader& reader_;
    std::string& text_;
    std::vector<HiddenForm>& hidden_;
    std::set<std::size_t> unclosed_;           // lengths of backtick runs that nothing closes
    std::size_t note_until_ = 0;               // end of the note that is open: notes do not nest
    bool no_backtick_ = false;                 // nothing closes a further `$
    bool no_display_ = false;                  // nothing closes a further `$$`
    bool no_bracket_ = false;                  // `\[`
    bool no_parenthesis_ = false;              // `\(`
    std::set<std::string_view> never_closed_;  // openings of hidden forms
};

bool is_link_definition(std::string_view text) {
    return text.starts_with('[') && text.find("]:") != npos && !begins_office_comment(text);
}

char closing_sign_of(char begin) {
    bool formula = begin == formula_begin || begin == display_begin || begin == paren_begin;
    return formula ? formula_end : begin == vault_begin || begin == attributes_begin ? form_end : '\0';
}

// The offset of a form that the text opens and does not close; end: the mark that would close it.
std::size_t open_form(const std::string& text, char& end) {
    std::size_t begin = text.find_last_of("\x10\x11\x1C\x1D\x1E");
    end = begin != npos ? closing_sign_of(text[begin]) : '\0';
    return begin != npos && text.find(end, begin) == npos ? begin : npos;
}

Place place_of_hidden(const ProseReader& reader, const HiddenForm& form, const FormText& row, std::size_t at) {
    std::string_view text = row.line.text.substr(std::min(row.begin + at, row.line.text.size()));
    return place_of(reader.file, row.line, text.substr(0, form.end - form.begin));
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

std::vector<HiddenHere> disguise_forms(const ProseReader& reader, const std::vector<FormText>& rows) {
    std::string text;
    for (const FormText& row : rows) {
        if (!is_link_definition(std::string_view(*row.row).substr(row.begin))) {
            text.append(*row.row, row.begin);
        }
        text += '\n';
    }
    std::vector<HiddenHere> told;
    if (text.find_first_of("$\\[^{%") == npos) {
        return told;
    }
    std::vector<HiddenForm> hidden;
    FormFinder(reader, text, hidden).disguise_all();
    std::size_t from = 0;
    auto next = hidden.begin();
    for (const FormText& row : rows) {
        std::size_t size = text.find('\n', from) - from;
        if (size == row.row->size() - row.begin) {
            row.row->replace(row.begin, size, text, from, size);
        }
        for (; next != hidden.end() && next->begin < from + size; ++next) {
            if (next->form && row.line.number != 0) {
                told.push_back({*next->form, next->seen, place_of_hidden(reader, *next, row, next->begin - from)});
            }
        }
        from += size + 1;
    }
    return told;
}

void disguise_and_tell(ProseReader& reader, const std::vector<FormText>& rows) {
    for (const HiddenHere& hidden : disguise_forms(reader, rows)) {
        note_other_form(reader, hidden.form, hidden.seen, hidden.place);
    }
}

std::size_t past_disguised(std::string_view text, std::size_t at) {
    char mark = closing_sign_of(text[at]);
    std::size_t end = mark == '\0' ? npos : text.find(mark, at);
    bool twice = end != npos && end + 1 < text.size() && text[end + 1] == mark && text[at + 1] == text[at];
    return end == npos ? at : end + (twice ? 2 : 1);
}

bool is_mathematics(std::string_view tex) {
    bool command = false;
    std::size_t longest_word = 0;
    std::size_t word = 0;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        bool letter = is_ascii_word(tex[at]) && (tex[at] < '0' || tex[at] > '9');
        if (tex[at] == '\\') {
            std::size_t end = at + 1;
            while (end < tex.size() && is_ascii_word(tex[end])) {
                ++end;
            }
            command = command || end > at + 2;
            at = std::max(end, at + 2) - 1;
            word = 0;
            continue;
        }
        word = letter || (static_cast<unsigned char>(tex[at]) & 0x80U) != 0 ? word + 1 : 0;
        longest_word = std::max(longest_word, word);
    }
    return command || (longest_word < 3 && tex.find_first_of("=^_<>+*/") != npos);
}

void join_forms(Inlines& inlines) {
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        char mark = '\0';
        auto* text = std::get_if<Text>(&inlines[at].kind);
        std::size_t close = at + 1;
        while (text != nullptr && open_form(text->text, mark) != npos && close < std::min(inlines.size(), at + most_pieces)) {
            auto* next = std::get_if<Text>(&inlines[close].kind);
            bool is_break =
                std::holds_alternative<SoftBreak>(inlines[close].kind) || std::holds_alternative<LineBreak>(inlines[close].kind);
            if (next == nullptr && !is_break) {
                break;
            }
            std::size_t end = next != nullptr ? next->text.find(mark) : npos;
            if (end == npos) {
                ++close;
                continue;
            }
            end = std::min(next->text.find_first_not_of(mark, end), next->text.size());
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
    }
    std::erase_if(inlines, [](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        return text != nullptr && text->text.empty();
    });
}

}  // namespace hornbook
