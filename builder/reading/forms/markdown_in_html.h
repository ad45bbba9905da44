// Markdown in HTML: a block of HTML goes on to the next empty line, and all in it is HTML (CommonMark 0.30, 4.6), unless its tag says
// `markdown="1"`, as in kramdown, PHP Markdown Extra and Python-Markdown.
#pragma once

#include <string_view>
#include <vector>

namespace hornbook {

// The parts of a line that opens such a block: `<div markdown="1">`, the text behind it, and a closing tag at the end; an empty list where
// the line opens none. With an empty line between the parts CommonMark reads the text as Markdown.
std::vector<std::string_view> divided_for_markdown(std::string_view line);

// Kind of Markdown that the author may have meant on a line of HTML.
enum class Meant { nothing, words, picture };
Meant markdown_meant(std::string_view line);

}  // namespace hornbook
