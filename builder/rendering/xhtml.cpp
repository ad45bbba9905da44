#include "rendering/xhtml.h"

#include <algorithm>

#include "rendering/renderer.h"

namespace hornbook {

void mark_source(XmlWriter& xml, Place place, const Page& page) {
    if (page.sources != nullptr && place && place.file < page.sources->size()) {
        xml.attribute_of_next("data-source", (*page.sources)[place.file].path + ":" + std::to_string(place.line));
    }
}

Place place_of(const Inlines& inlines) {
    auto first = std::find_if(inlines.begin(), inlines.end(), [](const Inline& one) { return bool(one.place); });
    return first != inlines.end() ? first->place : Place();
}

Place place_of(const Blocks& blocks) {
    auto first = std::find_if(blocks.begin(), blocks.end(), [](const Block& one) { return bool(one.place); });
    return first != blocks.end() ? first->place : Place();
}

void render_inlines(XmlWriter& xml, const Inlines& inlines, const Page& page) {
    Renderer(xml, page).inlines(inlines);
}

void render_inlines_without_links(XmlWriter& xml, const Inlines& inlines, const Page& page) {
    Renderer renderer(xml, page);
    renderer.without_links();
    renderer.inlines(inlines);
}

void render_blocks(XmlWriter& xml, const Blocks& blocks, const Page& page) {
    Renderer(xml, page).blocks(blocks);
}

std::string page_break_id(std::string_view label) {
    std::string id = "page-";
    for (char c : label) {
        bool digit = c >= '0' && c <= '9';
        id += digit ? std::string(1, c) : id.ends_with('-') ? "" : "-";
    }
    return id;
}

void render_word(XmlWriter& xml, std::string_view element, std::string_view css_class, std::string_view word) {
    xml.element(element, {{"class", css_class}}, word);
}

namespace {

void note_back(XmlWriter& xml, const Footnote& footnote, const Page& page) {
    if (footnote.references.empty()) {  // referred to on the answers page alone
        return;
    }
    xml.open("p", {{"class", "note-back"}});
    for (const std::string& reference : footnote.references) {
        xml.element("a", {{"href", "#" + reference}, {"role", "doc-backlink"}}, page.book.words.back_to_text);
        xml.text(" ");
    }
    xml.close();
}

}  // namespace

void render_footnotes(XmlWriter& xml, const Page& page) {
    const Chapter& chapter = page.book.chapters[page.chapter];
    std::vector<const Footnote*> notes(chapter.footnotes.size() + 1);
    std::size_t count = 0;
    for (const Footnote& footnote : chapter.footnotes) {
        if (footnote.number != 0 && footnote.number < notes.size()) {
            notes[footnote.number] = &footnote;
            ++count;
        }
    }
    if (count == 0) {
        return;
    }
    xml.open("section", {{"class", "notes"}, {"epub:type", "footnotes"}, {"aria-labelledby", "hb-notes"}});
    xml.element("h2", {{"id", "hb-notes"}}, page.book.words.notes);
    for (const Footnote* footnote : notes) {
        if (footnote == nullptr) {
            continue;
        }
        xml.line_break();
        mark_source(xml, footnote->place, page);
        xml.open("div", {{"class", "note"}, {"epub:type", "footnote"}, {"role", "doc-footnote"}, {"id", footnote->id}});
        mark_source(xml, place_of(footnote->blocks), page);
        xml.open("p");
        xml.element("span", {{"class", "note-number"}}, std::to_string(footnote->number) + ".");
        xml.text(" ");
        auto rest = footnote->blocks.begin();
        if (const auto* first = footnote->blocks.empty() ? nullptr : std::get_if<Paragraph>(&rest->kind)) {
            render_inlines(xml, first->text, page);
            ++rest;
        }
        xml.close();
        render_blocks(xml, Blocks(rest, footnote->blocks.end()), page);
        note_back(xml, *footnote, page);
        xml.close();
    }
    xml.close();
    xml.line_break();
}

}  // namespace hornbook
