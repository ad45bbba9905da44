// Number styles: how a language writes numbers, by its tag (RFC 5646).
#pragma once

#include <string_view>

namespace hornbook {

struct NumberStyle {
    char decimal_mark = ',';         // '.' or ','; the other of the two may divide groups
    bool has_groups_of_two = false;  // 1,00,000 is a number too
};

// The style of a language and region, whatever the script between the two and the case of letters, by plugin/grading/languages.json. A test
// compares it with Unicode's data (CLDR).
NumberStyle number_style(std::string_view language);

// Whether both decimal marks are in use around those who write this language, so that a lone mark before three digits may mean either.
bool is_of_two_minds(std::string_view language);

}  // namespace hornbook
