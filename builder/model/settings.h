// Settings: what is asked for in one build, apart from the book itself.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "model/options.h"

namespace hornbook {

struct Settings {
    std::int64_t modified = 0;                                // seconds since 1970, UTC; never the clock
    unsigned jobs = 0;                                        // 0: as many as cores
    std::map<std::string, std::string, std::less<>> options;  // of the output that is made

    std::string_view option(std::string_view name) const {
        auto found = options.find(name);
        return found == options.end() ? std::string_view() : found->second;
    }
    bool flag(std::string_view name) const {
        return option(name) == "true";
    }
};

}  // namespace hornbook
