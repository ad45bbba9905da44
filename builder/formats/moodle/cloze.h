// Cloze: Moodle's form of gaps in the text of a question: {1:SHORTANSWER:=rain#Yes~%50%snow}.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::moodle {

enum class GapKind { words, number, choice, several };

// A name of a kind of gap; of several names of one kind the first is written.
struct GapKindName {
    std::string_view name;
    GapKind kind;
    bool capitals_count = false;
};
const GapKindName* find_gap_kind(std::string_view name);  // null: none is called so
std::string_view name_of_gap_kind(GapKind kind);

// Text within a gap: Moodle decodes references once, and takes none of its own signs from them; signs get a backslash as well.
std::string cloze_escaped(std::string_view text);
std::string cloze_unescaped(std::string_view text);  // of backslashes alone

}  // namespace hornbook::moodle
