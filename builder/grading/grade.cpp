#include "grading/grade.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/cases.h"
#include "base/folding.h"
#include "base/text.h"
#include "base/written_number.h"
#include "model/marks.h"

namespace hornbook {
namespace {

constexpr std::int64_t credit_units = 10'000'000;  // an author's weight has seven decimals at most

// The share of the marks that an answer earns, as a fraction of whole numbers, so that neither the order of additions nor rounding matters.
struct Share {
    std::int64_t earned = 0;
    std::int64_t all = 1;
};

template <class Form>
const Form& given_as(const GivenAnswer& given) {
    static const Form none{};
    const Form* form = std::get_if<Form>(&given);
    return form != nullptr ? *form : none;
}

std::int64_t in_units(double credit) {
    return static_cast<std::int64_t>(std::floor(credit * static_cast<double>(credit_units) + 0.5));
}

std::int64_t count(std::size_t parts) {
    return static_cast<std::int64_t>(std::max<std::size_t>(1, parts));
}

Share share_of(const Select& select, const GivenAnswer& given) {
    const std::vector<std::string>& several = given_as<std::vector<std::string>>(given);
    const std::string& one = given_as<std::string>(given);
    auto is_chosen = [&](const Choice& choice) {
        return select.several ? std::find(several.begin(), several.end(), choice.id) != several.end() : choice.id == one;
    };
    auto rights = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& choice) { return choice.right; });
    std::int64_t shares = select.several ? count(static_cast<std::size_t>(rights)) : 1;  // each right choice is one of them
    Share sum{0, credit_units * shares};
    for (const Choice& choice : select.choices) {
        if (is_chosen(choice)) {
            std::int64_t usual = choice.right ? credit_units : select.several ? -credit_units : 0;
            sum.earned += choice.credit ? in_units(*choice.credit) * shares : usual;
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

std::int64_t units_for(const Blank& blank, const std::string& written, std::string_view language) {
    std::string folded = fold_answer(written, language);
    std::int64_t best = 0;
    for (const Accepted& accepted : blank.accepted) {
        if (!folded.empty() && meets(accepted, folded, language)) {
            best = std::max(best, in_units(accepted.credit.value_or(1)));
        }
    }
    return std::min(best, credit_units);
}

Share share_of(const Fill& fill, const GivenAnswer& given, std::string_view language) {
    const std::vector<std::string>& texts = given_as<std::vector<std::string>>(given);
    Share sum{0, credit_units * count(fill.blanks.size())};
    for (std::size_t i = 0; i < std::min(fill.blanks.size(), texts.size()); ++i) {
        sum.earned += units_for(fill.blanks[i], texts[i], language);
    }
    return sum;
}

Share share_of(const Match& match, const GivenAnswer& given) {
    const MatchedRights& rights = given_as<MatchedRights>(given);
    Share sum{0, count(match.lefts.size())};
    for (std::size_t i = 0; i < std::min(match.lefts.size(), rights.size()); ++i) {
        bool is_right = rights[i] && *rights[i] < match.shown.size() && match.shown[*rights[i]] == match.lefts[i].right;
        sum.earned += is_right ? 1 : 0;
    }
    return sum;
}

// The share of an order: the steps from one item to the next in its longest right sequence, of all steps.
Share share_of(const Arrange& arrange, const GivenAnswer& given) {
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
    return has_steps ? Share{count(ends.size() - 1), count(arrange.items.size() - 1)} : Share{};
}

bool is_blank(const std::string& text) {
    bool has_sign = false;
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        has_sign = has_sign || !is_space(c);
    }
    return !has_sign;
}

// The share made all or nothing where it is within half a ten-thousandth of either, or beyond: three weights of 33.333 % are the whole.
Share settled(Share share) {
    constexpr std::int64_t fineness = 20'000;
    bool is_nothing = share.earned * fineness < share.all;
    bool is_whole = (share.all - share.earned) * fineness <= share.all;
    return {is_nothing ? 0 : is_whole ? share.all : share.earned, share.all};
}

// The marks for a share, in hundredths; half a hundredth is rounded up.
double marks_for(const Share& share, double marks) {
    std::int64_t hundredths = std::llround(rounded_marks(marks) * 100);
    std::int64_t whole = hundredths * share.earned / share.all;
    std::int64_t rest = hundredths * share.earned % share.all;
    return static_cast<double>(whole + (2 * rest >= share.all ? 1 : 0)) / 100;
}

}  // namespace

std::string_view word_for(Verdict verdict) {
    return verdict == Verdict::right ? "right" : verdict == Verdict::partly ? "partly" : verdict == Verdict::wrong ? "wrong" : "unmarked";
}

Grade grade(const Question& question, const GivenAnswer& given, std::string_view language) {
    std::optional<Share> sum =
        std::visit(Cases{
                       [](const Essay&) -> std::optional<Share> { return std::nullopt; },
                       [&](const Fill& fill) -> std::optional<Share> { return share_of(fill, given, language); },
                       [&](const OneOf<Select, Match, Arrange> auto& answer) -> std::optional<Share> { return share_of(answer, given); },
                   },
                   question.answer);
    if (!sum) {
        return {0, Verdict::unmarked};
    }
    Share share = settled(*sum);
    Verdict verdict = share.earned == share.all ? Verdict::right : share.earned == 0 ? Verdict::wrong : Verdict::partly;
    return {marks_for(share, question.marks), verdict};
}

bool is_answered(const GivenAnswer& given) {
    return std::visit(Cases{
                          [](std::monostate) { return false; },
                          [](const std::string& text) { return !is_blank(text); },
                          [](const std::vector<std::string>& texts) {
                              return std::any_of(texts.begin(), texts.end(), [](const std::string& text) { return !is_blank(text); });
                          },
                          [](const MatchedRights& rights) {
                              return std::any_of(rights.begin(), rights.end(), [](const auto& right) { return right.has_value(); });
                          },
                      },
                      given);
}

}  // namespace hornbook
