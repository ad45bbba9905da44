// Options: what an output may be told, by [output] in book.toml or by a flag of the command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

enum class OptionKind { one_of, flag, list, number, text };

struct OptionForm {
    OptionKind kind = OptionKind::one_of;
    std::vector<std::string_view> values;  // of one_of, and of each item of a list; empty: any
};

struct OptionRow {
    std::string_view name;  // as in book.toml; as a flag, `_` is `-`
    std::string_view summary;
    OptionForm form;
    std::string_view standard;  // the value when none is given
};

// What is wrong with the value, and what to write instead; `wrong` is empty when nothing is.
struct OptionFault {
    std::string wrong;
    std::string hint;
};
OptionFault option_fault(const OptionForm& form, std::string_view value);

std::vector<std::string> items_of(std::string_view list);  // "A, B" -> A and B

}  // namespace hornbook
