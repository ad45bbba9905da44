// What pupils' devices exported, JSON or CSV, and what the teacher keeps beside it -> the page of a class.
#include "base/text.h"
#include "book.h"
#include "results/class_page.h"
#include "results/class_table.h"
#include "results/csv.h"
#include "results/read_results.h"
#include "results/side_files.h"
#include "results/spreadsheet.h"

namespace {

using namespace hornbook;

const Book& book_of_class() {
    static const Book woven = [] {
        Sources sources;
        Diagnostics diagnostics;
        Book book = read_book(Folder(HORNBOOK_SOURCE_DIR "/tests/results/class/book"), {{}, 1}, sources, diagnostics).book;
        weave(book, 1, diagnostics);
        return book;
    }();
    return woven;
}

}  // namespace

// The first byte tells as what the others are read.
void hornbook::fuzz(std::string_view bytes) {
    char as = bytes.empty() ? ' ' : bytes.front();
    bool is_json = as == '{';
    bytes.remove_prefix(bytes.empty() || is_json ? 0 : 1);
    std::vector<Results> files;
    if (is_json || as == 'c') {
        ResultsReading reading = read_results(is_json ? "a.json" : "a.csv", bytes);
        if (reading.refusal.empty()) {
            files.push_back(std::move(reading.results));
        }
    }
    ClassResults results = collect_results(book_of_class(), std::move(files));
    if (as == 'r') {
        read_roster("roster.csv", bytes, results);
    } else if (as == 'p') {
        read_codes("codes.txt", bytes, book_of_class(), results);
    } else if (as == 'm') {
        read_marks("marks.csv", bytes, results);
    }
    promise(is_valid_utf8(make_class_table(results)), "class.csv", "it is no text", bytes);
    promise(is_valid_utf8(make_class_page(book_of_class(), results)), "class.html", "it is no text", bytes);
    promise(is_valid_utf8(make_pupil_pages(book_of_class(), results)), "own.html", "it is no text", bytes);
    promise(is_valid_utf8(make_spreadsheet(book_of_class(), results).at(1).bytes), "content.xml", "it is no text", bytes);
    CsvReading sheet = read_csv(make_sheet(results));
    promise(sheet.refusal.empty(), "sheet.csv", sheet.refusal, bytes);
    for (const Remark& remark : results.remarks) {
        promise(is_valid_utf8(shown(remark)), "remark", "it is no text", bytes);
    }
}
