// Flash cards to cut: the term on the front, its definition on the back.
#include <algorithm>

#include "base/text.h"
#include "outputs/handout/card_parts.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"
#include "rendering/entry_facts.h"

namespace hornbook {
namespace {

constexpr std::size_t cards_in_row = 2;

struct SheetCard {
    const Entry* entry;
    std::size_t part;  // from 1
    std::size_t parts;
    CardPart back;
};

std::vector<SheetCard> cards_of(const Glossary& glossary, const std::vector<std::size_t>& entries, bool large_print) {
    std::vector<SheetCard> cards;
    for (std::size_t index : entries) {
        std::vector<CardPart> parts = parts_for_cards(glossary.entries[index].definition, large_print);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            cards.push_back({&glossary.entries[index], i + 1, parts.size(), std::move(parts[i])});
        }
    }
    return cards;
}

std::string_view size_of_term(const std::string& term) {
    constexpr std::size_t usual = 40;
    constexpr std::size_t longer = 200;
    std::size_t width = display_width(term);
    return width <= usual ? "card-term" : width <= longer ? "card-term long" : "card-term longest";
}

class CardView {
public:
    CardView(XmlWriter& xml, const Settings& settings, const Page& page)
        : xml_(xml), page_(page), rows_(settings.flag("large_print") ? 2 : 4) {}

    void show(const std::vector<SheetCard>& cards) {
        std::size_t per_page = rows_ * cards_in_row;
        for (std::size_t first = 0; first < cards.size(); first += per_page) {
            std::size_t count = std::min(per_page, cards.size() - first);
            for (bool back : {false, true}) {
                xml_.open("div", {{"class", back ? "cards backs" : "cards fronts"}});
                for (std::size_t i = 0; i < count; ++i) {
                    show_card(cards[first + i], first + i + 1, i, back);
                }
                xml_.close();
                xml_.line_break();
            }
        }
    }

private:
    // Writes a card; on backs left and right are swapped, since the sheet is flipped on its long edge.
    void show_card(const SheetCard& card, std::size_t number, std::size_t place, bool back) {
        std::size_t column = back ? cards_in_row - 1 - place % cards_in_row : place % cards_in_row;
        std::string css_class = "card column-" + std::to_string(column + 1) + " row-" + std::to_string(place / cards_in_row + 1);
        xml_.open("div", {{"class", css_class}});
        xml_.element("span", {{"class", "card-number"}}, std::to_string(number));
        xml_.open("div", {{"class", "middle"}});
        xml_.open("div", {{"class", "inside"}});
        back ? show_back(card) : show_front(card);
        xml_.close();
        xml_.close();
        xml_.close();
        xml_.line_break();
    }

    void show_back(const SheetCard& card) {
        xml_.open("div", {{"class", "definition " + std::string(card.back.size)}});
        render_blocks(xml_, card.back.blocks, page_);
        xml_.close();
    }

    void show_front(const SheetCard& card) {
        const std::string& term = card.entry->term.text;
        xml_.element("p", {{"class", size_of_term(term)}}, term);
        std::string facts = entry_facts(*card.entry, page_.book.words);
        if (!facts.empty()) {
            xml_.element("p", {{"class", "entry-facts"}}, facts);
        }
        if (card.parts > 1) {
            xml_.element("p", {{"class", "card-part"}}, std::to_string(card.part) + " / " + std::to_string(card.parts));
        }
    }

    XmlWriter& xml_;
    const Page& page_;
    std::size_t rows_;
};

}  // namespace

std::string card_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries, Medium medium) {
    Paper paper = paper_for(settings, medium);
    Page page = sheet_page(book, no_index, paper);
    return sheet_document(book, settings, {"flash-cards", book.words.flash_cards, "", "", medium, [&](XmlWriter& xml) {
                                               CardView(xml, settings, page).show(cards_of(book.glossary, entries, paper.large_print));
                                           }});
}

}  // namespace hornbook
