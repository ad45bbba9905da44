// Handouts as somebody prints them: real books, the real engine, and the sheets read back from the PDFs.
#include <cmath>
#include <map>

#include "handouts.h"
#include "pdf.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

struct Size {
    double width;
    double height;
};
constexpr Size a4{595.276, 841.89};
constexpr Size letter{612, 792};
constexpr double millimetre = 72 / 25.4;

// Copiers leave out what stands nearer to the edge than this.
void check_nothing_cut_off(const std::vector<PdfWord>& words, Size paper) {
    constexpr double margin = 5 * millimetre;
    for (const PdfWord& word : words) {
        INFO("page " << word.page << ": " << word.text);
        CHECK((word.left >= margin && word.right <= paper.width - margin && word.top >= margin && word.bottom <= paper.height - margin));
    }
}

// The middle of a page: without running heads and feet.
std::map<int, std::vector<PdfWord>> bodies(const std::vector<PdfWord>& words, Size paper) {
    std::map<int, std::vector<PdfWord>> pages;
    for (const PdfWord& word : words) {
        if (word.top > 17 * millimetre && word.bottom < paper.height - 18 * millimetre) {
            pages[word.page].push_back(word);
        }
    }
    for (auto& [page, list] : pages) {
        std::stable_sort(list.begin(), list.end(), [](const PdfWord& a, const PdfWord& b) { return a.bottom < b.bottom - 2; });
    }
    return pages;
}

// A page that goes on begins with a question, since none is split.
void check_questions_whole(const std::vector<PdfWord>& words, Size paper) {
    int expected = 0;
    for (const auto& [page, list] : bodies(words, paper)) {
        ++expected;
        CHECK(page == expected);  // no empty page
        INFO("page " << page << " begins with " << list.front().text);
        CHECK((page == 1 || std::regex_match(list.front().text, std::regex("[0-9]+\\."))));
    }
}

// Headings are bigger than text; below the last one of a page there is text.
void check_no_orphaned_heading(const std::vector<PdfWord>& words, Size paper, double text_height) {
    for (const auto& [page, list] : bodies(words, paper)) {
        double heading = 0;
        double text = 0;
        for (const PdfWord& word : list) {
            if (word.height() > 1.15 * text_height) {
                heading = std::max(heading, word.bottom);
            } else if (word.height() > 0.9 * text_height) {
                text = std::max(text, word.bottom);
            }
        }
        INFO("page " << page);
        CHECK(text > heading);
    }
}

// The height that most words have.
double usual_height(const std::vector<PdfWord>& words) {
    std::map<long, std::size_t> counts;
    for (const PdfWord& word : words) {
        ++counts[std::lround(word.height() * 10)];
    }
    auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    return static_cast<double>(most->first) / 10;
}

void check_pdf(const fs::path& pdf, Size paper) {
    INFO(pdf.filename().string());
    std::string path = pdf.string();
    CHECK(output_of({"qpdf", "--check", path}).find("No syntax or stream encoding errors") != std::string::npos);
    CHECK(pdf_fact(path, "Tagged") == "yes");
    CHECK_FALSE(pdf_fact(path, "Title").empty());
    CHECK(pdf_fact(path, "Page size").find(paper.width == a4.width ? "595.276 x 841.89" : "612 x 792") == 0);
    std::string bytes = bytes_of_file(pdf);
    CHECK(bytes.find("/Lang (en-GB)") != std::string::npos);
    CHECK(bytes.find("/MarkInfo") != std::string::npos);
    std::string fonts = output_of({"pdffonts", path});
    std::size_t rows = 0;
    std::istringstream lines(fonts);
    for (std::string line; std::getline(lines, line);) {
        if (line.find("Identity-H") != std::string::npos) {
            ++rows;
            CHECK(line.find("yes yes yes") != std::string::npos);  // embedded, a subset, with its characters' names
        }
    }
    CHECK(rows > 0);
    check_nothing_cut_off(words_of_pdf(path), paper);
}

}  // namespace

TEST_CASE("the sheets of a chapter of The Purges fit on A4 and Letter") {
    for (bool is_a4 : {true, false}) {
        Size paper = is_a4 ? a4 : letter;
        TemporaryFolder folder;
        make_handout(bundled, folder / "out",
                     {"--chapter", "02-kirov", "--paper", is_a4 ? "A4" : "Letter", "--versions", "A,B", "--seed", "7"});
        std::vector<fs::path> pdfs = pdfs_in(folder / "out");
        CHECK(pdfs.size() == 9);
        std::for_each(pdfs.begin(), pdfs.end(), [&](const fs::path& pdf) { check_pdf(pdf, paper); });
        auto path = [&](const std::string& name) { return (folder / ("out/" + name)).string(); };
        for (const char* sheet : {"02-kirov-worksheet-A.pdf", "02-kirov-worksheet-B.pdf"}) {
            std::vector<PdfWord> words = words_of_pdf(path(sheet));
            INFO(sheet);
            check_questions_whole(words, paper);
            CHECK(pdf_fact(path(sheet), "Pages") <= "5");
        }
        std::vector<PdfWord> reading = words_of_pdf(path("02-kirov-reading.pdf"));
        check_no_orphaned_heading(reading, paper, usual_height(reading));
        std::string text = text_of_pdf(path("02-kirov-worksheet-B.pdf"));
        for (const char* words : {"Name", "Class", "Date", "Score", "/ 45", "Version B", "Number the boxes"}) {
            INFO(words);
            CHECK(text.find(words) != std::string::npos);
        }
        CHECK(text.find("Marking notes") == std::string::npos);
        CHECK(text_of_pdf(path("02-kirov-key-B.pdf")).find("Marking notes") != std::string::npos);
        CHECK(pdf_fact(path("02-kirov-key-all.pdf"), "Pages") == "1");
    }
}

