#include "pictures/prepare.h"

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
Prepared prepare(std::vector<Picture> pictures, unsigned jobs = 1) {
    Prepared result;
    result.book.metadata.title = "Water";
    result.book.metadata.cover = pictures.front().source;
    result.book.cover = 0;
    result.book.pictures = std::move(pictures);
    prepare_pictures(result.book, {program, jobs}, result.diagnostics);
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
    for (const Row& row : {Row{"colour.webp", "colour.jpg", 24, 16}, Row{"transparent.webp", "transparent.png", 24, 16},
                           Row{"colour.tif", "colour.png", 24, 16}, Row{"grey16.tif", "grey16.png", 24, 16},
                           Row{"cmyk.jpg", "cmyk.jpg", 24, 16}, Row{"turned.tif", "turned.png", 3000, 40}}) {
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
        prepare_pictures(book, {program, 2}, diagnostics);
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
    CHECK_THROWS_AS(prepare_pictures(book, {"/nowhere/hornbook-pictures", 1}, diagnostics), Trouble);
}

}  // namespace
}  // namespace hornbook
