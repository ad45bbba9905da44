// ISO time: a moment as standards write it.
#pragma once

#include <cstdint>
#include <string>

namespace hornbook {

std::string iso_time(std::int64_t seconds);  // since 1970, UTC: "2026-11-23T00:00:00Z"

}  // namespace hornbook
