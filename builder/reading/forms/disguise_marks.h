// Disguise marks: control characters for what CommonMark would forget before our own inline forms are looked for. `[^` and backslash
// escapes of ~ " ' become control characters of the same length (columns stay), and are turned back wherever they have not been used.
// Escaped `^` and `=` keep their sign behind the mark.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

inline constexpr char footnote_mark = '\x03';  // the ^ of an unescaped [^label]
inline constexpr char note_begin = '\x04';     // the [ of ^[a note]
inline constexpr char escape_mark = '\x05';    // the backslash before ^ and =; for ~ both characters
inline constexpr char double_quote_mark = '\x06';
inline constexpr char single_quote_mark = '\x07';
inline constexpr char note_end = '\x08';       // the ] of ^[a note]
inline constexpr char formula_begin = '\x10';  // the $ that opens a formula
inline constexpr char display_begin = '\x11';  // both $ that open a displayed one
inline constexpr char formula_end = '\x12';    // every $ that closes one
inline constexpr char gap_begin = '\x0E';      // a gap of a question: gap_begin, then gap_fill as long as it was
inline constexpr char gap_fill = '\x0F';
inline constexpr char attributes_begin = '\x1C';  // the { of an attribute block
inline constexpr char vault_begin = '\x1D';       // both [ of [[page]]
inline constexpr char paren_begin = '\x1E';       // both characters of \(
inline constexpr char form_end = '\x1F';          // the } of an attribute block, both ] of [[page]]
inline constexpr char nothing_mark = '\x1B';      // in place of an escape of another program's format, so that columns stay

// The mark for a character that CommonMark would read within a formula; the character itself for others.
char disguised(char c);

std::string disguise_escapes(std::string_view row);        // references to control characters become question marks
std::string_view control_reference(std::string_view row);  // the first such reference, or empty
std::string restore_text(std::string text);                // for text, titles, destinations: escapes resolved
std::string restore_but_quotes(std::string text);          // the same, but escaped quotes stay marked until smarten()
std::string restore_code(std::string text);                // for code and raw HTML: as the author wrote it

}  // namespace hornbook
