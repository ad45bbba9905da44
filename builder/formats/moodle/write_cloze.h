// Gaps of Cloze, written.
#pragma once

#include <functional>
#include <string>

#include "formats/asked_blank.h"

namespace hornbook {

double whole_percent(double credit);  // Moodle 3 reads no other weights in gaps
// html_of: of an answer's feedback.
std::string cloze_gap(const AskedBlank& blank, std::size_t marks, const std::function<std::string(const Blocks&)>& html_of);

// HTML between gaps, in which nothing is a gap.
std::string cloze_text(std::string_view html);

}  // namespace hornbook
