#include "reading/questions/typed_answer.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/entities.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/inline_forms.h"
#include "reading/questions/doubts.h"
#include "reading/questions/worths.h"
#include "xml/typed_scripts.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_typed_answer = 1000;     // bytes; what is longer nobody types
constexpr std::string_view mark_signs = "*_`~^$<[&=";  // a backslash before one makes it a sign
constexpr auto worded_elements = std::to_array<std::string_view>(
    {"sub", "sup", "em", "i", "strong", "b", "u", "code", "kbd", "mark", "small", "span", "s", "del", "ins", "cite", "q", "var"});

std::size_t run_at(std::string_view text, std::size_t at) {
    return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

char32_t before_at(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && (static_cast<unsigned char>(text[begin - 1]) & 0xC0U) == 0x80) {
        --begin;
    }
    begin -= begin > 0 ? 1 : 0;
    return at > 0 ? next_code_point(text, begin) : U' ';
}

char32_t behind_at(std::string_view text, std::size_t at) {
    return at < text.size() ? next_code_point(text, at) : U' ';
}

bool is_word_sign(char32_t c) {
    return is_letter(c) || is_digit(c);
}

// Whether marks may open behind the character: at the border of a word, and not as a sign of arithmetic would be.
bool lets_open(char32_t c) {
    bool is_sign = c < 0x80 ? std::u32string_view(U"([{\"'-/*_~").find(c) != std::u32string_view::npos : is_punctuation(c);
    return is_space(c) || is_sign || is_unspaced_script(c);
}

bool lets_close(char32_t c) {
    bool is_sign = c < 0x80 ? std::u32string_view(U")]}\"'-/.,;:!?*_~").find(c) != std::u32string_view::npos : is_punctuation(c);
    return is_space(c) || is_sign || is_unspaced_script(c);
}

bool begins_words(std::string_view text) {
    char32_t c = behind_at(text, 0);
    return c >= 0x80 || is_word_sign(c) || std::u32string_view(U"\"'([$*_~`<+-\\").find(c) != std::u32string_view::npos;
}

bool is_one_word(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(next_code_point(text, at))) {
            return false;
        }
    }
    return count_code_points(text) >= 2;
}

// Whether the text is words and punctuation alone; else it may be code or arithmetic.
bool is_plain_prose(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        if (!is_word_sign(c) && !is_space(c) && c < 0x80 &&
            std::u32string_view(U"*_~^`'’\"-.,:;!?()<>/\\").find(c) == std::u32string_view::npos) {
            return false;
        }
    }
    return true;
}

// Whether it is a name in a program such as `__init__`.
bool is_name_in_code(std::string_view text) {
    auto fits = [](char c) { return (c >= 'a' && c <= 'z') || is_ascii_digit(c) || c == '_'; };
    return !text.empty() && std::all_of(text.begin(), text.end(), fits);
}

// A superscript as one types it: the end of 1st or XIXe on the line, an exponent not.
std::string typed_above(std::string_view before, std::string_view inside) {
    bool is_french = inside == "e" && before.size() - (before.find_last_not_of("IVXLC") + 1) > 1;
    return is_one_word(inside) || is_french ? std::string(inside) : raised(inside);
}

// TeX such as `x^{n + 1}` as one types it; empty where a command has no typed form.
std::string typed_tex(std::string_view tex) {
    std::string typed;
    for (std::size_t at = 0; at < tex.size(); ++at) {
        bool is_script = (tex[at] == '^' || tex[at] == '_') && tex.substr(at + 1, 1) == "{";
        std::size_t close = is_script ? tex.find('}', at) : npos;
        if (tex[at] == '\\' || (is_script && close == npos)) {
            return {};
        }
        if (is_script) {
            std::string_view inside = tex.substr(at + 2, close - at - 2);
            typed += tex[at] == '^' ? raised(inside) : lowered(inside);
            at = close;
        } else {
            typed += tex[at] == '{' || tex[at] == '}' ? "" : std::string(1, tex[at]);
        }
    }
    return collapse_spaces(typed);
}

