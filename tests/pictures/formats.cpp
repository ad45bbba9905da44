#include "pictures/formats.h"

#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

std::string fixture(const std::string& name) {
    return bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/" + name);
}

// Whether something about it would be reported to the author.
bool is_refused(const PictureFacts& facts) {
    return facts.media_type.empty() || !facts.problem.empty();
}

TEST_CASE("whole pictures are recognised by their bytes and measured") {
    struct Row {
        const char* name;
        const char* media_type;
        bool for_readers;
    };
    for (const Row& row :
         {Row{"colour.png", "image/png", true}, Row{"transparent.png", "image/png", true}, Row{"colour.jpg", "image/jpeg", true},
          Row{"grey.jpg", "image/jpeg", true}, Row{"progressive.jpg", "image/jpeg", true}, Row{"cmyk.jpg", "image/jpeg", false},
          Row{"colour.gif", "image/gif", true}, Row{"interlaced.png", "image/png", true}, Row{"turned.jpg", "image/jpeg", true},
          Row{"wide-gamut.jpg", "image/jpeg", true}, Row{"deep.png", "image/png", false}, Row{"moving.gif", "image/gif", true},
          Row{"colour.bmp", "image/bmp", false}}) {
        CAPTURE(row.name);
        PictureFacts facts = examine_picture(fixture(row.name));
        CHECK(facts.media_type == row.media_type);
        CHECK(facts.problem == "");
        CHECK(facts.width == 24);
        CHECK(facts.height == 16);
        CHECK(facts.for_readers == row.for_readers);
    }
}

TEST_CASE("formats that readers lack are recognised, to be converted") {
    for (const char* name : {"colour.webp", "transparent.webp", "colour.tif", "grey16.tif"}) {
        CAPTURE(name);
        PictureFacts facts = examine_picture(fixture(name));
        CHECK_FALSE(facts.media_type.empty());
        CHECK_FALSE(facts.for_readers);
        CHECK(facts.problem.empty());
    }
    CHECK(examine_picture(fixture("colour.webp")).media_type == "image/webp");
    CHECK(examine_picture(fixture("colour.tif")).media_type == "image/tiff");
    CHECK(examine_picture(std::string_view("MM\0*....", 8)).media_type == "image/tiff");
    CHECK(examine_picture(std::string_view("\0\0\0\x18"
                                           "ftypavif\0\0\0\0",
                                           16))
              .media_type == "image/avif");
    CHECK(examine_picture(std::string_view("\0\0\0\x18"
                                           "ftypheic\0\0\0\0",
                                           16))
              .media_type == "image/heic");
}

std::string kept(const PictureFacts& facts) {
    std::string bytes;
    for (std::string_view part : facts.kept) {
        bytes += part;
    }
    return bytes;
}

TEST_CASE("a picture without private notes is kept whole") {
    for (const char* name : {"colour.png", "interlaced.png", "colour.jpg", "progressive.jpg", "restart.jpg", "colour.gif", "moving.gif"}) {
        CAPTURE(name);
        std::string whole = fixture(name);
        CHECK((kept(examine_picture(whole)) == whole));
    }
}

TEST_CASE("private notes are not kept, and what tells how to read the pixels is") {
    for (const char* name : {"turned.jpg", "wide-gamut.jpg", "private.png", "private.gif"}) {
        CAPTURE(name);
        std::string whole = fixture(name);
        std::string bytes = kept(examine_picture(whole));
        for (const char* note : {"Exif", "eXIf", "GPS", "taken at home", "Somebody", "tIME", "Home", "adobe", "by somebody"}) {
            CHECK(bytes.find(note) == std::string::npos);
        }
        CHECK(bytes.size() < whole.size());
        PictureFacts facts = examine_picture(bytes);
        CHECK(facts.problem == "");
        CHECK(facts.width == 24);
        CHECK((kept(facts) == bytes));
    }
    CHECK(kept(examine_picture(fixture("wide-gamut.jpg"))).find("ICC_PROFILE") != std::string::npos);
    CHECK(kept(examine_picture(fixture("turned.jpg"))).find("JFIF") != std::string::npos);
    CHECK(kept(examine_picture(fixture("private.gif"))).find("NETSCAPE2.0") != std::string::npos);
}

// Telephones append films and second pictures, with notes of their own.
TEST_CASE("bytes after a picture's end are not kept") {
    for (const char* name : {"colour.png", "colour.jpg", "colour.gif"}) {
        CAPTURE(name);
        std::string whole = fixture(name);
        std::string longer = whole + "GPS of home";
        CHECK((kept(examine_picture(longer)) == whole));
    }
}

TEST_CASE("Exif tells how a picture must be turned") {
    CHECK(examine_picture(fixture("turned.jpg")).orientation == 6);
    CHECK(examine_picture(fixture("turned.png")).orientation == 8);
    CHECK(examine_picture(fixture("wide-gamut.jpg")).orientation == 1);
    std::string entry("\x12\x01\x03\0\x01\0\0\0\x03\0\0\0", 12);
    std::string tiff = std::string("II*\0\x08\0\0\0\x01\0", 10) + entry;
    CHECK(exif_orientation(tiff) == 3);
    for (std::size_t size = 0; size < tiff.size(); ++size) {
        std::string cut = tiff.substr(0, size);
        cut.shrink_to_fit();
        CHECK(exif_orientation(cut) == 1);
    }
    tiff[18] = 9;  // there are eight
    CHECK(exif_orientation(tiff) == 1);
    CHECK(exif_orientation(std::string("MM\0*\xFF\xFF\xFF\xFF", 8)) == 1);
}

