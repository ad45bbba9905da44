#include "formats/qti/names.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_title = 120;

std::string numbered(const char* name, std::size_t index) {
    return name + std::to_string(index + 1);
}

bool is_range(const Accepted& accepted) {
    return accepted.number && accepted.number->low < accepted.number->high;
}

}  // namespace

std::string choice_name(std::size_t choice) {
    return numbered("choice-", choice);
}

std::string left_name(std::size_t left) {
    return numbered("left-", left);
}

std::string right_name(std::size_t shown) {
    return numbered("right-", shown);
}

std::string item_name(std::size_t shown) {
    return numbered("item-", shown);
}

std::string feedback_name(std::size_t blank, std::size_t accepted) {
    return numbered("blank-", blank) + numbered("-answer-", accepted);
}

std::string plain_title(const Inlines& inlines) {
    std::string title = collapse_spaces(plain_text(inlines));
    std::size_t end = 0;
    for (std::size_t i = 0; i < longest_title && end < title.size(); ++i) {
        next_code_point(title, end);
    }
    return end < title.size() ? title.substr(0, end) + "…" : title;
}

BlankNames blank_names(const Fill& fill, std::size_t blank) {
    const std::vector<Accepted>& accepted = fill.blanks[blank].accepted;
    bool has_words = std::any_of(accepted.begin(), accepted.end(), [](const Accepted& a) { return !a.number; });
    bool has_range = std::any_of(accepted.begin(), accepted.end(), is_range);
    std::string name = fill.blanks.size() > 1 ? numbered("RESPONSE_", blank) : qti_name::response;
    if (!has_words) {
        return {name, ""};
    }
    return has_range ? BlankNames{name, name + "_WORDS"} : BlankNames{"", name};
}

std::vector<std::size_t> best_first(const Blank& blank) {
    std::vector<std::size_t> order(blank.accepted.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return blank.accepted[a].credit.value_or(1) > blank.accepted[b].credit.value_or(1);
    });
    return order;
}

double marks_for(const Question& question, const Select& select, const Choice& choice) {
    auto rights = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; });
    double share = select.several ? 1.0 / static_cast<double>(std::max<std::ptrdiff_t>(1, rights)) : 1.0;
    double credit = choice.credit.value_or(choice.right ? share : select.several ? -share : 0.0);
    return question.marks * (select.several ? credit : std::clamp(credit, 0.0, 1.0));
}

double marks_for(const Question& question, const Fill& fill, const Accepted& accepted) {
    return question.marks * std::clamp(accepted.credit.value_or(1), 0.0, 1.0) / static_cast<double>(fill.blanks.size());
}

}  // namespace hornbook
