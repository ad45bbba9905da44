// An author's classes stay, Hornbook's own are not the author's to give.
#include "reading/classes.h"

#include <fstream>
#include <iterator>
#include <regex>

#include "catch.h"
#include "reading/picture_width.h"

namespace hornbook {

TEST_CASE("classes are kept once each, without Hornbook's own and what is no name") {
    CHECK(kept_classes("  verse  choice verse hb-x 1st wide-2 ") == "verse wide-2");
    CHECK(kept_classes("Strophe_1 строфа") == "Strophe_1 строфа");
    CHECK(kept_classes("MsoNormal quiet") == "quiet");
    CHECK(kept_classes("callout width-50 long-word web-head line-above").empty());
}

TEST_CASE("every class by which a script finds its place is Hornbook's own") {
    std::size_t seen = 0;
    for (const char* name : {"controls.js", "quiz.js"}) {
        std::ifstream file(HORNBOOK_SOURCE_DIR "/plugin/epub/" + std::string(name));
        std::string script{std::istreambuf_iterator<char>(file), {}};
        static const std::regex call("withClass\\([a-z]+, '([a-z-]+)'\\)");
        for (std::sregex_iterator at(script.begin(), script.end(), call); at != std::sregex_iterator(); ++at, ++seen) {
            INFO((*at)[1].str());
            CHECK(is_own_class((*at)[1].str()));
        }
    }
    CHECK(seen > 5);
}

TEST_CASE("a width is read with its unit") {
    Image image;
    CHECK((take_width(image, "24") && image.width == 24));
    CHECK((take_width(image, " 2in ") && image.width == 192));
    CHECK((take_width(image, "33%") && image.percent == 35));
    CHECK((take_width(image, "250%") && image.percent == 100));
    CHECK((take_height(image, "1.5em") && image.height == 24));
    for (const char* written : {"", "auto", "-5", "0", "12ex", "1e999", "nan"}) {
        CHECK_FALSE(take_width(image, written));
    }
}

}  // namespace hornbook
