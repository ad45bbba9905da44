// Glossary sheets: the glossary on paper, to keep.
#include <algorithm>

#include "base/text.h"
#include "model/plain_text.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"
#include "rendering/entry_facts.h"

namespace hornbook {
namespace {

void show_names(XmlWriter& xml, const std::string& names) {
    if (!names.empty()) {
        xml.element("p", {{"class", "entry-names"}}, names);
    }
}

std::string see_also_names(const Entry& entry, const Words& words) {
    std::vector<std::string> names;
    for (const SeeAlso& see : entry.see) {
        names.push_back(see.name.text);
    }
    return names.empty() ? "" : fill_in(words.see_also, join(names, words.list_comma));
}

void show_entry(XmlWriter& xml, const Entry& entry, const Page& page) {
    const Words& words = page.book.words;
    xml.open("div", {{"class", "entry"}});
    xml.element("h2", {}, entry.term.text);
    std::string facts = entry_facts(entry, words);
    if (!facts.empty()) {
        xml.element("p", {{"class", "entry-facts"}}, facts);
    }
    render_blocks(xml, entry.definition, page);
    show_names(xml, other_names(entry, words));
    show_names(xml, see_also_names(entry, words));
    xml.close();
    xml.line_break();
}

}  // namespace

std::string glossary_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries, Medium medium) {
    Paper paper = paper_for(settings, medium);
    Page page = sheet_page(book, no_index, paper);
    std::string title = book.glossary.title.empty() ? book.words.glossary : plain_text(book.glossary.title);
    return sheet_document(book, settings, {"glossary", title, "", "", medium, [&](XmlWriter& xml) {
                                               xml.element("h1", {}, title);
                                               xml.line_break();
                                               render_blocks(xml, book.glossary.introduction, page);
                                               xml.open("div", {{"class", "entries"}});
                                               for (std::size_t entry : entries) {
                                                   show_entry(xml, book.glossary.entries[entry], page);
                                               }
                                               xml.close();
                                           }});
}

}  // namespace hornbook
