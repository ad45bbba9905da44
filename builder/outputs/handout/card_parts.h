// Card parts: the parts of a definition on the backs of its flash cards, and the size of their type.
#pragma once

#include <string_view>
#include <vector>

#include "model/prose.h"

namespace hornbook {

struct CardPart {
    std::string_view size;  // its class in styles/handout.css
    Blocks blocks;
};

// The parts of a definition, in order: one, in type that is smaller for a longer definition, or as many as hold a very long one.
std::vector<CardPart> parts_for_cards(const Blocks& definition, bool large_print);

}  // namespace hornbook
