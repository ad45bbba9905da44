// The glossary on paper: a sheet to keep.
#include <algorithm>

#include "base/text.h"
#include "model/plain_text.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"

namespace hornbook {
namespace {

template <class List, class NameOf>
void show_names(XmlWriter& xml, const std::string& word, const List& list, const Words& words, const NameOf& name_of) {
    std::vector<std::string> names;
    std::transform(list.begin(), list.end(), std::back_inserter(names), name_of);
    if (!names.empty()) {
        xml.element("p", {{"class", "entry-names"}}, fill_in(word, join(names, words.list_comma)));
    }
}

void show_entry(XmlWriter& xml, const Entry& entry, const Page& page) {
    const Words& words = page.book.words;
    xml.open("div", {{"class", "entry"}});
    xml.element("h2", {}, entry.term.text);
    std::string facts = facts_of(entry, words);
    if (!facts.empty()) {
        xml.element("p", {{"class", "entry-facts"}}, facts);
    }
    render_blocks(xml, entry.definition, page);
    show_names(xml, words.also_called, entry.also, words, [](const Name& name) { return name.text; });
    show_names(xml, words.see_also, entry.see, words, [](const SeeAlso& see) { return see.name.text; });
    xml.close();
    xml.line_break();
}

}  // namespace

std::string facts_of(const Entry& entry, const Words& words) {
    std::vector<std::string> facts;
    if (!entry.kind.empty()) {
        facts.push_back(entry.kind);
    }
    if (!entry.say.empty()) {
        facts.push_back(fill_in(words.say, entry.say));
    }
    return join(facts, "; ");
}

std::string glossary_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries) {
    Paper paper;
    paper.large_print = settings.flag("large_print");
    Page page = sheet_page(book, no_index, paper);
    std::string title = book.glossary.title.empty() ? book.words.glossary : plain_text(book.glossary.title);
    return sheet_document(book, settings, {"glossary", title, "", "", false, [&](XmlWriter& xml) {
                                               xml.element("h1", {}, title);
                                               xml.line_break();
                                               xml.open("div", {{"class", "entries"}});
                                               for (std::size_t entry : entries) {
                                                   show_entry(xml, book.glossary.entries[entry], page);
                                               }
                                               xml.close();
                                           }});
}

}  // namespace hornbook
