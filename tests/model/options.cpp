#include "model/options.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("a value is of an option's form or is told what to be") {
    OptionForm paper{OptionKind::one_of, {"A4", "Letter"}};
    CHECK(option_fault(paper, "A4").wrong.empty());
    CHECK(option_fault(paper, "Leter").hint == "did you mean `Letter`?");
    CHECK(option_fault(paper, "tapestry").hint == "write one of A4, Letter");
    OptionForm parts{OptionKind::list, {"reading", "key"}};
    OptionForm letters{OptionKind::list, {"A", "B", "C", "D"}};
    CHECK(option_fault(letters, "2").hint == "write letters with commas between them, such as `A,B`");
    CHECK(option_fault(letters, "3").hint == "write letters with commas between them, such as `A,B,C`");
    CHECK(option_fault(letters, "AB").hint == "write letters with commas between them, such as `A,B`");
    CHECK(option_fault(parts, "key, reading").wrong.empty());
    CHECK(option_fault(parts, "key,kye").wrong == "`kye` is not one of the values that this takes");
    CHECK(option_fault({OptionKind::list, {}}, "A,B,A").wrong == "`A` is there twice");
    CHECK(option_fault({OptionKind::list, {}}, ",").wrong == "`,` names nothing");
    CHECK(option_fault({OptionKind::list, {}}, "").wrong.empty());
    CHECK(option_fault({OptionKind::number, {}}, "12").wrong.empty());
    CHECK_FALSE(option_fault({OptionKind::number, {}}, "-1").wrong.empty());
    CHECK_FALSE(option_fault({OptionKind::number, {}}, "").wrong.empty());
    CHECK_FALSE(option_fault({OptionKind::flag, {}}, "yes").wrong.empty());
    CHECK(option_fault({OptionKind::text, {}}, "anything").wrong.empty());
}

TEST_CASE("a list is divided at its commas") {
    CHECK(items_of("A, B,,C ") == std::vector<std::string>{"A", "B", "C"});
    CHECK(items_of("").empty());
}
