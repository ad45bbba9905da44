// The right sides of pairs in Moodle's banks.
#include "formats/matched_words.h"

#include "base/text.h"
#include "catch.h"

namespace hornbook {

TEST_CASE("what is right of an arrow is in Moodle what it is here, and fits there") {
    auto rights = [](const std::vector<std::string>& texts) {
        Match match;
        for (const std::string& text : texts) {
            match.rights.push_back({{Text{text}, {}}});
        }
        return words_to_match(match);
    };
    MatchedWords kept = rights({"x<5 and y>3", "a & b", "&copy; &c; R&D", "&amp", std::string(255, 'x')});
    CHECK(kept.rights == std::vector<std::string>{"x&lt;5 and y>3", "a & b", "&amp;copy; &amp;c; R&D", "&amp", std::string(255, 'x')});
    CHECK_FALSE(kept.shortened);
    std::string start;
    for (int i = 0; i < 60; ++i) {
        start += "é<b ";
    }
    MatchedWords cut = rights({start + "one", start + "two", "three"});
    CHECK(cut.shortened);
    CHECK(cut.rights[0] + " (2)" == cut.rights[1]);
    CHECK(cut.rights[0].ends_with("b…"));
    CHECK(count_code_points(cut.rights[1]) <= 255);
    CHECK(cut.rights[2] == "three");
}

}  // namespace hornbook
