// Prose on paper: no link leads anywhere, notes and terms are at the foot of the page, addresses are shown.
#include <algorithm>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "model/walk.h"
#include "rendering/renderer.h"
#include "rendering/table_width.h"

namespace hornbook {
namespace {

// Whether a link's address must be shown, since its text is not the address already.
bool shows_address(const Link& link) {
    std::string text = plain_text(link.children);
    return !text.empty() && (link.target.url == text || link.target.url.ends_with("//" + text) ||
                             link.target.url.ends_with("//" + text + "/") || link.target.url == "mailto:" + text);
}

// Whether the table is one row of names above rows without spans, so that it can be shown as a list.
bool is_list_of_rows(const Table& table) {
    constexpr std::size_t many = 6;
    auto is_whole = [](const Cell& cell) { return cell.columns == 1 && cell.rows == 1; };
    auto fits = [&](const std::vector<Cell>& row) {
        return row.size() <= table.head.front().size() && std::all_of(row.begin(), row.end(), is_whole);
    };
    return table.head.size() == 1 && table.head.front().size() >= many && !table.body.empty() && fits(table.head.front()) &&
           std::all_of(table.body.begin(), table.body.end(), fits);
}

bool is_latin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Whether somebody who looks for `said` at the foot of the page would not find `term` there; "delegate" is found for "delegates".
bool is_other_name(std::string_view said, std::string_view term) {
    constexpr std::size_t stem = 4;
    std::string one = fold_case(said);
    std::string other = fold_case(term);
    std::size_t same = 0;
    for (std::size_t end = 0, there = 0;
         end < one.size() && there < other.size() && next_code_point(one, end) == next_code_point(other, there);) {
        same = end;
    }
    return display_width(one.substr(0, same)) < std::min(stem, display_width(one)) && one.find(other) == std::string::npos;
}

}  // namespace

bool Renderer::is_first_on_paper(const std::string& id) {
    return !in_note_ && page_.paper->explained.insert(id).second;
}

void Renderer::lines(const Inlines& inlines) {
    bool was_in_lines = std::exchange(in_lines_, true);
    this->inlines(inlines);
    in_lines_ = was_in_lines;
}

// Writes each word in an element of its own, and each character of a script without spaces, since a line may begin with any. Within text
// from right to left, words in Latin letters stay together, or each would be on the wrong side of the one before.
void Renderer::words_on_paper(std::string_view text) {
    bool right_to_left = is_right_to_left(language());
    std::size_t begin = 0;
    auto flush = [&](std::size_t end) {
        if (end > begin) {
            xml_.element("span", {{"class", "word"}}, text.substr(begin, end - begin));
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t here = at;
        char32_t c = next_code_point(text, at);
        if (is_space(c) && !(right_to_left && here > 0 && at < text.size() && is_latin(text[here - 1]) && is_latin(text[at]))) {
            flush(here);
            xml_.text(text.substr(here, at - here));
            begin = at;
        } else if (is_unspaced_script(c)) {
            flush(here);
            begin = here;
        }
    }
    flush(text.size());
}

void Renderer::link_on_paper(const Link& link) {
    inlines(link.children);
    if (link.target.reach == Target::Reach::outside && !shows_address(link)) {
        xml_.element("span", {{"class", "address"}}, printed(" (" + link.target.url + ")"));
    }
}

// The text with places for a break in very long words, since the engine does not divide a word that begins within a line.
std::string Renderer::printed(std::string_view text) const {
    constexpr std::size_t longest = 30;
    constexpr std::size_t piece = 10;
    if (page_.paper == nullptr || page_.paper->plain || text.size() <= longest) {
        return std::string(text);
    }
    std::string result;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find(' ', begin), text.size());
        std::string_view word = text.substr(begin, end - begin);
        bool divided = count_code_points(word) > longest;
        for (std::size_t at = 0, count = 0; at < word.size();) {
            std::size_t here = at;
            next_code_point(word, at);
            std::string_view character = word.substr(here, at - here);
            if (divided && count >= piece && display_width(character) > 0) {  // a mark stays with its letter
                result += "\u200b";
                count = 0;
            }
            ++count;
            result += character;
        }
        result += text.substr(end, 1);
        begin = end + 1;
    }
    return result;
}

// Whether a note goes to the end of the print: a browser sets none at the foot of a page, and the engine of pages sets a note on one page,
// above its upper edge if there is no room for a very long one.
bool Renderer::goes_to_the_end(const std::string& name, const Blocks& blocks) const {
    std::size_t most = page_.paper->large_print ? 500 : 2000;
    bool goes = page_.paper->notes_at_end || (!page_.paper->plain && display_width(plain_text(blocks)) > most);
    if (goes) {
        page_.paper->at_end.push_back({name, &blocks});
    }
    return goes;
}

// Writes each row as a list of its cells, for type so large that a column would be a few letters wide; returns whether it did.
bool Renderer::table_as_list(const Table& table) {
    bool large = page_.paper != nullptr && page_.paper->large_print;
    if (!large || fit_of(table, true).empty() || !is_list_of_rows(table)) {
        return false;
    }
    if (!table.caption.empty()) {
        xml_.open("p");
        wrap("b", table.caption);
        xml_.close();
    }
    for (const auto& row : table.body) {
        xml_.open("ul", {{"class", "row"}});
        for (std::size_t i = 0; i < row.size(); ++i) {
            xml_.open("li");
            xml_.open("b");
            phrases(table.head.front()[i].blocks);
            xml_.close();
            xml_.text(": ");
            tight_blocks(row[i].blocks);
            xml_.close();
        }
        xml_.close();
    }
    return true;
}

