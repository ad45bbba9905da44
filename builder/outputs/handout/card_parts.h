// Card parts: what of a definition goes on the back of each of its flash cards, and in which type.
#pragma once

#include <string_view>
#include <vector>

#include "model/prose.h"

namespace hornbook {

struct CardPart {
    std::string_view size;  // its class in styles/handout.css
    Blocks blocks;
};

// One, in type that becomes smaller as the definition becomes longer, or as many as hold all of a definition that is longer still.
std::vector<CardPart> parts_for_cards(const Blocks& definition, bool large_print);

}  // namespace hornbook
