// Cleaning SVG costs time by its length.
#include "cleaned_svg.h"
#include "cpu_limit.h"

namespace hornbook {

TEST_CASE("styles without end cost time by their length") {
    CpuLimit limit;
    std::string urls;
    std::string rules;
    for (int i = 0; i < 100'000; ++i) {
        urls += "url(#";
        rules += "@import x;/**/";
    }
    CHECK(cleaned(wrap("<g style=\"" + urls + "\"/>")).removed.empty());
    CHECK(cleaned(wrap("<g style=\"" + urls + ")\"/>")).removed.empty());
    CHECK(cleaned(wrap("<style>" + rules + ".a{fill:red}</style>")).removed == std::vector<std::string>{"@import"});
    CHECK(kept("<g style=\"fill:url(#a b);mask:url('#c d');stroke:#111;clip-path:url(#e\"/>") ==
          R"x(<g style="fill:url(#a-b);mask:url(&apos;#c-d&apos;);stroke:#111;clip-path:url(#e"></g>)x");
}

}  // namespace hornbook
