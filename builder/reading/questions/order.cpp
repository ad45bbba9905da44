// Order: items `1.`, `2.`, `3.` to be put in order, which is that of the lines.
#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/worths.h"

namespace hornbook {

std::size_t order_mark(std::string_view text) {
    std::size_t digits = 0;
    while (digits < text.size() && digits < 9 && text[digits] >= '0' && text[digits] <= '9') {
        ++digits;
    }
    bool marked = digits > 0 && digits + 1 < text.size() && (text[digits] == '.' || text[digits] == ')') && text[digits + 1] == ' ';
    return marked ? digits + 1 : 0;
}

std::size_t order_number(std::string_view line) {
    std::string_view text = trim(line);
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

namespace {

std::size_t number_before(const AnswerLine& answer) {
    return order_number(answer.line.text);
}

std::string_view words_behind(const AnswerLine& answer) {
    return trim(answer.text.front().text);
}

std::string joined(const std::vector<std::string>& lines) {
    constexpr std::size_t most = 4;
    std::string all = join({lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(most, lines.size()))}, ", ");
    return all + (lines.size() > most ? " and so on" : "");
}

// Reports numbers that go back, `3. … 1. … 2. …`, which are meant as places in the order, since the lines have another one.
bool tell_places(ProseReader& reader, const QuestionDraft& draft) {
    auto goes_back = [](const AnswerLine& one, const AnswerLine& next) { return number_before(next) < number_before(one); };
    auto back = std::adjacent_find(draft.answers.begin(), draft.answers.end(), goes_back);
    if (back == draft.answers.end()) {
        return false;
    }
    std::vector<AnswerLine> sorted = draft.answers;
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const AnswerLine& a, const AnswerLine& b) { return number_before(a) < number_before(b); });
    std::vector<std::string> lines;
    for (const AnswerLine& answer : sorted) {
        lines.push_back("`" + std::to_string(lines.size() + 1) + ". " + std::string(words_behind(answer)) + "`");
    }
    reader.diagnostics.add(Mistake::nearly_an_answer, place_of_answer(reader, back[1]),
                           "the numbers of these lines go back here, and the right order is that of the lines, whatever their numbers",
                           "write the lines in the right order: " + joined(lines) + "; or number them 1, 2, 3 as they stand");
    return true;
}

// Reports choices with numbers, one of them marked: `1. Paris`, `2. Rome *`.
bool tell_choices(ProseReader& reader, const QuestionDraft& draft) {
    std::vector<std::string> lines;
    const AnswerLine* marked = nullptr;
    std::size_t signs = 0;
    std::size_t bold = 0;
    for (const AnswerLine& answer : draft.answers) {
        std::optional<SignOfRight> sign = sign_of_right(answer.text.back().text);
        if (sign && sign->kind == SignOfRight::Kind::loose) {
            sign.reset();
        }
        bool is_bold = !bold_words(words_behind(answer)).empty();
        bool right = is_bold || (sign && sign->right);
        std::string words = is_bold ? std::string(bold_words(words_behind(answer))) : sign ? sign->rest : std::string(words_behind(answer));
        lines.push_back((right ? "`- [x] " : "`- [ ] ") + words + "`");
        signs += sign ? 1U : 0U;
        bold += is_bold ? 1 : 0;
        marked = marked == nullptr && (sign || is_bold) ? &answer : marked;
    }
    bool some_signs = signs > 0 && signs < draft.answers.size();
    bool one_bold = bold == 1 && draft.answers.size() > 2;
    if (!some_signs && !one_bold) {
        return false;
    }
    reader.diagnostics.add(Mistake::nearly_an_answer, place_of_answer(reader, *marked),
                           "numbered lines are put in order, and here one is marked as the right choice",
                           "write " + joined(lines) + (signs > 0 ? "" : "; if they are to be put in order, take the bold off"));
    return true;
}

