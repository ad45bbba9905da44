#include "formats/moodle/write_cloze.h"

#include <algorithm>
#include <cmath>

#include "formats/moodle/cloze.h"
#include "formats/numbers.h"
#include "formats/wildcards.h"

namespace hornbook {

double whole_percent(double credit) {
    return std::round(std::max(credit, 0.0) * 100);
}

std::string cloze_gap(const AskedBlank& blank, std::size_t marks, const std::function<std::string(const Blocks&)>& html_of) {
    std::string result = "{" + std::to_string(marks) + ":" +
                         std::string(moodle::name_of_gap_kind(blank.numeric ? moodle::GapKind::number : moodle::GapKind::words)) + ":";
    for (const Spelling& spelling : blank.spellings) {
        const Accepted& accepted = *spelling.accepted;
        double percent = whole_percent(accepted.credit.value_or(1));
        result += (&spelling == blank.spellings.data() ? "" : "~") + (percent == 100 ? "=" : "%" + in_percent(percent) + "%");
        if (blank.numeric) {
            Tolerated number = tolerated(*accepted.number);
            result += number.number + ":" + number.tolerance;
        } else {
            result += moodle::cloze_escaped(escape_wildcards(spelling.text));
        }
        result += accepted.feedback.empty() ? "" : "#" + moodle::cloze_escaped(html_of(accepted.feedback));
    }
    return result + "}";
}

std::string cloze_text(std::string_view html) {
    std::string result;
    for (char c : html) {
        result += c == '{' ? "&#123;" : std::string(1, c);
    }
    return result;
}

}  // namespace hornbook
