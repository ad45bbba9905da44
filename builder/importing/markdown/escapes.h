// Escapes: words written so that CommonMark and Hornbook's forms read them as nothing else.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::markdown {

// Appends words to a line of prose. next: the text that will follow them.
void append_text(std::string& line, std::string_view text, std::string_view next, bool in_link);
// The line, escaped so that it opens no block, and with in_question is not an answer, a key or a further question either.
std::string as_line(std::string line, bool in_question);
// Whether an accepted answer would be read as something else: emphasis, a formula, a link, a character reference or a weight.
bool may_be_marked(std::string_view answer);
std::string code_span(std::string_view text);
std::string address(std::string_view destination);                          // of a link or picture
std::string in_quotes(std::string_view title);                              // with the space before it; empty for none
std::string html_attribute(std::string_view name, std::string_view value);  // likewise
std::size_t longest_run(std::string_view text, char mark);

bool is_boundary(std::string_view text);  // whether what begins here lets emphasis end before it: space or ASCII punctuation

}  // namespace hornbook::markdown
