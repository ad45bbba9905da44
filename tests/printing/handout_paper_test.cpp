// What a teacher would not hand out: type too small for large print, text beyond the paper's edge or lost, half-empty pages.
#include <cmath>
#include <set>

#include "handouts.h"
#include "pdf.h"
#include "repeated.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

// word000 word001 …, none like another.
std::string many_words(const std::string& stem, std::size_t count) {
    std::string words;
    for (std::size_t i = 0; i < count; ++i) {
        words += (i == 0 ? "" : " ") + stem + std::to_string(1000 + i).substr(1);
    }
    return words;
}

std::string row_of(const std::string& stem) {
    std::string row = "|";
    for (char c = 'a'; c <= 'l'; ++c) {
        row += " " + (stem == "---" ? stem : stem + c) + " |";
    }
    return row + "\n";
}

const std::string long_word = repeated("Donaudampfschifffahrtsgesellschaftskapitaen", 5);
const std::string address = "https://example.org/" + repeated("abcdefghi/", 28);

void write_hostile_book(const TemporaryFolder& folder) {
    folder.write("book/book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("book/chapters/01-a.md",
                 "# A chapter about " + long_word + "\n\n" + long_word + ". See <" + address + "> and [the office](" + address +
                     ") for a marvel" + repeated("x", 200) + " or a marvel.\n\n" + row_of("Organisation") + row_of("---") +
                     row_of("Constantinople") + row_of("Leningrad") + "\n| Name | Notes |\n|---|---|\n| " + long_word +
                     " | short words |\n| a | " + address + " |\n\n- " + long_word + "\n\n> [!NOTE] " + long_word + "\n> " + long_word +
                     "\n\nText[^1] and[^2].\n\n[^1]: " + long_word + "\n\n[^2]: " + many_words("note", 600) + "\n\n~~~quiz\n## What is " +
                     long_word + "?\n- [x] " + long_word + "\n- [ ] no\n\n## Match these.\n- " + long_word + " -> " + long_word +
                     "b\n- a -> " + address + "\n\n## How useful is it?\n____ lines=50\nmarks: 8\nkey:\n- " + long_word + "\n~~~\n");
    std::string items;
    for (int i = 100; i < 140; ++i) {
        items += "- item" + std::to_string(i) + "\n";
    }
    folder.write("book/chapters/glossary.md", "# Glossary\n\n## marvel\nkind: " + long_word + "\n\n" + many_words("word", 250) + "\n\n## " +
                                                  long_word + "\n\n" + long_word + "\n\n## list\n\n" + items + "\n## address\n\n" +
                                                  address + "\n");
}

void check_inside_margins(const fs::path& pdf, double width, double height) {
    constexpr double margin = 5 * 72 / 25.4;
    for (const PdfWord& word : words_of_pdf(pdf.string())) {
        INFO(pdf.filename().string() << ", page " << word.page << ": " << word.text);
        REQUIRE((word.left >= margin && word.right <= width - margin && word.top >= margin && word.bottom <= height - margin));
    }
}

// Without the signs at which lines and pages divide a word.
std::string letters_of_pdf(const fs::path& pdf) {
    std::string text;
    std::istringstream lines(output_of({"pdftotext", "-raw", pdf.string(), "-"}));  // in the order in which it was written
    for (std::string line; std::getline(lines, line);) {
        for (const char* sign : {"\u200b", "\u2010", "-"}) {
            line = line.ends_with(sign) ? line.substr(0, line.size() - std::string_view(sign).size()) : line;
        }
        text += std::regex_replace(line, std::regex("\u200b| "), "");
    }
    return text;
}

std::size_t count(const std::string& text, const std::string& words) {
    std::size_t n = 0;
    for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) {
        ++n;
    }
    return n;
}

}  // namespace

