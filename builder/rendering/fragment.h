// Fragment: prose as plain HTML for another program, which has none of our pages and styles: a learning platform, a dictionary, cards.
#pragma once

#include <functional>
#include <string>

#include "model/book.h"
#include "xml/dialect.h"
#include "xml/writer.h"

namespace hornbook {

struct FragmentForm {
    std::function<std::string(std::size_t picture)> picture_href;  // index into Book::pictures; null: its words stand there, in brackets
    const Dialect& dialect;
    // What stands at a gap of a question's text; may write an element, which must be in the dialect. Null: a line of a fixed length.
    std::function<void(XmlWriter& xml, std::size_t blank)> gap = nullptr;
    bool formulas_as_tex = false;  // `\(` … `\)`, for platforms that take MathML away and have MathJax
    bool formulas_typed = false;   // with sub- and superscripts alone, see rendering/formula_prose.h
};

// HTML5 without ids and classes, well-formed.
const Dialect& plain_html();

// The same for programs that draw little more than paragraphs, lists, tables and pictures, and follow no links.
const Dialect& drawn_html();

// Links that lead out of the book stay; those into it leave their words, and a footnote stands in brackets where it was referred to.
// chapter: whose prose it is; no_index: the glossary's.
std::string fragment(const Book& book, std::size_t chapter, const Inlines& inlines, const FragmentForm& form);
std::string fragment(const Book& book, std::size_t chapter, const Blocks& blocks, const FragmentForm& form);

// The same within a document that is being written.
void write_fragment(XmlWriter& xml, const Book& book, std::size_t chapter, const Inlines& inlines, const FragmentForm& form);
void write_fragment(XmlWriter& xml, const Book& book, std::size_t chapter, const Blocks& blocks, const FragmentForm& form);

// The indices of the pictures that are shown there, each once, in order.
std::vector<std::size_t> pictures_in(const Inlines& inlines);
std::vector<std::size_t> pictures_in(const Blocks& blocks);

}  // namespace hornbook
