// Register of outputs, one row each.
#include <algorithm>
#include <array>

#include "formats/anki/anki.h"
#include "formats/cartridge/cartridge.h"
#include "formats/gift/gift.h"
#include "formats/moodle/moodle.h"
#include "formats/qti/qti.h"
#include "formats/stardict/stardict.h"
#include "outputs/epub/epub.h"
#include "outputs/epub/kepub.h"
#include "outputs/handout/handout.h"
#include "outputs/output.h"
#include "outputs/web/web.h"

namespace hornbook {

std::span<const Output> outputs() {
    static const std::array<Output, 11> rows = {{
        {.name = "epub",
         .suffix = ".epub",
         .summary = "the book as EPUB 3.3, for e-readers and tablets",
         .container = Container::archive,
         .together = Together::first_edition,
         .editions = {Edition::student, Edition::teacher, Edition::test},
         .options = {},
         .make = make_epub,
         .whole_for_teachers = true,
         .shows_pages = true,
         .shows_cover = true},
        {.name = "kepub",
         .suffix = ".kepub.epub",
         .summary = "the EPUB for the reader of Kobo's devices",
         .container = Container::archive,
         .together = Together::first_edition,
         .editions = {Edition::student, Edition::teacher, Edition::test},
         .options = {},
         .make = make_kepub,
         .whole_for_teachers = true,
         .shows_pages = true,
         .shows_cover = true},
        {.name = "web",
         .suffix = "-web",
         .summary = "the book as a web site in a folder, for any browser, without a network",
         .container = Container::folder,
         .together = Together::first_edition,
         .editions = {Edition::student, Edition::teacher, Edition::test},
         .options = {},
         .make = make_web,
         .whole_for_teachers = true,
         .shows_cover = true},
        {.name = "html5",
         .suffix = "-html5.zip",
         .summary = "the book as a web site in one file, for Kolibri and other platforms that take HTML5 apps",
         .container = Container::archive,
         .together = Together::first_edition,
         .editions = {Edition::student, Edition::teacher, Edition::test},
         .options = {},
         .make = make_web,
         .whole_for_teachers = true,
         .shows_cover = true},
        {.name = "handout",
         .suffix = "-handout",
         .summary = "sheets to print: reading, worksheets in versions with their keys, glossary, flash cards",
         .container = Container::folder,
         .together = Together::all_editions,
         .editions = {Edition::test, Edition::teacher},
         .options = handout_options(),
         .make = make_handout,
         .make_for_teachers = make_teachers_sheets,
         .wants = "worksheets and keys need questions, glossary and cards a glossary",
         .unprinted = "html",
         .versions = VersionOptions{"versions", "seed"},
         .pages = handout_pages()},
        {.name = "moodle-xml",
         .suffix = "-moodle.xml",
         .summary = "the questions for the question bank of Moodle",
         .container = Container::file,
         .together = Together::first_edition,
         .editions = {Edition::teacher},
         .options = {},
         .make = make_moodle_xml,
         .is_of_other_programs = true},
        {.name = "gift",
         .suffix = "-gift.txt",
         .summary = "the questions in GIFT, a plain text that many learning platforms read",
         .container = Container::file,
         .together = Together::first_edition,
         .editions = {Edition::teacher},
         .options = {},
         .make = make_gift,
         .is_of_other_programs = true},
        {.name = "qti",
         .suffix = "-qti.zip",
         .summary = "the questions as a package of QTI 2.1, for learning platforms and test systems",
         .container = Container::archive,
         .together = Together::first_edition,
         .editions = {Edition::teacher},
         .options = {},
         .make = make_qti,
         .is_of_other_programs = true},
        {.name = "common-cartridge",
         .suffix = ".imscc",
         .summary = "pages and quizzes as a course for Canvas and others: Common Cartridge 1.1",
         .container = Container::archive,
         .together = Together::first_edition,
         .editions = {Edition::student},
         .options = {},
         .make = make_cartridge,
         .is_of_other_programs = true,
         .shows_cover = true},
        {.name = "stardict",
         .suffix = "-stardict",
         .summary = "the glossary as a dictionary for KOReader, GoldenDict and other readers of StarDict's format",
         .container = Container::folder,
         .together = Together::first_edition,
         .editions = {Edition::student},
         .options = {},
         .make = make_stardict,
         .is_of_other_programs = true},
        {.name = "anki",
         .suffix = "-anki.txt",
         .summary = "flash cards of the glossary and the questions, for Anki to import",
         .container = Container::file,
         .together = Together::first_edition,
         .editions = {Edition::student},
         .options = anki_options(),
         .make = make_anki,
         .is_of_other_programs = true},
    }};
    return rows;
}

const Output* find_output(std::string_view name) {
    auto rows = outputs();
    auto row = std::find_if(rows.begin(), rows.end(), [&](const Output& output) { return output.name == name; });
    return row == rows.end() ? nullptr : &*row;
}

}  // namespace hornbook
