// XHTML: parts of a book -> XHTML (HTML syntax as XML, EPUB 3.3 section 6.1) for one page.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/sources.h"
#include "model/book.h"
#include "xml/writer.h"

namespace hornbook {

// State of one print: what it has explained at the foot of its pages. On paper no link leads anywhere: notes and terms are set at the foot
// of the page where they are first met, and addresses are shown.
struct Paper {
    bool explains_terms = false;
    bool marks_words = false;  // each word of running text is marked, so that its lines can be found
    bool large_print = false;
    bool plain = false;         // for a word processor: lines to write on are underscores, and notes are in brackets
    bool notes_at_end = false;  // all of them: a browser prints nothing at the foot of a page
    std::set<std::string> explained;
    struct Note {
        std::string name;
        const Blocks* blocks;
    };
    std::vector<Note> at_end = {};  // notes that are not at the foot of a page, or are too long for it
};

// The page that is being written. The output decides file names by the functions here. All hrefs are relative to this page.
struct Page {
    const Book& book;
    std::size_t chapter = no_index;  // whose quizzes and footnotes are meant
    bool is_chapter = true;          // false: another page (answers, glossary) shows some of the chapter's prose; ids stay out
    std::function<std::string(std::size_t chapter, const std::string& id)> chapter_href;
    std::function<std::string(const std::string& id)> glossary_href;
    std::function<std::string(const std::string& id)> answers_href;
    std::function<std::string(std::size_t picture)> picture_href;
    Paper* paper = nullptr;  // set: this is a print
    // On paper: a name for each block, by which its page is found. Else: labels of the printed pages that begin at some of the blocks.
    std::map<const Block*, std::string> block_marks = {};
    bool with_quizzes = true;
    // For prose away from the book, in a fragment: nothing links into the book, notes are in brackets, and of the hrefs only picture_href
    // is called.
    bool alone = false;
    bool formulas_as_tex = false;  // only where `alone`
    bool formulas_typed = false;   // only where `alone`: as text in a line, for programs that draw no MathML
    // Writes what is shown at a gap; null: a line.
    std::function<void(XmlWriter& xml, std::size_t blank)> gap = nullptr;
    // Set for previews: elements bear where they were written, as data-source="chapters/rain.md:12". No book has that.
    const Sources* sources = nullptr;
};

// Says of the element that is opened next where it was written, where the page wants that and the place is known.
void mark_source(XmlWriter& xml, Place place, const Page& page);
Place place_of(const Inlines& inlines);  // of the first that has one
Place place_of(const Blocks& blocks);

void render_inlines(XmlWriter& xml, const Inlines& inlines, const Page& page);
void render_inlines_without_links(XmlWriter& xml, const Inlines& inlines, const Page& page);  // for use within a link or a title
void render_blocks(XmlWriter& xml, const Blocks& blocks, const Page& page);

std::string page_break_id(std::string_view label);

// Writes blocks as phrasing content, each block on a line of its own, for notes within a paragraph.
void render_phrases(XmlWriter& xml, const Blocks& blocks, const Page& page);

// Writes the notes of a print that are too long for the foot of a page, under a heading of their own.
void render_notes_at_end(XmlWriter& xml, const Page& page);

// Writes the notes of page.chapter that are referred to, as pop-up footnotes (epub:type footnote).
void render_footnotes(XmlWriter& xml, const Page& page);

// Writes one of the book's own words in an element.
void render_word(XmlWriter& xml, std::string_view element, std::string_view css_class, std::string_view word);

}  // namespace hornbook
