// Fragment: prose as plain HTML for another program, without our pages and styles: a learning platform, a dictionary, cards.
#pragma once

#include <functional>
#include <string>

#include "model/book.h"
#include "xml/dialect.h"
#include "xml/writer.h"

namespace hornbook {

struct FragmentForm {
    std::function<std::string(std::size_t picture)> picture_href;  // null: alternative text is written, in brackets
    const Dialect& dialect;
    // Writes what is shown at a gap of a question's text; an element must be in the dialect. Null: a line of a fixed length.
    std::function<void(XmlWriter& xml, std::size_t blank)> gap = nullptr;
    bool formulas_as_tex = false;  // `\(` … `\)`, for platforms that take MathML away and have MathJax
    bool formulas_typed = false;   // with sub- and superscripts alone, see rendering/formula_prose.h
};

// The dialect of HTML5 without ids and classes, well-formed.
const Dialect& plain_html();

// The same for programs that draw little more than paragraphs, lists, tables and pictures, and follow no links.
const Dialect& drawn_html();

// The prose as HTML. Links out of the book are kept; of those into it only the words, and a footnote is in brackets where it is referred
// to. chapter: whose prose it is; no_index: the glossary's.
std::string fragment(const Book& book, std::size_t chapter, const Inlines& inlines, const FragmentForm& form);
std::string fragment(const Book& book, std::size_t chapter, const Blocks& blocks, const FragmentForm& form);

// The same within a document that is being written.
void write_fragment(XmlWriter& xml, const Book& book, std::size_t chapter, const Inlines& inlines, const FragmentForm& form);
void write_fragment(XmlWriter& xml, const Book& book, std::size_t chapter, const Blocks& blocks, const FragmentForm& form);

// The indices of the pictures in a text, each once, in order.
std::vector<std::size_t> pictures_in(const Inlines& inlines);
std::vector<std::size_t> pictures_in(const Blocks& blocks);

}  // namespace hornbook