TEST_CASE("in large print nothing is smaller than 18 points, on any sheet") {
    TemporaryFolder folder;
    for (const std::string& book : {bundled, bundled + "/tests/books/quizzes", bundled + "/tests/books/arabic"}) {
        fs::path out = folder / ("out-" + fs::path(book).filename().string());
        std::vector<std::string> more = {"--large-print", "--line-numbers", "--versions", "A,B"};
        if (book == bundled) {
            more.insert(more.end(), {"--chapter", "02-kirov"});
        }
        make_handout(book, out, more);
        CHECK(pdfs_in(out).size() >= 8);
        for (const fs::path& pdf : pdfs_in(out)) {
            std::vector<double> sizes = type_sizes_of_pdf(pdf.string());
            INFO(pdf.string());
            REQUIRE_FALSE(sizes.empty());
            CHECK(*std::min_element(sizes.begin(), sizes.end()) > 17.95);
        }
    }
}

TEST_CASE("nothing reaches beyond the margins, and nothing is lost, however long its words") {
    for (const char* paper : {"A4", "Letter"}) {
        TemporaryFolder folder;
        write_hostile_book(folder);
        std::vector<std::string> more = {"--paper", paper, "--versions", "A,B"};
        bool a4 = std::string(paper) == "A4";
        if (!a4) {
            more.emplace_back("--large-print");
        }
        make_handout((folder / "book").string(), folder / "out", more);
        INFO(paper);
        for (const fs::path& pdf : pdfs_in(folder / "out")) {
            check_inside_margins(pdf, a4 ? 595.276 : 612, a4 ? 841.89 : 792);
        }
        std::string reading = letters_of_pdf(folder / "out/01-a-reading.pdf");
        CHECK(count(reading, long_word) >= 5);
        CHECK(count(reading, "abcdefghi/") >= 3 * 28 - 2);  // a page may end within one
        for (char c = 'a'; c <= 'l'; ++c) {
            CHECK(count(reading, std::string("Constantinople") + c) == 1);
            CHECK(count(reading, std::string("Organisation") + c) >= 1);
        }
        std::string cards = letters_of_pdf(folder / "out/cards.pdf");
        CHECK(count(cards, "item") == 40);
        CHECK(count(cards, "…") == 0);
        for (int i = 1000; i < 1250; ++i) {
            std::string number = std::to_string(i).substr(1);
            CHECK(count(cards, "word" + number) == 1);
            CHECK(count(reading, "word" + number) == 1);
            CHECK(count(reading, "note" + number) == 1);
        }
    }
}

TEST_CASE("a page is not left empty below the name of a pupil") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# A\n\n~~~quiz\n## Explain one.\n____ lines=30\n\n## Explain two.\n" + many_words("source", 500) +
                                         "\n\n____ lines=6\n~~~\n");
    make_handout(folder.path(), folder / "out", {"--parts", "worksheet"});
    std::string sheet = (folder / "out/01-a-worksheet.pdf").string();
    CHECK(pdf_fact(sheet, "Pages") == "3");
    std::string first = output_of({"pdftotext", "-l", "1", sheet, "-"});
    CHECK(first.find("Explain one.") != std::string::npos);
    CHECK(first.find("Explain two.") == std::string::npos);
    CHECK(output_of({"pdftotext", "-f", "2", "-l", "2", sheet, "-"}).find("Explain two.") != std::string::npos);
}

TEST_CASE("a long grid of answers runs over pages, each with its head") {
    TemporaryFolder folder;
    std::string quiz;
    for (int i = 1; i <= 120; ++i) {
        quiz += "## Question " + std::to_string(i) + "?\n- [x] a\n- [ ] b\n\n";
    }
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# A\n\n~~~quiz\n" + quiz + "~~~\n");
    make_handout(folder.path(), folder / "out", {"--parts", "key", "--versions", "A,B,C,D,E,F,G,H,I"});
    std::string grid = (folder / "out/01-a-key-all.pdf").string();
    int pages = std::stoi(pdf_fact(grid, "Pages"));
    REQUIRE(pages > 2);
    std::vector<PdfWord> words = words_of_pdf(grid);
    for (int page = 1; page <= pages; ++page) {
        INFO("page " << page);
        CHECK(std::any_of(words.begin(), words.end(), [&](const PdfWord& word) { return word.page == page && word.text == "Version"; }));
    }
    for (int i = 1; i <= 120; ++i) {  // in a table of versions A to G, and in another of H and I
        CHECK(std::count_if(words.begin(), words.end(), [&](const PdfWord& word) { return word.text == std::to_string(i); }) >= 2);
    }
    check_inside_margins(grid, 595.276, 841.89);
}

