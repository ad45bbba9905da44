// Settings of tests and items of QTI, 1.2 as well, and of Canvas beside them.
#pragma once

#include <array>

#include "formats/bank_settings.h"

namespace hornbook::qti {

void note_settings(const BankReader& reader, const XmlNode& node, BankSettings& settings);  // of a whole document
inline constexpr auto settings_in_words =
    std::to_array<SettingInWords>({{"adaptive", "items that change with the answers"},
                                   {"allowed_attempts", "numbers of tries"},
                                   {"branchRule", "rules of what comes next"},
                                   {"cc_maxattempts", "numbers of tries"},
                                   {"duration", "limits of time"},
                                   {"itemSessionControl", "how often and with what help items are answered"},
                                   {"outcomeProcessing", "how a whole test is marked"},
                                   {"preCondition", "rules of what is asked"},
                                   {"qmd_timelimit", "limits of time"},
                                   {"selection", "how many of the questions are asked"},
                                   {"testFeedback", "feedback on a whole test"},
                                   {"timeLimits", "limits of time"},
                                   {"time_limit", "limits of time"},
                                   {"weight", "weights of items in a test"}});

}  // namespace hornbook::qti
