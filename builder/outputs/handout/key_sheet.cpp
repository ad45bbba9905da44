#include <algorithm>
#include <span>

#include "base/cases.h"
#include "base/text.h"
#include "model/answer_kind.h"
#include "model/plain_text.h"
#include "outputs/handout/sheet.h"
#include "outputs/handout/sheets.h"
#include "rendering/quiz.h"
#include "rendering/renderer.h"

namespace hornbook {
namespace {

void show_question(XmlWriter& xml, const Question& question, std::size_t number, const Page& page) {
    xml.open("div", {{"class", "question"}});
    xml.element("p", {{"class", "marks"}}, marks_in_digits(question.marks, page.book));
    xml.open("h3");
    xml.element("span", {{"class", "number"}}, std::to_string(number) + ".");
    xml.text(" ");
    Renderer renderer(xml, page);
    renderer.set_question(&question);
    renderer.inlines(question.text);
    xml.close();
    xml.line_break();
    if (blanks_of(question.answer) != nullptr) {  // its gaps may stand here
        renderer.blocks(question.body);
    }
    render_key(xml, question, page);
    if (!question.hint.empty()) {  // which paper cannot fold away
        xml.open("p", {{"class", "choice-note"}});
        xml.element("b", {}, page.book.words.hint + ": ");
        render_phrases(xml, question.hint, page);
        xml.close();
    }
    if (const Select* select = choices_of(question.answer)) {
        for (std::size_t i = 0; i < select->choices.size(); ++i) {
            if (!select->choices[i].feedback.empty()) {
                xml.open("p", {{"class", "choice-note"}});
                xml.element("b", {}, letter(i) + ". ");
                render_phrases(xml, select->choices[i].feedback, page);
                xml.close();
            }
        }
    }
    xml.close();
    xml.line_break();
}

// The accepted answers of a blank, all that earn marks, so that marking by the grid takes none from a pupil.
std::string accepted_in_short(const Blank& blank, const Book& book) {
    std::vector<std::string> texts;
    for (const Accepted& accepted : blank.accepted) {
        double credit = accepted.credit.value_or(1);
        if (credit > 0) {
            texts.push_back(accepted.text + credit_in_brackets(credit, book));
        }
    }
    return join(texts, book.words.list_comma);
}

// The key of a question in a few signs, with which a marker compares a paper.
std::string in_short(const Question& question, const Book& book) {
    std::vector<std::string> signs;
    std::visit(Cases{
                   [&](const Select& select) {
                       for (std::size_t i : choices_with_marks(select)) {
                           signs.push_back(letter(i) + credit_in_brackets(select.choices[i].credit, book));
                       }
                   },
                   [&](const Fill& fill) {
                       for (const Blank& blank : fill.blanks) {
                           signs.push_back(accepted_in_short(blank, book));
                       }
                   },
                   [&](const Match& match) {
                       for (const MatchLeft& left : match.lefts) {
                           auto at = std::find(match.shown.begin(), match.shown.end(), left.right);
                           signs.push_back(at == match.shown.end() ? "–" : letter(static_cast<std::size_t>(at - match.shown.begin())));
                       }
                   },
                   [&](const Arrange& arrange) {
                       for (std::size_t item : arrange.shown) {  // the items stand in the right order
                           signs.push_back(std::to_string(item + 1));
                       }
                   },
                   [&](const Essay&) {},
               },
               question.answer);
    bool has_shares = std::any_of(signs.begin(), signs.end(), [](const std::string& sign) { return sign.find(' ') != std::string::npos; });
    return join(signs, blanks_of(question.answer) != nullptr ? " / " : has_shares ? book.words.list_comma : " ");
}

std::vector<const Question*> questions_of(const Version& version) {
    std::vector<const Question*> questions;
    for (const Quiz& quiz : version.quizzes) {
        for (const Question& question : quiz.questions) {
            questions.push_back(&question);
        }
    }
    return questions;
}

void show_cell(XmlWriter& xml, const Question& question, const Book& book) {
    std::string answer = in_short(question, book);
    xml.open("td");
    xml.text(!answer.empty() ? answer : question.key.empty() ? "–" : book.words.marking_notes);
    xml.element("span", {{"class", "cell-marks"}}, " [" + marks_in_digits(question.marks, book) + "]");
    xml.close();
}

void show_grid(XmlWriter& xml, std::span<const Version> versions, const Book& book) {
    std::vector<std::vector<const Question*>> columns;
    xml.open("table", {{"class", "grid"}});
    xml.open("thead");
    xml.open("tr");
    xml.element("td", {}, "");
    for (const Version& version : versions) {
        columns.push_back(questions_of(version));
        xml.element("th", {{"scope", "col"}}, fill_in(book.words.version, version.letter));
    }
    xml.close();
    xml.close();
    xml.open("tbody");
    for (std::size_t row = 0; row < columns.front().size(); ++row) {
        xml.open("tr");
        xml.element("th", {{"scope", "row"}}, std::to_string(row + 1));
        for (const auto& column : columns) {
            show_cell(xml, *column[row], book);
        }
        xml.close();
        xml.line_break();
    }
    xml.close();
    xml.close();
}

// Writes grids of keys, with so many versions side by side.
void show_grids(XmlWriter& xml, const Chapter& chapter, const Book& book, std::size_t columns) {
    std::span<const Version> versions(chapter.versions);
    while (!versions.empty()) {
        std::size_t count = std::min(columns, versions.size());
        show_grid(xml, versions.first(count), book);
        versions = versions.subspan(count);
    }
}

// The class for the height of rows: smaller ones where they let one page hold all questions, or where several pages are needed.
std::string density_of(std::size_t rows) {
    return rows <= 22 ? "key-grid" : "key-grid dense";
}

}  // namespace

void show_keys(XmlWriter& xml, const std::vector<const Question*>& questions, const Page& page) {
    std::size_t number = 0;
    for (const Question* question : questions) {
        show_question(xml, *question, ++number, page);
    }
}

std::string key_sheet(const Book& book, const Settings& settings, std::size_t index, const Version& version, Medium medium) {
    const Chapter& chapter = book.chapters[index];
    std::string title = plain_text(chapter.title) + ": " + book.words.answer_key;
    std::string order = version_in_words(book, version);
    if (!order.empty()) {
        order += " · " + fill_in(book.words.seed, settings.option("seed"));  // by which the teacher makes the same papers again
    }
    Paper paper = paper_for(settings, medium);
    Page page = sheet_page(book, index, paper);
    return sheet_document(
        book, settings,
        {"answer-key", title, order, chapter.language, medium, [&](XmlWriter& xml) {
             xml.element("h1", {}, title);
             xml.element("p", {{"class", "version"}}, (order.empty() ? "" : order + " · ") + marks_in_words(total_marks(version), book));
             xml.line_break();
             show_keys(xml, questions_of(version), page);
             render_notes_at_end(xml, page);
         }});
}

std::string key_grid(const Book& book, const Settings& settings, std::size_t index, Medium medium) {
    const Chapter& chapter = book.chapters[index];
    const Words& words = book.words;
    std::string title = plain_text(chapter.title) + ": " + words.all_versions;
    std::string seed = fill_in(words.seed, settings.option("seed"));
    std::string kind = density_of(questions_of(chapter.versions.front()).size());
    return sheet_document(
        book, settings,
        {kind, title, seed, "", medium, [&](XmlWriter& xml) {
             xml.element("h1", {}, title);
             xml.element("p", {{"class", "version"}}, seed + " · " + marks_in_words(total_marks(chapter.versions.front()), book));
             show_grids(xml, chapter, book, settings.flag("large_print") ? 3 : 7);
         }});
}

}  // namespace hornbook
