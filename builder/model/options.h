// Options of an output: set by its section in book.toml, such as [handout], or by a flag of the command line.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

enum class OptionKind { one_of, flag, list, number, text };

struct OptionForm {
    OptionKind kind = OptionKind::one_of;
    std::vector<std::string_view> values;  // allowed for one_of, and for each item of a list; empty: any
};

struct OptionRow {
    std::string_view name;  // as in book.toml; as a flag, `_` is `-`
    std::string_view summary;
    OptionForm form;
    std::string_view standard;  // the default
};

// A message about a wrong value, and a hint; `wrong` is empty where the value is right.
struct OptionFault {
    std::string wrong;
    std::string hint;
};
OptionFault option_fault(const OptionForm& form, std::string_view value);

std::vector<std::string> items_of(std::string_view list);  // "A, B" -> "A" and "B", in order

}  // namespace hornbook
