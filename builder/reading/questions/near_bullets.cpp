// Near bullets: choices without boxes, a list in a question that has choices, or has nothing else that answers it.
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/signs_of_right.h"

namespace hornbook {
namespace {

// The size in bytes of a letter before a choice, `A. `, `b) `, `(c) `, with `*` before the right one; 0: there is none.
std::size_t letter_mark(std::string_view line) {
    std::size_t at = line.starts_with('*') || line.starts_with('(') ? 1 : 0;
    bool letter = at + 2 < line.size() && is_ascii_letter(line[at]) && (line[at + 1] == '.' || line[at + 1] == ')') && line[at + 2] == ' ';
    return letter ? at + 2 : 0;
}

// The text behind a bullet or a letter; empty: the line begins with neither.
std::string_view behind_mark(std::string_view line) {
    std::string_view text = without_bullet(line);
    return text.size() != line.size() ? text : line.substr(letter_mark(line) != 0 ? letter_mark(line) : line.size());
}

std::string mend_sign_of_right(std::string_view line) {
    std::optional<SignOfRight> sign = sign_of_right(behind_mark(line));
    bool plain =
        sign && (sign->kind == SignOfRight::Kind::word || sign->kind == SignOfRight::Kind::tick || sign->kind == SignOfRight::Kind::star);
    return plain ? (sign->right ? "- [x] " : "- [ ] ") + sign->rest : "";
}

// Mends a choice in bold: `**B. Heat**`.
std::string mend_bold_letter(std::string_view line) {
    std::string_view inside = bold_words(line);
    std::size_t size = letter_mark(inside);
    return size != 0 && is_ascii_letter(inside[0]) ? "- [x] " + std::string(trim(inside.substr(size))) : "";
}

std::string mend_letter(std::string_view line) {
    std::size_t size = letter_mark(line);
    return size != 0 ? (line[0] == '*' ? "- [x] " : "- [ ] ") + std::string(trim(line.substr(size))) : "";
}

std::string mend_bullet(std::string_view line) {
    std::string_view text = without_bullet(line);
    return text.size() != line.size() && !text.empty() ? "- [ ] " + std::string(text) : "";
}

constexpr auto of_bullets = std::to_array<Habit>({
    {"- Heat ✓", "- [x] Heat", "a choice begins with a box, which says whether it is right", mend_sign_of_right},
    {"- Heat (wrong)", "- [ ] Heat", "a choice begins with a box, which says whether it is right", mend_sign_of_right},
    {"**B. Heat**", "- [x] Heat", "a choice begins with a box, not with a letter in bold", mend_bold_letter},
    {"B. Heat", "- [ ] Heat", "a choice begins with a box, not with a letter", mend_letter},
    {"- Heat", "- [ ] Heat", "a choice begins with a box", mend_bullet},
});

}  // namespace

std::span<const Habit> bullet_habits() {
    return of_bullets;
}

}  // namespace hornbook
