// Mark phrases: what papers print for what a question is worth: `3 marks`, `Punkte: 2,5`, `total: 1½ pts`, `2 points each`.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

struct MarkPhrase {
    std::string number;  // as `marks:` takes it; empty: it is no such phrase, or its number is not plain
    bool is_phrase = false;
    bool is_each = false;   // worth of one gap or pair, of how many it does not say
    bool is_total = false;  // it says itself that it is the whole
    bool is_sure = false;   // its unit means nothing else; points are of teams and lines, too
};
// The whole text. language: of the chapter; some units are words of one alone.
MarkPhrase mark_phrase(std::string_view text, std::string_view language);
// `1½`, `1/2`, `0.5`: in plain form, `0.5`; what has none stays as it is.
std::string plain_number_of_marks(std::string_view text);

}  // namespace hornbook
