#include "results/remark.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("a remark steers no terminal") {
    CHECK(shown({Weight::refusal, "a.json", 7, "it is of `\x1B[31mred\u009B`"}) == "a.json:7: not taken: it is of `?[31mred?`\n");
    CHECK(shown({Weight::note, "\xFF.json", 0, "fine"}) == "\xEF\xBF\xBD.json: note: fine\n");
}
