#include "results/spreadsheet.h"

#include <algorithm>

#include "base/text.h"
#include "model/plain_text.h"
#include "results/class_table.h"
#include "results/class_words.h"
#include "results/overview.h"
#include "results/question_counts.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr std::string_view media_type = "application/vnd.oasis.opendocument.spreadsheet";

TableCell cell_of_pupil(const Pupil& pupil) {
    return pupil.number > 0 ? TableCell(static_cast<std::size_t>(pupil.number)) : TableCell(shown_pupil(pupil));
}

std::string quiz_in_words(const ClassQuiz& quiz) {
    return quiz.chapter + ": " + quiz.title + (quiz.edition == Edition::student ? "" : " · " + std::string(word_for(quiz.edition)));
}

std::vector<TableRow> overview_rows(const ClassResults& results, const PageWords& said) {
    Overview overview = make_overview(results);
    double of = overview.practice_of + overview.tests_of;
    TableRow head = {said.words.pupil,    said.book_words.pupil_name, fill_in(said.words.total_of, said.marks(of)),
                     said.words.practice, said.words.tests,           "?"};
    for (const ClassQuiz& quiz : results.quizzes) {
        head.emplace_back(quiz_in_words(quiz));
    }
    head.emplace_back(fill_in(said.words.deleted_attempts, ""));
    head.emplace_back(fill_in(said.words.deleted_tests, ""));
    head.emplace_back(fill_in(said.words.left_test, ""));
    head.emplace_back(fill_in(said.words.left_minutes, ""));
    head.emplace_back(fill_in(said.words.left_unknown, ""));
    std::vector<TableRow> rows = {head};
    for (const OverviewRow& row : overview.rows) {
        TableRow cells = {cell_of_pupil(row.pupil), roster_name(results, row.pupil)};
        if (row.has_come) {
            cells.insert(cells.end(), {row.total.marks, row.practice.marks, row.tests.marks, row.total.is_marked ? "" : "?"});
            std::transform(row.cells.begin(), row.cells.end(), std::back_inserter(cells),
                           [](const OverviewCell& cell) { return TableCell(cell.best); });
            cells.insert(cells.end(), {row.deleted.attempts, row.deleted.sealed, row.left.times, minutes_of(row.left), row.left.unknown});
        } else {
            cells.emplace_back(said.words.nothing_came);
        }
        rows.push_back(cells);
    }
    return rows;
}

std::vector<TableRow> question_rows(const ClassResults& results) {
    std::vector<TableRow> rows = {{"edition", "chapter", "quiz", "question", "asked", "wrong", "no answer", "partly", "right"}};
    for (const ClassQuiz& quiz : results.quizzes) {
        for (const Tally& tally : worst_questions(quiz)) {
            rows.push_back({word_for(quiz.edition), quiz.chapter, quiz.title, tally.question + 1,
                            plain_text(quiz.quiz->questions[tally.question].text), tally.wrong, tally.unanswered, tally.partly,
                            tally.right});
        }
    }
    return rows;
}

std::vector<TableRow> answer_rows(const ClassResults& results) {
    std::vector<TableRow> rows = {{"edition", "chapter", "quiz", "question", "answer", "right", "given"}};
    for (const ClassQuiz& quiz : results.quizzes) {
        for (const Tally& tally : tally_questions(quiz)) {
            for (const AnswerCount& count : count_answers(quiz, tally.question)) {
                rows.push_back({word_for(quiz.edition), quiz.chapter, quiz.title, tally.question + 1,
                                count.answer.empty() ? "…" : count.answer, count.is_right ? "yes" : "no", count.count});
            }
        }
    }
    return rows;
}

std::vector<TableRow> remark_rows(const ClassResults& results) {
    std::vector<TableRow> rows;
    for (const std::string& line : shown(results.remarks)) {
        rows.push_back({line});
    }
    return rows;
}

void write_sheet(XmlWriter& xml, const std::string& name, const std::vector<TableRow>& rows) {
    xml.line_break();
    xml.open("table:table", {{"table:name", name}});
    std::size_t columns = 1;
    for (const TableRow& row : rows) {
        columns = std::max(columns, row.size());
    }
    xml.empty("table:table-column", {{"table:number-columns-repeated", std::to_string(columns)}});
    for (const TableRow& row : rows) {
        xml.line_break();
        xml.open("table:table-row");
        for (const TableCell& cell : row) {
            if (cell.text.empty()) {
                xml.empty("table:table-cell");
                continue;
            }
            xml.open("table:table-cell", {{"office:value-type", cell.is_number ? "float" : "string"},
                                          {"office:value", cell.is_number ? cell.text : ""},
                                          {"table:style-name", &row == &rows.front() ? "head" : ""}});
            for (std::string_view line : split(cell.text, '\n')) {
                xml.element("text:p", {}, line);
            }
            xml.close();
        }
        xml.close();
    }
    xml.close();
}

std::string content_of(const Book& book, const ClassResults& results, std::string_view language) {
    PageWords said = words_of_class(book, language);
    XmlWriter xml;
    xml.declaration();
    xml.open("office:document-content", {{"xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"},
                                         {"xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"},
                                         {"xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"},
                                         {"xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"},
                                         {"xmlns:fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"},
                                         {"office:version", "1.2"}});
    xml.open("office:automatic-styles");
    xml.open("style:style", {{"style:name", "head"}, {"style:family", "table-cell"}});
    xml.empty("style:table-cell-properties", {{"fo:wrap-option", "wrap"}});
    xml.empty("style:text-properties", {{"fo:font-weight", "bold"}});
    xml.close();
    xml.close();
    xml.open("office:body");
    xml.open("office:spreadsheet");
    write_sheet(xml, said.words.overview, overview_rows(results, said));
    write_sheet(xml, "Attempts", attempt_rows(results));
    write_sheet(xml, "Questions", question_rows(results));
    write_sheet(xml, "Answers", answer_rows(results));
    if (!results.remarks.empty()) {
        write_sheet(xml, "Notes", remark_rows(results));
    }
    xml.close();
    xml.close();
    xml.close();
    return xml.take();
}

std::string manifest() {
    XmlWriter xml;
    xml.declaration();
    xml.open("manifest:manifest", {{"xmlns:manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"}, {"manifest:version", "1.2"}});
    xml.empty("manifest:file-entry", {{"manifest:full-path", "/"}, {"manifest:version", "1.2"}, {"manifest:media-type", media_type}});
    xml.empty("manifest:file-entry", {{"manifest:full-path", "content.xml"}, {"manifest:media-type", "text/xml"}});
    xml.close();
    return xml.take();
}

}  // namespace

std::vector<SpreadsheetFile> make_spreadsheet(const Book& book, const ClassResults& results, std::string_view language) {
    return {
        {"mimetype", std::string(media_type)}, {"content.xml", content_of(book, results, language)}, {"META-INF/manifest.xml", manifest()}};
}

}  // namespace hornbook
