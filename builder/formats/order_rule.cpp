#include "formats/order_rule.h"

#include "base/text.h"

namespace hornbook {

std::string order_rule_lost(std::string_view rule) {
    std::string folded = fold_case(rule);
    bool all = folded == "all_or_nothing" || folded == "-1";
    bool same = folded.empty() || folded.starts_with("longest_o") || folded == "5";
    return same  ? ""
           : all ? "Hornbook does not mark all or nothing, so this order gives part marks"
                 : "the other program marks this order by its rule `" + std::string(rule) +
                       "`; here its longest right sequence earns the marks";
}

}  // namespace hornbook
