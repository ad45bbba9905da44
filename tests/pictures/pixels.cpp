#include "pictures/pixels.h"

#include "catch.h"
#include "pictures/formats.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

std::string fixture(const std::string& name) {
    return bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/" + name);
}

Pixels pixels_of(const std::string& bytes) {
    return check_pixels(examine_picture(bytes).media_type, bytes);
}

TEST_CASE("whole pictures have all their pixels") {
    for (const char* name : {"colour.png", "transparent.png", "private.png", "interlaced.png", "deep.png", "colour.jpg", "grey.jpg",
                             "cmyk.jpg", "turned.jpg", "restart.jpg", "wide-gamut.jpg", "colour.gif", "moving.gif", "private.gif"}) {
        CAPTURE(name);
        CHECK(pixels_of(fixture(name)) == Pixels::whole);
    }
}

TEST_CASE("what only a decoder can judge is left to it") {
    CHECK(pixels_of(fixture("progressive.jpg")) == Pixels::unknown);
    CHECK(pixels_of(fixture("huge.png")) == Pixels::unknown);  // it would unpack to 50 MB and more
    CHECK(pixels_of(fixture("colour.webp")) == Pixels::unknown);
}

// PNG chunk: length, type, data; the sum is not looked at here.
std::string chunk(const std::string& type, const std::string& data) {
    std::string length;
    for (unsigned shift : {24U, 16U, 8U, 0U}) {
        length += static_cast<char>(data.size() >> shift & 0xFFU);
    }
    return length + type + data + "sum!";
}

// A grey PNG, 3 by 2, whose pixels are packed in a stored block (RFC 1950, RFC 1951 section 3.2.4).
std::string small_png(const std::string& rows, const std::string& sum) {
    std::string header("\0\0\0\x03\0\0\0\x02\x08\0\0\0\0", 13);
    auto size = static_cast<char>(rows.size());
    std::string packed = std::string("\x78\x01\x01") + size + '\0' + static_cast<char>(~size) + '\xFF' + rows + sum;
    return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) + chunk("IDAT", packed.substr(0, 7)) + chunk("IDAT", packed.substr(7)) +
           chunk("IEND", "");
}

TEST_CASE("a PNG whose parts are whole but whose pixels are not is damaged") {
    std::string rows("\0abc\0def", 8);
    CHECK(check_png_pixels(small_png(rows, "\x09\x46\x02\x56")) == Pixels::whole);
    CHECK(check_png_pixels(small_png(rows, "\x09\x46\x02\x57")) == Pixels::damaged);               // its sum is wrong
    CHECK(check_png_pixels(small_png(rows.substr(0, 4), "\x02\x4E\x01\x27")) == Pixels::damaged);  // a row is missing
    CHECK(check_png_pixels(small_png("", "")) == Pixels::damaged);
}

// Of the bytes between the scan's header and the end.
template <typename Change>
std::size_t damaged_scans(const std::string& whole, Change change) {
    std::size_t scan = whole.find("\xFF\xDA");
    REQUIRE(scan != std::string::npos);
    std::size_t begin = scan + 2 + static_cast<unsigned char>(whole[scan + 3]);
    std::size_t damaged = 0;
    for (std::size_t at = begin; at + 2 < whole.size(); ++at) {
        damaged += check_jpeg_pixels(change(whole, begin, at)) == Pixels::damaged ? 1 : 0;
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
    CHECK(check_jpeg_pixels(other) == Pixels::damaged);
    other = whole;
    other.erase(mark, 2);
    CHECK(check_jpeg_pixels(other) == Pixels::damaged);
}

TEST_CASE("a JPEG without the tables its scan names is damaged") {
    std::string whole = fixture("grey.jpg");
    std::size_t table = whole.find("\xFF\xC4");
    whole[table + 1] = '\xFE';  // a comment
    CHECK(check_jpeg_pixels(whole) == Pixels::damaged);
}

TEST_CASE("a GIF whose codes make too few pixels, or are none, is damaged") {
    std::string whole = fixture("moving.gif");
    std::size_t frame = whole.rfind(std::string("\x2C\0\0\0\0", 5));
    REQUIRE(frame != std::string::npos);
    std::string taller = whole;
    taller[frame + 7] = 99;
    CHECK(check_gif_pixels(taller) == Pixels::damaged);
    std::string wide_codes = fixture("colour.gif");
    std::size_t data = wide_codes.find(std::string("\x2C\0\0\0\0", 5));
    REQUIRE(data != std::string::npos);
    std::size_t damaged = 0;
    for (std::size_t at = data; at < wide_codes.size(); ++at) {
        std::string changed = wide_codes;
        changed[at] = static_cast<char>(~changed[at]);
        damaged += check_gif_pixels(changed) == Pixels::damaged ? 1 : 0;
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
                PictureFacts facts = examine_picture(changed);
                if (facts.problem.empty() && !facts.media_type.empty()) {
                    check_pixels(facts.media_type, changed);
                }
            }
        }
    }
}

}  // namespace
}  // namespace hornbook
