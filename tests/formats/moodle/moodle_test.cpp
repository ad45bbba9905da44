// Moodle XML as it is written.
#include "formats/moodle/moodle.h"

#include "catch.h"
#include "formats/answers.h"
#include "formats/moodle/write_cloze.h"
#include "formats/written_bank.h"
#include "well_formed.h"

namespace hornbook {

TEST_CASE("the questions of a book become the Moodle XML that is expected of it") {
    for (const std::string& bank : check_written_banks("moodle-xml", make_moodle_xml)) {
        CHECK(parse_strictly(bank).problem.empty());
    }
}

TEST_CASE("a book without questions makes an empty bank for Moodle, and it is said") {
    check_empty_bank(make_moodle_xml);
}

TEST_CASE("cloze: signs of its own are references, and no text is a gap") {
    Blank blank{{word("a~b#c}d"), word("*", 0.5)}, {}};
    blank.accepted[0].feedback = {{Paragraph{{{Text{"Yes"}, {}}}}, {}}};
    CHECK(cloze_gap(asked(blank, "en"), 2, [](const Blocks&) { return "<p>Yes~</p>\n"; }) ==
          "{2:SHORTANSWER:=a&#126;b&#35;c&#125;d#&#60;p&#62;Yes&#126;&#60;/p&#62; ~%50%&#92;*}");
    CHECK(cloze_gap(asked({{numbers("1..2", 1, 2)}, {}}, "en"), 1, nullptr) == "{1:NUMERICAL:=1.5:0.5}");
    CHECK(cloze_text("<p>{#1}</p>") == "<p>&#123;#1}</p>");
}

}  // namespace hornbook
