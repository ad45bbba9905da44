#include "model/inflection.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("a name's plurals follow its language, the name itself first") {
    using Forms = std::vector<std::string>;
    CHECK(inflected("city", "en-GB") == Forms{"city", "cities"});
    CHECK(inflected("day", "en") == Forms{"day", "days"});
    CHECK(inflected("purge", "en") == Forms{"purge", "purges"});
    CHECK(inflected("marsh", "en") == Forms{"marsh", "marshes"});
    CHECK(inflected("Wolke", "de-AT") == Forms{"Wolke", "Wolkes", "Wolkee", "Wolken", "Wolkeen"});
    CHECK(inflected("水", "ja") == Forms{"水"});
    CHECK(inflected("", "en") == Forms{""});
}

}  // namespace hornbook
