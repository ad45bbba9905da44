// ISO time: days and moments as standards write them (ISO 8601).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hornbook {

std::string iso_time(std::int64_t seconds);  // of seconds since 1970, in UTC: "2026-11-23T00:00:00Z"
bool is_day(std::string_view text);          // "2026-11-23": a day of the calendar in the years 2000 to 2099

}  // namespace hornbook
