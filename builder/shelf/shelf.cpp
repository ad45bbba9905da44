#include "shelf/shelf.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

// A word in all languages of the books: "Bücher · Books".
std::string in_all_languages(const Shelf& shelf, std::string Words::*word) {
    std::vector<std::string> said;
    for (const ShelfBook& book : shelf.books) {
        std::string here = words_for(book.metadata.language).*word;
        if (std::find(said.begin(), said.end(), here) == said.end()) {
            said.push_back(here);
        }
    }
    return join(said, " · ");
}

// Whether the row's label is also that of another row, so that the format must be named.
bool has_label_of_another(const ShelfRow& row) {
    std::span<const ShelfRow> rows = shelf_rows();
    auto first = std::find_if(rows.begin(), rows.end(),
                              [&](const ShelfRow& each) { return each.readers == row.readers && each.label == row.label; });
    return first != rows.end() && first->output != row.output;
}

}  // namespace

// The rows, in the order of the start page.
std::span<const ShelfRow> shelf_rows() {
    static const std::array rows = std::to_array<ShelfRow>({
        {"epub", Edition::student, Readers::pupils, KeyInside::present, "epub", "", "application/epub+zip", "EPUB", &Words::for_reader,
         "for e-readers and tablets: copy the files onto them"},
        {"kepub", Edition::student, Readers::pupils, KeyInside::present, "kobo", "", "", "Kobo", &Words::for_reader,
         "the same for e-readers by Kobo, which show pages and progress better with these"},
        {"web", Edition::student, Readers::pupils, KeyInside::present, "web", "index.html", "", "HTML", &Words::for_browser,
         "for any browser, without a network: open index.html in a book's folder"},
        {"handout", Edition::test, Readers::pupils, KeyInside::proved_absent, "handouts", "", "", "PDF", &Words::on_paper,
         "reading, worksheets, glossary and flash cards to print"},
        {"epub", Edition::test, Readers::pupils, KeyInside::proved_absent, "tests", "", "application/epub+zip", "EPUB",
         &Words::test_edition, "the quizzes as a test, for e-readers and tablets", Needs::questions},
        {"stardict", Edition::student, Readers::pupils, KeyInside::not_its_matter, "dictionaries", "", "", "StarDict", &Words::dictionary,
         "the glossaries as dictionaries for KOReader, GoldenDict and others", Needs::glossary},
        {"anki", Edition::student, Readers::pupils, KeyInside::present, "anki", "", "", "Anki", &Words::flash_cards,
         "flash cards to learn with Anki: File, Import", Needs::questions_or_glossary},
        {"epub", Edition::teacher, Readers::teachers, KeyInside::present, "epub", "", "application/epub+zip", "EPUB",
         &Words::teacher_edition, "the books with answers and marking notes in place"},
        {"handout", Edition::teacher, Readers::teachers, KeyInside::present, "keys", "", "", "PDF", &Words::answer_key,
         "the answers to the worksheets, to print", Needs::questions_or_teachers_material},
        {"moodle-xml", Edition::teacher, Readers::teachers, KeyInside::present, "moodle", "", "", "Moodle", &Words::learning_platform,
         "the questions for Moodle's question bank: Import, Moodle XML format", Needs::questions},
        {"common-cartridge", Edition::student, Readers::teachers, KeyInside::present, "common-cartridge", "", "", "Common Cartridge",
         &Words::learning_platform, "pages and quizzes as a course for Canvas and others"},
        {"qti", Edition::teacher, Readers::teachers, KeyInside::present, "qti", "", "", "QTI 2.1", &Words::learning_platform,
         "the questions for platforms and test systems that read QTI", Needs::questions},
        {"gift", Edition::teacher, Readers::teachers, KeyInside::present, "gift", "", "", "GIFT", &Words::learning_platform,
         "the questions as text, for platforms that read GIFT", Needs::questions},
        {"html5", Edition::student, Readers::teachers, KeyInside::present, "html5", "", "", "HTML5", &Words::learning_platform,
         "the web edition as one file, for Kolibri and others that take HTML5 apps"},
    });
    return rows;
}

bool can_be_made(const ShelfRow& row, bool has_questions, bool has_glossary, bool has_teachers_material) {
    switch (row.needs) {
        case Needs::nothing:
            break;
        case Needs::questions:
            return has_questions;
        case Needs::glossary:
            return has_glossary;
        case Needs::questions_or_glossary:
            return has_questions || has_glossary;
        case Needs::questions_or_teachers_material:
            return has_questions || has_teachers_material;
    }
    return true;
}

std::string title_of(const Shelf& shelf) {
    bool is_for_teachers = shelf.readers == Readers::teachers;
    if (shelf.title.empty() && shelf.books.size() != 1) {
        return in_all_languages(shelf, &Words::books) + (is_for_teachers ? " – " + in_all_languages(shelf, &Words::for_teachers) : "");
    }
    std::string title = shelf.title.empty() ? shelf.books.front().metadata.title : shelf.title;
    return title + (is_for_teachers ? " – " + in_all_languages(shelf, &Words::for_teachers) : "");
}

bool names_format(const ShelfRow& row, const Words& words) {
    return label_of(row, words) != words.*row.label;
}

std::string label_of(const ShelfRow& row, const Words& words) {
    const std::string& label = words.*row.label;
    bool has_place = label.find("{}") != std::string::npos;
    return has_place || !has_label_of_another(row) ? fill_in(label, row.format) : label + " (" + std::string(row.format) + ")";
}

std::size_t size_of(const ShelfItem& item) {
    std::size_t bytes = 0;
    for (const ShelfFile& file : item.files) {
        bytes += file.bytes;
    }
    return bytes;
}

std::string size_in_words(std::size_t bytes) {
    constexpr std::size_t kilo = 1000;
    return bytes < 10 * kilo * kilo ? std::to_string((bytes + kilo - 1) / kilo) + "\u00a0kB"
                                    : std::to_string((bytes + kilo * kilo / 2) / (kilo * kilo)) + "\u00a0MB";
}

std::string url_of(std::string_view path) {
    constexpr std::string_view kept = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string url;
    for (char c : path) {
        if (kept.find(c) != std::string_view::npos) {
            url += c;
        } else {
            auto byte = static_cast<unsigned char>(c);
            url += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return url;
}

std::int64_t last_change(const Shelf& shelf) {
    std::int64_t last = 0;
    for (const ShelfBook& book : shelf.books) {
        last = std::max(last, book.modified);
    }
    return last;
}

}  // namespace hornbook
