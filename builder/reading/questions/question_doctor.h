// Question doctor: tells what a question without an answer, a line behind its answers or an id in its heading was meant to be.
#pragma once

#include <string>
#include <string_view>

#include "reading/prose_reader.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/near_misses.h"

namespace hornbook {

// Reports that the question has no answer, or which of its lines are nearly answers.
void report_no_answer(ProseReader& reader, const QuestionDraft& draft);
// A line above the first answer that lacks the mark of its list; apart: an empty line is between the two.
struct MeantAbove {
    NearMiss miss;
    std::string_view or_else;  // end of the hint, behind the line to write
};
std::optional<MeantAbove> meant_above(const Line& line, std::span<const Habit> habits, bool apart);
// `**2. Rome**` behind the line `1. Paris`: the next line of an order, and no question.
bool goes_on_in_bold(std::string_view text, std::string_view last);
// Whether a line that begins so goes on with the feedback before it.
bool goes_on_in_words(char c);
bool begins_as_heading(std::string_view text);
// The hint on a line behind the answers that belongs to none of them.
std::string hint_on_stray(std::string_view line, const AnswerForm& form, std::string_view language);
// Reports `## Question {#id marks=10}`, as headings of other tools have it, or such a block on the line below, and takes it out.
void tell_keys_in_braces(ProseReader& reader, QuestionDraft& draft);

}  // namespace hornbook
