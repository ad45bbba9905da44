// Settings of Moodle's questions.
#pragma once

#include <array>

#include "formats/bank_settings.h"

namespace hornbook::moodle {

// Of a question that is read: whatever says something there and is read nowhere else.
void note_settings(const BankReader& reader, const XmlNode& question, BankSettings& settings);
inline constexpr auto settings_in_words = std::to_array<SettingInWords>({{"penalty", "marks taken off for further tries"}});

}  // namespace hornbook::moodle
