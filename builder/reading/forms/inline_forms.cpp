#include "reading/forms/inline_forms.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/text.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/forms/addresses.h"
#include "reading/forms/attribute_forms.h"
#include "reading/forms/disguise.h"
#include "reading/forms/disguise_marks.h"
#include "reading/forms/footnotes.h"
#include "reading/forms/formulas.h"
#include "reading/forms/near_addresses.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/vault_links.h"

namespace hornbook {
namespace {

bool has_forms(const Inlines& inlines) {
    return std::any_of(inlines.begin(), inlines.end(), [](const Inline& node) {
        const auto* text = std::get_if<Text>(&node.kind);
        return text != nullptr && std::any_of(text->text.begin(), text->text.end(), [](char c) {
                   bool control = static_cast<unsigned char>(c) < 0x20;
                   return control || std::string_view("[!@\\{:(%^~=|+").find(c) != std::string_view::npos;
               });
    });
}

Place narrowed(Place place, std::size_t offset, std::size_t length) {
    place.column += static_cast<std::uint32_t>(offset);
    place.length = static_cast<std::uint32_t>(length);
    return place;
}

constexpr std::size_t longest_near_address = 300;
constexpr std::string_view note_opening = "^\x04";
constexpr std::string_view note_closing = "\x08";

// Cutter of text at footnote references, gaps and `~~`; the last become Text nodes of their own.
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
            add_text(text.substr(begin, at - begin), narrowed(place, begin, at - begin));
            add_form(text.substr(at, size), narrowed(place, at, size));
            begin = at = at + size;
        }
        add_text(text.substr(begin), narrowed(place, begin, text.size() - begin));
    }

