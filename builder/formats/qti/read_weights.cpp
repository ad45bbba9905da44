// Weights of QTI answers, found by running the item's own rules with one answer changed at a time while all others are right.
#include <algorithm>
#include <cmath>
#include <utility>

#include "formats/qti/read_qti.h"

namespace hornbook::qti {
namespace {

constexpr double near_enough = 0.005;

bool is_near(double a, double b) {
    return std::abs(a - b) <= near_enough;
}

std::vector<std::string> right_of(const Declaration& declared) {
    if (!declared.correct.empty()) {
        return declared.correct;
    }
    std::vector<std::pair<std::string, double>> mapping = declared.mapping;
    std::erase_if(mapping, [](const auto& row) { return row.second <= 0; });
    if (!declared.several && !mapping.empty()) {
        return {std::max_element(mapping.begin(), mapping.end(), [](const auto& a, const auto& b) { return a.second < b.second; })->first};
    }
    std::vector<std::string> right;
    std::transform(mapping.begin(), mapping.end(), std::back_inserter(right), [](const auto& row) { return row.first; });
    return right;
}

// The weights that the item declares, as shares of the whole.
std::vector<double> declared_weights(const Declaration& declared, const std::vector<std::string>& identifiers) {
    std::vector<std::string> right = right_of(declared);
    double whole = 0;
    for (const auto& [key, value] : declared.mapping) {
        whole = declared.several ? whole + std::max(value, 0.0) : std::max(whole, value);
    }
    double share = declared.several && !right.empty() ? 1 / static_cast<double>(right.size()) : 1;
    std::vector<double> weights;
    for (const std::string& identifier : identifiers) {
        double plain = contains(right, identifier) ? share : declared.several ? -share : 0;
        weights.push_back(whole <= 0 ? plain : std::clamp(marks_of(declared, {identifier}) / whole, -1.0, 1.0));
    }
    return weights;
}

// The weights where one is chosen: the share that each earns of what the best one does.
std::optional<std::vector<double>> weights_alone(const ItemReader& item, const std::string& response,
                                                 const std::vector<std::string>& identifiers) {
    Given given = all_right(item);
    given.erase(response);
    std::optional<double> base = item.score(given);
    std::vector<double> weights;
    for (const std::string& identifier : identifiers) {
        given[response] = {identifier};
        std::optional<double> score = item.score(given);
        if (!base || !score) {
            return std::nullopt;
        }
        weights.push_back(*score - *base);
    }
    double most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    if (most <= 0) {
        return std::nullopt;
    }
    std::transform(weights.begin(), weights.end(), weights.begin(), [&](double w) { return std::clamp(w / most, -1.0, 1.0); });
    return weights;
}

// The weights where several are chosen: what is lost without a right one, or with a wrong one more.
std::optional<std::vector<double>> weights_together(ItemReader& item, const std::string& response,
                                                    const std::vector<std::string>& identifiers) {
    Given given = all_right(item);
    const std::vector<std::string> right = given[response];
    std::optional<double> all = item.score(given);
    given[response].clear();
    std::optional<double> none = item.score(given);
    if (!all || !none || *all - *none <= 0) {
        return std::nullopt;
    }
    double whole = *all - *none;
    std::vector<double> weights;
    double sum = 0;
    for (const std::string& identifier : identifiers) {
        std::vector<std::string>& changed = given[response] = right;
        bool wanted = std::erase(changed, identifier) > 0;
        if (!wanted) {
            changed.push_back(identifier);
        }
        double lost = (*all - item.score(given).value_or(*all)) / whole;
        weights.push_back(std::clamp(wanted ? lost : -lost, -1.0, 1.0));
        sum += wanted ? weights.back() : 0;
    }
    if (is_near(sum, 1)) {
        return weights;
    }
    bool nothing = right.size() > 1 && is_near(sum, static_cast<double>(right.size()));
    if (nothing) {
        tell_all_or_nothing(item, "question");
    } else if (right.size() > 1) {
        item.reader.not_kept(item.item.place,
                             "the rules by which this item marks its choices cannot be written in a chapter, so right ones share the marks",
                             "look at the marks of this question");
    }
    double share = 1 / static_cast<double>(std::max<std::size_t>(right.size(), 1));
    std::transform(identifiers.begin(), identifiers.end(), weights.begin(),
                   [&](const std::string& identifier) { return contains(right, identifier) ? share : -share; });
    return weights;
}

}  // namespace

Given all_right(const ItemReader& item) {
    Given given;
    for (const auto& [response, declared] : item.declarations) {
        given[response] = right_of(declared);
    }
    return given;
}

std::vector<double> choice_weights(ItemReader& item, const std::string& response, const std::vector<std::string>& identifiers) {
    const Declaration& declared = item.declarations[response];
    std::optional<std::vector<double>> weights =
        declared.several ? weights_together(item, response, identifiers) : weights_alone(item, response, identifiers);
    return weights ? std::move(*weights) : declared_weights(declared, identifiers);
}

void tell_parts(ItemReader& item, const std::vector<Given>& each_missing, const std::string& what) {
    std::optional<double> all = item.score(all_right(item));
    if (!all || *all <= 0 || each_missing.size() < 2) {
        return;
    }
    std::vector<double> lost;
    for (const Given& given : each_missing) {
        lost.push_back((*all - item.score(given).value_or(*all)) / *all);
    }
    if (std::all_of(lost.begin(), lost.end(), [](double part) { return is_near(part, 1); })) {
        return tell_all_or_nothing(item, "question");
    }
    if (!std::all_of(lost.begin(), lost.end(), [&](double part) { return is_near(part, lost.front()); })) {
        item.reader.not_kept(item.item.place, what + " of one question earn the same marks here; in this item they do not",
                             "divide the question, or set `marks:` in the chapter");
    }
}

void tell_all_or_nothing(ItemReader& item, const std::string& what) {
    item.reader.not_kept(item.item.place, "Hornbook does not mark all or nothing, so this " + what + " gives part marks",
                         "set `marks:` in the chapter if that matters");
}

}  // namespace hornbook::qti
