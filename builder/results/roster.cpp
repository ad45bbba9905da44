#include <charconv>

#include "base/text.h"
#include "results/csv.h"
#include "results/side_files.h"

namespace hornbook {
namespace {

// The number without the fraction with which spreadsheets may save it: `3.0`, `3,00`.
std::string_view without_zero_fraction(std::string_view text) {
    text = trim(text);
    std::size_t mark = text.find_first_of(".,");
    bool digits =
        mark != std::string_view::npos && mark > 0 && text.substr(0, mark).find_first_not_of("0123456789") == std::string_view::npos;
    bool zero = digits && mark + 1 < text.size() && text.substr(mark + 1).find_first_not_of('0') == std::string_view::npos;
    return zero ? text.substr(0, mark) : text;
}

// The pupil of a number or nickname as people write them; neither is set where it cannot be one.
Pupil pupil_from(std::string_view text) {
    Pupil pupil;
    std::string who = plain_nickname(without_zero_fraction(text));
    if (who.find_first_not_of("0123456789") != std::string_view::npos) {
        pupil.nickname = who;
        return pupil;
    }
    int number = 0;
    std::from_chars(who.data(), who.data() + who.size(), number);
    pupil.number = number <= 40 ? number : 0;
    return pupil;
}

}  // namespace

void read_roster(const std::string& file, std::string_view bytes, ClassResults& results) {
    CsvReading table = read_csv(bytes);
    auto refuse = [&](std::size_t line, const std::string& text) { results.remarks.push_back({Weight::refusal, file, line, text}); };
    if (!table.refusal.empty()) {
        return refuse(0, "no name in it counts: " + table.refusal);
    }
    if (table.rows.empty() || fold_case(trim(table.rows[0].cell(0))) != "pupil" || fold_case(trim(table.rows[0].cell(1))) != "name") {
        return refuse(0, "it is not a roster; its first line is `pupil,name`");
    }
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const CsvRow& row = table.rows[i];
        Pupil pupil = pupil_from(row.cell(0));
        std::string name = collapse_spaces(row.cell(1));
        if (pupil.number == 0 && pupil.nickname.empty()) {
            refuse(row.line, "`" + std::string(row.cell(0)) + "` is not a pupil; a pupil is a number from 1 to 40 or a nickname");
        } else if (name.empty()) {
            refuse(row.line, "pupil " + shown_pupil(pupil) + " has no name");
        } else if (!results.roster.emplace(key_of(pupil), RosterRow{pupil, name}).second) {
            refuse(row.line, "pupil " + shown_pupil(pupil) + " is in the roster already");
        }
    }
}

}  // namespace hornbook
