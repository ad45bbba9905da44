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

}  // namespace hornbook
