#include "formats/moodle/cloze.h"

#include <algorithm>
#include <array>

namespace hornbook::moodle {
namespace {

constexpr std::array<GapKindName, 32> gap_kinds = {{{"SHORTANSWER", GapKind::words},
                                                    {"SA", GapKind::words},
                                                    {"MW", GapKind::words},
                                                    {"SHORTANSWER_C", GapKind::words, true},
                                                    {"SAC", GapKind::words, true},
                                                    {"MWC", GapKind::words, true},
                                                    {"NUMERICAL", GapKind::number},
                                                    {"NM", GapKind::number},
                                                    {"MULTICHOICE", GapKind::choice},
                                                    {"MULTICHOICE_V", GapKind::choice},
                                                    {"MULTICHOICE_H", GapKind::choice},
                                                    {"MULTICHOICE_S", GapKind::choice},
                                                    {"MULTICHOICE_VS", GapKind::choice},
                                                    {"MULTICHOICE_HS", GapKind::choice},
                                                    {"MC", GapKind::choice},
                                                    {"MCV", GapKind::choice},
                                                    {"MCH", GapKind::choice},
                                                    {"MCS", GapKind::choice},
                                                    {"MCVS", GapKind::choice},
                                                    {"MCHS", GapKind::choice},
                                                    {"MULTIRESPONSE", GapKind::several},
                                                    {"MULTIRESPONSE_V", GapKind::several},
                                                    {"MULTIRESPONSE_H", GapKind::several},
                                                    {"MULTIRESPONSE_S", GapKind::several},
                                                    {"MULTIRESPONSE_VS", GapKind::several},
                                                    {"MULTIRESPONSE_HS", GapKind::several},
                                                    {"MR", GapKind::several},
                                                    {"MRV", GapKind::several},
                                                    {"MRH", GapKind::several},
                                                    {"MRS", GapKind::several},
                                                    {"MRVS", GapKind::several},
                                                    {"MRHS", GapKind::several}}};

}  // namespace

const GapKindName* find_gap_kind(std::string_view name) {
    const auto* row = std::find_if(gap_kinds.begin(), gap_kinds.end(), [&](const GapKindName& each) { return each.name == name; });
    return row != gap_kinds.end() ? row : nullptr;
}

std::string_view name_of_gap_kind(GapKind kind) {
    return std::find_if(gap_kinds.begin(), gap_kinds.end(), [&](const GapKindName& each) { return each.kind == kind; })->name;
}

std::string cloze_escaped(std::string_view text) {
    std::string result;
    for (char c : text) {
        bool sign = std::string_view("&<>~#{}\\").find(c) != std::string_view::npos;
        result += c == '\n' ? " " : sign ? "&#" + std::to_string(static_cast<int>(c)) + ";" : std::string(1, c);
    }
    return result;
}

std::string cloze_unescaped(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        bool escape =
            text[at] == '\\' && at + 1 < text.size() && std::string_view("}#~/\"\\{=").find(text[at + 1]) != std::string_view::npos;
        at += escape ? 1 : 0;
        result += text[at];
    }
    return result;
}

}  // namespace hornbook::moodle
