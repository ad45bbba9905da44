// What makes an SVG picture unfit as a whole: entities that XML does not know, and shapes that repeat one another without end.
#pragma once

#include <string>
#include <string_view>

namespace tinyxml2 {
class XMLElement;
}

namespace hornbook::svg {

// Both: empty when there is nothing wrong, else words for the author.
std::string problem_of_entities(std::string_view text);
std::string problem_of_repeats(const tinyxml2::XMLElement& root);

}  // namespace hornbook::svg
