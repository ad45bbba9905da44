// Smart punctuation by language: CommonMark's own smart option knows English only.
#include <algorithm>
#include <array>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "reading/forms/addresses.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/inline_forms.h"

namespace hornbook {
namespace {

struct Quotes {
    std::string_view language;
    std::string_view open, close;                // "
    std::string_view open_single, close_single;  // '
};
constexpr std::array<Quotes, 18> quote_table = {{
    {"en", "“", "”", "‘", "’"},
    {"de", "„", "“", "‚", "‘"},
    {"cs", "„", "“", "‚", "‘"},
    {"fr", "«\u202F", "\u202F»", "‹\u202F", "\u202F›"},
    {"es", "«", "»", "“", "”"},
    {"it", "«", "»", "“", "”"},
    {"pt", "“", "”", "‘", "’"},
    {"nl", "“", "”", "‘", "’"},
    {"pl", "„", "”", "‚", "’"},
    {"ru", "«", "»", "„", "“"},
    {"uk", "«", "»", "„", "“"},
    {"tr", "“", "”", "‘", "’"},
    {"ar", "«", "»", "‹", "›"},
    {"fa", "«", "»", "‹", "›"},
    {"he", "”", "”", "’", "’"},
    {"hi", "“", "”", "‘", "’"},
    {"sv", "”", "”", "’", "’"},
    {"fi", "”", "”", "’", "’"},
}};
constexpr std::array<std::string_view, 3> straight_languages = {"zh", "ja", "ko"};  // they write their own marks

const Quotes* quotes_for(std::string_view language) {
    std::string_view tag = language.substr(0, std::min(language.find('-'), language.size()));
    if (std::find(straight_languages.begin(), straight_languages.end(), tag) != straight_languages.end()) {
        return nullptr;
    }
    auto found = std::find_if(quote_table.begin(), quote_table.end(), [&](const Quotes& row) { return row.language == tag; });
    return found != quote_table.end() ? &*found : quote_table.data();
}

char32_t last_of(std::string_view text) {
    std::size_t last = text.size() - 1;
    while (last > 0 && (static_cast<unsigned char>(text[last]) & 0xC0U) == 0x80) {
        --last;
    }
    return next_code_point(text, last);
}

struct Smartener {
    const Quotes* quotes;  // null: the language writes its own marks, or the author does
    char32_t before = ' ';
    bool in_single = false;

    // Whether the mark that `rest` begins with stands before a word. What closes in one language opens in another.
    bool opens(std::string_view rest) const {
        bool word_ends = rest.size() > 1 && std::string_view(" .,;:!?)").find(rest[1]) != std::string_view::npos && !is_space(before);
        return !word_ends &&
               (is_space(before) || before == '(' || before == '[' || before == '{' || before == U'—' || before == U'–' || before == '/' ||
                before == U'¿' || before == U'¡' || before == last_of(quotes->open) || before == last_of(quotes->open_single));
    }

    void text(std::string& text) {
        std::string result;
        std::vector<AddressInText> addresses = quotes != nullptr ? addresses_in(text) : std::vector<AddressInText>();
        auto address = addresses.begin();
        for (std::size_t at = 0; at < text.size();) {
            if (address != addresses.end() && at == address->begin) {
                result += restore_text(text.substr(at, address->end - at));
                at = address->end;
                before = 'x';
                ++address;
                continue;
            }
            std::string_view mark;
            std::size_t size = replacement(std::string_view(text).substr(at), mark);
            if (size != 0) {
                result += mark;
                at += size;
                before = last_of(mark);
                continue;
            }
            std::size_t begin = at;
            before = next_code_point(text, at);
            result.append(text, begin, at - begin);
        }
        text = std::move(result);
    }