TEST_CASE("backs of cards lie behind their fronts, and no card is too full") {
    struct Grid {
        const char* paper;
        double left;
        double top;
        double height;
    };
    for (const Grid& grid : {Grid{"A4", 10, 16.5, 65.9}, Grid{"Letter", 13, 15.7, 61.9}}) {
        TemporaryFolder folder;
        make_handout(bundled, folder / "out", {"--parts", "cards", "--paper", grid.paper});
        double left = grid.left * millimetre;
        double top = grid.top * millimetre;
        double width = 95 * millimetre;
        double height = grid.height * millimetre;
        std::map<std::string, std::pair<int, int>> fronts;  // number -> column, row
        std::size_t backs = 0;
        for (const PdfWord& word : words_of_pdf((folder / "out/cards.pdf").string())) {
            int column = static_cast<int>((word.left - left) / width);
            int row = static_cast<int>((word.top - top) / height);
            INFO(grid.paper << ", page " << word.page << ": " << word.text);
            CHECK((column < 2 && row < 4));
            CHECK((word.left > left + column * width && word.right < left + (column + 1) * width));
            CHECK((word.top > top + row * height && word.bottom < top + (row + 1) * height));
            bool number = word.left < left + column * width + 8 * millimetre && word.top < top + row * height + 3 * millimetre;
            if (number && word.page % 2 == 1) {
                fronts[word.text] = {column, row};
            } else if (number) {
                ++backs;
                CHECK((fronts[word.text] == std::pair(1 - column, row)));
            }
        }
        CHECK(backs == fronts.size());
        CHECK(backs > 40);
    }
}

TEST_CASE("the same book, options and seed give the same bytes, and another key leaves the worksheets as they are") {
    TemporaryFolder folder;
    const std::string quizzes = bundled + "/tests/books/quizzes";
    std::vector<std::string> more = {"--versions", "A", "--parts", "worksheet,key", "--chapter", "01-forms"};
    make_handout(quizzes, folder / "one", more);
    more.insert(more.end(), {"--jobs", "1"});
    make_handout(quizzes, folder / "again", more);
    fs::copy(quizzes, folder / "book", fs::copy_options::recursive);
    fs::copy(bundled + "/tests/weaving/other_key/quizzes", folder / "book/chapters",
             fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    make_handout((folder / "book").string(), folder / "other", more);
    for (const char* name : {"01-forms-worksheet-A.pdf", "01-forms-key-A.pdf", "01-forms-key-all.pdf"}) {
        INFO(name);
        std::string bytes = bytes_of_file(folder / "one" / name);
        CHECK((bytes == bytes_of_file(folder / "again" / name)));
        bool key = std::string(name).find("key") != std::string::npos;
        CHECK((bytes == bytes_of_file(folder / "other" / name)) != key);
    }
}

// Lines that say which they are: items of a list, a paragraph and, below a heading that does not count, verse.
TEST_CASE("line numbers stand beside every fifth line") {
    TemporaryFolder folder;
    folder.write("book/book.toml", "title = \"T\"\nlanguage = \"en\"\ndate = 2026-11-23\n");
    std::string text = "# Rain\n\n- row-1\n- row-2\n- row-3\n\nrow-4\n\n## Drops\n\nrow-5";
    for (int row = 6; row <= 62; ++row) {
        text += "\\\nrow-" + std::to_string(row);
    }
    folder.write("book/chapters/01-a.md", text + "\n");
    make_handout((folder / "book").string(), folder / "out", {"--line-numbers", "--parts", "reading"});
    std::vector<PdfWord> words = words_of_pdf((folder / "out/01-a-reading.pdf").string());
    check_nothing_cut_off(words, a4);
    int expected = 0;
    for (const PdfWord& number : words) {
        if (number.right > 18 * millimetre) {
            continue;
        }
        expected += 5;
        INFO("page " << number.page << ", line " << number.text);
        CHECK(number.text == std::to_string(expected));
        CHECK(std::any_of(words.begin(), words.end(), [&](const PdfWord& word) {
            return word.page == number.page && std::abs(word.bottom - number.bottom) < 4 && word.text == "row-" + number.text;
        }));
    }
    CHECK(expected == 60);
    CHECK(words.back().page > 1);
}

TEST_CASE("large print is set in 18 points") {
    TemporaryFolder folder;
    make_handout(bundled, folder / "out", {"--chapter", "02-kirov", "--large-print", "--parts", "worksheet"});
    std::vector<PdfWord> words = words_of_pdf((folder / "out/02-kirov-worksheet.pdf").string());
    check_nothing_cut_off(words, a4);
    check_questions_whole(words, a4);
    TemporaryFolder small;
    make_handout(bundled, small / "out", {"--chapter", "02-kirov", "--parts", "worksheet"});
    double usual = usual_height(words_of_pdf((small / "out/02-kirov-worksheet.pdf").string()));
    CHECK(std::abs(usual_height(words) / usual - 18.0 / 11) < 0.02);
}

}  // namespace hornbook
