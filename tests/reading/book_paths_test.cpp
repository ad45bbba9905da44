// Nothing from outside the book goes in: whatever a book names, and by whatever path, the file lies inside its folder, is a
// regular file and is not too big. The whole reading stage runs, so that no path goes past the check.
#include <sys/stat.h>

#include <algorithm>

#include "base/limits.h"
#include "catch.h"
#include "model/limits.h"
#include "model/mistakes.h"
#include "reading/read_book.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view secret = "secret recipe";
constexpr const char* title_page = "title = \"Bread\"\nlanguage = \"en\"\n";
constexpr const char* chapter = "# Flour\n\nFlour is ground grain.\n";

struct Read {
    Book book;
    std::vector<Diagnostic> found;
    std::vector<std::string> files;  // that each of them is about
};

// book/ is what is read; what lies beside it is none of it.
struct BookFolder {
    TemporaryFolder around;
    BookFolder() {
        for (const char* name : {"secret.md", "secret.png", "secret.css", "secret.toml", "book-2/secret.md"}) {
            around.write(name, secret);
        }
        write("book.toml", title_page);
        write("chapters/01.md", chapter);
        write("images/loaf.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    }
    void write(std::string_view name, std::string_view bytes) const {
        around.write("book/" + std::string(name), bytes);
    }
    // Makes of the file in the book a symbolic link.
    void link(const std::string& name, const fs::path& target) const {
        fs::remove_all(at(name));
        fs::create_directories(at(name).parent_path());
        fs::create_symlink(target, at(name));
    }
    fs::path at(const std::string& name) const {
        return around / ("book/" + name);
    }
    Read read() const {
        Sources sources;
        Diagnostics diagnostics;
        Read result{read_book(Folder(at("").string()), {}, sources, diagnostics).book, {}, {}};
        diagnostics.sort();
        for (const Diagnostic& diagnostic : diagnostics.all()) {
            result.found.push_back(diagnostic);
            result.files.push_back(sources[diagnostic.place.file].path);
        }
        for (std::uint32_t i = 0; i < sources.size(); ++i) {
            CHECK(sources[i].text.find(secret) == std::string::npos);
        }
        for (const Picture& picture : result.book.pictures) {
            CHECK(picture.bytes.view().find(secret) == std::string::npos);
        }
        CHECK(result.book.style.find(secret) == std::string::npos);
        CHECK(result.book.extra_style.find(secret) == std::string::npos);
        return result;
    }
    // Exactly this mistake, in a message about that file.
    void expect(Mistake mistake, std::string_view told_in) const {
        Read result = read();
        auto row = std::find_if(result.found.begin(), result.found.end(), [&](const Diagnostic& d) { return d.mistake == mistake; });
        REQUIRE(row != result.found.end());
        CHECK(result.files[static_cast<std::size_t>(row - result.found.begin())] == told_in);
        CHECK(!row->message.empty());
        CHECK(!row->hint.empty());
    }
};

// A kind of file that a book has: where it lies, and which file says so.
struct Kind {
    const char* name;
    const char* path;
    const char* told_in;
    std::size_t most_bytes;
};
constexpr Kind kinds[] = {
    {"configuration", "book.toml", "book.toml", limits::text_file_bytes},
    {"chapter", "chapters/01.md", "chapters/01.md", limits::text_file_bytes},
    {"glossary", "chapters/glossary.md", "chapters/glossary.md", limits::text_file_bytes},
    {"style", "styles/book.css", "styles/book.css", limits::text_file_bytes},
    {"extra style", "styles/extra.css", "styles/extra.css", limits::text_file_bytes},
    {"picture", "images/loaf.svg", "chapters/02.md", limits::picture_bytes},
    {"cover", "images/cover.svg", "book.toml", limits::picture_bytes},
};

// A book in which each kind of file is used.
void use(const BookFolder& book, const Kind& kind) {
    if (std::string_view(kind.name) == "picture") {
        book.write("chapters/02.md", "# Loaf\n\n![A loaf](../images/loaf.svg)\n");
    }
    if (std::string_view(kind.name) == "cover") {
        book.write("book.toml", std::string(title_page) + "cover = \"images/cover.svg\"\ncover_alt = \"A loaf\"\n");
    }
}

TEST_CASE("each kind of file is refused when it is a symbolic link to the outside") {
    for (const Kind& kind : kinds) {
        for (const char* target : {"secret.md", "book-2/secret.md"}) {
            CAPTURE(kind.name, target);
            BookFolder book;
            use(book, kind);
            book.link(kind.path, book.around / target);
            book.expect(Mistake::outside_book, kind.told_in);
        }
    }
}

TEST_CASE("each kind of file is refused when its folder is a symbolic link to the outside") {
    for (const Kind& kind : kinds) {
        fs::path path(kind.path);
        if (!path.has_parent_path()) {
            continue;
        }
        CAPTURE(kind.name);
        BookFolder book;
        use(book, kind);
        book.around.write("elsewhere/" + path.filename().string(), secret);
        book.link(path.parent_path().string(), book.around / "elsewhere");
        if (path.parent_path() == "chapters") {
            CHECK(!book.read().found.empty());  // a folder that leads out has nothing in it
        } else {
            book.expect(Mistake::outside_book, kind.told_in);
        }
    }
}

TEST_CASE("each kind of file is refused when it is a folder, a FIFO or a device") {
    for (const Kind& kind : kinds) {
        CAPTURE(kind.name);
        BookFolder book;
        use(book, kind);
        fs::remove(book.at(kind.path));
        if (std::string_view(kind.name) != "chapter") {  // a folder of that name is one of more chapters
            fs::create_directories(book.at(kind.path));
            book.expect(Mistake::not_a_file, kind.told_in);
            fs::remove(book.at(kind.path));
        }
        fs::create_directories(book.at(kind.path).parent_path());
        REQUIRE(mkfifo(book.at(kind.path).c_str(), 0600) == 0);
        book.expect(Mistake::not_a_file, kind.told_in);
        book.link(kind.path, "/dev/null");
        book.expect(Mistake::outside_book, kind.told_in);
    }
}

TEST_CASE("each kind of file is refused when it is too big") {
    for (const Kind& kind : kinds) {
        CAPTURE(kind.name);
        BookFolder book;
        use(book, kind);
        book.write(kind.path, "");
        fs::resize_file(book.at(kind.path), kind.most_bytes + 1);
        book.expect(Mistake::file_too_big, kind.told_in);
    }
}

// However a path to a file outside is written. None of them is a way in; nearly all are called so.
std::vector<std::string> ways_out(const BookFolder& book, const std::string& file, const std::string& up) {
    std::string absolute = (book.around / file).string();
    return {up + file,       up + "book/" + up + file, "./" + up + file,     "none/../" + up + file, absolute,
            "//" + absolute, "file:" + absolute,       "file://" + absolute, "FILE:///" + file};
}

TEST_CASE("a picture cannot be named from outside, however its path is written") {
    BookFolder book;
    std::vector<std::string> paths = ways_out(book, "secret.png", "../../");
    for (const char* path : {"%2e%2e/%2e%2e/secret.png", "%2E%2E/%2e./secret.png", "..%2f..%2Fsecret.png", "../images/%2e%2e/../secret.png",
                             "%2fetc/passwd", "../../secret.png?x", "../../secret.png#x", "..\\..\\secret.png", "\\\\host\\secret.png"}) {
        paths.emplace_back(path);
    }
    for (const std::string& path : paths) {
        CAPTURE(path);
        for (const std::string& markdown :
             {"![A secret](<" + path + ">)", "<img src=\"" + path + "\" alt=\"A secret\">", "![A secret][s]\n\n[s]: <" + path + ">"}) {
            CAPTURE(markdown);
            book.write("chapters/01.md", "# Loaf\n\n" + markdown + "\n");
            Read result = book.read();
            CHECK(result.book.pictures.empty());
            REQUIRE(result.found.size() == 1);
            Mistake mistake = result.found[0].mistake;
            CHECK((mistake == Mistake::outside_book || mistake == Mistake::remote_picture || mistake == Mistake::missing_file));
            CHECK(result.files[0] == "chapters/01.md");
        }
    }
}

TEST_CASE("the configuration's own paths cannot lead outside") {
    BookFolder book;
    for (const std::string& path : ways_out(book, "secret.md", "../../")) {
        CAPTURE(path);
        for (const std::string& rows : {"chapters = [\"" + path + "\"]\n", "[[part]]\ntitle = \"One\"\nchapters = [\"" + path + "\"]\n"}) {
            book.write("book.toml", title_page + rows);
            Read result = book.read();
            CHECK(result.book.chapters.empty());
            REQUIRE(!result.found.empty());
            bool told = std::any_of(result.found.begin(), result.found.end(), [](const Diagnostic& d) {
                return d.mistake == Mistake::outside_book || d.mistake == Mistake::missing_file;
            });
            CHECK(told);
        }
    }
    for (const std::string& path : ways_out(book, "secret.png", "../")) {
        CAPTURE(path);
        book.write("book.toml", std::string(title_page) + "cover = \"" + path + "\"\ncover_alt = \"A secret\"\n");
        Read result = book.read();
        CHECK(result.book.pictures.empty());
        REQUIRE(!result.found.empty());
        CHECK(result.files[0] == "book.toml");
    }
}

TEST_CASE("a style names no file, a font least of all") {
    BookFolder book;
    std::vector<std::string> paths = ways_out(book, "secret.png", "../");
    for (const char* path : {"https://fonts.example/a.woff2", "//fonts.example/a.woff2", "fonts/a.woff2", "data:font/woff2;base64,AAAA"}) {
        paths.emplace_back(path);
    }
    for (const std::string& path : paths) {
        CAPTURE(path);
        for (const std::string& rule : {"@font-face { font-family: x; src: url(\"" + path + "\") }",
                                        "@font-face { src: u\\72l(" + path + ") }", "@import \"" + path + "\";",
                                        "body { background: URL(" + path + ") }", "body { background: image-set(\"" + path + "\" 1x) }"}) {
            CAPTURE(rule);
            book.write("styles/extra.css", rule);
            book.expect(Mistake::style_reaches_out, "styles/extra.css");
        }
    }
}

TEST_CASE("links that stay inside are followed, for each kind of file") {
    for (const Kind& kind : kinds) {
        CAPTURE(kind.name);
        BookFolder book;
        use(book, kind);
        std::string bytes = fs::exists(book.at(kind.path)) ? bytes_of_file(book.at(kind.path)) : "";
        std::string name(kind.name);
        bytes = name == "glossary" ? "# Glossary\n\n## Flour\nGround grain.\n"
                : name == "cover"  ? "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                                   : bytes;
        book.write("kept/file", bytes);
        book.link(kind.path, book.at("kept/file"));
        CHECK(book.read().found.empty());
    }
}

}  // namespace
}  // namespace hornbook
