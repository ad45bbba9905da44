// Near misses: lines of a quiz that are not written as Hornbook reads them, although it is plain what they were meant to be. Each is
// reported once, with the line as it should be written, and the question is read as if it were, so that no further mistakes follow.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "reading/habit.h"

namespace hornbook {

std::span<const Habit> choice_habits();    // `- [x] Text`; several of them may be in one line
std::span<const Habit> pair_habits();      // `- left -> right`
std::span<const Habit> order_habits();     // `1. item`
std::span<const Habit> accepted_habits();  // `= answer`
std::span<const Habit> gap_habits();       // `[[answer]]`, in a whole heading
std::span<const Habit> question_habits();  // `## Question`
std::span<const Habit> bullet_habits();    // choices without boxes, of which nobody can see which is right

struct NearMiss {
    std::string fault;      // of all rows that fit
    std::string corrected;  // the line, at the margin
};

// The text behind `- ` or a sign like it; the whole line where there is none.
std::string_view without_bullet(std::string_view line);
// The text without white space at its ends, full-width spaces included.
std::string_view trim_wide(std::string_view text);
// The correction of a line with a box that is nearly a choice; none: it is not. loosely: `( )` at the beginning counts too, which prose may
// have.
std::optional<NearMiss> near_choice(std::string_view line, bool loosely);
// The correction by the first row that fits; none: no row does.
std::optional<NearMiss> near_miss(std::span<const Habit> habits, std::string_view line);

}  // namespace hornbook
