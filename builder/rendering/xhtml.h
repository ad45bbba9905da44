// XHTML: parts of a book -> XHTML (HTML syntax as XML, EPUB 3.3 section 6.1) for one page.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/book.h"
#include "xml/writer.h"

namespace hornbook {

// What one print has explained at the foot of its pages. On paper no link leads anywhere: notes and terms are set at the foot where they
// are first met, and addresses are shown.
struct Paper {
    bool explains_terms = false;
    bool marks_words = false;  // of running text, to find its lines
    bool large_print = false;
    bool plain = false;  // for a text that is edited: rules are underscores, and notes stand in brackets
    std::set<std::string> explained;
    struct Note {
        std::string name;
        const Blocks* blocks;
    };
    std::vector<Note> at_end = {};  // notes too long for the foot of a page
};

// The page being rendered. An output decides file names; rendering asks. All hrefs are relative to this page.
struct Page {
    const Book& book;
    std::size_t chapter = no_index;  // whose quizzes and footnotes are meant
    bool is_chapter = true;          // false: another page (answers, glossary) shows some of the chapter's prose; ids stay out
    std::function<std::string(std::size_t chapter, const std::string& id)> chapter_href;
    std::function<std::string(const std::string& id)> glossary_href;
    std::function<std::string(const std::string& id)> answers_href;
    std::function<std::string(std::size_t picture)> picture_href;
    Paper* paper = nullptr;  // set: this is a print
    // On paper a name for each block, by which its page is found; else the printed pages that begin at some of them.
    std::map<const Block*, std::string> block_marks = {};
    bool with_quizzes = true;
    // Away from the book: nothing leads into it, notes stand in brackets, and of the hrefs only picture_href is asked for.
    bool alone = false;
    bool formulas_as_tex = false;  // only then
    bool formulas_typed = false;   // likewise: in a line, for programs that draw no MathML
    // What stands at a gap, if it is not a line.
    std::function<void(XmlWriter& xml, std::size_t blank)> gap = nullptr;
};

void render_inlines(XmlWriter& xml, const Inlines& inlines, const Page& page);
void render_inlines_without_links(XmlWriter& xml, const Inlines& inlines, const Page& page);  // within a link, or a title
void render_blocks(XmlWriter& xml, const Blocks& blocks, const Page& page);

std::string page_break_id(std::string_view label);

// Blocks as phrases alone, each block a line of its own: for notes, which stand within a paragraph.
void render_phrases(XmlWriter& xml, const Blocks& blocks, const Page& page);

// The notes of a print that are too long for the foot of a page, under a heading of their own.
void render_notes_at_end(XmlWriter& xml, const Page& page);

// The notes of page.chapter that are referred to, as pop-up footnotes.
void render_footnotes(XmlWriter& xml, const Page& page);

// A word of the book's own with its attributes.
void render_word(XmlWriter& xml, std::string_view element, std::string_view css_class, std::string_view word);

}  // namespace hornbook