private:
    static std::size_t form_at(const std::string& text, std::size_t at) {
        if (std::size_t end = past_disguised(text, at); end != at) {
            return end - at;
        }
        if (text[at] == '!' && at + 1 < text.size() && text[at + 1] == vault_begin) {
            return past_disguised(text, at + 1) - at;
        }
        if (text[at] == gap_begin) {
            return text.find_first_not_of(gap_fill, at + 1) == std::string::npos ? text.size() - at
                                                                                 : text.find_first_not_of(gap_fill, at + 1) - at;
        }
        if (text.compare(at, 2, "[\x03") == 0) {
            std::size_t end = text.find(']', at);
            return end == std::string::npos ? 0 : end + 1 - at;
        }
        if (text[at] == note_end || text.compare(at, 2, note_opening) == 0) {
            return text[at] == note_end ? 1 : 2;
        }
        if (std::size_t size = script_size(text, at); size != 0) {
            return size;
        }
        bool pair = (text[at] == '~' || text[at] == '=') && at + 1 < text.size() && text[at + 1] == text[at];
        bool longer = pair && (text.compare(at + 2, 1, text, at, 1) == 0 || (at > 0 && text[at - 1] == text[at]));
        bool escaped = at > 0 && text[at - 1] == escape_mark;
        return pair && !longer && !escaped ? 2 : 0;
    }

    void add_text(std::string text, Place place) {
        if (!text.empty()) {
            warn_of_near_terms(text, place);
            warn_of_near_links(text, place);
            note_other_forms(text, place);
            std::string shown = restore_but_quotes(std::move(text));
            if (!shown.empty()) {  // else it was a comment
                result_.push_back({Text{std::move(shown)}, place});
            }
        }
    }

    void add_form(const std::string& text, Place place) {
        if (text[0] == attributes_begin) {
            result_.push_back({Text{text}, place_of_words(restore_text(text), place)});
        } else if (text[0] == vault_begin || text[0] == '!') {
            std::string words = restore_text(text);
            Place there = place_of_words(words, place);
            bool embedded = text[0] == '!';
            std::optional<Inline> found =
                vault_link(reader_, std::string_view(words).substr(embedded ? 3 : 2, words.size() - (embedded ? 5 : 4)), embedded, there);
            result_.push_back(found ? std::move(*found) : Inline{Text{words}, there});
        } else if (past_disguised(text, 0) != 0) {
            result_.push_back({formula_from(text), place_of_words(restore_text(text), place)});
        } else if (text == "~~" || text == "==" || text == note_opening || text[0] == note_end) {
            result_.push_back({Text{text}, place});
        } else if (text[0] == '~' || text[0] == '^') {
            Styled script;
            script.element = text[0] == '~' ? "sub" : "sup";
            script.children.push_back({Text{text.substr(1, text.size() - 2)}, narrowed(place, 1, text.size() - 2)});
            result_.push_back({std::move(script), place});
        } else if (text[0] == gap_begin) {
            result_.push_back({Gap{}, place});
        } else {
            FootnoteReference reference;
            reference.footnote = footnote_named(reader_, text.substr(2, text.size() - 3));
            reader_.found.footnote_uses.emplace_back(reference.footnote, place);
            result_.push_back({std::move(reference), place});
        }
    }

    // Notes forms of other tools in a text. An escaped one is not found in the source as it is here, and is meant as text.
    void note_other_forms(const std::string& text, Place place) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            OtherFormHere here = other_form_at(text, at);
            if (here.row == nullptr) {
                continue;
            }
            std::string words = restore_text(text.substr(at, here.size));
            bool backslash = here.row->form == OtherForm::bookdown_reference;
            if (std::optional<Place> there = stands_at(backslash ? "\\" + words : words, narrowed(place, at, here.size))) {
                note_other_form(reader_, here.row->form, words, *there);
            }
            at += here.size - 1;
        }
    }

    // The place where the source has the words as they are, nearby, since escapes and entities before them move columns; none: it has not.
    std::optional<Place> stands_at(const std::string& words, Place place) const {
        constexpr std::size_t near_bytes = 2000;
        std::string_view line = reader_.source().line(place.line);
        std::size_t from = std::min<std::size_t>(place.column - std::min(place.column, 4U), line.size());
        std::size_t found = line.substr(from, near_bytes + words.size()).find(words);
        if (place.line == 0 || found == std::string_view::npos || (from + found > 0 && line[from + found - 1] == '\\')) {
            return std::nullopt;
        }
        return Place{place.file, place.line, static_cast<std::uint32_t>(from + found + 1), static_cast<std::uint32_t>(words.size())};
    }

    // The place of words, searched for in their line, since escapes and entities before them move columns.
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

    // Warns of `[text](my notes.md)`, which is not a link, since its address has a space.
    void warn_of_near_links(const std::string& text, Place place) {
        for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
            std::size_t begin = at + 2;
            std::string address = text.substr(begin, std::min(text.find_first_of(")]", begin), begin + longest_near_address) - begin);
            bool closed = text.compare(begin + address.size(), 1, ")") == 0;
            std::size_t dot = std::min(address.rfind('.'), address.size());
            bool is_path = has_near_title(address, closes_picture(text, at)) || address.find('/') != std::string::npos ||
                           (dot < address.size() && address.find(' ', dot) == std::string::npos);
            if (!closed || !is_path || address.find(' ') == std::string::npos || trim(address).size() != address.size()) {
                continue;
            }
            reader_.diagnostics.add(Mistake::nearly_a_link, place_of_words(address, narrowed(place, begin, address.size())),
                                    "this address has a space, so this is shown as text", hint_on_near_address(restore_text(address)));
        }
    }

    // Warns of a [word], which is only text, where it nearly names a glossary entry.
    void warn_of_near_terms(const std::string& text, Place place) {
        for (std::size_t begin = text.find('['); begin != std::string::npos && !reader_.labels.empty(); begin = text.find('[', begin + 1)) {
            std::size_t end = text.find_first_of("[]", begin + 1);
            if (end == std::string::npos || text[end] != ']' || end - begin < 5 || end - begin > 60) {
                continue;
            }
            reader_.scratch.suggestions += reader_.labels.size();
            if (reader_.scratch.suggestions > limits::suggestions) {
                return;
            }
            std::string word = restore_text(text.substr(begin + 1, end - begin - 1));
            std::vector<std::string_view> labels;
            for (const auto& [label, entry] : reader_.labels) {
                labels.push_back(label);
            }
            std::string_view near = nearest(word, labels);
            if (!near.empty() && fold_case(word) != near) {
                reader_.diagnostics.add(Mistake::unknown_term, narrowed(place, begin, end + 1 - begin),
                                        "`[" + word + "]` is not a term of the glossary",
                                        "did you mean `[" + std::string(near) + "]`? Write `\\[" + word + "]` to keep the brackets");
            }
        }
    }

    ProseReader& reader_;
    Inlines& result_;
};

bool begins_with_space(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && (text->text.empty() || text->text.front() == ' '));
}

bool ends_at_space_or_break(const Inline& node) {
    const auto* text = std::get_if<Text>(&node.kind);
    return std::holds_alternative<SoftBreak>(node.kind) || (text != nullptr && (text->text.empty() || text->text.back() == ' '));
}

bool is_exactly(const Inline& node, std::string_view words) {
    const auto* text = std::get_if<Text>(&node.kind);
    return text != nullptr && text->text == words;
}

// Whether the marks are within a word of ASCII letters and so only signs, as in `a==b==c`.
bool is_within_word(const Inlines& inlines, std::size_t at, bool opens) {
    const Inline* beside = opens ? (at > 0 ? &inlines[at - 1] : nullptr) : (at + 1 < inlines.size() ? &inlines[at + 1] : nullptr);
    const auto* text = beside != nullptr ? std::get_if<Text>(&beside->kind) : nullptr;
    return is_exactly(inlines[at], "==") && text != nullptr && !text->text.empty() &&
           is_ascii_word(opens ? text->text.back() : text->text.front());
}

