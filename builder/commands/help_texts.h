// Help texts: what stands below a command's options: examples, and what else has to be said.
#pragma once

#include <string_view>

namespace hornbook {

inline constexpr std::string_view build_help =
    "Examples:\n"
    "  hornbook build                            the book in this folder, as dist/<title>.epub\n"
    "  hornbook build my-book --edition teacher  with answers and marking notes in place\n"
    "  hornbook build my-book -o book.epub --watch\n"
    "  hornbook build my-book --to handout --versions A,B   sheets to print, with their keys\n"
    "SOURCE_DATE_EPOCH (seconds since 1970) sets the time of change that the book bears.\n"
    "Exit codes: 0 made, 1 the book has mistakes, 2 the machine or the command line.";

inline constexpr std::string_view pack_help =
    "Examples:\n"
    "  hornbook pack water history              two books and all that is made of them, in the folder hornbook-pack\n"
    "  hornbook pack books/* --for pupils -o /media/stick/books --title \"Library of our school\"\n"
    "  hornbook pack books/* -o books.zip --base-url https://server.example/books/\n"
    "  hornbook pack books/* --studio           with hornbook-studio.html, in which teachers write such books\n"
    "What holds answers lies in the pack's folder `teachers`; pupils' own e-books hold the feedback to their answers too.\n"
    "Exit codes: 0 made, 1 a book has mistakes, 2 the machine or the command line.";

inline constexpr std::string_view plugin_help =
    "Examples:\n"
    "  hornbook plugin                     hornbook.koplugin.zip in this folder\n"
    "  hornbook plugin -o /media/stick     in that folder, which is made if it is not there\n"
    "Unpack it in KOReader's folder `plugins`, over an older one as well, and restart KOReader; what pupils did is kept elsewhere.\n"
    "Exit codes: 0 made, 2 the machine or the command line.";

inline constexpr std::string_view results_help =
    "Examples:\n"
    "  hornbook results hornbook-results                        what readers exported, or photographs of codes: class.html\n"
    "  hornbook results hornbook-results --book my-book --roster names.csv -o class.html -o class.ods\n"
    "  hornbook results hornbook-results --pupils own.html      a page for each pupil to hand out: own marks, what to read again\n"
    "  hornbook results hornbook-results --sheet written.csv    written answers, with a column for your marks\n"
    "  hornbook results hornbook-results --marks written.csv    the same sheet, filled in\n"
    "  hornbook results --codes codes.txt                       check codes typed from paper, one on each line\n"
    "  hornbook results --collector collect.html                a page for a telephone that makes one file of such codes\n"
    "Folders may lie in folders, one for each e-reader; what one pupil did on several is one pupil's work.\n"
    "The roster is a CSV file that begins with `pupil,name`; names go into what is written here and nowhere else.\n"
    "Exit codes: 0 made, 1 made without the files or lines that are named, 2 the machine or the command line.";

inline constexpr std::string_view import_help =
    "Examples:\n"
    "  hornbook import rivers.xml                     a chapter rivers.md, its pictures in images/\n"
    "  hornbook import rivers.xml -o my-book          the same as my-book/chapters/rivers.md and my-book/images\n"
    "  hornbook import a.txt b.zip -o quizzes.md      two banks as one chapter\n"
    "Formats: GIFT, Aiken, Moodle XML, QTI 2.1, 3 and 1.2 (a file, or a package .zip or .imscc).\n"
    "What a chapter cannot hold is named, with its line and what was written instead. A file that is there already is never replaced.\n"
    "Exit codes: 0 made, 1 there are mistakes to mend in what was made, 2 the machine or the command line.";

inline constexpr std::string_view serve_help =
    "Examples:\n"
    "  hornbook serve my-book --open     write the book in a browser, with its preview and what is wrong with it\n"
    "  hornbook serve --port 8080        the book in this folder, at that port\n"
    "The page is for this machine alone, by the key in its address; files are written when you save. Ctrl-C ends it.\n"
    "Exit codes: 0 ended, 2 the machine or the command line.";

inline constexpr std::string_view manual_help =
    "Examples:\n"
    "  hornbook manual                   the manual as hornbook-manual.epub in this folder\n"
    "  hornbook manual --to web          the same as pages for a browser\n"
    "  hornbook manual gaps              what the manual says about gaps, here\n"
    "Exit codes: 0 made or told, 2 the machine or the command line.";

inline constexpr std::string_view forms_help =
    "Examples:\n"
    "  hornbook forms                    every form by an example, here\n"
    "  hornbook forms --to handout       the same as a sheet to print, in the folder hornbook-forms-handout\n"
    "Exit codes: 0 made or told, 2 the machine or the command line.";

}  // namespace hornbook
