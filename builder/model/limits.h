// Limits of books; those of files of any kind are in base/limits.h.
#pragma once

namespace hornbook::limits {

inline constexpr std::size_t picture_bytes = 64UL << 20;
inline constexpr std::size_t picture_pixels = 100'000'000;
inline constexpr std::size_t chapters = 2000;
inline constexpr std::size_t nesting = 100;  // block quotes and lists inside one another
inline constexpr std::size_t brackets_in_paragraph = 5000;
inline constexpr std::size_t open_html_tags = 256;
inline constexpr std::size_t formula_bytes = 5000;
inline constexpr std::size_t formula_nesting = 16;          // braces, \left and \begin inside one another
inline constexpr std::size_t reopened_html_tags = 100'000;  // a `<b>` that is never closed is opened again in each paragraph
inline constexpr std::size_t filled_cells = 200'000;        // of one table, for rows that are shorter than its head
inline constexpr std::size_t suggestions = 1'000'000;   // comparisons of unknown words with known ones, in a file or among a book's links
inline constexpr std::size_t definition_bytes = 8000;   // of one link reference definition
inline constexpr std::size_t list_items = 500;          // authors and subjects of a book, each a place in every output
inline constexpr std::size_t question_elements = 5000;  // XML elements of one question in a bank, whose parts are compared with one another
inline constexpr std::size_t shown_messages = 20;       // of one kind in one file; the rest is counted
inline constexpr std::size_t kept_messages = 2000;      // of one kind in one file, until they are sorted

}  // namespace hornbook::limits
