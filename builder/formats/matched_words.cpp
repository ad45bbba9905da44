#include "formats/matched_words.h"

#include <algorithm>
#include <set>

#include "base/numbering.h"
#include "base/text.h"
#include "formats/question_names.h"
#include "formats/shown_words.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_right = 255;  // mdl_qtype_match_subquestions.answertext
constexpr std::size_t room_of_cut = 240;    // beside `…` and a number

// Whether the text begins with a reference such as `&copy;`.
bool begins_reference(std::string_view text) {
    std::size_t end = text.find(';');
    bool named = end != std::string_view::npos && end > 1 && end <= 9;
    return named && std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
               return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '#';
           });
}

// The words with signs that Moodle would take for markup as references: of `a<b` nothing but `a` would be shown.
std::string without_markup(std::string_view words) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        bool reference = words[i] == '&' && begins_reference(words.substr(i, 10));
        result += words[i] == '<' ? "&lt;" : reference ? "&amp;" : std::string(1, words[i]);
    }
    return result;
}

std::string cut_without_markup(const std::string& words) {
    std::string fitting;
    for (std::size_t most = room_of_cut; fitting.empty() || count_code_points(fitting) > room_of_cut + 1; most -= most / 8) {
        fitting = without_markup(shortened_to(words, most));
    }
    return fitting;
}

}  // namespace

MatchedWords words_to_match(const Match& match) {
    MatchedWords result;
    Numbering numbering;
    std::set<std::string> taken;
    for (const Inlines& right : match.rights) {
        std::string words = words_with_tex(right);
        std::string whole = without_markup(words);
        if (count_code_points(whole) <= longest_right) {
            result.rights.push_back(std::move(whole));
            continue;
        }
        result.shortened = true;
        std::string cut = cut_without_markup(words);
        result.rights.push_back(numbering.next(
            cut, [&](std::size_t number) { return cut + " (" + std::to_string(number) + ")"; },
            [&](const std::string& unique) { return taken.insert(unique).second; }));
    }
    return result;
}

void tell_rights(Losses& losses, const Match& match, const MatchedWords& words, Place place) {
    if (std::any_of(match.rights.begin(), match.rights.end(), has_more_than_words)) {
        losses.add(place, "pictures and formulas among the answers to match", "their words are there instead",
                   "write pictures and formulas before the arrow");
    }
    if (words.shortened) {
        losses.add(place, "answers to match of more than " + std::to_string(longest_right) + " signs",
                   "the rest of a longer one is cut off", "write what is long before the arrow");
    }
}

}  // namespace hornbook
