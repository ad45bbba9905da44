// Settings of Moodle's questions.
#pragma once

#include <array>

#include "formats/bank_settings.h"

namespace hornbook::moodle {

// Notes the settings of a question that say something and are read nowhere else.
void note_settings(const BankReader& reader, const XmlNode& question, BankSettings& settings);
inline constexpr auto settings_in_words = std::to_array<SettingInWords>({{"penalty", "marks taken off for further tries"}});

}  // namespace hornbook::moodle
