#include "reading/forms/inline_forms.h"

#include <algorithm>

#include "base/limits.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "reading/forms/footnotes.h"
#include "reading/forms/formulas.h"
#include "reading/forms/marks.h"

namespace hornbook {
namespace {

bool has_forms(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        return text != nullptr && (text->text.find_first_of("\x03\x05\x06\x07\x0E\x10\x11\x12\x1B[") != std::string::npos ||
                                   text->text.find("~~") != std::string::npos);
    });
}

Place within(Place place, std::size_t offset, std::size_t length) {
    place.column += static_cast<std::uint32_t>(offset);
    place.length = static_cast<std::uint32_t>(length);
    return place;
}

constexpr std::size_t longest_near_address = 300;

// Cuts the text at footnote references, gaps and `~~`; the last become Text nodes of their own.
class Cutter {
public:
    Cutter(ProseReader& reader, Inlines& result) : reader_(reader), result_(result) {}

    void cut(const std::string& text, Place place) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text.size();) {
            std::size_t size = form_at(text, at);
            if (size == 0) {
                ++at;
                continue;
            }
            add_text(text.substr(begin, at - begin), within(place, begin, at - begin));
            add_form(text.substr(at, size), within(place, at, size));
            begin = at = at + size;
        }
        add_text(text.substr(begin), within(place, begin, text.size() - begin));
    }

private:
    static std::size_t form_at(const std::string& text, std::size_t at) {
        if (std::size_t end = past_formula(text, at); end != at) {
            return end - at;
        }
        if (text[at] == gap_begin) {
            return text.find_first_not_of(gap_fill, at + 1) == std::string::npos ? text.size() - at
                                                                                 : text.find_first_not_of(gap_fill, at + 1) - at;
        }
        if (text.compare(at, 2, "[\x03") == 0) {
            std::size_t end = text.find(']', at);
            return end == std::string::npos ? 0 : end + 1 - at;
        }
        bool strike = text.compare(at, 2, "~~") == 0 && text.compare(at, 3, "~~~") != 0 && (at == 0 || text[at - 1] != '~');
        return strike ? 2 : 0;
    }

    void add_text(std::string text, Place place) {
        if (!text.empty()) {
            warn_of_near_terms(text, place);
            warn_of_near_links(text, place);
            result_.push_back({Text{restore_but_quotes(std::move(text))}, place});
        }
    }

    void add_form(const std::string& text, Place place) {
        if (past_formula(text, 0) != 0) {
            result_.push_back({formula_from(text), place_of_words(restore_text(text), place)});
        } else if (text == "~~") {
            result_.push_back({Text{text}, place});
        } else if (text[0] == gap_begin) {
            result_.push_back({Gap{}, place});
        } else {
            FootnoteReference reference;
            reference.footnote = footnote_named(reader_, text.substr(2, text.size() - 3));
            reader_.footnote_uses.emplace_back(reference.footnote, place);
            result_.push_back({std::move(reference), place});
        }
    }

    // Escapes and entities before them move a text's columns: the words are looked for in their line.
    Place place_of_words(const std::string& words, Place place) const {
        std::string_view first = std::string_view(words).substr(0, words.find('\n'));
        std::string_view line = reader_.source().line(place.line);
        std::size_t found =
            line.substr(std::min<std::size_t>(place.column - 1, line.size())).starts_with(first) ? place.column - 1 : line.find(first);
        if (place.column != 0 && found != std::string_view::npos) {
            place.column = static_cast<std::uint32_t>(found + 1);
            place.length = static_cast<std::uint32_t>(first.size());
        }
        return place;
    }

    // `[text](my notes.md)` is no link, since its address has a space.
    void warn_of_near_links(const std::string& text, Place place) {
        for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
            std::size_t begin = at + 2;
            std::string address = text.substr(begin, std::min(text.find_first_of(")]", begin), begin + longest_near_address) - begin);
            bool closed = text.compare(begin + address.size(), 1, ")") == 0;
            std::size_t dot = std::min(address.rfind('.'), address.size());
            bool is_path = address.find('/') != std::string::npos || (dot < address.size() && address.find(' ', dot) == std::string::npos);
            if (!closed || !is_path || address.find(' ') == std::string::npos || trim(address).size() != address.size()) {
                continue;
            }
            reader_.diagnostics.add(Mistake::nearly_a_link, place_of_words(address, within(place, begin, address.size())),
                                    "this address has a space, so what stands here is shown as text",
                                    "put it in angle brackets: `(<" + restore_text(address) + ">)`");
        }
    }

    // [word] alone is text; a hint when it nearly names a glossary entry.
    void warn_of_near_terms(const std::string& text, Place place) {
        for (std::size_t begin = text.find('['); begin != std::string::npos && !reader_.labels.empty(); begin = text.find('[', begin + 1)) {
            std::size_t end = text.find_first_of("[]", begin + 1);
            if (end == std::string::npos || text[end] != ']' || end - begin < 5 || end - begin > 60) {
                continue;
            }
            reader_.suggestions += reader_.labels.size();
            if (reader_.suggestions > limits::suggestions) {
                return;
            }
            std::string word = restore_text(text.substr(begin + 1, end - begin - 1));
            std::vector<std::string_view> labels;
            for (const auto& [label, entry] : reader_.labels) {
                labels.push_back(label);
            }
            std::string_view near = nearest(word, labels);
            if (!near.empty() && fold_case(word) != near) {
                reader_.diagnostics.add(Mistake::unknown_term, within(place, begin, end + 1 - begin),
                                        "`[" + word + "]` is no term of the glossary",
                                        "did you mean `[" + std::string(near) + "]`? Write `\\[" + word + "]` to keep the brackets");
            }
        }
    }

    ProseReader& reader_;
    Inlines& result_;
};

