// Signs of right and wrong that authors put beside the words of a choice: `Rome (correct)`, `Oslo ✗`, `Kyiv <- right answer`, `Rome *`.
// Pupils would read the key in them.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

struct SignOfRight {
    enum class Kind {
        word,   // in brackets or behind an arrow
        loose,  // a word behind a dash or a colon, which may be the choice's own
        tick,
        star,  // or `(x)`: of what is right
    };
    Kind kind;
    bool right;        // else it says wrong
    std::string seen;  // as written
    std::string rest;  // the words without it, never empty
};
// The one at the end of the text, or else at its beginning.
std::optional<SignOfRight> sign_of_right(std::string_view text);
// Where the whole text is bold, underlined or highlighted: what is in it; else empty.
std::string_view bold_words(std::string_view text);

// How many letters the last word has, a letter of a script without spaces counting as two.
std::size_t letters_at_end(std::string_view text);

// A choice as it is written: its line of words, and whether its box is ticked.
struct WrittenChoice {
    std::string_view text;
    bool right = false;
    Place place;
    std::string before;  // what stands before the words in the corrected line, "- [x] "
};
// Tells the signs that would show pupils the key. What may be the choices' own, such as a sign that all of them bear, is left.
void tell_signs_of_right(ProseReader& reader, std::string_view question, std::span<const WrittenChoice> choices);

}  // namespace hornbook
