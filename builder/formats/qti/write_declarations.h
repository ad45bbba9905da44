// Declarations: an item's responses, the right answers, and what each answer earns.
#pragma once

#include "model/quiz.h"
#include "xml/writer.h"

namespace hornbook {

void declare_responses(XmlWriter& xml, const Question& question, const std::string& language);
void declare_outcomes(XmlWriter& xml, const Question& question, bool with_feedback);

}  // namespace hornbook
