// What becomes of pictures that cannot go in as they are.
#include "model/mistakes.h"
#include "pictures/decoder.h"
#include "pictures/formats.h"
#include "pictures/png_parts.h"
#include "pictures/prepared.h"

namespace hornbook {
namespace {

TEST_CASE("pictures that readers lack are converted") {
    struct Row {
        const char* name;
        const char* made;
        unsigned width, height;
    };
    for (const Row& row :
         {Row{"colour.webp", "colour.jpg", 24, 16}, Row{"transparent.webp", "transparent.png", 24, 16},
          Row{"colour.tif", "colour.png", 24, 16}, Row{"grey16.tif", "grey16.png", 24, 16}, Row{"cmyk.jpg", "cmyk.jpg", 24, 16},
          Row{"turned.tif", "turned.png", 1600, 21}, Row{"turned.jpg", "turned.jpg", 16, 24}, Row{"turned.png", "turned.png", 16, 24},
          Row{"deep.png", "deep.png", 24, 16}, Row{"colour.bmp", "colour.png", 24, 16}, Row{"colour.avif", "colour.jpg", 24, 16},
          Row{"colour.heic", "colour.jpg", 24, 16}, Row{"lossless.webp", "lossless.png", 24, 16}, Row{"opaque.avif", "opaque.jpg", 24, 16},
          Row{"moving.webp", "moving.gif", 24, 16}}) {
        CAPTURE(row.name);
        Prepared prepared = prepare({picture(row.name, fixture(row.name))});
        for (const Diagnostic& d : prepared.diagnostics.all()) {
            FAIL_CHECK(d.message);
        }
        const Picture& made = prepared.book.pictures.at(0);
        CHECK(made.name == row.made);
        CHECK(made.width == row.width);
        CHECK(made.height == row.height);
        PictureFacts facts = examine_picture(made.bytes);
        CHECK(facts.problem == "");
        CHECK(facts.for_readers);
        CHECK(facts.media_type == made.media_type);
        CHECK(facts.width == row.width);
        CHECK(facts.height == row.height);
    }
}

TEST_CASE("converting twice gives the same bytes") {
    for (const char* name : {"colour.webp", "colour.tif"}) {
        std::string once = prepare({picture(name, fixture(name))}).book.pictures[0].bytes;
        CHECK((prepare({picture(name, fixture(name))}).book.pictures[0].bytes == once));
    }
}

// The packed pixels of a PNG.
std::string pixels_of(const std::string& png) {
    std::string whole = prepare({picture("a", png)}).book.pictures.at(0).bytes;
    Decoded made = Decoder(program, {}).convert("a", whole, 10'000, false);
    REQUIRE(made.problem == "");
    std::size_t pixels = made.bytes.find("IDAT");
    REQUIRE(pixels != std::string::npos);
    return made.bytes.substr(pixels);
}

// turned.png is the picture of interlaced.png, to be turned a quarter to the left; the eighth kind of turning undoes the sixth.
TEST_CASE("a turned picture stands upright") {
    std::string upright = prepare({picture("a.png", fixture("interlaced.png"))}).book.pictures[0].bytes;
    std::string turned = prepare({picture("a.png", fixture("turned.png"))}).book.pictures[0].bytes;
    auto with_orientation = [](const std::string& png, char orientation) {  // behind IHDR
        std::string tiff =
            std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + orientation + std::string("\0\0\0\0\0\0\0", 7);
        return png.substr(0, 33) + png_chunk("eXIf", tiff) + png.substr(33);
    };
    CHECK((pixels_of(turned) != pixels_of(upright)));
    CHECK((pixels_of(with_orientation(turned, 6)) == pixels_of(upright)));
    CHECK((pixels_of(with_orientation(upright, 8)) == pixels_of(turned)));
}

TEST_CASE("a picture whose only fault are private notes loses them without being made anew") {
    for (const char* name : {"wide-gamut.jpg", "private.png", "private.gif"}) {
        CAPTURE(name);
        std::string whole = fixture(name);
        std::string kept;
        for (std::string_view part : examine_picture(whole).kept) {
            kept += part;
        }
        Prepared prepared = prepare({picture(name, whole)});
        CHECK(prepared.diagnostics.all().empty());
        CHECK((prepared.book.pictures[0].bytes == kept));
        CHECK(kept.size() < whole.size());
        for (const char* note : {"Exif", "eXIf", "GPS", "taken at home", "Somebody", "Home", "by somebody"}) {
            CHECK(kept.find(note) == std::string::npos);
        }
    }
}

TEST_CASE("what was converted tells nothing about its maker") {
    std::string made = prepare({picture("turned.jpg", fixture("turned.jpg"))}).book.pictures[0].bytes;
    for (const char* note : {"Exif", "taken at home", "Home"}) {
        CHECK(fixture("turned.jpg").find(note) != std::string::npos);
        CHECK(made.find(note) == std::string::npos);
    }
}

TEST_CASE("wide pictures are made smaller, in their own format; narrow ones are never made wider") {
    for (const char* name : {"colour.png", "colour.jpg", "moving.gif"}) {
        CAPTURE(name);
        Prepared prepared = prepare({picture(name, fixture(name))}, 1, {12, false});
        CHECK(prepared.diagnostics.all().empty());
        const Picture& made = prepared.book.pictures[0];
        CHECK(made.name == name);
        CHECK(made.width == 12);
        CHECK(made.height == 8);
        PictureFacts facts = examine_picture(made.bytes);
        CHECK(facts.problem == "");
        CHECK(facts.width == 12);
        CHECK(facts.height == 8);
        CHECK((prepare({picture(name, fixture(name))}, 1, {24, false}).book.pictures[0].bytes == fixture(name)));
    }
    CHECK(prepare({picture("a.webp", fixture("colour.webp"))}, 1, {100, false}).book.pictures[0].width == 24);
}

TEST_CASE("a turned picture is as wide as it will stand") {
    CHECK(prepare({picture("a.jpg", fixture("turned.jpg"))}, 1, {8, false}).book.pictures[0].width == 8);
    CHECK(prepare({picture("a.jpg", fixture("turned.jpg"))}, 1, {8, false}).book.pictures[0].height == 12);
}

TEST_CASE("grey pictures have no colours; those that had none keep their bytes") {
    for (const char* name : {"colour.png", "colour.jpg", "colour.webp", "cmyk.jpg", "transparent.png"}) {
        CAPTURE(name);
        Prepared prepared = prepare({picture(name, fixture(name))}, 1, {1600, true});
        CHECK(prepared.diagnostics.all().empty());
        CHECK(examine_picture(prepared.book.pictures[0].bytes).is_grey);
    }
    CHECK((prepare({picture("grey.jpg", fixture("grey.jpg"))}, 1, {1600, true}).book.pictures[0].bytes == fixture("grey.jpg")));
    Prepared drawing = prepare({picture("c.svg", svg("width='9' height='9'", "<rect width='9' height='9' fill='red'/>"))}, 1, {1600, true});
    CHECK(drawing.book.pictures[0].bytes.view().find("fill=\"red\"") != std::string::npos);
    CHECK(examine_picture(drawing.book.pictures.at(1).bytes).is_grey);  // the cover as PNG
}

TEST_CASE("a wide range of colours becomes the usual one when a picture is converted") {
    std::string made = prepare({picture("a.jpg", fixture("wide-gamut.jpg"))}, 1, {12, false}).book.pictures[0].bytes;
    CHECK(made.find("ICC_PROFILE") == std::string::npos);
    // Its pixels said less of the same colours, because the profile stretched them: now they say as much as anybody's.
    std::string without_profile = fixture("wide-gamut.jpg");
    without_profile.replace(without_profile.find("ICC_PROFILE"), 3, "xxx");
    CHECK((prepare({picture("a.jpg", without_profile)}, 1, {12, false}).book.pictures[0].bytes != made));
}

// The parts of each file are in order, their contents are not.
TEST_CASE("damage among the pixels is found, be they kept or made anew") {
    std::string jpeg = fixture("colour.jpg");
    jpeg.erase(jpeg.size() - 40, 38);
    check_message(prepare({picture("a.jpg", jpeg)}), Mistake::broken_picture, "its pixels are damaged");
    check_message(prepare({picture("a.jpg", jpeg)}, 1, {12, false}), Mistake::broken_picture, "it cannot be decoded (");
    std::string gif = fixture("colour.gif");
    gif[gif.find(std::string("\x2C\0\0\0\0", 5)) + 7] = 99;
    check_message(prepare({picture("a.gif", gif)}), Mistake::broken_picture, "its pixels are damaged");
    check_message(prepare({picture("a.gif", gif)}, 1, {12, false}), Mistake::broken_picture, "its pixels are damaged");
    std::string progressive = fixture("progressive.jpg");
    std::size_t last_scan = progressive.rfind("\xFF\xDA");
    progressive.erase(last_scan + 12, progressive.size() - 2 - last_scan - 12);
    check_message(prepare({picture("a.jpg", progressive)}), Mistake::broken_picture, "its pixels are damaged");
    CHECK(prepare({picture("a.jpg", fixture("progressive.jpg"))}).diagnostics.all().empty());
}

TEST_CASE("damage in the last rows is found, too") {
    std::string jpeg = fixture("colour.jpg");
    jpeg.erase(jpeg.size() - 6, 4);
    std::string interlaced = fixture("interlaced.png");  // without the last of its packed bytes
    std::size_t pixels = interlaced.find("IDAT");
    std::string packed = interlaced.substr(pixels + 4, interlaced.size() - 16 - pixels - 4);
    interlaced = interlaced.substr(0, pixels - 4) + png_chunk("IDAT", packed.substr(0, packed.size() - 12)) + png_chunk("IEND", "");
    for (const std::string& cut : {jpeg, interlaced}) {
        check_message(prepare({picture("a", cut)}), Mistake::broken_picture, "its pixels are damaged");
        check_message(prepare({picture("a", cut)}, 1, {12, false}), Mistake::broken_picture, "cannot be used: it");
    }
}

}  // namespace
}  // namespace hornbook
