#include "base/sources.h"

#include "catch.h"

namespace hornbook {
namespace {

TEST_CASE("lines are found by number") {
    Sources sources;
    std::uint32_t file = sources.add("chapters/01.md", "one\n\nthree\n");
    const Source& source = sources[file];
    CHECK(source.line(1) == "one");
    CHECK(source.line(2).empty());
    CHECK(source.line(3) == "three");
    CHECK(source.line(4).empty());
    CHECK(source.line(0).empty());
    CHECK(source.line(4'000'000'000U).empty());
    CHECK(source.line_starts.size() == 3);
}

TEST_CASE("a last line needs no line end") {
    Sources sources;
    CHECK(sources[sources.add("a", "one\ntwo")].line(2) == "two");
    CHECK(sources[sources.add("b", "only")].line(1) == "only");
    CHECK(sources[sources.add("c", "")].line(1).empty());
    CHECK(sources[sources.add("d", "\n")].line(1).empty());
    CHECK(sources.size() == 4);
}

TEST_CASE("references to a source stay valid while others are added") {
    Sources sources;
    const Source& first = sources[sources.add("first", "text")];
    for (int i = 0; i < 1000; ++i) {
        sources.add("other", "text");
    }
    CHECK(&first == &sources[0]);
    CHECK(first.path == "first");
}

}  // namespace
}  // namespace hornbook
