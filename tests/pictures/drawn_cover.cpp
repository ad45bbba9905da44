#include "pictures/drawn_cover.h"

#include "base/text.h"
#include "catch.h"
#include "repeated.h"
#include "well_formed.h"
#include "xml/svg.h"

namespace hornbook {
namespace {

Metadata titled(std::string title) {
    Metadata metadata;
    metadata.title = std::move(title);
    return metadata;
}

// Well-formed, passes Hornbook's own rules for pictures, and says what it should.
ParsedXml judged(const Metadata& metadata) {
    std::string drawn = drawn_cover(metadata);
    ParsedXml parsed = parse_strictly(drawn);
    REQUIRE(parsed.problem == "");
    std::string problem;
    std::optional<CleanSvg> clean = clean_svg(drawn, problem);
    REQUIRE(problem == "");
    CHECK(clean->removed.empty());
    CHECK(clean->width == 1200);
    CHECK(clean->height == 1600);
    return parsed;
}

TEST_CASE("a cover shows title, subtitle and authors") {
    Metadata metadata = titled("The Purges");
    metadata.subtitle = "Terror in Stalin's USSR";
    metadata.authors = {"A. Author", "B. Author"};
    CHECK(judged(metadata).text == "The PurgesTerror in Stalin's USSRA. Author, B. Author");
    CHECK(drawn_cover_words(metadata) == "The Purges. Terror in Stalin's USSR. A. Author, B. Author");
    CHECK(drawn_cover_words(titled("Water")) == "Water");
}

TEST_CASE("titles of every kind are drawn, and lose no letter") {
    for (const std::string& title :
         {std::string("W"), repeated("Very long words follow one another ", 40), repeated("Donaudampfschifffahrtsgesellschaft", 12),
          repeated("史達林的大清洗與莫斯科審判", 15), repeated("التطهير الكبير في عهد ستالين ", 8), repeated("ひらがな カタカナ ", 20),
          repeated("😀", 100), std::string("<b>&\"'</b> ]]>")}) {
        CAPTURE(title);
        ParsedXml parsed = judged(titled(title));
        auto letters = [](std::string text) {
            std::erase(text, ' ');
            return text;
        };
        CHECK(letters(parsed.text) == letters(title));
    }
}

TEST_CASE("no title at all is still a cover") {
    CHECK(judged(titled("")).text.empty());
    CHECK(judged(titled("   ")).text.empty());
}

TEST_CASE("characters that XML does not allow are not drawn") {
    CHECK(judged(titled("a\x01"
                        "b\uFFFE"))
              .text == "ab");
}

// A line that began with an accent would show it on a circle of dots.
TEST_CASE("accents stay with their letters where a word is cut") {
    std::string drawn = drawn_cover(titled(repeated("x\u0323\u0301", 200)));
    CHECK(drawn.find(">\u0323") == std::string::npos);
    CHECK(drawn.find(">\u0301") == std::string::npos);
}

TEST_CASE("lines stay between the margins") {
    for (const std::string& title : {repeated("word ", 100), repeated("長", 200), repeated("abc長 ", 60)}) {
        std::string drawn = drawn_cover(titled(title));
        for (std::size_t at = drawn.find("font-size=\""); at != std::string::npos; at = drawn.find("font-size=\"", at + 1)) {
            std::size_t size = std::stoul(drawn.substr(at + 11));
            std::size_t begin = drawn.find('>', at) + 1;
            std::string line = drawn.substr(begin, drawn.find('<', begin) - begin);
            CAPTURE(line);
            CHECK(display_width(line) * size * 55 / 100 <= 1100);
        }
    }
}

// Widths of DejaVu Serif Bold: "The Hornbook" at a size of 140 is 1210 wide, more than the frame.
TEST_CASE("a title of wide letters stays within the frame, and no word is cut that could be smaller") {
    auto lines_of = [](const std::string& title) {
        std::string drawn = drawn_cover(titled(title));
        std::string lines;
        for (std::size_t at = drawn.find("font-size=\""); at != std::string::npos; at = drawn.find("font-size=\"", at + 1)) {
            std::size_t begin = drawn.find('>', at) + 1;
            lines +=
                drawn.substr(at + 11, drawn.find('"', at + 11) - at - 11) + " " + drawn.substr(begin, drawn.find('<', begin) - begin) + "|";
        }
        return lines;
    };
    CHECK(lines_of("The Hornbook Manual") == "140 The|140 Hornbook|140 Manual|");
    CHECK(lines_of("The Purges") == "140 The Purges|");
    CHECK(lines_of("Water") == "140 Water|");
    CHECK(lines_of("MUMMIES") == "140 MUMMIES|");
    CHECK(lines_of("MUMMMIES") == "110 MUMMMIES|");
    CHECK(lines_of("Photosynthesis") == "80 Photosynthesis|");
    CHECK(lines_of("ЖЮЩЫ ШШШШ") == "140 ЖЮЩЫ|140 ШШШШ|");
}

TEST_CASE("the same title is the same cover") {
    CHECK(drawn_cover(titled("Water")) == drawn_cover(titled("Water")));
    CHECK(drawn_cover(titled("Water")) != drawn_cover(titled("Wafer")));
}

}  // namespace
}  // namespace hornbook
