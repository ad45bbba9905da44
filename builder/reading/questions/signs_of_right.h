// Signs of right: words and signs for right and wrong that authors put beside a choice, where pupils would read the key: `Rome (correct)`,
// `Oslo ✗`, `Kyiv <- right answer`, `Rome *`.
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
// The sign at the end of the text, or else at its beginning; none: there is none.
std::optional<SignOfRight> sign_of_right(std::string_view text);
// The words of a text that is bold, underlined or highlighted as a whole; else empty.
std::string_view bold_words(std::string_view text);

// The number of letters in the last word; a letter of a script without spaces counts as two.
std::size_t letters_at_end(std::string_view text);

// A choice as it is written: its line of words, and whether its box is ticked.
struct WrittenChoice {
    std::string_view text;
    bool right = false;
    Place place;
    std::string before;  // the beginning of the corrected line, "- [x] "
};
// Reports the signs that would show pupils the key. Signs that may be the choices' own, such as one that all of them have, are left.
void tell_signs_of_right(ProseReader& reader, std::string_view question, std::span<const WrittenChoice> choices);

}  // namespace hornbook
