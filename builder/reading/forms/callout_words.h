// Callout words: Hornbook's own and those of other tools, one list for `> [!NOTE]`, `::: note`, `!!! note` and ```{note}.
#pragma once

#include <string>
#include <string_view>

#include "model/prose.h"

namespace hornbook {

struct CalloutWord {
    std::string_view word;
    CalloutKind kind = CalloutKind::note;
    bool names_itself = false;  // a callout without a title is titled by its word, since the book has no word of its own for it
    bool folded = false;        // it opens at a tap
};

// The row of a word, whatever its case; "callout-note" is "note". Null: there is none.
const CalloutWord* find_callout_word(std::string_view word);
std::string_view nearest_callout_word(std::string_view word);  // the nearest of Hornbook's own; empty: none is near
std::string titled(std::string_view word);                     // "question" -> "Question"
std::string title_of_word(std::string_view word);              // "VOCABULARY", "read-this" -> "Vocabulary", "Read this"
decltype(Block::kind) callout_of(const CalloutWord& word, Inlines title, Blocks blocks);

}  // namespace hornbook
