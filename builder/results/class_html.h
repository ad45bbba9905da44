// HTML of a class: what its pages have in common. Each is one file that opens offline, prints, needs no script and asks for nothing.
#pragma once

#include <string>
#include <string_view>

#include "results/class_results.h"
#include "results/class_words.h"
#include "xml/writer.h"

namespace hornbook {

void open_page(XmlWriter& html, const PageWords& words, const std::string& title);  // up to <body>, left open
std::string close_page(XmlWriter& html);

// A wide table scrolls by itself, by keys too. Where a heading above says what it is, its name is for the ear alone.
void open_table(XmlWriter& html, const std::string& name, bool has_caption);
void close_table(XmlWriter& html);
void write_column(XmlWriter& html, const std::string& text, const std::string& title = "");

// The first cell of a row, and a remark below the name. rows: how many it spans.
void write_pupil(XmlWriter& html, const ClassResults& results, const Pupil& pupil, std::size_t rows, const std::string& remark = "");
void write_book_text(XmlWriter& html, const PageWords& words, std::string_view element, const std::string& text);  // in the book's language

inline constexpr std::string_view not_marked_yet = "\u00A0+\u00A0?";  // behind marks, on one line with them

std::string title_of(const PageWords& words, const ClassQuiz& quiz);  // "Rain: Check yourself · test"
// "3, best, not finished · k7f3m2": its device only where the pupil used several.
std::string attempt_in_words(const PageWords& words, const ClassQuiz& quiz, const ClassRow& row, std::size_t attempt);

}  // namespace hornbook
