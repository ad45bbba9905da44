// Orders in GIFT, as Moodle's own type of question for them is written: `{>3 ALL VERTICAL RELATIVE SHOW none`, and below it the items in
// their right order, one on each line.
#include <algorithm>
#include <array>

#include "base/text.h"
#include "formats/gift/read_answers.h"
#include "formats/order_rule.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"

namespace hornbook {
namespace {

bool is_count(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Whether a word is a setting: how many items are shown, which, how they lie, how they are marked and numbered.
bool is_setting(std::string_view word) {
    constexpr std::array<std::string_view, 13> beginnings = {"all", "exact", "random", "contig", "hori", "vert", "abs",
                                                             "rel", "long",  "show",   "hide",   "none", "abc"};
    constexpr std::array<std::string_view, 9> whole = {"h", "v", "true", "false", "yes", "no", "iii", "iiii", "abcd"};
    std::string folded = fold_case(word);
    return is_count(word) || std::find(whole.begin(), whole.end(), folded) != whole.end() ||
           std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view begin) { return folded.starts_with(begin); });
}

struct OrderDraft {
    std::vector<std::string> settings;
    std::vector<GiftPiece> items;
};

OrderDraft draft_of(const GiftPiece& answers) {
    OrderDraft draft;
    std::string_view text = answers.text();
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = std::min(text.find('\n', begin), text.size());
        GiftPiece row = answers.part(begin, end).trimmed();
        while (begin == 0 && !row.is_blank()) {
            std::string_view words = row.text();
            std::size_t space = std::min(words.find_first_of(" \t"), words.size());
            if (!is_setting(words.substr(0, space))) {
                break;
            }
            draft.settings.emplace_back(words.substr(0, space));
            row = row.part(space).trimmed();
        }
        if (!row.is_blank()) {
            draft.items.push_back(row);
        }
        begin = end + 1;
    }
    return draft;
}

}  // namespace

Answer read_gift_order(ProseReader& reader, const GiftPiece& answers, const GiftQuestion& about) {
    OrderDraft draft = draft_of(answers.part(1));
    Arrange arrange;
    for (const GiftPiece& item : draft.items) {
        arrange.items.push_back({{}, read_gift_inlines(reader, item, about.format), {}, place_of(reader, item)});
    }
    Place place = place_of(reader, answers);
    bool part = false;
    for (const std::string& word : draft.settings) {
        std::string folded = fold_case(word);
        part = part || folded.starts_with("random") || folded.starts_with("contig");
        bool rule = folded.starts_with("all_") || folded.starts_with("abs") || folded.starts_with("rel") || folded.starts_with("long");
        if (std::string lost = rule ? order_rule_lost(word) : ""; !lost.empty()) {
            reader.diagnostics.add(Mistake::not_kept, place, std::move(lost), "set `marks:` in the chapter if that matters");
        }
    }
    if (part) {
        reader.diagnostics.add(Mistake::not_kept, place, "Moodle shows some of these items only; here all are put in order",
                               "take out those that are too many");
    }
    check_order(reader, arrange, place, "give at least two items, each on a line of its own");
    return arrange;
}

}  // namespace hornbook