// Whether the text is a weight or nearly one, `{50%}`, whose brace a backslash makes a sign.
bool is_share_at_end(std::string_view text) {
    return text.starts_with('{') && text.rfind('{') == 0 && text.ends_with('}') && worth_in("answer " + std::string(text), "");
}

// Reader of one run of text; text within marks is read by a further one.
class AnswerTypist {
public:
    AnswerTypist(const ProseReader& reader, std::string_view text) : reader_(reader), text_(text), disguised_(text) {
        disguise_forms(reader, {{&disguised_, 0}});
    }

    TypedAnswer type() {
        for (std::size_t at = 0; at < text_.size();) {
            std::size_t end = form_at(at);
            if (end == at) {
                std::size_t run = std::string_view("*_`~=$").find(text_[at]) != npos ? run_at(text_, at) : 1;
                typed_.text += text_.substr(at, run);
                end = at + run;
            }
            at = end;
        }
        return std::move(typed_);
    }

private:
    // Types the words of the form at `at`; returns where it ends, or `at` where there is none.
    std::size_t form_at(std::size_t at) {
        char mark = disguised_[at];
        if (mark == formula_begin || mark == display_begin || mark == paren_begin) {
            return past_formula(at);
        }
        switch (text_[at]) {
            case '\\':
                return past_backslashes(at);
            case '`':
                return past_code(at);
            case '*':
            case '_':
                return past_emphasis(at);
            case '~':
            case '^':
                return past_script(at);
            case '=':
                return past_pair(at, "==");
            case '<':
                return past_element(at);
            case '[':
                return past_brackets(at);
            case '&':
                return past_reference(at);
            default:
                return at;
        }
    }

    void add(const TypedAnswer& inside) {
        typed_.text += inside.text;
        typed_.is_doubtful = typed_.is_doubtful || inside.is_doubtful;
        typed_.formula = typed_.formula.empty() ? inside.formula : typed_.formula;
    }

    TypedAnswer within(std::size_t begin, std::size_t end) const {
        return AnswerTypist(reader_, text_.substr(begin, end - begin)).type();
    }

    std::size_t past_formula(std::size_t at) {
        std::size_t end = past_disguised(disguised_, at);
        std::size_t size = disguised_[at] == formula_begin ? 1 : 2;
        if (end < at + 2 * size) {
            return at;
        }
        std::string_view whole = text_.substr(at, end - at);
        std::string tex = typed_tex(whole.substr(size, whole.size() - 2 * size));
        typed_.formula = tex.empty() && typed_.formula.empty() ? std::string(whole) : typed_.formula;
        typed_.text += tex.empty() ? std::string(whole) : tex;
        return end;
    }

    std::size_t past_backslashes(std::size_t at) {
        std::size_t count = run_at(text_, at);
        std::size_t end = at + count;
        bool is_escape = end < text_.size() && (mark_signs.find(text_[end]) != npos || is_share_at_end(text_.substr(end)));
        typed_.text += std::string(is_escape ? count / 2 : count, '\\');
        if (is_escape && count % 2 == 1) {
            typed_.text += text_[end++];
        }
        return end;
    }

    std::size_t past_code(std::size_t at) {
        std::size_t length = run_at(text_, at);
        std::size_t close = at + length;
        for (; (close = text_.find('`', close)) != npos && run_at(text_, close) != length; close += run_at(text_, close)) {
        }
        if (close == npos || is_word_sign(before_at(text_, at)) || is_word_sign(behind_at(text_, close + length))) {
            return at;
        }
        std::string_view code = text_.substr(at + length, close - at - length);
        bool is_padded = code.size() > 2 && code.starts_with(' ') && code.ends_with(' ') && !trim(code).empty();
        code = is_padded ? code.substr(1, code.size() - 2) : code;
        typed_.text += code;
        typed_.is_doubtful = typed_.is_doubtful || code.find("${") != npos;
        return close + length;
    }

