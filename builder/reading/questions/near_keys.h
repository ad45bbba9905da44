// Near keys: keys of a question as other programs call them, and Hornbook's own with a capital or a slip. Such a line stays text, which
// pupils see, so it is reported.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reading/prose_reader.h"

namespace hornbook {

struct NearKey {
    std::string_view seen;  // `points:`, of the line
    std::string hint;
};

std::optional<NearKey> near_key(std::string_view line);
// The key of ours that a word, in lower case, is or means; empty: none.
std::string_view key_meant_by(std::string_view word);

// What to write for a line behind the answers that begins as a key does in some language, `Hinweis: …`; empty: it does not. Such a line is
// never prose.
std::string hint_on_key_in_words(std::string_view line);

// A key's name in other programs, and what to write here.
struct OtherKey {
    std::string_view written;  // in lower case
    std::string_view meant;    // a key; empty: there is none
    bool with_capital;         // with a capital it is as plain: `Points: 2` is, but `Time: 1941` may be prose
};

std::span<const OtherKey> other_keys();

// Reports feedback that stands behind an answer on its own line, `Heat > Yes, it rises.`, and takes it off. before: the answer's mark.
void tell_feedback_in_line(ProseReader& reader, Line& line, std::string_view before);

}  // namespace hornbook
