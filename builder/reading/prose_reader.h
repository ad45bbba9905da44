// Prose reader: CommonMark and the forms on top of it -> model/prose.h. One per file that is read.
//
// read_blocks() runs the line pass (reading/forms/) that takes out what cmark would misread, gives the rest to cmark and
// puts both together again. A form with prose inside it calls read_blocks() or read_inlines() on its own lines. Each call
// is a small cmark document of its own; only the reference definitions whose labels stand in it are appended.
#pragma once

#include <deque>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/sources.h"
#include "model/book.h"
#include "model/diagnostics.h"
#include "reading/lines.h"
#include "reading/quiz_formats.h"

namespace hornbook {

// Label (folded, spaces collapsed) -> index of the glossary entry, for [NKVD] and [the police][NKVD].
using GlossaryLabels = std::map<std::string, std::size_t, std::less<>>;

// Names by which Obsidian finds a chapter (its file's, folded, with its folders and without) -> the file inside chapters/.
using ChapterNames = std::map<std::string, std::string, std::less<>>;

// A form of another tool, or nearly one of ours, which is reported once a file (forms/other_forms.h).
struct OtherFormSeen {
    std::size_t row = 0;  // of the table
    std::string seen;     // the first, as it is written
    Place first;
    std::size_t times = 0;
    std::string instead;  // what to write; empty: the table says it
};

// An element or attribute of raw HTML that books cannot have, which is reported once a file, with how often it is there.
struct LeftOut {
    std::string name;  // as in "font" or "style="
    Place first;
    std::size_t times = 0;
};

// The settings in [text] of book.toml.
struct TextRules {
    bool formulas = true;  // $…$ is one
    bool smart_punctuation = true;
    bool titles_from_files = false;  // of chapters without a title
};

// What the file holds besides its blocks, and what is told once it is read.
struct ProseFound {
    std::vector<Footnote> footnotes;
    std::vector<std::pair<std::size_t, Place>> footnote_uses;     // (index, where), to find those without definition
    std::vector<Quiz> quizzes;                                    // a QuizHere holds an index into them
    std::map<std::string, std::string, std::less<>> definitions;  // the file's own link reference definitions, by folded label
    std::vector<LeftOut> left_out;                                // of raw HTML, in the order they are met
    std::vector<OtherFormSeen> other_forms;                       // in the order they are met
    LeftOut gaps_in_prose;                                        // `[[gaps]]` that stand in no quiz
    LeftOut marks_in_answers;                                     // taken off, though they may have been meant as signs
};

// What reading remembers on its way; of no use afterwards, but for the texts that Lines and Places may still point into.
struct ProseScratch {
    std::size_t depth = 0;         // of read_blocks within read_blocks
    std::size_t in_quiz = 0;       // quizzes that are being read, one in another
    std::deque<std::string> made;  // texts of Lines that the source does not have as they are; views stay valid
    std::map<std::string, std::size_t, std::less<>> footnote_labels;  // folded label -> index into footnotes
    std::set<std::string, std::less<>> unknown_divisions;             // names of `:::` that are no callout, each told once
    std::size_t suggestions = 0;                                      // words compared with unknown ones
    std::vector<bool> teachers_lines;                                 // by number: what stands there is for teachers alone
    std::set<std::uint32_t> teachers_told;                            // lines whose mark for teachers was told
};

struct ProseReader {
    // Given by the caller:
    const Sources& sources;
    std::uint32_t file;
    const GlossaryLabels& labels;
    std::string_view language;  // of the book or of this chapter: quotation marks, True and False, numbers
    const Words& words;
    Diagnostics& diagnostics;
    TextRules rules = {};
    const ChapterNames* chapter_names = nullptr;  // null: links of a vault lead to no chapter
    bool chapters_in_test = false;                // a test edition will show what is read here
    QuizFormats quiz_formats = {};                // that chapters may hold besides Hornbook's own

    ProseFound found = {};
    ProseScratch scratch = {};

    const Source& source() const {
        return sources[file];
    }
};

Blocks read_blocks(ProseReader& reader, const Lines& lines);
// The lines as one run of inlines: `#`, `-` or digits at the beginning open no block, and breaks between paragraphs become spaces.
Inlines read_inlines(ProseReader& reader, const Lines& lines);
Inlines read_inlines(ProseReader& reader, const Line& line);

}  // namespace hornbook
