// Packs as a school gets them: real books, all that is made of them, folders and zips read back by other people's programs.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "base/text.h"
#include "handouts.h"
#include "outputs/output.h"
#include "pictures/formats.h"
#include "shelf/shelf.h"
#include "temporary_folder.h"
#include "well_formed.h"

namespace hornbook {
namespace {

using Tree = std::map<std::string, std::string>;  // path -> bytes

Tree tree_of(const fs::path& folder) {
    Tree tree;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            tree[fs::relative(entry.path(), folder).generic_string()] = bytes_of_file(entry.path());
        }
    }
    return tree;
}

// Few sheets: each takes a second.
constexpr std::string_view few_sheets = "\n[handout]\nparts = [\"worksheet\", \"key\"]\n";

// Two of the tiny books, and a third that is called like one of them.
struct Books {
    TemporaryFolder around;
    std::vector<std::string> folders;
    Books() {
        for (const char* name : {"arabic", "german"}) {
            fs::copy(bundled + "/tests/books/" + name, around / name, fs::copy_options::recursive);
            fs::remove_all(around / (name + std::string("/expected")));
            around.write(name + std::string("/book.toml"),
                         bytes_of_file(around / (name + std::string("/book.toml"))) + std::string(few_sheets));
            folders.push_back((around / name).string());
        }
        write_water("rain", "[x] Heat", "[ ] Wind");
        folders.push_back((around / "rain").string());
    }
    void write_water(const std::string& folder, const std::string& first, const std::string& second) const {
        around.write(folder + "/book.toml", "title = \"Deutsch\"\nauthors = [\"Somebody else\"]\nlanguage = \"en\"\ndate = 2026-01-02\n" +
                                                std::string(few_sheets));
        around.write(folder + "/chapters/01-rain.md",
                     "# Rain\n\nIt falls.\n\n~~~quiz\n## What drives it?\n- " + first + "\n- " + second + "\n~~~\n");
    }
    ProcessResult pack(const std::string& out, std::vector<std::string> more = {}) const {
        std::vector<std::string> arguments{"pack"};
        arguments.insert(arguments.end(), folders.begin(), folders.end());
        arguments.insert(arguments.end(), {"-o", (around / out).string()});
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run_hornbook(arguments);
    }
};

std::string path_of_link(std::string href) {
    return percent_decoded(std::regex_replace(href, std::regex("&amp;"), "&"));
}

void check_links(const Tree& tree, const std::string& folder) {
    std::size_t seen = 0;
    auto check = [&](const std::string& href) {
        INFO(folder << " leads to " << href);
        CHECK(tree.contains(folder + path_of_link(href)));
        ++seen;
    };
    for (const char* page : {"index.html", "catalog.xml"}) {
        const std::string& bytes = tree.at(folder + page);
        ParsedXml xml = parse_strictly(bytes);
        CHECK(xml.problem.empty());
        for (const std::string& attribute : xml.attributes) {
            if (attribute.starts_with("href=") || attribute.starts_with("src=")) {
                check(attribute.substr(attribute.find('=') + 1));
            }
        }
    }
    nlohmann::json feed = nlohmann::json::parse(tree.at(folder + "catalog.json"));
    for (const auto& publication : feed["publications"]) {
        for (const char* list : {"links", "images"}) {
            for (const auto& link : publication[list]) {
                check(link["href"]);
            }
        }
    }
    CHECK(seen > 10);
}

// FAT: no name that its systems forbid, none that differs from another by case alone.
void check_names(const Tree& tree) {
    std::set<std::string> folded;
    for (const auto& [path, bytes] : tree) {
        INFO(path);
        CHECK(path.find_first_of("\"*:<>?\\|") == std::string::npos);
        CHECK(path.size() < 200);
        CHECK(folded.insert(fold_case(path)).second);
    }
}

void check_sums(const Tree& tree, const fs::path& folder, const std::string& within) {
    ProcessResult judged =
        run_process({"sh", "-c", "cd \"$0\" && sha256sum --strict --quiet -c SHA256SUMS", (folder / within).string()}, "", {60});
    INFO(judged.output << judged.errors);
    CHECK(judged.exit_code == 0);
    std::string list = tree.at(within + "SHA256SUMS");
    for (const auto& [path, bytes] : tree) {
        bool is_here = path.starts_with(within) && (!within.empty() || !path.starts_with("teachers/"));
        std::string name = path.substr(std::min(within.size(), path.size()));
        if (is_here && name != "SHA256SUMS" && name != "hornbook-files.txt") {
            INFO(path);
            CHECK(list.find("  " + name + "\n") != std::string::npos);
        }
    }
}

}  // namespace

TEST_CASE("every output has its place on the shelf") {
    std::set<std::string_view> placed;
    for (const ShelfRow& row : shelf_rows()) {
        INFO(row.output);
        const Output* output = find_output(row.output);
        REQUIRE(output != nullptr);
        REQUIRE(row.edition);
        CHECK(std::find(output->editions.begin(), output->editions.end(), *row.edition) != output->editions.end());
        placed.insert(row.output);
    }
    for (const Output& output : outputs()) {
        INFO(output.name << " needs a row in builder/shelf/shelf.cpp");
        CHECK(placed.contains(output.name));
    }
}

