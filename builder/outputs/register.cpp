// The register of outputs: one row each.
#include <algorithm>
#include <array>

#include "outputs/anki/anki.h"
#include "outputs/cartridge/cartridge.h"
#include "outputs/epub/epub.h"
#include "outputs/epub/kepub.h"
#include "outputs/gift/gift.h"
#include "outputs/handout/handout.h"
#include "outputs/moodle_xml/moodle_xml.h"
#include "outputs/output.h"
#include "outputs/qti/qti.h"
#include "outputs/stardict/stardict.h"
#include "outputs/web/web.h"

namespace hornbook {

std::span<const Output> outputs() {
    static const std::array<Output, 11> rows = {{
        {"epub",
         ".epub",
         "the book as EPUB 3.3, for e-readers and tablets",
         Container::archive,
         Together::first_edition,
         {Edition::student, Edition::teacher, Edition::test},
         {},
         make_epub,
         true},
        {"kepub",
         ".kepub.epub",
         "the EPUB for the reader of Kobo's devices",
         Container::archive,
         Together::first_edition,
         {Edition::student, Edition::teacher, Edition::test},
         {},
         make_kepub,
         true},
        {"web",
         "-web",
         "the book as a web site in a folder, for any browser, without a network",
         Container::folder,
         Together::first_edition,
         {Edition::student, Edition::teacher, Edition::test},
         {},
         make_web,
         true},
        {"html5",
         "-html5.zip",
         "the book as a web site in one file, for Kolibri and other platforms that take HTML5 apps",
         Container::archive,
         Together::first_edition,
         {Edition::student, Edition::teacher, Edition::test},
         {},
         make_web,
         true},
        {"handout",
         "-handout",
         "sheets to print: reading, worksheets in versions with their keys, glossary, flash cards",
         Container::folder,
         Together::all_editions,
         {Edition::test, Edition::teacher},
         handout_options(),
         make_handout,
         false,
         make_teachers_sheets},
        {"moodle-xml",
         "-moodle.xml",
         "the questions for the question bank of Moodle",
         Container::file,
         Together::first_edition,
         {Edition::teacher},
         {},
         make_moodle_xml},
        {"gift",
         "-gift.txt",
         "the questions in GIFT, a plain text that many learning platforms read",
         Container::file,
         Together::first_edition,
         {Edition::teacher},
         {},
         make_gift},
        {"qti",
         "-qti.zip",
         "the questions as a package of QTI 2.1, for learning platforms and test systems",
         Container::archive,
         Together::first_edition,
         {Edition::teacher},
         {},
         make_qti},
        {"common-cartridge",
         ".imscc",
         "pages and quizzes as a course for Canvas and others: Common Cartridge 1.1",
         Container::archive,
         Together::first_edition,
         {Edition::student},
         {},
         make_cartridge},
        {"stardict",
         "-stardict",
         "the glossary as a dictionary for KOReader, GoldenDict and other readers of StarDict's format",
         Container::folder,
         Together::first_edition,
         {Edition::student},
         {},
         make_stardict},
        {"anki",
         "-anki.txt",
         "flash cards of the glossary and the questions, for Anki to import",
         Container::file,
         Together::first_edition,
         {Edition::student},
         anki_options(),
         make_anki},
    }};
    return rows;
}

const Output* find_output(std::string_view name) {
    auto rows = outputs();
    auto row = std::find_if(rows.begin(), rows.end(), [&](const Output& output) { return output.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

}  // namespace hornbook
