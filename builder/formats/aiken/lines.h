// Lines of Aiken: choices `B) …`, keys `ANSWER: B`, and the other forms in which programs and people write them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct AikenChoice {
    char letter;  // in capitals
    std::string_view text;
    bool is_proper;  // as Aiken has it; else `(A) …`, `- A) …`, `A.Paris`
    bool is_marked;  // with a star or in bold
};
std::optional<AikenChoice> aiken_choice(std::string_view line);

struct AikenKey {
    std::string_view value;
    bool is_plain;   // `ANSWER:`, in capitals or not
    bool is_proper;  // in capitals
};
std::optional<AikenKey> aiken_key(std::string_view line);
// The letters that the value of such a key names, in capitals, in its order. texts: the choices' words.
std::vector<char> letters_named(std::string_view value, const std::vector<std::string_view>& texts);

// A key that Aiken does not have: `FEEDBACK: …`, `EXPLANATION: …`.
struct AikenExtra {
    std::string_view key;  // "feedback", "hint", "marks"; empty: a question has no such key
    std::string_view seen;
    std::string_view value;
    bool in_capitals = false;
};
std::optional<AikenExtra> aiken_extra(std::string_view line);

}  // namespace hornbook
