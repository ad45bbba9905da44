// Smart punctuation by language: CommonMark's own smart option knows English only.
#include <algorithm>
#include <array>

#include "base/cases.h"
#include "base/text.h"
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

struct Smartener {
    const Quotes& quotes;
    char32_t before = ' ';

    bool opens() const {
        return is_space(before) || before == '(' || before == '[' || before == '{' || before == U'—' || before == U'–' || before == '/' ||
               before == U'“' || before == U'‘' || before == U'„' || before == U'«' || before == U'\u202F' || before == U'¿' ||
               before == U'¡';
    }

    void text(std::string& text) {
        std::string result;
        for (std::size_t at = 0; at < text.size();) {
            std::string_view mark;
            std::size_t size = replacement(text, at, mark);
            if (size != 0) {
                result += mark;
                at += size;
                std::size_t last = mark.size();
                while (last > 0 && (static_cast<unsigned char>(mark[last - 1]) & 0xC0) == 0x80) {
                    --last;
                }
                before = next_code_point(mark, --last);
                continue;
            }
            std::size_t begin = at;
            before = next_code_point(text, at);
            result.append(text, begin, at - begin);
        }
        text = std::move(result);
    }

    std::size_t replacement(std::string_view text, std::size_t at, std::string_view& mark) const {
        std::string_view rest = text.substr(at);
        switch (rest[0]) {
            case '"':
                mark = opens() ? quotes.open : quotes.close;
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

    // An apostrophe within or after a word, or before digits (’30s); else a quotation mark.
    std::string_view single(std::string_view rest) const {
        bool before_digit = rest.size() > 1 && rest[1] >= '0' && rest[1] <= '9';
        if (opens()) {
            return before_digit ? std::string_view("’") : quotes.open_single;
        }
        std::size_t at = 1;
        bool within_word = rest.size() > 1 && (is_letter(before) || is_digit(before)) && is_letter(next_code_point(rest, at));
        return within_word ? std::string_view("’") : quotes.close_single;
    }

    std::size_t dash(std::string_view rest, std::string_view& mark) const {
        if (before == '-' || rest.starts_with("----")) {
            return 0;
        }
        mark = rest.starts_with("---") ? "—" : "–";
        return rest.starts_with("---") ? 3 : rest.starts_with("--") ? 2 : 0;
    }

    void run(Inlines& inlines) {
        for (Inline& node : inlines) {
            std::visit(Cases{
                           [&](Text& kind) { text(kind.text); },
                           [&](SoftBreak&) { before = ' '; },
                           [&](LineBreak&) { before = ' '; },
                           [&](Code&) { before = 'x'; },
                           [&](Image&) { before = 'x'; },
                           [&](FootnoteReference&) {},
                           [&](Gap&) { before = 'x'; },
                           [&](auto& kind) { run(kind.children); },
                       },
                       node.kind);
        }
    }
};

}  // namespace

void smarten(Inlines& run, std::string_view language) {
    if (const Quotes* quotes = quotes_for(language)) {
        Smartener{*quotes}.run(run);
    }
}

}  // namespace hornbook