    // The offset of the mark that closes one of `size` signs at `at`; npos: none does.
    std::size_t close_of(std::size_t at, std::size_t size) const {
        bool opens = lets_open(before_at(text_, at));
        for (std::size_t close = at + size; (close = text_.find(text_[at], close)) != npos; close += run_at(text_, close)) {
            std::string_view inside = text_.substr(at + size, close - at - size);
            bool closes = lets_close(behind_at(text_, close + size));
            bool is_part_of_word = text_.substr(at, 2) == "**" && size == 2 && is_one_word(inside) && (opens || closes);
            bool fits = run_at(text_, close) == size && text_[close - 1] != ' ' && text_[close - 1] != '\\';
            if (fits && ((opens && closes) || is_part_of_word)) {
                return close;
            }
        }
        return npos;
    }

    std::size_t past_emphasis(std::size_t at) {
        constexpr std::size_t most = 3;
        std::size_t size = run_at(text_, at);
        std::size_t close = size <= most && begins_words(text_.substr(at + size)) ? close_of(at, size) : npos;
        std::string_view inside = close == npos ? std::string_view() : text_.substr(at + size, close - at - size);
        if (inside.empty() || (text_[at] == '_' && size == 2 && is_name_in_code(inside))) {
            return at;
        }
        bool is_in_word = !lets_open(before_at(text_, at)) || !lets_close(behind_at(text_, close + size));
        bool is_name = text_[at] == '_' && is_name_in_code(inside) && inside.find('_') != npos;
        typed_.is_doubtful = typed_.is_doubtful || is_in_word || is_name || !is_plain_prose(inside);
        add(within(at + size, close));
        return close + size;
    }

    std::size_t past_script(std::size_t at) {
        std::size_t size = script_size(text_, at);
        if (size == 0) {
            return text_[at] == '~' ? past_pair(at, "~~") : at;
        }
        std::string_view inside = text_.substr(at + 1, size - 2);
        typed_.text += text_[at] == '^' ? typed_above(typed_.text, inside) : lowered(inside);
        bool is_letter_before_word = is_ascii_letter(inside.back()) && is_word_sign(behind_at(text_, at + size));
        typed_.is_doubtful = typed_.is_doubtful || is_letter_before_word;
        return at + size;
    }

    // Types the words of ~~struck out~~ and ==marked==.
    std::size_t past_pair(std::size_t at, std::string_view mark) {
        std::size_t close = text_.find(mark, at + 2);
        bool fits = run_at(text_, at) == 2 && close != npos && close > at + 2 && run_at(text_, close) == 2 && text_[at + 2] != ' ' &&
                    text_[close - 1] != ' ' && lets_open(before_at(text_, at)) && lets_close(behind_at(text_, close + 2));
        if (!fits) {
            return at;
        }
        typed_.is_doubtful = typed_.is_doubtful || mark == "~~" || !is_plain_prose(text_.substr(at + 2, close - at - 2));
        add(within(at + 2, close));
        return close + 2;
    }

    std::size_t past_element(std::size_t at) {
        std::string_view rest = text_.substr(at);
        std::size_t end = std::min(rest.find('>'), rest.size());
        std::string name = fold_case(rest.substr(1, std::min(rest.find_first_of(" >"), end) - 1));
        std::string closing = "</" + name + ">";
        std::size_t close =
            std::find(worded_elements.begin(), worded_elements.end(), name) != worded_elements.end() ? rest.find(closing, end) : npos;
        if (close == npos || close <= end + 1) {
            return at;
        }
        TypedAnswer inside = within(at + end + 1, at + close);
        bool is_script = name == "sub" || name == "sup";
        inside.text = name == "sup" ? typed_above(typed_.text, inside.text) : name == "sub" ? lowered(inside.text) : inside.text;
        inside.is_doubtful = inside.is_doubtful || !is_script;
        add(inside);
        return at + close + closing.size();
    }

    // Types the words of `[words](address)` and of a glossary term in brackets.
    std::size_t past_brackets(std::size_t at) {
        std::size_t close = text_.find_first_of("[]", at + 1);
        if (close == npos || text_[close] == '[' || is_word_sign(before_at(text_, at)) || (at > 0 && text_[at - 1] == '!')) {
            return at;
        }
        std::size_t end = close + 1;
        if (text_.substr(end, 1) == "(") {
            std::size_t paren = text_.find(')', end);
            std::string_view address = paren == npos ? std::string_view() : text_.substr(end + 1, paren - end - 1);
            bool is_address = address.find_first_of(" \"") == npos && address.find_first_of("./#:") != npos;
            end = is_address ? paren + 1 : at;
        } else {
            bool is_term = reader_.labels.contains(fold_case(collapse_spaces(text_.substr(at + 1, close - at - 1))));
            end = is_term && !is_word_sign(behind_at(text_, end)) ? end : at;
        }
        if (end != at) {
            add(within(at + 1, close));
        }
        return end;
    }