TEST_CASE("a pack of three books is whole, and its files are where they are said to be") {
    Books books;
    ProcessResult result = books.pack("pack", {"--jobs", "4"});
    INFO(result.errors);
    REQUIRE(result.exit_code == 0);
    CHECK(result.output.starts_with("made " + (books.around / "pack").string() + " (3 books, "));
    Tree tree = tree_of(books.around / "pack");
    std::string names;
    for (const auto& [path, bytes] : tree) {
        names += path.starts_with("koreader/hornbook.koplugin/") && !path.ends_with("/main.lua") ? "" : path + "\n";
    }
    CHECK(names == bytes_of_file(bundled + "/tests/commands/pack.txt"));
    check_names(tree);
    for (const char* folder : {"", "teachers/"}) {
        check_links(tree, folder);
        check_sums(tree, books.around / "pack", folder);
    }
    PictureFacts cover = examine_picture(tree.at("covers/deutsch.png"));
    PictureFacts thumbnail = examine_picture(tree.at("covers/deutsch-small.png"));
    CHECK(cover.width == 1200);
    CHECK(thumbnail.width == 240);
    CHECK(thumbnail.height == 320);
    for (const fs::directory_entry& file : fs::directory_iterator(bundled + "/plugin/koreader/hornbook.koplugin")) {
        CHECK(tree.at("koreader/hornbook.koplugin/" + file.path().filename().string()) == bytes_of_file(file.path()));
    }

    // The same again on one core, in another order of books, as a zip that other people's programs read.
    std::reverse(books.folders.begin(), books.folders.end());
    result = books.pack("pack.zip", {"--jobs", "1"});
    REQUIRE(result.exit_code == 0);
    std::string zip = (books.around / "pack.zip").string();
    CHECK(run_process({"unzip", "-tq", zip}, "", {60}).exit_code == 0);
    REQUIRE(run_process({"unzip", "-q", zip, "-d", (books.around / "unpacked").string()}, "", {60}).exit_code == 0);
    tree.erase("hornbook-files.txt");
    Tree unpacked = tree_of(books.around / "unpacked");
    for (const auto& [path, bytes] : tree) {
        INFO(path);
        CHECK((unpacked[path] == bytes));
    }
    CHECK(unpacked.size() == tree.size());
}

TEST_CASE("pupils get nothing of their teachers', and what is proved to hold no answers knows nothing of the key") {
    Books books;
    books.folders = {(books.around / "rain").string()};
    REQUIRE(books.pack("pupils", {"--for", "pupils"}).exit_code == 0);
    Tree pupils = tree_of(books.around / "pupils");
    books.write_water("rain", "[ ] Heat", "[x] Wind");
    REQUIRE(books.pack("others", {"--for", "pupils"}).exit_code == 0);
    Tree others = tree_of(books.around / "others");
    std::size_t proved = 0;
    for (const auto& [path, bytes] : pupils) {
        INFO(path);
        CHECK(path.find("teacher") == std::string::npos);
        CHECK(path.find("key") == std::string::npos);
        bool is_proved = path.starts_with("tests/") || path.starts_with("handouts/");
        proved += is_proved ? 1 : 0;
        bool tells = path.starts_with("epub/") || path == "SHA256SUMS";  // and the sizes of these
        CHECK((!is_proved || others.at(path) == bytes));
        CHECK((!tells || others.at(path) != bytes));
    }
    CHECK(proved == 2);
    CHECK(pupils.size() == others.size());

    REQUIRE(books.pack("teachers", {"--for", "teachers", "--title", "For the staff"}).exit_code == 0);
    Tree teachers = tree_of(books.around / "teachers");
    CHECK(teachers.contains("epub/deutsch-teacher.epub"));
    CHECK(teachers.contains("keys/deutsch/01-rain-key.pdf"));
    CHECK_FALSE(teachers.contains("epub/deutsch.epub"));
    CHECK(teachers.at("index.html").find("For the staff – For teachers") != std::string::npos);
    check_links(teachers, "");
}

TEST_CASE("one book with a mistake stops the pack, and the mistakes of all are told") {
    Books books;
    books.around.write("rain/chapters/02-snow.md", "no title\n");
    books.around.write("german/chapters/09-eis.md", "[x](nirgends.md)\n");
    ProcessResult result = books.pack("pack");
    CHECK(result.exit_code == 1);
    CHECK(result.errors.find("rain/chapters/02-snow.md:1:1: error") != std::string::npos);
    CHECK(result.errors.find("german/chapters/09-eis.md:1:1: error") != std::string::npos);
    CHECK(result.errors.find("; nothing was packed\n") != std::string::npos);
    CHECK(result.output.empty());
    CHECK_FALSE(fs::exists(books.around / "pack"));
    CHECK(books.around.count() == 3);
}

