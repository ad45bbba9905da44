// Check codes: eleven digits that a pupil copies to paper, by the description in plugin/results.schema.json.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

unsigned quiz_number(std::string_view book, std::string_view quiz);
// The code of a result. pupil: 0 for one without a number. last: percent, or for a test 900 + the number of answers given.
std::string check_code(std::string_view book, std::string_view quiz, int pupil, unsigned last);
unsigned percent_of(double score, double of);           // at most 100
unsigned uncapped_percent_of(double score, double of);  // at most 999, as devices wrote it where rounded marks made more than there were
bool has_right_check_digits(std::string_view eleven_digits);  // ISO 7064, MOD 97-10
std::string shown_code(std::string_view eleven_digits);       // "3188 07 100 59"

}  // namespace hornbook
