#include "formats/words_alone.h"

#include <utility>

namespace hornbook {

Inlines in_language_of(const Division& division, Inlines words) {
    if (words.empty() || (division.language.empty() && division.direction.empty())) {
        return words;
    }
    Place place = words.front().place;
    return {{Styled{"span", division.language, division.direction, {}, {}, std::move(words)}, place}};
}

std::optional<Inlines> words_alone(Blocks& blocks) {
    Inlines result;
    for (Block& block : blocks) {
        Inlines words;
        if (auto* paragraph = std::get_if<Paragraph>(&block.kind)) {
            words = std::move(paragraph->text);
        } else if (auto* figure = std::get_if<Figure>(&block.kind); figure != nullptr && figure->caption.empty()) {
            words = words_alone(figure->blocks).value_or(Inlines());
        } else if (auto* division = std::get_if<Division>(&block.kind)) {
            std::optional<Inlines> inside = words_alone(division->blocks);
            if (!inside) {
                return std::nullopt;
            }
            words = in_language_of(*division, std::move(*inside));
        } else {
            return std::nullopt;
        }
        if (!result.empty()) {
            result.push_back({LineBreak{}, block.place});
        }
        std::move(words.begin(), words.end(), std::back_inserter(result));
    }
    return result;
}

}  // namespace hornbook
