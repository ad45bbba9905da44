#include "model/options.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("a value is of an option's form or is told what to be") {
    OptionForm paper{OptionKind::one_of, {"A4", "Letter"}};
    CHECK(fault_of(paper, "A4").wrong.empty());
    CHECK(fault_of(paper, "Leter").hint == "did you mean `Letter`?");
    CHECK(fault_of(paper, "tapestry").hint == "write one of A4, Letter");
    OptionForm parts{OptionKind::list, {"reading", "key"}};
    CHECK(fault_of(parts, "key, reading").wrong.empty());
    CHECK(fault_of(parts, "key,kye").wrong == "`kye` is none of the values this takes");
    CHECK(fault_of({OptionKind::list, {}}, "A,B,A").wrong == "`A` stands there twice");
    CHECK(fault_of({OptionKind::list, {}}, ",").wrong == "`,` names nothing");
    CHECK(fault_of({OptionKind::list, {}}, "").wrong.empty());
    CHECK(fault_of({OptionKind::number, {}}, "12").wrong.empty());
    CHECK_FALSE(fault_of({OptionKind::number, {}}, "-1").wrong.empty());
    CHECK_FALSE(fault_of({OptionKind::number, {}}, "").wrong.empty());
    CHECK_FALSE(fault_of({OptionKind::flag, {}}, "yes").wrong.empty());
    CHECK(fault_of({OptionKind::text, {}}, "anything").wrong.empty());
}

TEST_CASE("a list is divided at its commas") {
    CHECK(items_of("A, B,,C ") == std::vector<std::string>{"A", "B", "C"});
    CHECK(items_of("").empty());
}