    // Types a character reference; one for `<` is code, and so is one that is the whole answer.
    std::size_t past_reference(std::size_t at) {
        std::size_t end = text_.find(';', at);
        end = end == npos ? at : end + 1;
        std::string_view whole = text_.substr(at, end - at);
        std::string sign = without_references(whole);
        bool is_code = end - at == text_.size() || text_.find("&lt;") != npos || text_.find("&gt;") != npos;
        if (sign == whole || is_code) {
            return at;
        }
        typed_.text += sign;
        return end;
    }

    const ProseReader& reader_;
    std::string_view text_;
    std::string disguised_;
    TypedAnswer typed_;
};

std::string without_mark_escapes(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool escapes = text[at] == '\\' && at + 1 < text.size() && mark_signs.find(text[at + 1]) != npos;
        result += escapes ? "" : std::string(1, text[at]);
    }
    return result;
}

}  // namespace

TypedAnswer type_answer(const ProseReader& reader, std::string_view markdown) {
    constexpr std::string_view signs = "*_`~^$<[&=\\";
    if (markdown.size() > longest_typed_answer || markdown.find_first_of(signs) == npos) {
        return {std::string(markdown)};
    }
    TypedAnswer typed = AnswerTypist(reader, markdown).type();
    if (trim(typed.text).empty() || !typed.formula.empty()) {
        return {std::string(markdown), false, typed.formula};
    }
    std::string bare = without_mark_escapes(markdown);  // a backslash that keeps nothing from being read may be a sign itself
    if (typed.text != markdown && bare == typed.text && AnswerTypist(reader, bare).type().text == bare) {
        typed.is_doubtful = true;
    }
    return typed;
}

std::string read_typed_answer(ProseReader& reader, std::string_view markdown, Place place) {
    TypedAnswer typed = type_answer(reader, markdown);
    std::string_view whole = trim(markdown);
    if (!typed.formula.empty()) {
        reader.diagnostics.add(Mistake::formula_in_answer, place,
                               "`" + typed.formula + "` is a formula, which nobody can type as an answer",
                               "write what is typed, such as `1/2`, `x^2` or `√2`");
    } else if (typed.text == markdown && whole.size() > 4 && whole.starts_with("__") && whole.ends_with("__") &&
               is_name_in_code(whole.substr(2, whole.size() - 4))) {
        reader.diagnostics.add(Mistake::compared_as_written, place,
                               "`" + std::string(whole) + "` is compared with its marks, as a name in code",
                               "write `" + std::string(whole.substr(2, whole.size() - 4)) + "` if they are not to be typed");
    } else if (typed.text == markdown) {
        tell_references(reader, whole, place);
    } else if (typed.is_doubtful && reader.found.marks_in_answers.times++ == 0) {
        reader.found.marks_in_answers.name = std::string(whole);
        reader.found.marks_in_answers.first = place;
    }
    return std::move(typed.text);
}

void report_marks_in_answers(ProseReader& reader) {
    const LeftOut& marks = reader.found.marks_in_answers;
    if (marks.times > 0) {
        std::string typed = collapse_spaces(type_answer(reader, marks.name).text);
        std::string others = marks.times > 1 ? "; this file has " + std::to_string(marks.times) + " such answers" : "";
        std::string ticks = marks.name.find('`') == npos ? "`" : "``";
        reader.diagnostics.add(Mistake::marks_in_answer, marks.first,
                               "`" + marks.name + "` is read as the answer `" + typed + "`, without its marks" + others,
                               "where pupils are to type them, too, put it in backticks: " + ticks + marks.name + ticks);
    }
    reader.found.marks_in_answers = {};
}

}  // namespace hornbook
