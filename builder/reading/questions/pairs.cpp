// Pairs, `- left -> right`; the right of `- -> right` has no partner.
#include <algorithm>
#include <vector>

#include "base/text.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

constexpr std::string_view arrow = " -> ";
constexpr char masked_sign = '\x01';

// Masker of code, formulas and links in one pass over a line, in which an arrow divides nothing.
class PairMasker {
public:
    explicit PairMasker(std::string_view text) : text_(text), masked_(text) {}

    std::string mask() {
        for (std::size_t at = 0; at < text_.size();) {
            at = past(at);
        }
        return std::move(masked_);
    }

private:
    std::size_t past(std::size_t at) {
        switch (text_[at]) {
            case '\\':
                return text_.substr(at, 2) == "\\(" ? past_form(at, 2, next("\\)", at, parens_close_), 2) : at + 2;
            case '`': {
                std::size_t ticks = std::min(text_.find_first_not_of('`', at), text_.size()) - at;
                return past_form(at, ticks, text_.find(std::string(ticks, '`'), at + ticks), ticks);
            }
            case '$':
                return past_formula(at);
            case '[':
                open_.push_back(at);
                return at + 1;
            case ']':
                return past_link(at);
            default:
                return at + 1;
        }
    }

    // The offset of the next such mark; where none comes, none does later, and nothing is searched again.
    std::size_t next(std::string_view mark, std::size_t at, bool& comes) const {
        std::size_t found = comes ? text_.find(mark, at) : std::string_view::npos;
        comes = found != std::string_view::npos;
        return found;
    }

    // Masks what lies between two marks; where the second is missing, the first is a sign.
    std::size_t past_form(std::size_t begin, std::size_t mark, std::size_t close, std::size_t closing) {
        if (close == std::string_view::npos) {
            return begin + mark;
        }
        std::fill(masked_.begin() + static_cast<std::ptrdiff_t>(begin), masked_.begin() + static_cast<std::ptrdiff_t>(close), masked_sign);
        return close + closing;
    }

    // Masks a formula: no space stands within its marks, and no digit behind them.
    std::size_t past_formula(std::size_t begin) {
        std::size_t size = text_.substr(begin, 2) == "$$" ? 2 : 1;
        std::string_view mark = text_.substr(begin, size);
        bool opens = begin + size < text_.size() && (size == 2 || text_[begin + size] != ' ');
        bool& close_later = size == 2 ? displays_close_ : formulas_close_;  // where none does, no later one does either
        std::size_t close = opens && close_later ? text_.find(mark, begin + size) : std::string_view::npos;
        while (size == 1 && close != std::string_view::npos && !closes_formula(close)) {
            close = text_.find(mark, close + 1);
        }
        close_later = close_later && (!opens || close != std::string_view::npos);
        return past_form(begin, size, close, size);
    }

    bool closes_formula(std::size_t at) const {
        bool digit = at + 1 < text_.size() && text_[at + 1] >= '0' && text_[at + 1] <= '9';
        return text_[at - 1] != ' ' && text_[at - 1] != '\\' && !digit;
    }

    std::size_t past_link(std::size_t at) {
        std::size_t begin = open_.empty() ? at : open_.back();
        open_.resize(open_.size() - (open_.empty() ? 0 : 1));
        std::string_view behind = text_.substr(at + 1, 1);
        std::size_t end = begin == at     ? std::string_view::npos
                          : behind == "(" ? next(")", at + 2, addresses_close_)
                          : behind == "[" ? next("]", at + 2, labels_close_)
                                          : std::string_view::npos;
        if (end == std::string_view::npos) {
            return at + 1;
        }
        open_.clear();  // no link holds another
        return past_form(begin, at + 1 - begin, end, 1);
    }

    std::string_view text_;
    std::string masked_;
    std::vector<std::size_t> open_;  // brackets
    bool formulas_close_ = true;
    bool displays_close_ = true;
    bool parens_close_ = true;
    bool addresses_close_ = true;
    bool labels_close_ = true;
};

// The offset of the arrow that divides a pair, the first outside code, formulas and links; npos: there is none.
std::size_t dividing_arrow(std::string_view text) {
    bool may_be_within = text.find_first_of("`$[\\") < text.rfind(arrow);
    return may_be_within && text.find(arrow) != std::string_view::npos ? PairMasker(text).mask().find(arrow) : text.find(arrow);
}

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

bool begins_as_item(std::string_view text) {
    return text.size() > 1 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
}

bool begins_with_arrow(std::string_view text) {
    return text == "->" || text.starts_with("-> ");
}

// Whether the sides of a pair are divided in this line, which may begin or end with the arrow.
bool divides(std::string_view text) {
    text = trim(text);
    return begins_with_arrow(text) || text.ends_with(" ->") || dividing_arrow(text) != std::string_view::npos;
}

std::string joined_words(const Lines& lines) {
    std::string words;
    for (const Line& line : lines) {
        std::string_view text = trim(line.text);
        words += (words.empty() || text.empty() ? "" : " ") + std::string(text);
    }
    return words;
}

}  // namespace

std::size_t lines_of_left(const Line& bullet, std::span<const Line> behind) {
    std::string_view words = trim(bullet.text);
    if (!begins_as_item(words) || choice_mark(words) != 0 || pair_mark(words) != 0) {
        return 0;
    }
    for (std::size_t at = 0; at < behind.size() && indent_of(behind[at].text) > indent_of(bullet.text); ++at) {
        std::string_view text = trim(behind[at].text);
        if (text.empty() || text.starts_with('>') || begins_as_item(text)) {
            return 0;
        }
        if (divides(text)) {
            return at + 1;
        }
    }
    return 0;
}

bool begins_pairs(const Line& bullet, std::span<const Line> behind) {
    std::size_t taken = lines_of_left(bullet, behind);
    for (std::size_t at = taken; taken != 0 && at < behind.size(); ++at) {
        if (pair_mark(trim(behind[at].text)) != 0 || lines_of_left(behind[at], behind.subspan(at + 1)) != 0) {
            return true;
        }
    }
    return false;
}

std::size_t pair_mark(std::string_view text) {
    return text.size() > 3 && begins_as_item(text) && (dividing_arrow(text) != std::string_view::npos || text.ends_with(" ->")) ? 1 : 0;
}

Answer read_pairs(ProseReader& reader, const QuestionDraft& draft) {
    PairsDraft pairs;
    for (const AnswerLine& answer : draft.answers) {
        auto divider = std::find_if(answer.text.begin(), answer.text.end(), [](const Line& line) { return divides(line.text); });
        divider -= divider == answer.text.end() ? 1 : 0;
        Line line = part_of(*divider, trim(divider->text));
        bool is_first = begins_with_arrow(line.text);  // nothing stands before it in its line
        std::size_t at = is_first ? 0 : std::min(dividing_arrow(line.text), line.text.size() - 3);
        Lines left(answer.text.begin(), divider);
        left.push_back(part_of(line, trim(line.text.substr(0, at))));
        Lines right(divider, answer.text.end());
        right.front() = part_of(line, trim(line.text.substr(at + (is_first ? 2 : 3))));
        std::string left_words = joined_words(left);
        std::string right_words(trim(right.front().text));
        Place place = place_of_answer(reader, answer);
        tell_worth_of_part(reader, left_words, "- ", " -> " + right_words, place);
        tell_worth_of_part(reader, right_words, "- " + left_words + " -> ", "", place);
        Inlines right_text = read_inlines(reader, right);
        MatchLeft row{read_inlines(reader, left), no_index, read_blocks(reader, answer.feedback), place};
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