    // How many bytes of `rest` the mark stands for; 0: none.
    std::size_t replacement(std::string_view rest, std::string_view& mark) {
        if (rest[0] == double_quote_mark || rest[0] == single_quote_mark) {
            mark = rest[0] == double_quote_mark ? "\"" : "'";
            return 2;
        }
        if (quotes == nullptr) {
            return 0;
        }
        switch (rest[0]) {
            case '"':
                mark = opens(rest) ? quotes->open : quotes->close;
                return 1;
            case '\'':
                mark = single(rest);
                return 1;
            case '.':
                mark = "…";
                return rest.starts_with("...") && !rest.starts_with("....") && before != '.' ? 3 : 0;
            case '-':
                return dash(rest, mark);
            default:
                return 0;
        }
    }

    // An apostrophe within a word, before digits (’30s), or after a word where no quotation is open; else a quotation mark.
    std::string_view single(std::string_view rest) {
        bool before_digit = rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9';
        if (opens(rest)) {
            in_single = in_single || !before_digit;
            return before_digit ? std::string_view("’") : quotes->open_single;
        }
        std::size_t at = 1;
        bool within_word = rest.size() > 1 && (is_letter(before) || is_digit(before)) && is_letter(next_code_point(rest, at));
        return within_word || !std::exchange(in_single, false) ? std::string_view("’") : quotes->close_single;
    }

    // `--help` is what a program is told; a dash that opens `--as it were--` is closed behind a word.
    bool is_option(std::string_view rest) const {
        auto is_name = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
        bool opens = is_space(before) || before == '(' || before == '[' || before == '/' ||
                     (quotes != nullptr && (before == last_of(quotes->open) || before == last_of(quotes->open_single)));
        if (!opens || rest.size() < 4 || !rest.starts_with("--") || rest[2] < 'a' || rest[2] > 'z') {
            return false;
        }
        std::size_t end = static_cast<std::size_t>(std::find_if_not(rest.begin() + 2, rest.end(), is_name) - rest.begin());
        std::size_t closing = rest.find("--", 2);
        bool closed =
            closing != std::string_view::npos && rest[closing - 1] != ' ' && (closing + 2 >= rest.size() || !is_name(rest[closing + 2]));
        return end > 3 && !closed;
    }

    std::size_t dash(std::string_view rest, std::string_view& mark) const {
        if (before == '-' || rest.starts_with("----") || is_option(rest)) {
            return 0;
        }
        mark = rest.starts_with("---") ? "—" : "–";
        return rest.starts_with("---") ? 3 : rest.starts_with("--") ? 2 : 0;
    }

    // An address that is its own text stays as it is.
    void link(Link& link) {
        auto* text = link.children.size() == 1 ? std::get_if<Text>(&link.children.front().kind) : nullptr;
        if (text == nullptr || (text->text != link.destination && "mailto:" + text->text != link.destination)) {
            return run(link.children);
        }
        before = 'x';
    }

    void run(Inlines& inlines) {
        for (Inline& node : inlines) {
            std::visit(Cases{
                           [&](Text& kind) {
                               if (!kind.text.starts_with(attributes_begin)) {
                                   text(kind.text);
                               }
                           },
                           [&](SoftBreak&) { before = ' '; },
                           [&](LineBreak&) { before = ' '; },
                           [&](Code& kind) {
                               kind.text = restore_text(std::move(kind.text));
                               before = 'x';
                           },
                           [&](Image&) { before = 'x'; },
                           [&](FootnoteReference&) {},
                           [&](Formula&) { before = 'x'; },
                           [&](Gap&) { before = 'x'; },
                           [&](Link& kind) { link(kind); },
                           [&](OneOf<Emphasis, Strong, Strikethrough, Styled, GlossaryReference> auto& kind) { run(kind.children); },
                       },
                       node.kind);
        }
    }
};

}  // namespace

void smarten(const ProseReader& reader, Inlines& run) {
    Smartener{reader.rules.smart_punctuation ? quotes_for(reader.language) : nullptr}.run(run);
}

}  // namespace hornbook
