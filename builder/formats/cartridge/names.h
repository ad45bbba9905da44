// Names of QTI 1.2 in cartridges that are read and written.
#pragma once

namespace hornbook::cartridge_name {

// Labels of fields of metadata.
inline constexpr const char* profile = "cc_profile";
inline constexpr const char* weighting = "cc_weighting";

// Profiles, one for each form of item.
inline constexpr const char* multiple_choice = "cc.multiple_choice";
inline constexpr const char* multiple_response = "cc.multiple_response";
inline constexpr const char* true_false = "cc.true_false";
inline constexpr const char* fill_in_blank = "cc.fib";
inline constexpr const char* essay = "cc.essay";
inline constexpr const char* version = ".v0p1";  // behind each of them

// Feedback with an element of its own.
inline constexpr const char* hint = "hint";
inline constexpr const char* solution = "solution";

}  // namespace hornbook::cartridge_name
