#include "base/number_style.h"
#include "formats/asked_blank.h"
#include "formats/package_names.h"
#include "formats/qti/names.h"
#include "formats/qti/qti.h"
#include "formats/qti/write_manifest.h"
#include "formats/qti/write_prose.h"
#include "formats/shown_words.h"
#include "model/answer_kind.h"

namespace hornbook {
namespace {

QtiTest test_of(const Book& book, std::size_t index, Losses& losses) {
    const Chapter& chapter = book.chapters[index];
    QtiTest test{"chapter-" + chapter.slug, plain_title(chapter.title), language_of(book, index), "tests/" + chapter.slug + ".xml", {}};
    for (std::size_t quiz = 0; quiz < chapter.quizzes.size(); ++quiz) {
        const std::vector<Question>& questions = chapter.quizzes[quiz].questions;
        for (std::size_t i = 0; i < questions.size(); ++i) {
            std::string file = "items/" + chapter.slug + "-" + std::to_string(quiz + 1) + "-" + std::to_string(i + 1) + ".xml";
            test.items.push_back(qti_item(book, index, questions[i], std::move(file), losses));
        }
    }
    return test;
}

void tell_how_compared(const Fill& fill, Place place, const std::string& language, Losses& losses) {
    for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
        BlankNames names = blank_names(fill, i);
        if (!names.words.empty()) {
            tell_words_compared(losses, place);
        }
        if (!names.number.empty() && number_style(language).decimal_mark == ',') {
            losses.say_once(place, "reads numbers as the platform writes them, not as the book's language does");
        }
    }
}

void tell_how_compared(const Book& book, Losses& losses) {
    for (std::size_t chapter = 0; chapter < book.chapters.size(); ++chapter) {
        for (const Quiz& quiz : book.chapters[chapter].quizzes) {
            for (const Question& question : quiz.questions) {
                if (const Fill* fill = blanks_of(question.answer)) {
                    tell_how_compared(*fill, question.place, language_of(book, chapter), losses);
                }
            }
        }
    }
}

}  // namespace

Files make_qti(const Book& book, const Settings& /*settings*/, Diagnostics& diagnostics) {
    Losses losses("qti", diagnostics);
    tell_how_compared(book, losses);
    Book fitted = in_qti_prose(book, losses);
    std::vector<QtiTest> tests;
    Files files = {{std::string(manifest_file), {}}};
    std::set<std::size_t> pictures;
    bool has_style = false;
    for (std::size_t i = 0; i < fitted.chapters.size(); ++i) {
        if (fitted.chapters[i].quizzes.empty()) {
            continue;
        }
        QtiTest& test = tests.emplace_back(test_of(fitted, i, losses));
        files.push_back({test.file, qti_test_document(test, fitted.chapters[i])});
        for (QtiItem& item : test.items) {
            files.push_back({item.file, std::move(item.bytes)});
            pictures.insert(item.pictures.begin(), item.pictures.end());
            has_style = has_style || item.has_style;
        }
    }
    for (std::size_t picture : pictures) {
        const Picture& shown = book.pictures[picture];
        files.push_back({picture_path(shown), shown.bytes, shown.media_type == "image/svg+xml"});
    }
    if (has_style) {
        files.push_back({right_to_left_style, ".right-to-left { direction: rtl; }\n"});
    }
    if (tests.empty()) {
        losses.say(book.metadata.title_place, "holds questions, and this book has none", "write a ~~~quiz in a chapter");
    }
    files.front().bytes = qti_manifest(fitted, tests);
    return files;
}

}  // namespace hornbook