// Makes pairs of marks that touch the words between them: ~~struck out~~ and ==marked==.
Inlines pair_marks(Inlines inlines, std::string_view mark) {
    Inlines result;
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        bool opens = is_exactly(inlines[at], mark) && at + 1 < inlines.size() && !begins_with_space(inlines[at + 1]) &&
                     !is_exactly(inlines[at + 1], mark) && !is_within_word(inlines, at, true);
        std::size_t close = at + 1;
        while (
            opens && close < inlines.size() &&
            !(is_exactly(inlines[close], mark) && !ends_at_space_or_break(inlines[close - 1]) && !is_within_word(inlines, close, false))) {
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
        Inlines children(std::make_move_iterator(begin), std::make_move_iterator(end));
        if (mark == "==") {
            Styled marked;
            marked.element = "mark";
            marked.children = std::move(children);
            result.push_back({std::move(marked), place});
        } else {
            result.push_back({Strikethrough{pair_marks(std::move(children), "==")}, place});
        }
        at = close;
    }
    return result;
}

// The index of the sibling with the mark that closes the note opened at `at`; npos: none has.
std::size_t end_of_note(const Inlines& inlines, std::size_t at) {
    std::size_t depth = 0;
    for (std::size_t i = at; i < inlines.size(); ++i) {
        depth += is_exactly(inlines[i], note_opening) ? 1 : 0;
        depth -= is_exactly(inlines[i], note_closing) ? 1 : 0;
        if (depth == 0) {
            return i;
        }
    }
    return std::string::npos;
}

// Makes footnotes of ^[notes in their place].
Inlines take_notes(ProseReader& reader, Inlines inlines) {
    Inlines result;
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        bool opens = is_exactly(inlines[at], note_opening);
        std::size_t close = opens ? end_of_note(inlines, at) : std::string::npos;
        if (close == std::string::npos) {
            bool closes = is_exactly(inlines[at], note_closing);
            inlines[at].kind = opens ? Text{"^["} : closes ? Text{"]"} : std::move(inlines[at].kind);
            result.push_back(std::move(inlines[at]));
            continue;
        }
        auto begin = inlines.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        auto end = inlines.begin() + static_cast<std::ptrdiff_t>(close);
        Place place = inlines[at].place;
        Inlines words = take_notes(reader, Inlines(std::make_move_iterator(begin), std::make_move_iterator(end)));
        give_back_attributes(reader, words);
        smarten(reader, words);
        std::size_t index = inline_footnote(reader, {{Paragraph{std::move(words)}, place}}, place);
        result.push_back({FootnoteReference{index, {}}, place});
        at = close;
    }
    return result;
}

}  // namespace

std::size_t script_size(std::string_view text, std::size_t at) {
    constexpr std::string_view within_script = "+-.,()=";
    constexpr std::size_t longest_script = 30;
    auto is_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    char mark = text[at];
    char before = at > 0 ? text[at - 1] : ' ';
    if ((mark != '~' && mark != '^') ||
        !(is_word(before) || before == ')' || before == ']' || (static_cast<unsigned char>(before) & 0x80U) != 0)) {
        return 0;
    }
    std::size_t end = at + 1;
    bool only_words = true;
    while (end < text.size() && end - at < longest_script && text[end] != mark) {
        bool sign = within_script.find(text[end]) != std::string_view::npos || text.substr(end, 3) == "\u2212";
        only_words = only_words && !sign;
        if (!is_word(text[end]) && !sign) {
            return 0;
        }
        end += text.substr(end, 3) == "\u2212" ? 3 : 1;
    }
    char after = end + 1 < text.size() ? text[end + 1] : ' ';
    bool closed = end < text.size() && text[end] == mark && end > at + 1 && after != mark;
    bool goes_on = (is_digit(before) && is_digit(after)) || (is_word(after) && !only_words);
    return closed && !goes_on ? end + 1 - at : 0;
}

Inlines cut_inline_forms(ProseReader& reader, Inlines inlines) {
    if (!has_forms(inlines)) {
        return inlines;
    }
    join_forms(inlines);
    Inlines cut;
    cut.reserve(inlines.size());
    Cutter cutter(reader, cut);
    for (std::size_t i = 0; i < inlines.size(); ++i) {
        if (auto* text = std::get_if<Text>(&inlines[i].kind)) {
            bool before_code = i + 1 < inlines.size() && std::holds_alternative<Code>(inlines[i + 1].kind);
            cutter.cut(before_code ? text->text + nothing_mark : text->text, inlines[i].place);
        } else {
            cut.push_back(std::move(inlines[i]));
        }
    }
    return cut;
}

Inlines pair_inline_forms(ProseReader& reader, Inlines inlines) {
    auto has = [&](std::string_view mark) {
        return std::any_of(inlines.begin(), inlines.end(), [&](const Inline& node) { return is_exactly(node, mark); });
    };
    for (Inline& node : inlines) {
        if (auto* styled = std::get_if<Styled>(&node.kind)) {
            styled->children = pair_inline_forms(reader, std::move(styled->children));
        }
    }
    if (has(note_opening) || has(note_closing)) {
        inlines = take_notes(reader, std::move(inlines));
    }
    apply_attributes(reader, inlines);
    for (std::string_view mark : {"~~", "=="}) {
        if (has(mark)) {
            inlines = pair_marks(std::move(inlines), mark);
        }
    }
    return inlines;
}

}  // namespace hornbook
