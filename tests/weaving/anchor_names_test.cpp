// Fragments find their heading however the author's Git host or site generator makes ids.
#include "weaving/anchor_names.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("a fragment finds its place by letters and digits") {
    AnchorNames names = {{"2-drops-more", "s-2-drops-more"}, {"2-drops--more", "s-2-drops-more"}, {"same", "same"}, {"same-1", "same-2"}};
    AnchorFinder finder(names);
    CHECK(finder.find("2-drops--more") == "s-2-drops-more");
    CHECK(finder.find("drops-more") == "s-2-drops-more");
    CHECK(finder.find("2.Drops_More") == "s-2-drops-more");
    CHECK(finder.find("user-content-same-1") == "same-2");
    CHECK(finder.find("top") == "");
    CHECK_FALSE(finder.find("drops"));
    CHECK_FALSE(finder.find("---"));
}

TEST_CASE("a fragment that could mean two places means neither") {
    AnchorNames names = {{"1-rain", "a"}, {"2-rain", "b"}, {"top", "c"}};
    AnchorFinder finder(names);
    CHECK(finder.find("1.rain") == "a");
    CHECK_FALSE(finder.find("rain"));
    CHECK(finder.find("top") == "c");
}

TEST_CASE("a name that stands there as it is goes before what is only like it") {
    AnchorNames names = {{"same-1", "a"}, {"same1", "b"}, {"9-clouds", "c"}};
    AnchorFinder finder(names);
    CHECK(finder.find("user-content-same-1") == "a");
    CHECK_FALSE(finder.find("same.1"));
    CHECK(finder.find("clouds") == "c");
    CHECK(finder.find("TOP") == "");
}

}  // namespace hornbook
