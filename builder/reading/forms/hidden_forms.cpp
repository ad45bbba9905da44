#include "reading/forms/hidden_forms.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/extract_forms.h"

namespace hornbook {
namespace {

struct CriticMarks {
    std::string_view open;
    std::string_view close;
    std::optional<OtherForm> form;
};
// Marks of CriticMarkup, but for those of a substitution: `{~~old~>new~~}`.
constexpr std::array<CriticMarks, 5> critic_marks = {{{"{>>", "<<}", OtherForm::critic_comment},
                                                      {"{++", "++}", OtherForm::critic_change},
                                                      {"{--", "--}", OtherForm::critic_change},
                                                      {"{~~", "~~}", OtherForm::critic_change},
                                                      {"{==", "==}", std::nullopt}}};

char sign_at(std::string_view text, std::size_t at) {
    return at < text.size() ? text[at] : '\n';
}

bool is_space_or_end(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

// The offset of `close` behind the opening at `at`; npos: there is none, or nothing is between the two.
std::size_t end_of_words(std::string_view text, std::size_t at, std::string_view open, std::string_view close,
                         std::set<std::string_view>& unclosed) {
    if (text.substr(at, open.size()) != open || unclosed.contains(open)) {
        return npos;
    }
    std::size_t end = text.find(close, at + open.size());
    if (end == npos) {
        unclosed.insert(open);
        return npos;
    }
    return trim(text.substr(at + open.size(), end - at - open.size())).empty() ? npos : end;
}

std::optional<HiddenForm> critic_form_at(std::string_view text, std::size_t at, std::set<std::string_view>& unclosed) {
    for (const auto& [open, close, form] : critic_marks) {
        std::size_t end = end_of_words(text, at, open, close, unclosed);
        if (end == npos) {
            continue;
        }
        HiddenForm found{form, at, end + close.size(), end, end, std::string(text.substr(at, end + close.size() - at))};
        std::size_t arrow = text.substr(at, end - at).find("~>");
        if (open == "{~~" && arrow == npos) {
            return std::nullopt;
        }
        if (open != "{>>" && open != "{--") {
            found.kept_begin = open == "{~~" ? at + arrow + 2 : open == "{==" ? at + 1 : at + open.size();
            found.kept_end = open == "{==" ? end + 2 : end;
        }
        return found;
    }
    return std::nullopt;
}

// Obsidian's comment `%%…%%` at `at`; two percent signs right behind a number or a word are only signs.
std::optional<HiddenForm> vault_comment_at(std::string_view text, std::size_t at, std::set<std::string_view>& unclosed) {
    bool begins = at == 0 || is_space_or_end(text[at - 1]) || std::string_view(".,;:!?()[]*_\"'").find(text[at - 1]) != npos;
    std::size_t end = begins && sign_at(text, at + 2) != '%' ? end_of_words(text, at, "%%", "%%", unclosed) : npos;
    if (end == npos) {
        return std::nullopt;
    }
    return HiddenForm{OtherForm::vault_comment, at, end + 2, end, end, std::string(text.substr(at, end + 2 - at))};
}

// The size in bytes of a reviewer's initials, `[AB1]:`, with or without a backslash before the brackets; 0: none.
std::size_t initials_size(std::string_view text) {
    std::size_t at = text.starts_with("\\[") ? 2 : text.starts_with('[') ? 1 : 0;
    std::size_t begin = at;
    while (at > 0 && at < text.size() && at < begin + 12 && text[at] != ']' && text[at] != '\\' && text[at] != ' ') {
        ++at;
    }
    bool some = at > begin && is_ascii_digit(text[at - 1]);
    at += text.substr(at).starts_with("\\]") ? 2 : text.substr(at).starts_with(']') ? 1 : 0;
    return some && text[at - 1] == ']' && text.substr(at).starts_with(':') ? at + 1 : 0;
}

// The size in bytes of `Commented [AB1]:`; 0: none.
std::size_t office_comment_size(std::string_view text) {
    constexpr std::array<std::string_view, 14> words = {"Commented",   "Comment",         "Kommentiert",   "Kommentar",  "Commenté",
                                                        "Commentaire", "Comentado",       "Comentario",    "Comentário", "Commentato",
                                                        "Commento",    "Met opmerkingen", "Z komentarzem", "Примечание"};
    for (std::string_view word : words) {
        std::string_view rest = text.starts_with(word) ? text.substr(word.size()) : std::string_view();
        std::size_t size = rest.starts_with(' ') ? initials_size(rest.substr(1)) : 0;
        if (size != 0) {
            return word.size() + 1 + size;
        }
    }
    return 0;
}

// A word processor's comment at `at`: `[Commented [AB1]: …]`.
std::optional<HiddenForm> office_comment_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 4000;
    if (text[at] != '[' || office_comment_size(text.substr(at + 1, 60)) == 0) {
        return std::nullopt;
    }
    std::size_t depth = 0;
    for (std::size_t end = at; end < std::min(text.size(), at + longest); ++end) {
        depth += text[end] == '[' ? 1 : 0;
        depth -= text[end] == ']' ? 1 : 0;
        if (depth == 0) {
            return HiddenForm{OtherForm::office_comment, at, end + 1, end, end, std::string(text.substr(at, end + 1 - at))};
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<HiddenForm> hidden_form_at(std::string_view text, std::size_t at, std::set<std::string_view>& unclosed) {
    return text[at] == '{'   ? critic_form_at(text, at, unclosed)
           : text[at] == '%' ? vault_comment_at(text, at, unclosed)
                             : office_comment_at(text, at);
}

void hide(const HiddenForm& form, std::string& text) {
    std::size_t begin = form.begin;
    std::size_t end = form.end;
    bool gone = form.kept_begin == form.kept_end;
    bool space_before = begin == 0 || is_space_or_end(text[begin - 1]);
    if (gone && space_before && sign_at(text, end) == ' ') {
        ++end;  // one space is enough
    }
    bool breaks = sign_at(text, end) == '\n' || form.seen.find('\n') != npos;  // the line's end is space enough
    if (gone && begin > 0 && text[begin - 1] == ' ' && breaks) {
        --begin;
    }
    for (std::size_t at = begin; at < end; ++at) {
        bool kept = at >= form.kept_begin && at < form.kept_end;
        text[at] = kept || text[at] == '\n' ? text[at] : nothing_mark;
    }
}

bool begins_office_comment(std::string_view text) {
    std::size_t bracket = text.starts_with("\\[") ? 2 : text.starts_with('[') ? 1 : 0;
    return office_comment_size(text) != 0 || (bracket != 0 && office_comment_size(text.substr(bracket)) != 0) ||
           text.starts_with("[\\[a\\]](#cmnt_ref") || (text.starts_with("[\\[") && text.substr(0, 12).find("\\]](#cmnt_ref") != npos);
}

bool begins_comment_definition(std::string_view text) {
    for (std::string_view label : {"[comment]:", "[Comment]:", "[//]:", "[//comment]:", "[_comment]:", "[comment]::"}) {
        if (text.starts_with(label)) {
            std::string_view rest = trim(text.substr(label.size()));
            return rest.empty() || rest[0] == '#' || rest[0] == '<' || rest[0] == '(' || rest[0] == '"';
        }
    }
    return false;
}

namespace {

// The number of rows up to the end of the text.
std::size_t rows_of_text(std::span<const SourceRow> rows) {
    std::size_t end = 1;
    while (goes_on(rows, end) && rows[end].kind == RowKind::text) {
        ++end;
    }
    return end;
}

// Whether nothing follows the comment: in `[Commented [AB1]: …] words` the words are the author's.
bool holds_nothing_else(std::span<const SourceRow> rows) {
    std::string_view text = trim(rows.front().content);
    bool is_link = text.find("](#cmnt") != npos;
    return is_link || !text.starts_with('[') || trim(rows.back().content).ends_with(']');
}

// The number of rows up to the one that ends `%%`, whatever is between; 0: none does.
std::size_t rows_of_vault_comment(std::span<const SourceRow> rows) {
    for (std::size_t at = 1; at < rows.size(); ++at) {
        std::string_view text = trim(rows[at].line.text);
        if (text.find("%%") != npos) {
            return text.ends_with("%%") && text.find("%%") + 2 == text.size() ? at + 1 : 0;
        }
    }
    return 0;
}

// The number of rows of a comment definition, whose words may go over several rows in brackets.
std::size_t rows_of_comment_definition(std::span<const SourceRow> rows) {
    std::size_t most = rows_of_text(rows);
    bool open = rows[0].content.find('(') != npos;
    std::size_t size = 1;
    while (open && size < most && !trim(rows[size - 1].content).ends_with(')')) {
        ++size;
    }
    return open && trim(rows[size - 1].content).ends_with(')') ? size : 1;
}

}  // namespace

FormMatch find_comment(ProseReader& reader, std::span<const SourceRow> rows) {
    std::string_view text = trim(rows[0].content);
    if (rows[0].kind != RowKind::text || indent_of(rows[0].content) > 3) {
        return {};
    }
    std::size_t size = 0;
    OtherForm form = OtherForm::vault_comment;
    if (text.starts_with("%%") && text.substr(2).find('%') == npos) {
        size = rows_of_vault_comment(rows);
    } else if (begins_office_comment(text) && holds_nothing_else(rows.first(rows_of_text(rows)))) {
        size = rows_of_text(rows);
        form = OtherForm::office_comment;
    } else if (begins_comment_definition(text)) {
        return {rows_of_comment_definition(rows), std::nullopt};  // as CommonMark means it, however it is closed
    }
    if (size != 0) {
        note_other_form(reader, form, text, place_of(reader.file, rows[0].line, text));
    }
    return {size, std::nullopt};
}

}  // namespace hornbook
