// Names of Moodle XML that are read and written.
#pragma once

#include <array>
#include <string_view>

namespace hornbook::moodle_name {

inline constexpr std::string_view root = "quiz";
inline constexpr std::string_view place_of_files = "@@PLUGINFILE@@";  // of those beside a text

// Types of questions.
inline constexpr std::string_view category = "category";
inline constexpr std::string_view multichoice = "multichoice";
inline constexpr std::string_view truefalse = "truefalse";
inline constexpr std::string_view shortanswer = "shortanswer";
inline constexpr std::string_view numerical = "numerical";
inline constexpr std::string_view matching = "matching";
inline constexpr std::string_view ordering = "ordering";
inline constexpr std::string_view essay = "essay";
inline constexpr std::string_view cloze = "cloze";

// Texts of a question.
inline constexpr std::string_view question_text = "questiontext";
inline constexpr std::string_view general_feedback = "generalfeedback";
inline constexpr std::array<std::string_view, 3> overall_feedback = {"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"};
inline constexpr std::string_view marking_notes = "graderinfo";
inline constexpr std::string_view answer_at_first = "responsetemplate";

inline constexpr std::string_view marks = "defaultgrade";
inline constexpr std::string_view id = "idnumber";
inline constexpr std::string_view one_choice = "single";
inline constexpr std::string_view shuffled = "shuffleanswers";
inline constexpr std::string_view capitals_count = "usecase";
inline constexpr std::string_view rule_of_order = "gradingtype";
inline constexpr std::string_view field_lines = "responsefieldlines";

}  // namespace hornbook::moodle_name
