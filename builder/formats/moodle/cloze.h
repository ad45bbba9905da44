// Cloze: how a gap is written in the text of a question of Moodle's: {1:SHORTANSWER:=rain#Yes~%50%snow}.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::moodle {

enum class GapKind { words, number, choice, several };

// By each of its names, of which the first is written.
struct GapKindName {
    std::string_view name;
    GapKind kind;
    bool capitals_count = false;
};
const GapKindName* find_gap_kind(std::string_view name);  // null: none is called so
std::string_view name_of_gap_kind(GapKind kind);

// Text within a gap: Moodle decodes references once, and finds none of its own signs in them; a backslash stands before signs as well.
std::string cloze_escaped(std::string_view text);
std::string cloze_unescaped(std::string_view text);  // of backslashes alone

}  // namespace hornbook::moodle
