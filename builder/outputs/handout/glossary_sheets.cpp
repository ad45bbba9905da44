// The glossary on paper: a sheet to keep, and flash cards to cut.
#include <algorithm>

#include "base/text.h"
#include "model/plain_text.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"

namespace hornbook {
namespace {

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

// ---- cards ----

constexpr std::size_t columns = 2;

struct CardText {
    std::string size;  // its class
    Blocks blocks;
};

// What fits on a back: the smaller the longer, and a longer one still is cut at a word, with a sign that it goes on in the glossary.
CardText text_for_card(const Entry& entry, bool large_print) {
    struct Step {
        std::size_t width;
        const char* size;
    };
    constexpr Step steps[] = {{130, "few"}, {300, "some"}, {520, "many"}};
    std::size_t width = display_width(plain_text(entry.definition));
    for (const Step& step : steps) {
        if (width <= step.width && !large_print) {
            return {step.size, entry.definition};
        }
    }
    std::size_t room = large_print ? 280 : 750;
    if (width <= room) {
        return {"most", entry.definition};
    }
    std::string text = plain_text(entry.definition);
    std::string kept;
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size() && display_width(kept) < room;) {
        std::size_t begin = at;
        char32_t c = next_code_point(text, at);
        if (is_space(c) || is_unspaced_script(c)) {
            end = begin;
        }
        kept.append(text, begin, at - begin);
    }
    return {"most", {{Paragraph{{{Text{text.substr(0, end) + " …"}, {}}}}, {}}}};
}

class CardView {
public:
    CardView(XmlWriter& xml, const Settings& settings, const Page& page)
        : xml_(xml), page_(page), rows_(settings.flag("large_print") ? 2 : 4), large_print_(settings.flag("large_print")) {}

    void show(const std::vector<std::size_t>& entries) {
        std::size_t per_page = rows_ * columns;
        for (std::size_t first = 0; first < entries.size(); first += per_page) {
            std::size_t count = std::min(per_page, entries.size() - first);
            for (bool back : {false, true}) {
                xml_.open("div", {{"class", back ? "cards backs" : "cards fronts"}});
                for (std::size_t i = 0; i < count; ++i) {
                    show_card(page_.book.glossary.entries[entries[first + i]], first + i + 1, i, back);
                }
                xml_.close();
                xml_.line_break();
            }
        }
    }

private:
    // A sheet flipped on its long edge swaps left and right.
    void show_card(const Entry& entry, std::size_t number, std::size_t place, bool back) {
        std::size_t column = back ? columns - 1 - place % columns : place % columns;
        std::string css_class = "card column-" + std::to_string(column + 1) + " row-" + std::to_string(place / columns + 1);
        xml_.open("div", {{"class", css_class}});
        xml_.element("span", {{"class", "card-number"}}, std::to_string(number));
        xml_.open("div", {{"class", "middle"}});
        xml_.open("div", {{"class", "inside"}});
        if (back) {
            CardText text = text_for_card(entry, large_print_);
            xml_.open("div", {{"class", "definition " + text.size}});
            render_blocks(xml_, text.blocks, page_);
            xml_.close();
        } else {
            xml_.element("p", {{"class", display_width(entry.term.text) > 40 ? "card-term long" : "card-term"}}, entry.term.text);
            std::string facts = facts_of(entry, page_.book.words);
            if (!facts.empty()) {
                xml_.element("p", {{"class", "entry-facts"}}, facts);
            }
        }
        xml_.close();
        xml_.close();
        xml_.close();
        xml_.line_break();
    }

    XmlWriter& xml_;
    const Page& page_;
    std::size_t rows_;
    bool large_print_;
};

}  // namespace

std::string glossary_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries) {
    Paper paper;
    Page page = sheet_page(book, no_index, paper);
    std::string title = book.glossary.title.empty() ? book.words.glossary : plain_text(book.glossary.title);
    return sheet_document(book, settings, {"glossary", title, "", "", [&](XmlWriter& xml) {
                                               xml.element("h1", {}, title);
                                               xml.line_break();
                                               xml.open("div", {{"class", "entries"}});
                                               for (std::size_t entry : entries) {
                                                   show_entry(xml, book.glossary.entries[entry], page);
                                               }
                                               xml.close();
                                           }});
}

std::string card_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries) {
    Paper paper;
    Page page = sheet_page(book, no_index, paper);
    return sheet_document(book, settings, {"flash-cards", book.words.flash_cards, "", "", [&](XmlWriter& xml) {
                                               CardView(xml, settings, page).show(entries);
                                           }});
}

}  // namespace hornbook
