// Bank settings: settings that a book has no place for, such as time limits: noted at their places, reported once a bank.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bank_reader.h"

namespace hornbook {

using BankSettings = std::vector<LeftOut>;

// Names of settings that are reported in words of their own.
inline constexpr std::string_view setting_tags = "tags";
inline constexpr std::string_view setting_hidden = "hidden";

void note_setting(BankSettings& settings, std::string_view name, Place place);
std::string value_of_setting(const XmlNode& node);  // a number without the zeros at its end

// A setting of a format and what it is about, in words.
struct SettingInWords {
    std::string_view name;
    std::string_view words;
};
using SettingsInWords = std::span<const SettingInWords>;
void tell_settings(BankReader& reader, const BankSettings& settings, SettingsInWords in_words);

}  // namespace hornbook
