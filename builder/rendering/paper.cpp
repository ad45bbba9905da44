// What is otherwise on paper: no link leads anywhere, notes and terms stand at the foot of the page, addresses are shown.
#include <algorithm>
#include <utility>

#include "base/cases.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "rendering/renderer.h"

namespace hornbook {
namespace {

// A link whose text is its address already says where it leads.
bool shows_address(const Link& link) {
    std::string text = plain_text(link.children);
    return !text.empty() && (link.target.url == text || link.target.url.ends_with("//" + text) ||
                             link.target.url.ends_with("//" + text + "/") || link.target.url == "mailto:" + text);
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

// Each word by itself, and each character of a script without spaces: a line may begin with any.
void Renderer::words_on_paper(std::string_view text) {
    std::size_t begin = 0;
    auto flush = [&](std::size_t end) {
        if (end > begin) {
            xml_.element("span", {{"class", "word"}}, text.substr(begin, end - begin));
        }
    };
    for (std::size_t at = 0; at < text.size();) {
        std::size_t here = at;
        char32_t c = next_code_point(text, at);
        if (is_space(c)) {
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
        xml_.element("span", {{"class", "address"}}, " (" + link.target.url + ")");
    }
}

// The outer element bears the call, the inner one the note: WeasyPrint 57 dresses a call as its note's parent.
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
    note("term-note", "", [&] {
        xml_.element("b", {}, entry.term.text);
        xml_.text(": ");
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
                   [&](const CodeBlock& kind) { xml_.element("code", {}, kind.text); },
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
                   [&](const auto&) { xml_.text(plain_text(Blocks{block})); },
               },
               block.kind);
}

void render_phrases(XmlWriter& xml, const Blocks& blocks, const Page& page) {
    Renderer(xml, page).phrases(blocks);
}

}  // namespace hornbook