TEST_CASE("a note says which of an entry's names it explains") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md", "# A\n\nThe secret police met two delegates.\n");
    folder.write("chapters/glossary.md",
                 "# Glossary\n\n## NKVD\nalso: secret police\n\nA ministry.\n\n## delegate\n\nSomebody sent.\n\n## Pravda\n\nA paper.\n");
    make_handout(folder.path(), folder / "out", {"--parts", "reading"});
    std::string text = text_of_pdf((folder / "out/01-a-reading.pdf").string());
    CHECK(text.find("secret police: see NKVD – A ministry.") != std::string::npos);
    CHECK(text.find("delegate: Somebody sent.") != std::string::npos);
    CHECK(text.find('*') == std::string::npos);
}

TEST_CASE("a worksheet for a word processor says everything once, and marks stand with their question") {
    TemporaryFolder folder;
    make_handout(bundled, folder / "out", {"--chapter", "02-kirov", "--docx", "--parts", "worksheet"});
    std::string path = (folder / "out/02-kirov-worksheet.docx").string();
    std::string text = output_of({"pandoc", "--wrap=none", "--standalone", "--to=plain", path});
    CHECK(count(text, "Kirov: a murder and its uses") == 1);
    CHECK(count(text, "The Purges") == 0);
    CHECK(count(text, "at the Party Congress of 1934. (____ / 1)") == 1);
}

// Places alone: what WeasyPrint 57 says about letters written from right to left cannot be read back.
TEST_CASE("sheets set from right to left are mirrored") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"ספר\"\nlanguage = \"he\"\ndate = 2026-11-23\n");
    folder.write("chapters/01-a.md",
                 "# גשם\n\nשלום.\n\n- אחד\n- שניים\n\n~~~quiz\n## שאלה ראשונה?\n- [x] שמש\n- [ ] ירח\n\n## עוד שאלה?\n- [x] שמש\n- [ ] "
                 "ירח\n~~~\n");
    make_handout(folder.path(), folder / "out", {"--parts", "reading,worksheet,key"});
    constexpr double margin = 21 * 72 / 25.4;
    for (const fs::path& pdf : pdfs_in(folder / "out")) {
        INFO(pdf.filename().string());
        std::set<long> in_left_margin;  // lines by their heights
        for (const PdfWord& word : words_of_pdf(pdf.string())) {
            CHECK(word.right < 595.276 - margin + 1);  // nothing hangs out on the side where lines begin
            if (word.left < margin - 1) {
                in_left_margin.insert(std::lround(word.bottom));
            }
        }
        CHECK(in_left_margin.size() == (pdf.stem() == "01-a-reading" ? 0 : 2));  // the marks of two questions
    }
}

// ISO 14289-1, 7.1, 7.2, as far as the engine goes: pictures get no words from WeasyPrint 57, so no sheet claims to be PDF/UA.
TEST_CASE("sheets have a structure, a language and a title, and claim no more") {
    TemporaryFolder folder;
    make_handout(bundled, folder / "out", {"--chapter", "02-kirov", "--versions", "A"});
    for (const fs::path& pdf : pdfs_in(folder / "out")) {
        INFO(pdf.filename().string());
        std::string json = output_of({"qpdf", "--json=2", "--json-key=qpdf", pdf.string()});
        json = std::regex_replace(json, std::regex("\\s+"), " ");
        CHECK(json.find("\"/MarkInfo\": { \"/Marked\": true }") != std::string::npos);
        CHECK(json.find("\"/ViewerPreferences\": { \"/DisplayDocTitle\": true }") != std::string::npos);
        CHECK(json.find("\"/Lang\": \"u:en-GB\"") != std::string::npos);
        CHECK(json.find("\"/Title\": \"u:") != std::string::npos);
        CHECK(json.find("\"/S\": \"/Document\"") != std::string::npos);
        bool cards = pdf.stem() == "cards";
        CHECK((json.find("\"/S\": \"/H1\"") != std::string::npos) != cards);
        CHECK(output_of({"pdfinfo", "-meta", pdf.string()}).find("pdfuaid:part") == std::string::npos);
    }
}

}  // namespace hornbook
