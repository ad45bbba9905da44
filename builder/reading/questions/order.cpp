// `1.` `2.` `3.`: to be put in order, as the lines stand.
#include <map>

#include "base/mistakes.h"
#include "base/text.h"
#include "reading/questions/ways.h"

namespace hornbook {

std::size_t order_mark(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && digits < 9 && text[digits] >= '0' && text[digits] <= '9') {
        ++digits;
    }
    bool marked = digits > 0 && digits + 1 < text.size() && (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
    return marked ? digits + 1 : 0;
}

Answer read_order(ProseReader& reader, const QuestionDraft& draft) {
    Arrange arrange;
    for (const AnswerLine& answer : draft.answers) {
        arrange.items.push_back(
            {{}, read_inlines(reader, answer.text), read_blocks(reader, answer.feedback), place_of_answer(reader, answer)});
    }
    check_order(reader, arrange, draft.place, "give at least two, numbered `1.` and `2.`");
    return arrange;
}

void check_order(ProseReader& reader, const Arrange& arrange, Place question, std::string_view hint) {
    std::map<std::string, Place> seen;
    for (const ArrangeItem& item : arrange.items) {
        if (auto [first, is_new] = seen.try_emplace(comparable(item.text), item.place); !is_new) {
            reader.diagnostics.add(Mistake::equal_choices, item.place, "this item stands here twice",
                                   "change one of the two or take it out", Label{first->second, "it stands here first"});
        }
    }
    if (arrange.items.size() < 2) {
        reader.diagnostics.add(Mistake::too_few_answers, question, "there is one item only to put in order", std::string(hint));
    }
}

}  // namespace hornbook
