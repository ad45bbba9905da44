// Pairs, `- left -> right`; the right of `- -> right` has no partner.
#include <algorithm>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"

namespace hornbook {
namespace {

constexpr std::string_view arrow = " -> ";

// The index of the right, of an equal one before or of a new one.
std::size_t right_named(ProseReader& reader, PairsDraft& draft, Inlines text, Place place) {
    std::string pictures = picture_files(text);
    auto [right, is_new] = draft.rights.try_emplace(comparable(text), PairsDraft::Right{draft.match.rights.size(), pictures});
    if (is_new) {
        draft.match.rights.push_back(std::move(text));
    } else if (right->second.pictures != pictures) {
        report_alike(reader, text, place);
    }
    return right->second.index;
}

}  // namespace

std::size_t pair_mark(std::string_view text) {
    bool bullet = text.size() > 3 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
    return bullet && (text.find(arrow, 1) != std::string_view::npos || text.ends_with(" ->")) ? 1 : 0;
}

Answer read_pairs(ProseReader& reader, const QuestionDraft& draft) {
    PairsDraft pairs;
    for (const AnswerLine& answer : draft.answers) {
        Line first = answer.text.front();
        bool is_alone = first.text == "->" || first.text.starts_with("-> ");  // the item begins with its arrow
        std::size_t at = is_alone ? 0 : std::min(first.text.find(arrow), first.text.size() - 3);
        Line left = part_of(first, trim(first.text.substr(0, at)));
        Lines right = answer.text;
        right.front() = part_of(first, trim(first.text.substr(at + (is_alone ? 2 : 3))));
        Inlines right_text = read_inlines(reader, right);
        MatchLeft row{read_inlines(reader, left), no_index, read_blocks(reader, answer.feedback), place_of_answer(reader, answer)};
        add_pair(reader, pairs, std::move(row), std::move(right_text));
    }
    if (!pairs.is_incomplete) {
        check_pairs(reader, pairs.match, draft.place);
    }
    return std::move(pairs.match);
}

void add_pair(ProseReader& reader, PairsDraft& draft, MatchLeft left, Inlines right) {
    if (right.empty()) {
        draft.is_incomplete = true;
        reader.diagnostics.add(Mistake::empty_choice, left.place, "nothing follows ` -> `", "write the partner after the arrow");
        return;
    }
    left.right = right_named(reader, draft, std::move(right), left.place);
    if (left.text.empty()) {
        return;
    }
    if (auto [first, is_new] = draft.left_names.try_emplace(comparable(left.text), left.place); !is_new) {
        reader.diagnostics.add(Mistake::equal_choices, left.place, "`" + plain_text(left.text) + "` is on the left twice",
                               "an item on the left has one partner: change one of the two",
                               SecondPlace{first->second, "the first one is here"});
    }
    draft.match.lefts.push_back(std::move(left));
}

void check_pairs(ProseReader& reader, const Match& match, Place question) {
    if (match.lefts.size() < 2 || match.rights.size() < 2) {
        reader.diagnostics.add(Mistake::too_few_answers, question, "there is too little to match",
                               "give at least two pairs with different partners");
    }
}

}  // namespace hornbook
