// Mark phrases: words that examination papers print for the marks of a question: `3 marks`, `Punkte: 2,5`, `total: 1½ pts`, `2 points
// each`.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

struct MarkPhrase {
    std::string number;  // as `marks:` takes it; empty: the text is not such a phrase, or its number is not plain
    bool is_phrase = false;
    bool is_each = false;   // it is the worth of each gap or pair
    bool is_total = false;  // it says that it is the total
    bool is_sure = false;   // its unit can mean nothing else; teams have points, too
};
// The phrase that the whole text is. language: the chapter's, since some units are words of one language alone; any_language: of whichever.
inline constexpr std::string_view any_language = "*";
MarkPhrase mark_phrase(std::string_view text, std::string_view language);
// The plain form of a number, `0.5` for `½` and `1/2`; a text that has none stays as it is.
std::string plain_number_of_marks(std::string_view text);

}  // namespace hornbook