bool is_strike(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return text != nullptr && text->text == "~~";
}

bool begins_with_space(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && (text->text.empty() || text->text.front() == ' '));
}

bool ends_with_space(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && (text->text.empty() || text->text.back() == ' '));
}

// ~~struck out~~: the marks touch the words between them.
Inlines strike(Inlines inlines) {
    Inlines result;
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        bool opens =
            is_strike(inlines[at]) && at + 1 < inlines.size() && !begins_with_space(inlines[at + 1]) && !is_strike(inlines[at + 1]);
        std::size_t close = at + 1;
        while (opens && close < inlines.size() && !(is_strike(inlines[close]) && !ends_with_space(inlines[close - 1]))) {
            ++close;
        }
        if (!opens || close >= inlines.size()) {
            result.push_back(std::move(inlines[at]));
            if (opens) {  // nothing closes this one, so nothing closes a later one either
                std::move(inlines.begin() + static_cast<std::ptrdiff_t>(at) + 1, inlines.end(), std::back_inserter(result));
                break;
            }
            continue;
        }
        auto begin = inlines.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        auto end = inlines.begin() + static_cast<std::ptrdiff_t>(close);
        Place place = inlines[at].place;
        result.push_back({Strikethrough{Inlines(std::make_move_iterator(begin), std::make_move_iterator(end))}, place});
        at = close;
    }
    return result;
}

}  // namespace

Inlines apply_inline_forms(ProseReader& reader, Inlines inlines) {
    if (!has_forms(inlines)) {
        return inlines;
    }
    join_formulas(inlines);
    Inlines cut;
    Cutter cutter(reader, cut);
    for (Inline& node : inlines) {
        if (auto* text = std::get_if<Text>(&node.kind)) {
            cutter.cut(text->text, node.place);
        } else {
            cut.push_back(std::move(node));
        }
    }
    return std::any_of(cut.begin(), cut.end(), is_strike) ? strike(std::move(cut)) : cut;
}

}  // namespace hornbook