// Writes a note: the outer element bears the call, the inner one the note, since WeasyPrint 57 styles a call like its note's parent.
void Renderer::note(std::string_view css_class, const std::string& number, const std::function<void()>& words) {
    bool plain = page_.paper->plain;
    if (plain) {
        xml_.text(" [");
    } else {
        xml_.open("span", {{"class", std::string(css_class) + "-call"}, {"data-number", number}});
        xml_.open("span", {{"class", css_class}, {"data-number", number}});
    }
    bool was_in_note = std::exchange(in_note_, true);
    words();
    in_note_ = was_in_note;
    if (plain) {
        xml_.text("]");
    } else {
        xml_.close();
        xml_.close();
    }
}

void Renderer::footnote_on_paper(const FootnoteReference& reference) {
    const Footnote& footnote = page_.book.chapters[page_.chapter].footnotes[reference.footnote];
    std::string number = std::to_string(footnote.number);
    if (!is_first_on_paper(footnote.id)) {
        return xml_.element("sup", {{"class", "note-again"}}, number);
    }
    if (goes_to_the_end(number + ".", footnote.blocks)) {
        return xml_.element("sup", {{"class", "note-again"}}, number);
    }
    note("footnote", number, [&] { phrases(footnote.blocks); });
}

void Renderer::term_on_paper(const GlossaryReference& reference) {
    const Entry& entry = page_.book.glossary.entries[reference.entry];
    bool explained = page_.paper->explains_terms && !entry.definition.empty() && is_first_on_paper(entry.id);
    if (!explained) {
        return inlines(reference.children);
    }
    xml_.open("b", {{"class", "term"}});
    inlines(reference.children);
    xml_.close();
    if (goes_to_the_end(entry.term.text, entry.definition)) {
        return;
    }
    note("term-note", "", [&] {
        std::string said = plain_text(reference.children);
        if (is_other_name(said, entry.term.text)) {
            const std::string& see = page_.book.words.see_entry;
            std::size_t name = std::min(see.find("{}"), see.size());
            xml_.element("b", {}, printed(said));
            xml_.text(": " + see.substr(0, name));
            xml_.element("b", {}, printed(entry.term.text));
            xml_.text(see.substr(std::min(name + 2, see.size())) + " – ");
        } else {
            xml_.element("b", {}, printed(entry.term.text));
            xml_.text(": ");
        }
        phrases({entry.definition.front()});  // the rest is for the glossary
    });
}

void Renderer::phrases(const Blocks& blocks) {
    for (const Block& each : blocks) {
        bool first = &each == blocks.data();
        if (!first) {
            xml_.open("span", {{"class", "line"}});
        }
        phrase(each);
        if (!first) {
            xml_.close();
        }
    }
}

void Renderer::phrase(const Block& block) {
    std::visit(Cases{
                   [&](const Paragraph& kind) { inlines(kind.text); },
                   [&](const Heading& kind) { wrap("b", kind.text); },
                   [&](const Quotation& kind) { phrases(kind.blocks); },
                   [&](const List& kind) {
                       int number = kind.start;
                       for (const ListItem& item : kind.items) {
                           xml_.open("span", {{"class", "line"}});
                           xml_.text(kind.ordered ? std::to_string(number++) + ". " : "– ");
                           phrases(item.blocks);
                           xml_.close();
                       }
                   },
                   [&](const CodeBlock& kind) { code(kind.text); },
                   [&](const Rule&) {},
                   [&](const Figure& kind) {
                       phrases(kind.blocks);
                       xml_.text(" ");
                       inlines(kind.caption);
                   },
                   [&](const Details& kind) {
                       inlines(kind.summary);
                       phrases(kind.blocks);
                   },
                   [&](const Division& kind) { phrases(kind.blocks); },
                   [&](const QuizHere&) {},
                   [&](const OneOf<Table, DefinitionList, Callout, Timeline> auto&) {
                       walk_runs(Blocks{block}, [&](const Inlines& run) {
                           inlines(run);
                           xml_.text(" ");
                       });
                   },
               },
               block.kind);
}

void render_notes_at_end(XmlWriter& xml, const Page& page) {
    for (std::size_t i = 0; i < page.paper->at_end.size(); ++i) {  // notes have notes of their own
        if (i == 0) {
            xml.element("h2", {}, page.book.words.notes);
        }
        Paper::Note note = page.paper->at_end[i];
        xml.open("div", {{"class", "note-at-end"}});
        xml.open("p", {{"class", "label"}});
        xml.element("b", {}, note.name);
        xml.close();
        render_blocks(xml, *note.blocks, page);
        xml.close();
        xml.line_break();
    }
}

void render_phrases(XmlWriter& xml, const Blocks& blocks, const Page& page) {
    Renderer(xml, page).phrases(blocks);
}

}  // namespace hornbook
