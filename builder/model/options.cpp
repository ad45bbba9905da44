#include "model/options.h"

#include <algorithm>

#include "base/text.h"

namespace hornbook {
namespace {

// A list such as "A,B", of as many of the letters as the value says, or of the first two.
std::string letters_such_as(std::string_view value, const std::vector<std::string_view>& letters) {
    std::size_t count = value.size() == 1 && value[0] >= '2' && value[0] <= '9' ? static_cast<std::size_t>(value[0] - '0') : 2;
    std::vector<std::string> some(letters.begin(), letters.begin() + static_cast<std::ptrdiff_t>(std::min(count, letters.size())));
    return join(some, ",");
}

OptionFault none_of(std::string_view value, const std::vector<std::string_view>& values) {
    bool are_letters = std::all_of(values.begin(), values.end(), [](std::string_view one) { return one.size() == 1; });
    if (are_letters) {
        return {"`" + std::string(value) + "` is not one of the values that this takes",
                "write letters with commas between them, such as `" + letters_such_as(value, values) + "`"};
    }
    std::string_view near = nearest(value, values);
    return {"`" + std::string(value) + "` is not one of the values that this takes",
            near.empty() ? "write one of " + join({values.begin(), values.end()}, ", ") : "did you mean `" + std::string(near) + "`?"};
}

bool is_known(std::string_view value, const std::vector<std::string_view>& values) {
    return values.empty() || std::find(values.begin(), values.end(), value) != values.end();
}

bool is_number(std::string_view value) {
    constexpr std::size_t most_digits = 18;
    return !value.empty() && value.size() <= most_digits &&
           std::all_of(value.begin(), value.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

std::vector<std::string> items_of(std::string_view list) {
    std::vector<std::string> items;
    for (std::string_view item : split(list, ',')) {
        if (!trim(item).empty()) {
            items.emplace_back(trim(item));
        }
    }
    return items;
}

OptionFault option_fault(const OptionForm& form, std::string_view value) {
    switch (form.kind) {
        case OptionKind::one_of:
        case OptionKind::text:
            return is_known(value, form.values) ? OptionFault{} : none_of(value, form.values);
        case OptionKind::flag:
            return value == "true" || value == "false"
                       ? OptionFault{}
                       : OptionFault{"`" + std::string(value) + "` is neither `true` nor `false`", "write one of the two"};
        case OptionKind::number:
            return is_number(value) ? OptionFault{}
                                    : OptionFault{"`" + std::string(value) + "` is not a whole number", "write digits alone, such as 7"};
        case OptionKind::list:
            break;
    }
    std::vector<std::string> items = items_of(value);
    if (items.empty() && !value.empty()) {
        return {"`" + std::string(value) + "` names nothing", "write what is wanted, divided by commas"};
    }
    for (auto item = items.begin(); item != items.end(); ++item) {
        if (!is_known(*item, form.values)) {
            return none_of(*item, form.values);
        }
        if (std::find(items.begin(), item, *item) != item) {
            return {"`" + *item + "` is there twice", "write each once"};
        }
    }
    return {};
}

}  // namespace hornbook
