#include "model/picture_names.h"

#include <set>

#include "catch.h"

namespace hornbook {
namespace {

std::vector<std::string> names_of(const std::vector<std::string>& sources) {
    std::vector<Picture> pictures;
    for (const std::string& source : sources) {
        Picture picture;
        picture.source = source;
        picture.media_type = "image/png";
        pictures.push_back(std::move(picture));
    }
    name_pictures(pictures);
    std::vector<std::string> names;
    for (const Picture& picture : pictures) {
        names.push_back(picture.name);
    }
    return names;
}

TEST_CASE("names from every language are plain, distinct and short") {
    std::string long_name(240, 'x');
    std::vector<std::string> sources = {"images/Карта реки.png",
                                        "images/Карта горы.png",
                                        "images/خريطة.png",
                                        "images/地図.png",
                                        "images/地圖.png",
                                        "images/नक्शा.png",
                                        "images/a b.png",
                                        "images/a%20b.png",
                                        "images/A B.PNG",
                                        "other/a b.png",
                                        "images/caf\u00E9.png",
                                        "images/cafe\u0301.png",
                                        "images/Ärger.png",
                                        "images/.hidden.png",
                                        "images/..png",
                                        "images/no-extension",
                                        "images/😀.png",
                                        "images/" + long_name + ".png",
                                        "images/" + long_name + "y.png",
                                        "CON.png"};
    std::set<std::string> distinct;
    for (const std::string& name : names_of(sources)) {
        CAPTURE(name);
        CHECK(distinct.insert(name).second);
        CHECK(name.ends_with(".png"));
        CHECK(name.size() <= 120);
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos);
        CHECK((name[0] >= 'a' && name[0] <= 'z'));
        CHECK(name.find('.') == name.size() - 4);
    }
}

TEST_CASE("a name depends on the file's own name, not on the pictures around it") {
    CHECK(names_of({"images/Карта.png"}) == std::vector<std::string>{names_of({"a.png", "images/Карта.png"})[1]});
    CHECK(names_of({"images/Two Words.png"}) == std::vector<std::string>{"two-words.png"});
    CHECK(names_of({"CON.png"}) == std::vector<std::string>{"con-picture.png"});  // Windows could not write con.png
}

TEST_CASE("one name in two spellings of Unicode becomes one name, and each picture keeps its own") {
    CHECK(names_of({"caf\u00E9.png", "cafe\u0301.png"}) == std::vector<std::string>{"cafe.png", "cafe-2.png"});
}

}  // namespace
}  // namespace hornbook