TEST_CASE("books that cannot be told apart are refused") {
    Books books;
    books.folders = {books.folders[0], books.folders[0] + "/"};
    ProcessResult result = books.pack("pack");
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("was named twice") != std::string::npos);
    books.write_water("snow", "[x] Cold", "[ ] Heat");
    books.folders = {(books.around / "rain").string(), (books.around / "snow").string()};
    result = books.pack("pack");
    CHECK(result.exit_code == 2);
    CHECK(result.errors.find("one and the same identifier") != std::string::npos);
    CHECK_FALSE(fs::exists(books.around / "pack"));
}

TEST_CASE("a folder of somebody else's is left alone, and found out before the long work") {
    Books books;
    books.around.write("photos/cat.jpg", "mine");
    ProcessResult result = books.pack("photos");
    CHECK(result.exit_code == 2);
    CHECK(bytes_of_file(books.around / "photos/cat.jpg") == "mine");
    CHECK(books.around.count() == 4);
}

TEST_CASE("where nothing sets pages, sheets are packed for a browser to print, and it is told") {
    Books books;
    books.folders = {(books.around / "rain").string()};
    ProcessResult result = run_process(
        {"env", "PATH=/nowhere", program, "pack", books.folders[0], "-o", (books.around / "pack").string(), "--for", "pupils"}, "", {60});
    CHECK(result.exit_code == 0);
    CHECK(result.errors.find("weasyprint") != std::string::npos);
    Tree tree = tree_of(books.around / "pack");
    CHECK(tree.contains("handouts/deutsch/01-rain-worksheet.html"));
    CHECK(tree.contains("tests/deutsch-test.epub"));
    check_links(tree, "");
}

TEST_CASE("warnings stop a strict pack, but not what an output cannot hold") {
    Books books;
    books.folders = {(books.around / "rain").string()};
    books.write_water("rain", "[x] Heat", "[x] Wind");
    books.around.write("rain/chapters/02-order.md", "# Order\n\nFirst.\n\n~~~quiz\n## Put these in order.\n1. Rain\n2. River\n~~~\n");
    ProcessResult result = books.pack("pack", {"--strict", "--for", "teachers"});
    CHECK(result.exit_code == 0);
    CHECK(result.errors.find("could not go into files for other programs as written") != std::string::npos);
    books.around.write("rain/chapters/03-warned.md", "# Warned\n\n<blink>a</blink>\n");
    result = books.pack("strict", {"--strict", "--for", "teachers"});
    CHECK(result.exit_code == 1);
    CHECK_FALSE(fs::exists(books.around / "strict"));
}

TEST_CASE("an address that is none is refused") {
    for (const char* url : {"server/books", "ftp://server/books/", "http://server/ books/", "http://server/?books"}) {
        ProcessResult result = run_hornbook({"pack", "--base-url", url});
        CHECK(result.exit_code == 2);
        CHECK(result.errors.find("is not the address of a folder") != std::string::npos);
    }
}

TEST_CASE("the page in which books are written goes along for teachers, where it works by itself") {
    Books books;
    books.folders = {(books.around / "rain").string()};
    TemporaryFolder programs;
    for (const char* name : {"hornbook", "hornbook-pictures", "hornbook-conversions"}) {
        fs::copy(fs::path(program).parent_path() / name, programs / name);
    }
    auto packed = [&](const std::string& readers) {
        return run_process({(programs / "hornbook").string(), "pack", books.folders[0], "--studio", "--for", readers, "-o",
                            (books.around / readers).string()},
                           "", {600});
    };
    ProcessResult none = packed("all");
    CHECK(none.exit_code == 2);
    CHECK(none.errors.find("this machine has no hornbook-studio.html") != std::string::npos);
    programs.write("hornbook-studio.html", R"(<meta name="hornbook-engine" content="served">)");
    ProcessResult without_engine = packed("all");
    CHECK(without_engine.exit_code == 2);
    CHECK(without_engine.errors.find("works with `hornbook serve` alone") != std::string::npos);
    std::string page = R"(<meta name="hornbook-engine" content="webassembly">)";
    programs.write("hornbook-studio.html", page);
    REQUIRE(packed("all").exit_code == 0);
    CHECK(bytes_of_file(books.around / "all/teachers/hornbook-studio.html") == page);
    CHECK_FALSE(fs::exists(books.around / "all/hornbook-studio.html"));
    CHECK(bytes_of_file(books.around / "all/teachers/SHA256SUMS").find("hornbook-studio.html") != std::string::npos);
    CHECK(bytes_of_file(books.around / "all/teachers/index.html").find("hornbook-studio.html") != std::string::npos);
    REQUIRE(packed("pupils").exit_code == 0);
    CHECK(bytes_of_file(books.around / "pupils/hornbook-studio.html") == page);
}

TEST_CASE("a pack is a folder or a zip, in a folder that is there") {
    Books books;
    books.folders = {(books.around / "rain").string()};
    ProcessResult tar = books.pack("pack.tar.gz");
    CHECK(tar.exit_code == 2);
    CHECK(tar.errors.find("ends in .gz\n  hint: `-o books.zip`") != std::string::npos);
    ProcessResult lost = books.pack("gone/pack");
    CHECK(lost.exit_code == 2);
    CHECK(lost.errors.find("there is no folder `" + (books.around / "gone").string() + "`") != std::string::npos);
}

}  // namespace hornbook
