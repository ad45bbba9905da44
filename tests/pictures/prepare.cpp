#include "base/base64.h"
#include "model/mistakes.h"
#include "pictures/formats.h"
#include "pictures/prepared.h"
#include "well_formed.h"

namespace hornbook {
namespace {

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
    CHECK(prepared.book.pictures[0].bytes.view().find("<text>x</text>") != std::string::npos);
    CHECK(prepared.book.pictures[0].width == 30);
}

std::string with_embedded(const std::string& type, const std::string& bytes) {
    return svg("width='30' height='20'", "<image width='9' height='9' href='data:" + type + ";base64," + to_base64(bytes) + "'/>");
}

TEST_CASE("a picture inside an SVG is as real as any other") {
    CHECK(prepare({picture("a.svg", with_embedded("image/png", fixture("colour.png")))})
              .book.pictures[0]
              .bytes.view()
              .find("data:image/png;base64," + to_base64(fixture("colour.png"))) != std::string::npos);
    std::string cut = fixture("colour.png").substr(0, 300);
    check_message(prepare({picture("a.svg", with_embedded("image/png", cut))}), Mistake::broken_picture,
                  "a picture inside it cannot be used: it ends too early");
    check_message(prepare({picture("a.svg", with_embedded("image/png", "<html>"))}), Mistake::broken_picture, "is not in a format");
    check_message(prepare({picture("a.svg", svg("", "<image href='data:image/png;base64,=!=!'/>"))}), Mistake::broken_picture,
                  "is not in a format");
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
    CHECK(made.bytes.view().find("script") == std::string::npos);
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

// Enough bytes for several threads: notes, which cost a picture nothing.
std::string with_many_notes(std::string jpeg) {
    std::string note = "\xFF\xFE\xFF\xFF" + std::string(0xFFFD, 'x');
    for (int i = 0; i < 32; ++i) {
        jpeg.insert(2, note);
    }
    return jpeg;
}

TEST_CASE("however many work on them, pictures and messages are the same") {
    std::vector<Picture> pictures;
    for (int i = 0; i < 12; ++i) {
        std::string bytes = i % 3 == 0   ? fixture("colour.webp")
                            : i % 3 == 1 ? fixture("colour.png")
                                         : with_many_notes(fixture("turned.jpg"));
        bytes.resize(i % 4 == 0 ? bytes.size() / 2 : bytes.size());
        pictures.push_back(picture(std::to_string(i) + ".x", bytes));
    }
    pictures.push_back(picture("last.x", svg("width='9' height='9'", "<rect width='5' height='5' fill='red'/>")));
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
        if (i % 4 == 1 || i == 12) {
            CHECK((prepare({pictures[i]}).book.pictures[0].bytes == one.book.pictures[i].bytes));
        }
    }
}

}  // namespace
}  // namespace hornbook
