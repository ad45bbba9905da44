// SVG faults that make a picture unfit as a whole: entities that XML does not know, and shapes that repeat one another without end.
#pragma once

#include <string>
#include <string_view>

namespace tinyxml2 {
class XMLElement;
}

namespace hornbook::svg {

// Each returns words for the author, or empty where nothing is wrong.
std::string problem_of_entities(std::string_view text);
std::string problem_of_repeats(const tinyxml2::XMLElement& root);

}  // namespace hornbook::svg
