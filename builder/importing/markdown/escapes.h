// Escapes: words as CommonMark and Hornbook's forms will read them and as nothing else.
#pragma once

#include <string>
#include <string_view>

namespace hornbook::markdown {

// Appends words to a line of prose. `next` is what will stand behind them.
void append_text(std::string& line, std::string_view text, std::string_view next, bool in_link);
// So that the line opens no block. In a question it is no answer, key or further question either.
std::string as_line(std::string line, bool in_question);
// Whether an accepted answer would be read otherwise than it stands: as marks in pairs, a formula, a link, a reference of HTML or a weight.
bool may_be_marked(std::string_view answer);
std::string code_span(std::string_view text);
std::string address(std::string_view destination);                          // of a link or picture
std::string in_quotes(std::string_view title);                              // with the space before it; empty for none
std::string html_attribute(std::string_view name, std::string_view value);  // likewise
std::size_t longest_run(std::string_view text, char mark);

bool is_boundary(std::string_view text);  // whether what begins here lets emphasis end before it: space or ASCII punctuation

}  // namespace hornbook::markdown
