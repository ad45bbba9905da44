// Settings of a bank that a book has no place for, such as limits of time: noted where they stand, told once a bank.
#pragma once

#include "formats/bank_reader.h"

namespace hornbook {

using BankSettings = std::vector<LeftOut>;

void note_setting(BankSettings& settings, std::string_view name, Place place);
// Of a question of Moodle's that is read: whatever says something there and is read nowhere else.
void note_moodle_settings(const BankReader& reader, const XmlNode& question, BankSettings& settings);
// Of a whole document of QTI, 1.2 or newer.
void note_qti_settings(const BankReader& reader, const XmlNode& node, BankSettings& settings);
void tell_settings(BankReader& reader, const BankSettings& settings);

}  // namespace hornbook
