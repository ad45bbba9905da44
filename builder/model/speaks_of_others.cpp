#include "model/speaks_of_others.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

// As teachers write it in the languages that Hornbook speaks, in small letters.
constexpr auto phrases = std::to_array<std::string_view>({
    "of the above",  "oben genannten", "obigen",     "ci-dessus", "qui précède",  "las anteriores", "los anteriores",
    "as anteriores", "os anteriores",  "precedenti", "sopra",     "bovenstaande", "powyższych",     "вышеперечисл",
    "перечисленн",   "вищезазначен",   "yukarıda",   "上述",      "以上",         "上記",           "מהנ״ל",
    "לעיל",          "مما سبق",        "ما سبق",     "उपरोक्त",    "उपर्युक्त",
});

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

// "A and C", "B + D": two letters of choices, each by itself. One alone is more often a word or a name.
bool names_two_choices(std::string_view text, std::size_t count) {
    std::size_t named = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        bool stands_alone = (i == 0 || !is_letter(text[i - 1])) && (i + 1 == text.size() || !is_letter(text[i + 1]));
        named += stands_alone && text[i] >= 'A' && text[i] < static_cast<char>('A' + std::min<std::size_t>(count, 26)) ? 1 : 0;
    }
    return named >= 2;
}

}  // namespace

bool speaks_of_others(const Select& select) {
    return std::any_of(select.choices.begin(), select.choices.end(), [&](const Choice& choice) {
        std::string text = plain_text(choice.text);
        std::string folded = fold_case(text);
        return names_two_choices(text, select.choices.size()) || std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
                   return folded.find(phrase) != std::string::npos;
               });
    });
}

}  // namespace hornbook
