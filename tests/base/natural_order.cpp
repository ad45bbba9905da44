#include "base/natural_order.h"

#include <algorithm>
#include <string>
#include <vector>

#include "catch.h"

namespace hornbook {

TEST_CASE("names are put in the order in which people count them") {
    std::vector<std::string> names = {"10 Ten.md", "2 Two.md", "1.md",  "b.md",        "a10.md",
                                      "a9.md",     "a.md",     "01.md", "part10/1.md", "part9/2.md"};
    std::sort(names.begin(), names.end(), comes_before);
    CHECK(names == std::vector<std::string>{"01.md", "1.md", "2 Two.md", "10 Ten.md", "a.md", "a9.md", "a10.md", "b.md", "part9/2.md",
                                            "part10/1.md"});
    CHECK_FALSE(comes_before("same", "same"));
    CHECK(comes_before("99999999999999999999999998", "99999999999999999999999999"));
}

}  // namespace hornbook
