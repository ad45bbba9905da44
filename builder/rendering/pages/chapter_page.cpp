#include "model/plain_text.h"
#include "model/walk.h"
#include "rendering/pages/pages.h"
#include "rendering/pages/plan.h"

namespace hornbook {
namespace {

// Writes the target of glossary links in this chapter: in the same file, after the text, short and with epub:type footnote, so that reading
// systems pop it up. Not an <aside>, which those that show it in a window take out of the text, leaving the heading above with nothing
// below.
void key_term(XmlWriter& xml, const Entry& entry, const Page& page) {
    const Words& words = page.book.words;
    mark_source(xml, entry.place, page);
    xml.open("div", {{"class", "key-term"}, {"epub:type", "footnote"}, {"role", "doc-footnote"}, {"id", entry.id}});
    mark_source(xml, place_of(entry.definition), page);
    xml.open("p");
    xml.element("dfn", {}, entry.term.text);
    if (!entry.say.empty()) {
        xml.text(" ");
        xml.element("span", {{"class", "say"}}, "(" + fill_in(words.say, entry.say) + ")");
    }
    xml.text(": ");
    auto rest = entry.definition.begin();
    if (const auto* first = entry.definition.empty() ? nullptr : std::get_if<Paragraph>(&rest->kind)) {  // saves a line on a small screen
        render_inlines(xml, first->text, page);
        ++rest;
    }
    xml.close();
    render_blocks(xml, Blocks(rest, entry.definition.end()), page);
    xml.open("p", {{"class", "note-back"}});
    xml.element("a", {{"href", "#r-" + entry.id.substr(2)}, {"role", "doc-backlink"}}, words.back_to_text);
    xml.text(" · ");
    xml.element("a", {{"href", page.glossary_href(entry.id)}}, words.in_glossary);
    xml.close();
    xml.close();
    xml.line_break();
}

// The blocks at which a printed page begins, with its label. Blocks are counted as PageStart has them.
std::map<const Block*, std::string> page_breaks(const Chapter& chapter) {
    std::map<const Block*, std::string> breaks;
    std::size_t number = 0;
    auto next = chapter.page_starts.begin();
    walk_blocks(chapter.blocks, [&](const Block& block) {
        if (next != chapter.page_starts.end() && next->block == number) {
            breaks.emplace(&block, next->label);
            ++next;
        }
        ++number;
    });
    return breaks;
}

}  // namespace

void chapter_page(XmlWriter& xml, const PagedBook& paged, std::size_t index) {
    const Book& book = paged.book;
    const Chapter& chapter = book.chapters[index];
    Page page = prose_page(paged, index, true);
    page.block_marks = page_breaks(chapter);
    xml.open("section", {{"class", "chapter"}, {"epub:type", "chapter"}, {"role", "doc-chapter"}, {"aria-labelledby", "hb-title"}});
    mark_source(xml, chapter.place, page);
    xml.open("h1", {{"id", "hb-title"}});
    render_inlines(xml, chapter.title, page);
    xml.close();
    xml.line_break();
    if (chapter.for_teachers) {
        render_word(xml, "p", "for-teachers", book.words.teacher);
    }
    render_blocks(xml, chapter.blocks, page);
    if (!chapter.key_terms.empty()) {
        Page beside = prose_page(paged, index, false);
        std::string language = chapter.language.empty() ? "" : book.metadata.language;  // the glossary speaks the book's
        std::string direction = language.empty() ? "" : is_right_to_left(language) ? "rtl" : "ltr";
        xml.open(
            "section",
            {{"class", "key-terms"}, {"aria-labelledby", "hb-key-terms"}, {"lang", language}, {"xml:lang", language}, {"dir", direction}});
        xml.element("h2", {{"id", "hb-key-terms"}}, book.words.key_terms);
        xml.line_break();
        for (std::size_t entry : chapter.key_terms) {
            key_term(xml, book.glossary.entries[entry], beside);
        }
        xml.close();
        xml.line_break();
    }
    render_footnotes(xml, page);
    xml.close();
}

}  // namespace hornbook
