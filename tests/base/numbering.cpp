#include "base/numbering.h"

#include <set>

#include "catch.h"
#include "cpu_limit.h"

namespace hornbook {
namespace {

TEST_CASE("names are numbered from 2, and a number that somebody has is passed over") {
    std::set<std::string> taken = {"rain-3"};
    auto take = [&](const std::string& name) { return taken.insert(name).second; };
    Numbering numbering;
    CHECK(numbering.next("rain", take) == "rain");
    CHECK(numbering.next("rain", take) == "rain-2");
    CHECK(numbering.next("rain", take) == "rain-4");
    CHECK(numbering.next("rain-2", take) == "rain-2-2");
    auto in_brackets = [](std::size_t number) { return "snow (" + std::to_string(number) + ")"; };
    CHECK(numbering.next("snow", in_brackets, take) == "snow");
    CHECK(numbering.next("snow", in_brackets, take) == "snow (2)");
}

TEST_CASE("a hundred thousand equal names are numbered in no time") {
    CpuLimit limit;
    std::set<std::string> taken;
    Numbering numbering;
    std::string last;
    for (int i = 0; i < 100'000; ++i) {
        last = numbering.next("rain", [&](const std::string& name) { return taken.insert(name).second; });
    }
    CHECK(last == "rain-100000");
}

}  // namespace
}  // namespace hornbook
