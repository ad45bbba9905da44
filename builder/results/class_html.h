// HTML of a class: common parts of its pages. Each page is one file that opens offline, prints, needs no script and loads nothing.
#pragma once

#include <string>
#include <string_view>

#include "results/class_results.h"
#include "results/class_words.h"
#include "xml/writer.h"

namespace hornbook {

void open_page(XmlWriter& html, const PageWords& words, const std::string& title);  // up to <body>, left open
std::string close_page(XmlWriter& html);

// Opens a table that scrolls by itself where it is wide, by keys too. has_caption: else the name is for screen readers alone, since a
// heading above says it.
void open_table(XmlWriter& html, const std::string& name, bool has_caption);
void close_table(XmlWriter& html);
void write_column(XmlWriter& html, const std::string& text, const std::string& title = "");

// Writes the first cell of a row, with a remark below the name. rows: how many it spans.
void write_pupil(XmlWriter& html, const ClassResults& results, const Pupil& pupil, std::size_t rows, const std::string& remark = "");
void write_book_text(XmlWriter& html, const PageWords& words, std::string_view element, const std::string& text);  // in the book's language

inline constexpr std::string_view not_marked_yet = "\u00A0+\u00A0?";  // behind marks, on one line with them

std::string title_of(const PageWords& words, const ClassQuiz& quiz);  // "Rain: Check yourself · test"
// "3, best, not finished · k7f3m2": its device only where the pupil used several.
std::string attempt_in_words(const PageWords& words, const ClassQuiz& quiz, const ClassRow& row, std::size_t attempt);

}  // namespace hornbook
