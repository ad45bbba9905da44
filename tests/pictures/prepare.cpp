#include "pictures/prepare.h"

#include "base/base64.h"
#include "base/trouble.h"
#include "catch.h"
#include "pictures/formats.h"
#include "temporary_folder.h"
#include "well_formed.h"

namespace hornbook {
namespace {

const std::string program = HORNBOOK_BINARY_DIR "/hornbook-pictures";

std::string fixture(const std::string& name) {
    return bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/" + name);
}

Picture picture(std::string source, std::string bytes) {
    Picture made;
    made.source = std::move(source);
    made.bytes = std::move(bytes);
    return made;
}

struct Prepared {
    Book book;
    Diagnostics diagnostics;
};

// A book with these pictures; the first of them is its cover, so that none is drawn.
Prepared prepare(std::vector<Picture> pictures, unsigned jobs = 1, PictureRules rules = {}, ProcessLimits limits = {}) {
    Prepared result;
    result.book.picture_rules = rules;
    result.book.metadata.title = "Water";
    result.book.metadata.cover = pictures.front().source;
    result.book.cover = 0;
    result.book.pictures = std::move(pictures);
    prepare_pictures(result.book, {program, jobs, limits, {}}, result.diagnostics);
    return result;
}

std::string svg(std::string_view attributes, std::string_view inside = "") {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + std::string(attributes) + ">" + std::string(inside) + "</svg>";
}

void check_message(const Prepared& prepared, Mistake mistake, const std::string& part) {
    REQUIRE(prepared.diagnostics.all().size() == 1);
    const Diagnostic& d = prepared.diagnostics.all()[0];
    CHECK(code_of(d.mistake) == code_of(mistake));
    CAPTURE(d.message);
    CHECK(d.message.find(part) != std::string::npos);
    CHECK_FALSE(d.hint.empty());
}

TEST_CASE("pictures that readers show go in as they are") {
    for (const char* name : {"colour.png", "colour.jpg", "colour.gif"}) {
        CAPTURE(name);
        Prepared prepared = prepare({picture(std::string("images/") + name, fixture(name))});
        CHECK(prepared.diagnostics.all().empty());
        const Picture& made = prepared.book.pictures.at(0);
        CHECK((made.bytes == fixture(name)));
        CHECK(made.name == name);
        CHECK(made.width == 24);
        CHECK(made.height == 16);
    }
}

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
    ProcessResult result = run_process({program, "convert", "1000000", "10000", "colour"}, whole, {});
    REQUIRE(result.exit_code == 0);
    std::size_t pixels = result.output.find("IDAT");
    REQUIRE(pixels != std::string::npos);
    return result.output.substr(pixels);
}

// turned.png is the picture of interlaced.png, to be turned a quarter to the left; the eighth kind of turning undoes the sixth.
TEST_CASE("a turned picture stands upright") {
    std::string upright = prepare({picture("a.png", fixture("interlaced.png"))}).book.pictures[0].bytes;
    std::string turned = prepare({picture("a.png", fixture("turned.png"))}).book.pictures[0].bytes;
    auto with_orientation = [](const std::string& png, char orientation) {  // behind IHDR
        std::string tiff =
            std::string("II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 18) + orientation + std::string("\0\0\0\0\0\0\0", 7);
        std::string chunk = "eXIf" + tiff;
        std::uint32_t sum = 0xFFFFFFFFU;
        for (char byte : chunk) {
            sum ^= static_cast<unsigned char>(byte);
            for (int bit = 0; bit < 8; ++bit) {
                sum = (sum & 1U) != 0 ? 0xEDB88320U ^ (sum >> 1U) : sum >> 1U;
            }
        }
        sum = ~sum;
        std::string end;
        for (unsigned shift : {24U, 16U, 8U, 0U}) {
            end += static_cast<char>(sum >> shift & 0xFFU);
        }
        return png.substr(0, 33) + std::string("\0\0\0", 3) + static_cast<char>(tiff.size()) + chunk + end + png.substr(33);
    };
    CHECK((pixels_of(turned) != pixels_of(upright)));
    CHECK((pixels_of(with_orientation(turned, 6)) == pixels_of(upright)));
    CHECK((pixels_of(with_orientation(upright, 8)) == pixels_of(turned)));
}

TEST_CASE("a picture whose only fault are private notes loses them without being decoded") {
    for (const char* name : {"wide-gamut.jpg", "private.png", "private.gif"}) {
        CAPTURE(name);
        Book book;
        book.pictures = {picture(name, fixture(name))};
        book.cover = 0;
        Diagnostics diagnostics;
        prepare_pictures(book, {"/nowhere/hornbook-pictures", 1, {}, {}}, diagnostics);
        CHECK(diagnostics.all().empty());
        const std::string& made = book.pictures[0].bytes;
        CHECK(made.size() < fixture(name).size());
        for (const char* note : {"Exif", "eXIf", "GPS", "taken at home", "Somebody", "Home", "by somebody"}) {
            CHECK(made.find(note) == std::string::npos);
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
    CHECK(drawing.book.pictures[0].bytes.find("fill=\"red\"") != std::string::npos);
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
TEST_CASE("damage among the pixels is found, whoever must find it") {
    std::string jpeg = fixture("colour.jpg");
    jpeg.erase(jpeg.size() - 40, 38);
    check_message(prepare({picture("a.jpg", jpeg)}), Mistake::broken_picture, "its pixels are damaged");
    check_message(prepare({picture("a.jpg", jpeg)}, 1, {12, false}), Mistake::broken_picture, "it cannot be decoded (");
    std::string gif = fixture("colour.gif");
    gif[gif.find(std::string("\x2C\0\0\0\0", 5)) + 7] = 99;
    check_message(prepare({picture("a.gif", gif)}), Mistake::broken_picture, "its pixels are damaged");
    std::string progressive = fixture("progressive.jpg");
    std::size_t last_scan = progressive.rfind("\xFF\xDA");
    progressive.erase(last_scan + 12, progressive.size() - 2 - last_scan - 12);
    check_message(prepare({picture("a.jpg", progressive)}), Mistake::broken_picture, "it cannot be decoded (");
    CHECK(prepare({picture("a.jpg", fixture("progressive.jpg"))}).diagnostics.all().empty());
}

TEST_CASE("a decoder that breaks down is a message about one picture") {
#ifndef __SANITIZE_ADDRESS__  // which needs more addresses than any limit
    std::size_t reported = 0;
    for (std::size_t megabytes = 100; megabytes < 400; megabytes += 10) {
        ProcessLimits limits;
        limits.memory = megabytes << 20U;
        try {
            Prepared prepared =
                prepare({picture("a.webp", fixture("colour.webp")), picture("b.png", fixture("colour.png"))}, 2, {}, limits);
            CHECK((prepared.book.pictures[1].bytes == fixture("colour.png")));
            if (prepared.book.pictures[0].media_type.empty()) {
                ++reported;
                check_message(prepared, Mistake::broken_picture, "`a.webp` cannot be used: ");
            }
        } catch (const Trouble&) {  // not even its libraries fit
            CHECK(megabytes < 300);
        }
    }
    CHECK(reported > 0);
#endif
    ProcessLimits no_room;
    no_room.most_output = 30;
    check_message(prepare({picture("a.webp", fixture("colour.webp"))}, 1, {}, no_room), Mistake::broken_picture, "it becomes too big");
}

TEST_CASE("a decoder that crashes is a message about one picture") {
    TemporaryFolder folder;
    folder.write("crash", "#!/bin/sh\nkill -SEGV $$\n");
    folder.write("hang", "#!/bin/sh\nwhile :; do :; done\n");
    for (const char* name : {"crash", "hang"}) {
        std::filesystem::permissions(folder / name, std::filesystem::perms::owner_all);
        Book book;
        book.pictures = {picture("a.webp", fixture("colour.webp")), picture("b.png", fixture("colour.png"))};
        book.cover = 1;
        ProcessLimits limits;
        limits.seconds = 1;
        Prepared prepared;
        prepare_pictures(book, {(folder / name).string(), 1, limits}, prepared.diagnostics);
        check_message(prepared, Mistake::broken_picture,
                      name == std::string("crash") ? "its decoder broke down over it" : "decoding it takes more than 1 seconds");
        CHECK((book.pictures[1].bytes == fixture("colour.png")));
    }
}

TEST_CASE("somebody who waits is told how far it is") {
    std::vector<std::size_t> told;
    Book book;
    book.pictures.assign(5, picture("a.png", fixture("colour.png")));
    book.cover = 0;
    Diagnostics diagnostics;
    prepare_pictures(book, {program, 2, {}, [&](std::size_t done, std::size_t count) { told.push_back(count == 5 ? done : 99); }},
                     diagnostics);
    CHECK(told == std::vector<std::size_t>{1, 2, 3, 4, 5});
}

TEST_CASE("an SVG may be packed, or in UTF-16") {
    CHECK(prepare({picture("a.svgz", fixture("drawing.svgz"))}).book.pictures[0].name == "a.svg");
    CHECK(prepare({picture("a.svgz", fixture("drawing.svgz"))}).book.pictures[0].width == 30);
    check_message(prepare({picture("a.svgz", fixture("drawing.svgz").substr(0, 60))}), Mistake::broken_picture, "cannot be used: ");
    std::string bomb = fixture("drawing.svgz");
    bomb.replace(bomb.size() - 4, 4, "\xFF\xFF\xFF\xFF");
    check_message(prepare({picture("a.svgz", bomb)}), Mistake::broken_picture, "it unpacks to more than 64 MB");
    std::string wide = "\xFF\xFE";
    for (char letter : svg("width='30' height='20'", "<text>x</text>")) {
        wide += letter;
        wide += '\0';
    }
    Prepared prepared = prepare({picture("a.svg", wide)});
    CHECK(prepared.diagnostics.all().empty());
    CHECK(prepared.book.pictures[0].bytes.find("<text>x</text>") != std::string::npos);
    CHECK(prepared.book.pictures[0].width == 30);
}

std::string with_embedded(const std::string& type, const std::string& bytes) {
    return svg("width='30' height='20'", "<image width='9' height='9' href='data:" + type + ";base64," + to_base64(bytes) + "'/>");
}

TEST_CASE("a picture inside an SVG is as real as any other") {
    CHECK(prepare({picture("a.svg", with_embedded("image/png", fixture("colour.png")))})
              .book.pictures[0]
              .bytes.find("data:image/png;base64," + to_base64(fixture("colour.png"))) != std::string::npos);
    std::string cut = fixture("colour.png").substr(0, 300);
    check_message(prepare({picture("a.svg", with_embedded("image/png", cut))}), Mistake::broken_picture,
                  "a picture inside it cannot be used: it ends too early");
    check_message(prepare({picture("a.svg", with_embedded("image/png", "<html>"))}), Mistake::broken_picture, "in no format");
    check_message(prepare({picture("a.svg", svg("", "<image href='data:image/png;base64,=!=!'/>"))}), Mistake::broken_picture,
                  "in no format");
    check_message(prepare({picture("a.svg", with_embedded("image/png", fixture("huge.png")))}), Mistake::broken_picture, "20000 × 20000");
    std::string converted = prepare({picture("a.svg", with_embedded("image/webp", fixture("colour.webp")))}).book.pictures[0].bytes;
    CHECK(converted.find("data:image/jpeg;base64,") != std::string::npos);
    std::string stripped = prepare({picture("a.svg", with_embedded("image/png", fixture("private.png")))}).book.pictures[0].bytes;
    CHECK(stripped.find("data:image/png;base64,") != std::string::npos);
    CHECK(stripped.size() < with_embedded("image/png", fixture("private.png")).size());
}

TEST_CASE("an SVG that tells no size has that of a replaced element") {
    Prepared prepared = prepare({picture("a.svg", svg("width='100%' height='50%'"))});
    CHECK(prepared.book.pictures[0].width == 300);
    CHECK(prepared.book.pictures[0].height == 150);
}

TEST_CASE("an extension that lies does not matter") {
    Prepared prepared = prepare({picture("images/photo.jpg", fixture("colour.png"))});
    CHECK(prepared.book.pictures[0].media_type == "image/png");
    CHECK(prepared.book.pictures[0].name == "photo.png");
}

TEST_CASE("a picture that cannot be used is reported, and is not there") {
    std::string cut = fixture("colour.png");
    cut.resize(cut.size() / 2);
    Prepared prepared = prepare({picture("images/a.png", cut)});
    check_message(prepared, Mistake::broken_picture, "`images/a.png` cannot be used: it ends too early");
    CHECK(prepared.book.pictures[0].media_type.empty());

    check_message(prepare({picture("a.png", "")}), Mistake::unknown_picture, "`a.png`");
    check_message(prepare({picture("a.pdf", "%PDF-1.7\n")}), Mistake::unknown_picture, "`a.pdf`");
    check_message(prepare({picture("a.svg", "<svg>")}), Mistake::broken_picture, "not well-formed");
}

TEST_CASE("a picture that the decoder refuses is reported as the others are") {
    for (const char* name : {"colour.webp", "colour.tif"}) {
        CAPTURE(name);
        std::string whole = fixture(name);
        Prepared prepared = prepare({picture(name, whole.substr(0, whole.size() / 2))});
        check_message(prepared, Mistake::broken_picture, "cannot be used: ");
        CHECK(prepared.book.pictures[0].media_type.empty());
    }
}

TEST_CASE("a picture of too many pixels is refused before anything decodes it") {
    check_message(prepare({picture("huge.png", fixture("huge.png"))}), Mistake::broken_picture, "20000 × 20000");
}

TEST_CASE("an SVG is cleaned, and what it loses is told") {
    Prepared prepared = prepare({picture("c.png", fixture("colour.png")),
                                 picture("images/a.svg", svg("width='30' height='20'", "<script>x</script><rect width='1' height='1'/>"))});
    check_message(prepared, Mistake::svg_cleaned, "without <script>");
    const Picture& made = prepared.book.pictures[1];
    CHECK(made.media_type == "image/svg+xml");
    CHECK(made.width == 30);
    CHECK(made.height == 20);
    CHECK(made.bytes.find("script") == std::string::npos);
    CHECK(prepared.book.cover_raster == no_index);  // the cover is none
}

TEST_CASE("an SVG cover is drawn as a PNG too") {
    Prepared prepared =
        prepare({picture("images/cover.svg", svg("width='600' height='800'", "<rect width='600' height='800' fill='red'/>"))});
    CHECK(prepared.diagnostics.all().empty());
    REQUIRE(prepared.book.cover_raster == 1);
    const Picture& raster = prepared.book.pictures.at(1);
    CHECK(raster.media_type == "image/png");
    CHECK(raster.name == "cover.png");
    CHECK(raster.width == 1200);
    CHECK(raster.height == 1600);
    CHECK(examine_picture(raster.bytes).problem == "");
    CHECK(prepared.book.pictures[0].name == "cover.svg");
}

TEST_CASE("covers of odd shapes are drawn, in bounds") {
    for (const char* size : {"width='3000' height='1'", "width='1' height='90000'", "viewBox='0 0 0.5 0.5'", "width='1e9' height='1e9'"}) {
        CAPTURE(size);
        Prepared prepared = prepare({picture("cover.svg", svg(size))});
        for (const Diagnostic& d : prepared.diagnostics.all()) {
            FAIL_CHECK(d.message);
        }
        REQUIRE(prepared.book.cover_raster == 1);
        CHECK(prepared.book.pictures[1].width <= 1600);
        CHECK(prepared.book.pictures[1].height <= 1600);
    }
}

TEST_CASE("a book without a cover gets one") {
    for (const char* title : {"Water", "史達林的大清洗", "التطهير الكبير"}) {
        CAPTURE(title);
        Book book;
        book.metadata.title = title;
        book.pictures = {picture("images/cover.svg", svg("width='1' height='1'"))};
        Diagnostics diagnostics;
        prepare_pictures(book, {program, 2, {}, {}}, diagnostics);
        CHECK(diagnostics.all().empty());
        REQUIRE(book.pictures.size() == 3);
        CHECK(book.cover == 1);
        CHECK(book.cover_raster == 2);
        CHECK(book.metadata.cover_alt == title);
        CHECK(book.pictures[0].name == "cover.svg");  // the author's keeps its name
        CHECK(book.pictures[1].name == "cover-2.svg");
        CHECK(book.pictures[2].name == "cover.png");
        CHECK(parse_strictly(book.pictures[1].bytes).problem == "");
        CHECK(examine_picture(book.pictures[2].bytes).width == 1200);
    }
}

TEST_CASE("file names are plain, and each stands once") {
    std::string png = fixture("colour.png");
    Prepared prepared = prepare({picture("images/Map of Россия.PNG", png), picture("images/a b.png", png), picture("other/A-B.png", png),
                                 picture("a b.jpeg", fixture("colour.jpg")), picture("1934.png", png), picture(".png", png)});
    const std::vector<Picture>& made = prepared.book.pictures;
    CHECK(made[0].name.starts_with("map-of-"));
    CHECK(made[1].name == "a-b.png");
    CHECK(made[2].name == "a-b-2.png");
    CHECK(made[3].name == "a-b.jpg");
    CHECK(made[4].name == "picture-1934.png");
    for (const Picture& each : made) {
        CHECK(each.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") == std::string::npos);
    }
}

TEST_CASE("however many work on them, pictures and messages are the same") {
    std::vector<Picture> pictures;
    for (int i = 0; i < 12; ++i) {
        std::string bytes = fixture(i % 3 == 0 ? "colour.webp" : "colour.png");
        bytes.resize(i % 4 == 0 ? bytes.size() / 2 : bytes.size());
        pictures.push_back(picture(std::to_string(i) + ".x", bytes));
    }
    Prepared one = prepare(pictures, 1);
    Prepared four = prepare(pictures, 4);
    REQUIRE(one.diagnostics.all().size() == four.diagnostics.all().size());
    CHECK(one.diagnostics.all().size() == 3);
    for (std::size_t i = 0; i < one.diagnostics.all().size(); ++i) {
        CHECK(one.diagnostics.all()[i].message == four.diagnostics.all()[i].message);
    }
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        CHECK((one.book.pictures[i].bytes == four.book.pictures[i].bytes));
        CHECK(one.book.pictures[i].name == four.book.pictures[i].name);
    }
}

TEST_CASE("without the second program, no picture is converted, and that is trouble") {
    Book book;
    book.pictures = {picture("a.webp", fixture("colour.webp"))};
    book.cover = 0;
    Diagnostics diagnostics;
    CHECK_THROWS_AS(prepare_pictures(book, {"/nowhere/hornbook-pictures", 1, {}, {}}, diagnostics), Trouble);
}

}  // namespace
}  // namespace hornbook
