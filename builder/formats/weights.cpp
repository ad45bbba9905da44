#include "formats/weights.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/decimal.h"

namespace hornbook {
namespace {

// Nearly equal shares that Moodle knows and that make 100 together; for more than ten, of tens and fives.
std::vector<double> even_shares(std::size_t count) {
    std::vector<double> shares(count, nearest_weight(1 / static_cast<double>(std::max<std::size_t>(1, count))));
    for (std::size_t i = 0; count > 10 && i < count; ++i) {
        shares[i] = i < 20 - std::min<std::size_t>(count, 20) ? 10 : i < 20 ? 5 : 0;
    }
    return shares;
}

bool make_all(const std::vector<double>& shares) {
    double sum = 0;
    for (double share : shares) {
        sum += share;
    }
    return std::abs(sum - 100) < 0.5;  // Moodle looks at two decimals of 1.00
}

std::vector<double> shares_of_right(const Select& select) {
    std::vector<double> shares;
    bool has_credits = false;
    for (const Choice& choice : select.choices) {
        if (choice.right) {
            shares.push_back(nearest_weight(choice.credit.value_or(0)));
            has_credits = has_credits || choice.credit;
        }
    }
    return has_credits && make_all(shares) ? shares : even_shares(shares.size());
}

}  // namespace

double nearest_weight(double credit) {
    constexpr auto known = std::to_array<double>(
        {100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0});
    double wanted = std::abs(credit) * 100;
    double weight =
        *std::min_element(known.begin(), known.end(), [&](double a, double b) { return std::abs(a - wanted) < std::abs(b - wanted); });
    return credit < 0 && weight > 0 ? -weight : weight;
}

std::string in_percent(double weight) {
    return plain_decimal(weight);
}

bool is_same_weight(double percent, double credit, double marks) {
    constexpr double half_of_a_hundredth = 0.5 + 1e-9;  // in percent of one mark
    return std::abs(percent - credit * 100) * std::max(1.0, marks) <= half_of_a_hundredth;
}

Weights moodle_weights(const Select& select, double marks) {
    std::vector<double> rights = select.several ? shares_of_right(select) : std::vector<double>();
    auto count = static_cast<double>(std::max<std::size_t>(1, rights.size()));
    Weights weights;
    std::size_t right = 0;
    for (const Choice& choice : select.choices) {
        double usual = choice.right ? (select.several ? 1 / count : 1) : select.several ? -1 / count : 0;
        double credit = choice.credit.value_or(usual);
        double weight = select.several && choice.right ? rights[right++] : nearest_weight(credit);
        weights.exact = weights.exact && is_same_weight(weight, credit, marks);
        weights.percent.push_back(weight);
    }
    return weights;
}

void tell_below_nothing(Losses& losses, const Select& select, Place place) {
    bool goes_below = !select.several &&
                      std::any_of(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.credit.value_or(0) < 0; });
    if (goes_below) {
        losses.say_once(place, "takes marks away for a choice with a weight below 0, which in the book earns nothing");
    }
}

}  // namespace hornbook
