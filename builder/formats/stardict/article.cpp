#include "formats/stardict/article.h"

#include "base/text.h"
#include "formats/stardict/lookup.h"
#include "model/walk.h"
#include "rendering/entry_facts.h"
#include "rendering/fragment.h"

namespace hornbook {
namespace {

// The address of an entry, not encoded, since KOReader does not decode it.
std::string address_of(const Entry& entry) {
    return "bword://" + headword(entry);
}

// The definition for the small HTML viewers of dictionaries: terms lead to their entries, formulas are shown as typed.
Blocks for_dictionary(const Book& book, Blocks definition) {
    walk_inlines(definition, [&](Inline& node) {
        if (auto* formula = std::get_if<Formula>(&node.kind)) {
            formula->mathml.clear();
        } else if (auto* reference = std::get_if<GlossaryReference>(&node.kind)) {
            Link link;
            link.target = {Target::Reach::outside, address_of(book.glossary.entries[reference->entry]), no_index, {}};
            link.children = std::move(reference->children);
            node.kind = std::move(link);
        }
    });
    return definition;
}

std::string line(const std::string& words, const char* element) {
    XmlWriter xml;
    xml.open("p");
    xml.element(element, {}, words);
    xml.close();
    return words.empty() ? "" : xml.take();
}

std::string escaped(const std::string& words) {
    XmlWriter xml;
    xml.text(words);
    return xml.take();
}

// The names of related entries, each a link to its entry.
std::string linked_names(const Book& book, const Entry& entry) {
    std::vector<std::string> links;
    for (const SeeAlso& see : entry.see) {
        XmlWriter xml;
        if (see.entry == no_index) {
            xml.text(see.name.text);
        } else {
            xml.element("a", {{"href", address_of(book.glossary.entries[see.entry])}}, see.name.text);
        }
        links.push_back(xml.take());
    }
    return links.empty() ? "" : "<p>" + fill_in(escaped(book.words.see_also), join(links, escaped(book.words.list_comma))) + "</p>";
}

}  // namespace

std::string headword(const Entry& entry) {
    return shortened(normalise(entry.term.text));
}

std::string article(const Book& book, const Entry& entry) {
    FragmentForm form{[&](std::size_t picture) { return book.pictures[picture].name; }, plain_html()};
    std::string html = line(entry_facts(entry, book.words), "i");
    html += fragment(book, no_index, for_dictionary(book, entry.definition), form);
    html += line(other_names(entry, book.words), "small");
    html += linked_names(book, entry);
    bool rtl = is_right_to_left(book.metadata.language);
    return rtl ? "<div dir=\"rtl\" lang=\"" + book.metadata.language + "\">" + html + "</div>" : html;
}

}  // namespace hornbook
