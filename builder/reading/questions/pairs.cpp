// `- left -> right`; `- -> right` has no partner.
#include <algorithm>
#include <set>

#include "base/text.h"
#include "reading/questions/ways.h"

namespace hornbook {
namespace {

constexpr std::string_view arrow = " -> ";

// Index of the right among those before, or of a new one.
std::size_t right_named(Match& match, std::vector<std::string>& names, Inlines text) {
    std::string name = comparable(text);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] == name) {
            return i;
        }
    }
    names.push_back(std::move(name));
    match.rights.push_back(std::move(text));
    return match.rights.size() - 1;
}

}  // namespace

std::size_t pair_mark(std::string_view text) {
    bool bullet = text.size() > 3 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
    return bullet && (text.find(arrow, 1) != std::string_view::npos || text.ends_with(" ->")) ? 1 : 0;
}

Answer read_pairs(ProseReader& reader, const QuestionDraft& draft) {
    Match match;
    std::vector<std::string> names;
    std::set<std::string> lefts;
    for (const AnswerLine& answer : draft.answers) {
        Line first = answer.text.front();
        bool is_alone = first.text == "->" || first.text.starts_with("-> ");  // the item begins with its arrow
        std::size_t at = is_alone ? 0 : std::min(first.text.find(arrow), first.text.size() - 3);
        Line left = part_of(first, trim(first.text.substr(0, at)));
        Lines right = answer.text;
        right.front() = part_of(first, trim(first.text.substr(at + (is_alone ? 2 : 3))));
        Place place = place_of_answer(reader, answer);
        Inlines right_text = read_inlines(reader, right);
        if (right_text.empty()) {
            reader.diagnostics.add(Mistake::empty_choice, place, "nothing stands behind ` -> `", "write the partner after the arrow");
            continue;
        }
        std::size_t index = right_named(match, names, std::move(right_text));
        if (is_blank(left)) {
            continue;
        }
        MatchLeft row{read_inlines(reader, left), index, read_blocks(reader, answer.feedback), place};
        if (!lefts.insert(comparable(row.text)).second) {
            reader.diagnostics.add(Mistake::equal_choices, place, "`" + std::string(left.text) + "` stands on the left twice",
                                   "an item on the left has one partner: change one of the two");
        }
        match.lefts.push_back(std::move(row));
    }
    if (match.lefts.size() < 2 || match.rights.size() < 2) {
        reader.diagnostics.add(Mistake::too_few_answers, draft.place, "there is too little to match",
                               "give at least two pairs with different partners");
    }
    return match;
}

}  // namespace hornbook
