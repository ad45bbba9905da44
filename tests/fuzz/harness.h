// What all harnesses share. A harness says what becomes of the bytes that it is given; a crash, a report of a sanitizer, a failed
// assertion, an exception that nobody catches and a broken promise all end it, and libFuzzer keeps the bytes.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "well_formed.h"

namespace hornbook {

inline void promise(bool kept, std::string_view name, std::string_view what, std::string_view bytes) {
    if (!kept) {
        std::fprintf(stderr, "%.*s: %.*s\n%.*s\n", static_cast<int>(name.size()), name.data(), static_cast<int>(what.size()), what.data(),
                     static_cast<int>(bytes.size()), bytes.data());
        std::abort();
    }
}

inline void promise_well_formed(std::string_view name, std::string_view xml) {
    std::string problem = parse_strictly(xml).problem;
    promise(problem.empty(), name, problem, xml);
}

void fuzz(std::string_view bytes);  // each harness has its own

}  // namespace hornbook