// The two sides of `France -> Paris`; none: there is no arrow, or several.
std::optional<std::pair<std::string, std::string>> sides_of(std::string_view text) {
    for (std::string_view arrow : {" -> ", " → ", " => ", " --> ", " ⇒ ", " ⟶ ", " ➔ "}) {
        std::size_t at = text.find(arrow);
        if (at != std::string_view::npos && text.find(arrow, at + arrow.size()) == std::string_view::npos) {
            return std::pair(std::string(trim(text.substr(0, at))), std::string(trim(text.substr(at + arrow.size()))));
        }
    }
    return std::nullopt;
}

// Reports pairs with numbers, `1. France -> Paris`. Where one begins with the end of another, they are steps: `A -> B`, `B -> C`.
bool tell_pairs(ProseReader& reader, const QuestionDraft& draft) {
    std::set<std::string> lefts;
    std::vector<std::string> rights;
    std::vector<std::string> lines;
    for (const AnswerLine& answer : draft.answers) {
        auto sides = sides_of(words_behind(answer));
        if (!sides || sides->first.empty() || sides->second.empty() || sides->first.find(" + ") != std::string::npos ||
            sides->second.find(" + ") != std::string::npos) {
            return false;
        }
        lines.push_back("`- " + sides->first + " -> " + sides->second + "`");
        lefts.insert(std::move(sides->first));
        rights.push_back(std::move(sides->second));
    }
    bool goes_on = std::any_of(rights.begin(), rights.end(), [&](const std::string& right) { return lefts.contains(right); });
    if (lines.size() < 2 || goes_on) {
        return false;
    }
    reader.diagnostics.add(Mistake::nearly_an_answer, place_of_answer(reader, draft.answers.front()),
                           "numbered lines are put in order, and these are pairs",
                           "write " + joined(lines) + "; if they are to be put in order, write their arrows as words");
    return true;
}

}  // namespace

std::optional<NearMiss> numbered_question(std::string_view line, std::span<const Line> behind) {
    std::string_view text = trim(line);
    std::size_t mark = indent_of(line) < 4 ? order_mark(text) : 0;
    auto next = std::find_if_not(behind.begin(), behind.end(), is_blank);
    if (mark == 0 || trim(text.substr(mark)).empty() || next == behind.end()) {
        return std::nullopt;
    }
    std::string_view answer = trim(next->text);
    if (choice_mark(answer) == 0 && accepted_mark(answer) == 0 && pair_mark(answer) == 0) {
        return std::nullopt;
    }
    return NearMiss{"a question begins with `## `, not with a number", "## " + std::string(trim(text.substr(mark)))};
}

Answer read_order(ProseReader& reader, const QuestionDraft& draft) {
    Arrange arrange;
    for (const AnswerLine& answer : draft.answers) {
        tell_worth_of_part(reader, words_behind(answer), std::to_string(number_before(answer)) + ". ", "", place_of_answer(reader, answer));
        arrange.items.push_back(
            {{}, read_inlines(reader, answer.text), read_blocks(reader, answer.feedback), place_of_answer(reader, answer)});
    }
    if (!tell_choices(reader, draft) && !tell_pairs(reader, draft) && !tell_places(reader, draft)) {
        check_order(reader, arrange, draft.place, "give at least two, numbered `1.` and `2.`");
    }
    return arrange;
}

void check_order(ProseReader& reader, const Arrange& arrange, Place question, std::string_view hint) {
    std::map<std::string, Place> seen;
    for (const ArrangeItem& item : arrange.items) {
        if (auto [first, is_new] = seen.try_emplace(comparable(item.text), item.place); !is_new) {
            reader.diagnostics.add(Mistake::equal_choices, item.place, "this item is given twice", "change one of the two or take it out",
                                   SecondPlace{first->second, "the first one is here"});
        }
    }
    if (arrange.items.size() < 2) {
        reader.diagnostics.add(Mistake::too_few_answers, question, "there is only one item to put in order", std::string(hint));
    }
}

}  // namespace hornbook
