// Number styles: how a language writes numbers, by its tag (RFC 5646).
#pragma once

#include <string_view>

namespace hornbook {

struct NumberStyle {
    char decimal_mark = ',';         // the other of point and comma may divide groups
    bool has_groups_of_two = false;  // 1,00,000 is a number too
};

// By language and region, in capitals or not, whatever script stands between the two. The same table stands in plugin/epub/grading.js and
// in hornbook_numbers.lua of KOReader's plugin; a test compares the three with one another and with Unicode's data on languages (CLDR).
NumberStyle number_style(std::string_view language);

// Whether people who write this language elsewhere have the other decimal mark, or half the devices around them have: there a lone mark
// before three digits may mean either.
bool is_of_two_minds(std::string_view language);

}  // namespace hornbook
