#include "formats/qti/settings.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook::qti {
namespace {

// Whether the rules only sum the items' scores, as every test does.
bool is_plain_sum(const XmlNode& rules) {
    constexpr auto known = std::to_array<std::string_view>({"", "setOutcomeValue", "sum", "testVariables"});
    return std::all_of(rules.children.begin(), rules.children.end(), [&](const XmlNode& node) {
        return std::find(known.begin(), known.end(), node.name) != known.end() && is_plain_sum(node);
    });
}

// Whether session controls say more than the number of attempts, which a book ignores.
bool says_more(const XmlNode& control) {
    return std::any_of(control.attributes.begin(), control.attributes.end(), [](const auto& row) {
        return !(row.first == "maxAttempts" && row.second == "0") && !(row.first != "maxAttempts" && row.second == "true");
    });
}

// Whether it is a setting of QTI or Canvas. Canvas' <allowed_attempts> is none: -1 is no limit, and 1 its default.
bool is_qti_setting(const XmlNode& node) {
    constexpr auto always =
        std::to_array<std::string_view>({"branchRule", "duration", "preCondition", "selection", "testFeedback", "timeLimits", "weight"});
    std::string value = node.name == "allowed_attempts" || node.name == "time_limit" ? value_of_setting(node) : "";
    return (node.name == "itemSessionControl" && says_more(node)) || (node.name == "outcomeProcessing" && !is_plain_sum(node)) ||
           (!value.empty() && value != "-1" && !(value == "1" && node.name == "allowed_attempts")) ||
           std::find(always.begin(), always.end(), node.name) != always.end();
}

// The setting in a <qtimetadatafield> of QTI 1.2.
std::string_view setting_in_field(const XmlNode& field) {
    constexpr auto known = std::to_array<std::string_view>({"cc_maxattempts", "qmd_timelimit"});
    const XmlNode* label = field.child("fieldlabel");
    const XmlNode* entry = field.child("fieldentry");
    std::string name = label != nullptr ? std::string(trim(label->words())) : "";
    std::string value = entry != nullptr ? fold_case(trim(entry->words())) : "";
    const auto* row = std::find(known.begin(), known.end(), name);
    return row != known.end() && !value.empty() && value != "unlimited" && value != "0" ? *row : std::string_view();
}

}  // namespace

void note_settings(const BankReader& reader, const XmlNode& node, BankSettings& settings) {
    if (is_qti_setting(node)) {
        note_setting(settings, node.name, reader.place_of(node.place));
    }
    if (node.name == "assessmentItem" && node.attribute("adaptive") == "true") {
        note_setting(settings, "adaptive", reader.place_of(node.place));
    }
    if (std::string_view name = setting_in_field(node); node.name == "qtimetadatafield" && !name.empty()) {
        note_setting(settings, name, reader.place_of(node.place));
    }
    for (const XmlNode& child : node.children) {
        note_settings(reader, child, settings);
    }
}

}  // namespace hornbook::qti
