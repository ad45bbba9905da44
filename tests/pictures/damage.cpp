// What is missing among the pixels of a picture, as the second program finds it.
#include "pictures/program/damage.h"

#include "catch.h"
#include "pictures/formats.h"
#include "pictures/png_parts.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

std::string fixture(const std::string& name) {
    return bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/" + name);
}

TEST_CASE("whole pictures have all their pixels") {
    for (const char* name :
         {"colour.png", "transparent.png", "private.png", "interlaced.png", "deep.png", "colour.jpg", "grey.jpg", "cmyk.jpg", "turned.jpg",
          "restart.jpg", "progressive.jpg", "wide-gamut.jpg", "colour.gif", "moving.gif", "private.gif"}) {
        CAPTURE(name);
        CHECK(damage_in(fixture(name)) == "");
    }
    CHECK(damage_in(fixture("colour.webp")) == "neither PNG nor JPEG nor GIF");
    CHECK(damage_in("") != "");
}

// A grey PNG, 3 by 2, whose pixels are packed in a stored block (RFC 1950, RFC 1951 section 3.2.4).
std::string small_png(const std::string& rows, const std::string& sum, const std::string& after = "") {
    std::string header("\0\0\0\x03\0\0\0\x02\x08\0\0\0\0", 13);
    auto size = static_cast<char>(rows.size());
    std::string packed = std::string("\x78\x01\x01") + size + '\0' + static_cast<char>(~size) + '\xFF' + rows + sum + after;
    return png_of(
        {png_chunk("IHDR", header), png_chunk("IDAT", packed.substr(0, 7)), png_chunk("IDAT", packed.substr(7)), png_chunk("IEND", "")});
}

TEST_CASE("a PNG whose parts are whole but whose pixels are not is damaged") {
    std::string rows("\0abc\0def", 8);
    CHECK(damage_in(small_png(rows, "\x09\x46\x02\x56")) == "");
    CHECK(damage_in(small_png(rows, "\x09\x46\x02\x57")) != "");                            // its sum is wrong
    CHECK(damage_in(small_png(rows, "")) != "");                                            // its sum is missing
    CHECK(damage_in(small_png(rows.substr(0, 4), "\x02\x4E\x01\x27")) != "");               // a row is missing
    CHECK(damage_in(small_png(std::string("\x09zbc\0def", 8), "\x0A\x3D\x02\x78")) != "");  // there is no such filter
    CHECK(damage_in(small_png("", "")) != "");
}

TEST_CASE("a PNG that holds more than its pixels is whole") {
    std::string rows("\0abc\0def\0ghi", 12);
    CHECK(damage_in(small_png(rows, "\x15\x0C\x03\x8E")) == "");
    CHECK(damage_in(small_png(rows.substr(0, 8), "\x09\x46\x02\x56", "more")) == "");
}

// Of the bytes between the scan's header and the end.
template <typename Change>
std::size_t damaged_scans(const std::string& whole, Change change) {
    std::size_t scan = whole.find("\xFF\xDA");
    REQUIRE(scan != std::string::npos);
    std::size_t begin = scan + 2 + static_cast<unsigned char>(whole[scan + 3]);
    std::size_t damaged = 0;
    for (std::size_t at = begin; at + 2 < whole.size(); ++at) {
        damaged += damage_in(change(whole, begin, at)).empty() ? 0 : 1;
    }
    return damaged;
}

TEST_CASE("a JPEG whose scan lost bytes is damaged, wherever they are missing") {
    std::string whole = fixture("colour.jpg");
    std::size_t scan = whole.find("\xFF\xDA");
    std::size_t size = whole.size() - 2 - (scan + 2 + static_cast<unsigned char>(whole[scan + 3]));
    auto cut = [](const std::string& bytes, std::size_t, std::size_t at) { return bytes.substr(0, at) + "\xFF\xD9"; };
    CHECK(damaged_scans(whole, cut) >= size - 1);  // the last byte may hold nothing but filling
}

TEST_CASE("a JPEG whose scan was overwritten is mostly known to be damaged") {
    std::string whole = fixture("grey.jpg");
    auto overwrite = [](std::string bytes, std::size_t begin, std::size_t at) {
        std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(begin), bytes.begin() + static_cast<std::ptrdiff_t>(at) + 1, '\xFE');
        return bytes;
    };
    CHECK(damaged_scans(whole, overwrite) > 0);
}

TEST_CASE("the restart marks of a JPEG must come in their order") {
    std::string whole = fixture("restart.jpg");
    std::size_t mark = whole.rfind("\xFF\xD0");
    REQUIRE(mark != std::string::npos);
    std::string other = whole;
    other[mark + 1] = '\xD3';
    CHECK(damage_in(other) != "");
    other = whole;
    other.erase(mark, 2);
    CHECK(damage_in(other) != "");
}

TEST_CASE("a JPEG without the tables its scan names is damaged") {
    std::string whole = fixture("grey.jpg");
    std::size_t table = whole.find("\xFF\xC4");
    whole[table + 1] = '\xFE';  // a comment
    CHECK(damage_in(whole) != "");
}

// As these libraries say, and go on.
TEST_CASE("a JPEG with oddities that cost no pixel is whole") {
    std::string whole = fixture("colour.jpg");
    std::string other = fixture("turned.jpg");
    other[other.find("JFIF") + 5] = 9;  // a version that is not yet known
    CHECK(damage_in(other) == "");
    std::size_t scan = whole.find("\xFF\xDA");
    other = whole;
    other[scan + 2 + static_cast<std::size_t>(whole[scan + 3]) - 2] = 0;  // where a progressive scan would say how far it goes
    CHECK(damage_in(other) == "");
    for (std::size_t bytes : {1U, 20U, 64U}) {  // as some cameras write
        CHECK(damage_in(std::string(whole).insert(whole.size() - 2, bytes, '\0')) == "");
    }
    CHECK(damage_in(std::string(whole).insert(whole.size() - 2, 300, '\0')) != "");
    std::string cut = std::string(whole).insert(whole.size() - 2, 20, '\0');
    cut.erase(cut.size() - 100, 78);
    CHECK(damage_in(cut) != "");
}

TEST_CASE("a GIF whose codes make too few pixels, or are none, is damaged") {
    std::string whole = fixture("moving.gif");
    std::size_t frame = whole.rfind(std::string("\x2C\0\0\0\0", 5));
    REQUIRE(frame != std::string::npos);
    std::string taller = whole;
    taller[frame + 7] = 99;
    CHECK(damage_in(taller) != "");
    std::string wide_codes = fixture("colour.gif");
    std::size_t data = wide_codes.find(std::string("\x2C\0\0\0\0", 5));
    REQUIRE(data != std::string::npos);
    std::size_t damaged = 0;
    for (std::size_t at = data; at < wide_codes.size(); ++at) {
        std::string changed = wide_codes;
        changed[at] = static_cast<char>(~changed[at]);
        damaged += damage_in(changed).empty() ? 0 : 1;
    }
    CHECK(damaged > 10);
}

TEST_CASE("whatever the bytes, nothing is read past their end") {
    for (const char* name : {"colour.png", "interlaced.png", "colour.jpg", "restart.jpg", "colour.gif", "moving.gif"}) {
        std::string whole = fixture(name);
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (int value : {0x00, 0x11, 0x44, 0xFF}) {
                std::string changed = whole;
                changed[at] = static_cast<char>(value);
                if (examine_picture(changed).problem.empty()) {
                    damage_in(changed);
                }
            }
        }
    }
}

}  // namespace
}  // namespace hornbook
