// Processing (responseProcessing): the rules by which a platform marks an answer as Hornbook does, and chooses feedback.
#pragma once

#include <set>

#include "model/quiz.h"
#include "xml/writer.h"

namespace hornbook {

inline constexpr const char* general_feedback_name = "general";
inline constexpr const char* hint_feedback_name = "hint";

// feedback: the identifiers of feedback that can be shown.
void write_processing(XmlWriter& xml, const Question& question, const std::set<std::string>& feedback, const std::string& language);

}  // namespace hornbook
