// Package names: names in packages of questions and pages by 1EdTech's Content Packaging.
#pragma once

#include <string_view>

namespace hornbook {

inline constexpr std::string_view manifest_file = "imsmanifest.xml";
inline constexpr std::string_view manifest_root = "manifest";

// Types of resources; those of QTI begin alike, whatever their version.
inline constexpr std::string_view type_of_qti = "imsqti";
inline constexpr std::string_view type_of_qti1 = "imsqti_xmlv1p2";
inline constexpr std::string_view type_of_assessment = "imsqti_xmlv1p2/imscc_xmlv1p1/assessment";  // of a cartridge
inline constexpr std::string_view type_of_test = "imsqti_test_xmlv2p1";
inline constexpr std::string_view type_of_item = "imsqti_item_xmlv2p1";
inline constexpr std::string_view type_of_other_file = "webcontent";

inline constexpr std::string_view qti1_root = "questestinterop";
inline constexpr std::string_view place_in_cartridge = "$IMS-CC-FILEBASE$";  // of a file that a text names

}  // namespace hornbook
