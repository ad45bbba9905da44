#include "grading/grade.h"

#include <algorithm>
#include <cmath>

#include "base/cases.h"
#include "base/text.h"
#include "grading/folding.h"
#include "model/marks.h"

namespace hornbook {
namespace {

template <class Form>
const Form& given_as(const GivenAnswer& given) {
    static const Form none{};
    const Form* form = std::get_if<Form>(&given);
    return form != nullptr ? *form : none;
}

double share_of(const Select& select, const GivenAnswer& given) {
    const std::vector<std::string>& several = given_as<std::vector<std::string>>(given);
    const std::string& one = given_as<std::string>(given);
    auto is_chosen = [&](const Choice& choice) {
        return select.several ? std::find(several.begin(), several.end(), choice.id) != several.end() : choice.id == one;
    };
    auto rights = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& choice) { return choice.right; });
    double share = select.several ? 1.0 / static_cast<double>(std::max<std::ptrdiff_t>(1, rights)) : 1.0;
    double sum = 0;
    for (const Choice& choice : select.choices) {
        if (is_chosen(choice)) {
            sum += choice.credit.value_or(choice.right ? share : select.several ? -share : 0.0);
        }
    }
    return sum;
}

bool meets(const Accepted& accepted, const std::string& folded, std::string_view language) {
    if (accepted.number) {
        std::optional<double> number = number_of(folded, language);
        if (number && *number >= accepted.number->low && *number <= accepted.number->high) {
            return true;
        }
        if (accepted.number->low < accepted.number->high) {
            return false;
        }
    }
    return fold_answer(accepted.text, language) == folded;
}

double share_of(const Blank& blank, const std::string& written, std::string_view language) {
    std::string folded = fold_answer(written, language);
    double best = 0;
    for (const Accepted& accepted : blank.accepted) {
        if (!folded.empty() && meets(accepted, folded, language)) {
            best = std::max(best, accepted.credit.value_or(1));
        }
    }
    return std::min(best, 1.0);
}

double share_of(const Fill& fill, const GivenAnswer& given, std::string_view language) {
    const std::vector<std::string>& texts = given_as<std::vector<std::string>>(given);
    double sum = 0;
    for (std::size_t i = 0; i < std::min(fill.blanks.size(), texts.size()); ++i) {
        sum += share_of(fill.blanks[i], texts[i], language);
    }
    return sum / static_cast<double>(std::max<std::size_t>(1, fill.blanks.size()));
}

double share_of(const Match& match, const GivenAnswer& given) {
    const MatchedRights& rights = given_as<MatchedRights>(given);
    double sum = 0;
    for (std::size_t i = 0; i < std::min(match.lefts.size(), rights.size()); ++i) {
        bool is_right = rights[i] && *rights[i] < match.shown.size() && match.shown[*rights[i]] == match.lefts[i].right;
        sum += is_right ? 1 : 0;
    }
    return sum / static_cast<double>(std::max<std::size_t>(1, match.lefts.size()));
}

// Steps from one item to the next in the longest sequence that is right, of all steps.
double share_of(const Arrange& arrange, const GivenAnswer& given) {
    std::vector<std::size_t> ends;  // the least position that a right sequence of each length can end with
    for (const std::string& id : given_as<std::vector<std::string>>(given)) {
        auto item =
            std::find_if(arrange.items.begin(), arrange.items.end(), [&](const ArrangeItem& candidate) { return candidate.id == id; });
        if (item != arrange.items.end()) {
            auto position = static_cast<std::size_t>(item - arrange.items.begin());
            auto place = std::lower_bound(ends.begin(), ends.end(), position);
            place == ends.end() ? ends.push_back(position) : void(*place = position);
        }
    }
    bool has_steps = ends.size() > 1 && arrange.items.size() > 1;
    return has_steps ? static_cast<double>(ends.size() - 1) / static_cast<double>(arrange.items.size() - 1) : 0;
}

}  // namespace

std::string_view word_for(Verdict verdict) {
    return verdict == Verdict::right ? "right" : verdict == Verdict::partly ? "partly" : verdict == Verdict::wrong ? "wrong" : "unmarked";
}

Grade grade(const Question& question, const GivenAnswer& given, std::string_view language) {
    std::optional<double> share = std::visit(Cases{
                                                 [](const Write&) -> std::optional<double> { return std::nullopt; },
                                                 [&](const Fill& fill) -> std::optional<double> { return share_of(fill, given, language); },
                                                 [&](const auto& answer) -> std::optional<double> { return share_of(answer, given); },
                                             },
                                             question.answer);
    if (!share) {
        return {0, Verdict::unmarked};
    }
    double whole = std::round(std::clamp(*share, 0.0, 1.0) * 1e4) / 1e4;  // three credits of 33.333 % are the whole
    return {rounded_marks(question.marks * whole), whole >= 1 ? Verdict::right : whole <= 0 ? Verdict::wrong : Verdict::partly};
}

bool is_answered(const GivenAnswer& given) {
    return std::visit(Cases{
                          [](std::monostate) { return false; },
                          [](const std::string& text) { return !trim(text).empty(); },
                          [](const std::vector<std::string>& texts) {
                              return std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return !trim(text).empty(); });
                          },
                          [](const MatchedRights& rights) {
                              return std::any_of(rights.begin(), rights.end(), [](const auto& right) { return right.has_value(); });
                          },
                      },
                      given);
}

}  // namespace hornbook
