#include "results/remark.h"

#include "catch.h"

using namespace hornbook;

TEST_CASE("a remark steers no terminal") {
    CHECK(shown({Weight::refusal, "a.json", 7, "it is of `\x1B[31mred\u009B`"}) == "a.json:7: not taken: it is of `\uFFFD[31mred\uFFFD`");
    CHECK(shown({Weight::note, "\xFF.json", 0, "fine"}) == "\xEF\xBF\xBD.json: note: fine");
    CHECK(shown({Weight::note, "\u202Egnp.json", 0, "pupil \u200FFox\u2028"}) == "\uFFFDgnp.json: note: pupil \uFFFDFox\uFFFD");
}

TEST_CASE("what is said of many files is said once, and names them all") {
    Remarks remarks;
    for (const char* file : {"a.json", "b.json", "c.json"}) {
        remarks.push_back({Weight::refusal, file, 0, "it is of another book, `Snow`"});
    }
    CHECK(shown(remarks).size() == 3);
    remarks.push_back({Weight::note, "x.json", 0, "it is of another book, `Snow`"});
    remarks.push_back({Weight::refusal, "codes.txt", 4, "it is of another book, `Snow`"});
    CHECK(shown(remarks).size() == 5);
    remarks.push_back({Weight::refusal, "d.json", 0, "it is of another book, `Snow`"});
    CHECK(shown(remarks) == std::vector<std::string>{"4 files: not taken: it is of another book, `Snow`: a.json, b.json, c.json, d.json",
                                                     "x.json: note: it is of another book, `Snow`",
                                                     "codes.txt:4: not taken: it is of another book, `Snow`"});
}
