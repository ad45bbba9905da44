#include "outputs/handout/card_parts.h"

#include <algorithm>

#include "base/text.h"
#include "model/plain_text.h"
#include "model/walk.h"

namespace hornbook {
namespace {

// A size of type and how much of it a card holds, on the smaller paper. To look well, the larger sizes hold less than would fit.
struct Type {
    std::string_view size;
    double columns;  // in a line
    double lines;    // on a card
    double most;     // columns that it is used for
};
constexpr Type types[] = {{"few", 38, 8, 130}, {"some", 45, 9, 300}, {"many", 49, 10, 445}};
constexpr Type divided = {"many", 49, 10, 0};
constexpr Type large = {"large", 25, 12, 0};
constexpr double between_blocks = 0.3;

// The width of a text in columns; letters of some scripts are wider in the fonts that have them.
double width_of(std::string_view text) {
    constexpr double wider = 1.2;
    bool latin = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xCD; });
    return static_cast<double>(display_width(text)) * (latin ? 1 : wider);
}

// The lines that a text may need. Words are not divided unless they are longer than a line, so a line may be shorter by one word.
double lines_of(std::string_view text, const Type& type) {
    double lines = 0;
    for (std::string_view line : split(text, '\n')) {
        lines += std::max(1.0, width_of(line) / (type.columns - 3) + (width_of(line) > type.columns ? 0.4 : 0));
    }
    return lines;
}

double lines_of(const Block& block, const Type& type) {
    constexpr double picture = 7;
    double lines = lines_of(plain_text(Blocks{block}), type) + between_blocks;
    walk_inlines(Blocks{block}, [&](const Inline& node) { lines += std::holds_alternative<Image>(node.kind) ? picture : 0; });
    return lines;
}

double lines_of(const Blocks& blocks, const Type& type) {
    double lines = 0;
    for (const Block& block : blocks) {
        lines += lines_of(block, type);
    }
    return lines;
}

// ---- dividing ----

// The end of the text that fits on a card, at a space if there is one, and behind at least one character.
std::size_t end_of_card(std::string_view text, const Type& type) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t begin = at;
        char32_t c = next_code_point(text, at);
        if ((is_space(c) || is_unspaced_script(c)) && begin > 0) {
            if (lines_of(text.substr(0, begin), type) + between_blocks > type.lines) {
                break;
            }
            end = begin;
        }
    }
    if (lines_of(text, type) + between_blocks <= type.lines) {
        return text.size();
    }
    for (std::size_t at = 0; end == 0 && at < text.size();) {  // one word longer than a card
        std::size_t begin = at;
        next_code_point(text, at);
        end = lines_of(text.substr(0, at), type) + between_blocks > type.lines ? std::max(begin, std::size_t{1}) : 0;
    }
    return end;
}

Block paragraph_of(std::string_view text) {
    return {Paragraph{{{Text{std::string(text)}, {}}}}, {}};
}

// Adds pieces of a block: a list is divided at its items, a text longer than a card at its words, without its markup.
void add_pieces(Blocks& pieces, const Block& block, const Type& type) {
    const auto* list = std::get_if<List>(&block.kind);
    if (lines_of(block, type) <= type.lines) {
        pieces.push_back(block);
    } else if (list != nullptr && list->items.size() > 1) {
        for (std::size_t i = 0; i < list->items.size(); ++i) {
            List one = *list;
            one.items = {list->items[i]};
            one.start = list->start + (list->reversed ? -static_cast<int>(i) : static_cast<int>(i));
            add_pieces(pieces, {one, block.place}, type);
        }
    } else {
        std::string text = plain_text(Blocks{block});
        for (std::string_view rest = trim(text); !rest.empty();) {
            std::size_t end = end_of_card(rest, type);
            pieces.push_back(paragraph_of(rest.substr(0, end)));
            rest = trim(rest.substr(end));
        }
    }
}

std::vector<CardPart> divide(const Blocks& definition, const Type& type) {
    Blocks pieces;
    std::for_each(definition.begin(), definition.end(), [&](const Block& block) { add_pieces(pieces, block, type); });
    std::vector<CardPart> parts;
    for (Block& piece : pieces) {
        if (parts.empty() || lines_of(parts.back().blocks, type) + lines_of(piece, type) > type.lines) {
            parts.push_back({type.size, {}});
        }
        parts.back().blocks.push_back(std::move(piece));
    }
    if (parts.empty()) {
        parts.push_back({type.size, {}});
    }
    return parts;
}

}  // namespace

std::vector<CardPart> parts_for_cards(const Blocks& definition, bool large_print) {
    if (large_print) {
        return divide(definition, large);
    }
    double width = width_of(plain_text(definition));
    for (const Type& type : types) {
        if (width <= type.most && lines_of(definition, type) <= type.lines) {
            return {{type.size, definition}};
        }
    }
    return divide(definition, divided);
}

}  // namespace hornbook