TEST_CASE("what has no colours is known to be grey") {
    CHECK(examine_picture(fixture("grey.jpg")).is_grey);
    CHECK_FALSE(examine_picture(fixture("colour.jpg")).is_grey);
    CHECK_FALSE(examine_picture(fixture("colour.png")).is_grey);
    CHECK_FALSE(examine_picture(fixture("colour.gif")).is_grey);
}

TEST_CASE("what is no picture is not taken for one") {
    for (std::string_view bytes :
         {std::string_view(""), std::string_view("\x89"), std::string_view("hello, world, how are you"),
          std::string_view("RIFF....WAVEfmt "),
          std::string_view("\0\0\0\x18"
                           "ftypmp42\0\0\0\0",
                           16),
          std::string_view("%PDF-1.7"), std::string_view("BM......"), std::string_view("....ftyp"), std::string_view("RIFF....WEBP")}) {
        CHECK(is_refused(examine_picture(bytes)));
    }
}

TEST_CASE("a picture cut anywhere is refused") {
    for (const char* name :
         {"colour.png", "transparent.png", "colour.jpg", "grey.jpg", "progressive.jpg", "cmyk.jpg", "colour.gif", "huge.png"}) {
        CAPTURE(name);
        std::string whole = fixture(name);
        CHECK_FALSE(is_refused(examine_picture(whole)));
        for (std::size_t size = 0; size < whole.size(); ++size) {
            std::string cut = whole.substr(0, size);  // its own memory, so that reading past it is found
            cut.shrink_to_fit();
            if (!is_refused(examine_picture(cut))) {
                FAIL("cut to " << size << " of " << whole.size() << " bytes");
            }
        }
    }
}

TEST_CASE("bytes after a picture's end do no harm") {
    for (const char* name : {"colour.png", "colour.jpg", "colour.gif"}) {
        CAPTURE(name);
        CHECK_FALSE(is_refused(examine_picture(fixture(name) + "more")));
    }
}

TEST_CASE("a PNG with any byte changed is refused") {
    std::string whole = fixture("colour.png");
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (int bit : {0x01, 0x20, 0x80}) {
            std::string changed = whole;
            changed[at] = static_cast<char>(changed[at] ^ bit);
            if (!is_refused(examine_picture(changed))) {
                FAIL("byte " << at << ", bit " << bit);
            }
        }
    }
}

TEST_CASE("a damaged PNG is told what is damaged") {
    std::string whole = fixture("colour.png");
    std::string changed = whole;
    changed[whole.find("IDAT") + 9] ^= 1;
    CHECK(examine_picture(changed).problem == "its part `IDAT` is damaged");
    changed = whole;
    changed.erase(4, 1);  // as by a transfer as text
    CHECK(examine_picture(changed).problem.find("transfer as text") != std::string::npos);
    CHECK(examine_picture(whole.substr(0, 100)).problem == "it ends too early");
    changed = whole;
    changed.replace(changed.find("IDAT") - 4, 4, "\xFF\xFF\xFF\xFF");
    CHECK(examine_picture(changed).problem == "it ends too early");
    std::string no_pixels = whole.substr(0, 33) + whole.substr(whole.size() - 12);
    CHECK(examine_picture(no_pixels).problem == "it holds no pixels");
    std::string no_header = whole.substr(0, 8) + whole.substr(33);
    CHECK(examine_picture(no_header).problem == "it does not begin with its size");
    std::string two_sizes = whole.substr(0, 33) + whole.substr(8);
    CHECK(examine_picture(two_sizes).problem == "it says its size twice");
}

// JPEG and GIF have no sums: what counts is that nothing is read past the end, and that all comes to one.
TEST_CASE("changed JPEG and GIF files are examined to an end") {
    for (const char* name : {"colour.jpg", "progressive.jpg", "colour.gif"}) {
        std::string whole = fixture(name);
        std::size_t refused = 0;
        for (std::size_t at = 0; at < whole.size(); ++at) {
            for (int value : {0x00, 0xFF, 0xDA, 0x3B}) {
                std::string changed = whole;
                changed[at] = static_cast<char>(value);
                refused += is_refused(examine_picture(changed)) ? 1 : 0;
            }
        }
        CHECK(refused > 0);
    }
}

TEST_CASE("a JPEG without pixels, or with none in a direction, is refused") {
    std::string whole = fixture("colour.jpg");
    CHECK(examine_picture("\xFF\xD8\xFF\xD9").problem == "it holds no pixels");
    std::size_t frame = whole.find("\xFF\xC0");
    REQUIRE(frame != std::string::npos);
    std::string flat = whole;
    flat[frame + 5] = flat[frame + 6] = '\0';
    CHECK(examine_picture(flat).problem == "it is 0 pixels wide or high");
    std::string lossless = whole;
    lossless[frame + 1] = '\xC3';
    CHECK_FALSE(examine_picture(lossless).for_readers);
    std::string deep = whole;
    deep[frame + 4] = 12;
    CHECK_FALSE(examine_picture(deep).for_readers);
}

TEST_CASE("fill bytes and restart marks in a JPEG are no damage") {
    std::string whole = fixture("colour.jpg");
    std::string filled = whole.substr(0, 2) + "\xFF\xFF\xFF" + whole.substr(2);
    CHECK_FALSE(is_refused(examine_picture(filled)));
    std::string restarted = whole;
    restarted.insert(whole.size() - 2, "\xFF\xD0\xFF\xD7");
    CHECK_FALSE(is_refused(examine_picture(restarted)));
}

TEST_CASE("a GIF without pixels, or with an unknown part, is refused") {
    std::string header("GIF89a\x01\0\x01\0\0\0\0", 13);
    CHECK(examine_picture(header + ";").problem == "it holds no pixels");
    CHECK(examine_picture(header + "?;").problem == "it is damaged at byte 13");
    CHECK(examine_picture(header).problem == "it ends too early");
}

}  // namespace
}  // namespace hornbook
