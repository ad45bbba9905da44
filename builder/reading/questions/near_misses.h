// Near misses: lines of a quiz that are not written as Hornbook reads them, although it is plain what they were meant to be. Each
// is told once, with the line as it should stand, and the question is read as if it stood there: nothing else goes wrong by it.
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
std::span<const Habit> bullet_habits();    // choices of which nobody can see which is right

struct NearMiss {
    std::string fault;      // of all rows that fit
    std::string corrected;  // the line, at the margin
};

// What stands behind `- ` or a sign like it; the whole line where there is none.
std::string_view without_bullet(std::string_view line);
// Without full-width spaces at its ends either.
std::string_view trim_wide(std::string_view text);
// A line that bears a box. With `loosely` also `( )` at its beginning, which prose may have.
std::optional<NearMiss> near_choice(std::string_view line, bool loosely);
// By the first row that fits.
std::optional<NearMiss> near_miss(std::span<const Habit> habits, std::string_view line);

}  // namespace hornbook
