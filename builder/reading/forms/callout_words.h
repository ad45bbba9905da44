// Words of callouts: Hornbook's own and those of other tools, one list for `> [!NOTE]`, `::: note`, `!!! note` and ```{note}.
#pragma once

#include <string>
#include <string_view>

#include "model/prose.h"

namespace hornbook {

struct CalloutWord {
    std::string_view word;
    CalloutKind kind = CalloutKind::note;
    bool names_itself = false;  // where it has no title, its word is the title: the book has no word of its own for it
    bool folded = false;        // it opens at a tap
};

// Without regard to case; "callout-note" is "note". Null: there is none.
const CalloutWord* find_callout_word(std::string_view word);
std::string_view nearest_callout_word(std::string_view word);  // Hornbook's own alone; empty: none is near
std::string titled(std::string_view word);                     // "question" -> "Question"
decltype(Block::kind) callout_of(const CalloutWord& word, Inlines title, Blocks blocks);

}  // namespace hornbook
