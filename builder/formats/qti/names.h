// QTI names: identifiers of an item's answers and variables, the same in its declarations, its body and its processing, written and read.
#pragma once

#include <string>
#include <vector>

#include "model/quiz.h"

namespace hornbook::qti_name {

inline constexpr const char* document = "http://www.imsglobal.org/xsd/imsqti_v2p1";  // namespace of its elements
inline constexpr const char* map_response = "map_response";                          // the standard's own rule of that name

// Variables of an item.
inline constexpr const char* score = "SCORE";
inline constexpr const char* most_score = "MAXSCORE";
inline constexpr const char* feedback = "FEEDBACK";
inline constexpr const char* response = "RESPONSE";

// Interactions.
inline constexpr const char* choice = "choiceInteraction";
inline constexpr const char* match = "matchInteraction";
inline constexpr const char* order = "orderInteraction";
inline constexpr const char* text_entry = "textEntryInteraction";
inline constexpr const char* extended_text = "extendedTextInteraction";

}  // namespace hornbook::qti_name

namespace hornbook {

inline constexpr double almost_whole = 0.99995;  // of the marks: three credits of 33.333 % are the whole, as builder/grading has it

std::string choice_name(std::size_t choice);
std::string left_name(std::size_t left);
std::string right_name(std::size_t shown);  // by the place at which it is shown: the author's order would be the key
std::string item_name(std::size_t shown);
std::string feedback_name(std::size_t blank, std::size_t accepted);

std::string plain_title(const Inlines& inlines);  // for an attribute; shortened where it is long

// The variables of a blank. One that takes a range of numbers and words too is bound to two, one for either (QTI 2.1, stringIdentifier).
struct BlankNames {
    std::string number;  // empty: no number is asked for
    std::string words;   // empty: no words are
};
BlankNames blank_names(const Fill& fill, std::size_t blank);

// Indices into the accepted answers, those that earn most first, since of several that match the best counts.
std::vector<std::size_t> best_first(const Blank& blank);

double marks_for(const Question& question, const Select& select, const Choice& choice);  // may be below 0 where several are chosen
double marks_for(const Question& question, const Fill& fill, const Accepted& accepted);

}  // namespace hornbook
