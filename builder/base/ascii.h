// ASCII: letters, digits and white space of one byte each, for the syntax of formats; for people's words there is text.h.
#pragma once

namespace hornbook {

inline bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

inline bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

inline bool is_ascii_word(char c) {
    return is_ascii_letter(c) || is_ascii_digit(c);
}

inline bool is_blank_or_line_end(char c) {
    return c == ' ' || c == '\t' || c == '\n';
}

}  // namespace hornbook
