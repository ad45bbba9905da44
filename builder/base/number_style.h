// Number styles: how a language writes numbers, by its tag (RFC 5646).
#pragma once

#include <string_view>

namespace hornbook {

struct NumberStyle {
    char decimal_mark = ',';         // the other of point and comma may divide groups
    bool has_groups_of_two = false;  // 1,00,000 is a number too
};

// By language and region, in capitals or not, whatever script stands between the two, as plugin/grading/languages.json has it; a test
// compares it with Unicode's data on languages (CLDR).
NumberStyle number_style(std::string_view language);

// Whether people who write this language elsewhere have the other decimal mark, or half the devices around them have: there a lone mark
// before three digits may mean either.
bool is_of_two_minds(std::string_view language);

}  // namespace hornbook
