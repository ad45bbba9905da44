#include "base/iso_time.h"

#include <chrono>
#include <cstdio>

namespace hornbook {

std::string iso_time(std::int64_t seconds) {
    using namespace std::chrono;
    sys_seconds at{std::chrono::seconds(seconds)};
    auto day = floor<days>(at);
    year_month_day date(day);
    hh_mm_ss time(at - day);
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02dZ", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                  static_cast<unsigned>(date.day()), static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                  static_cast<int>(time.seconds().count()));
    return text;
}

bool is_day(std::string_view text) {
    auto digits = [&](std::size_t at, std::size_t count) {
        return text.substr(at, count).find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (text.size() != 10 || !text.starts_with("20") || text[4] != '-' || text[7] != '-' || !digits(2, 2) || !digits(5, 2) ||
        !digits(8, 2)) {
        return false;
    }
    auto number = [&](std::size_t at) { return static_cast<unsigned>(10 * (text[at] - '0') + (text[at + 1] - '0')); };
    return std::chrono::year_month_day(std::chrono::year(2000 + static_cast<int>(number(2))), std::chrono::month(number(5)),
                                       std::chrono::day(number(8)))
        .ok();
}

}  // namespace hornbook
