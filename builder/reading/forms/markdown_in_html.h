// Markdown in HTML: a block of HTML goes on to the next empty line, and what is in it is HTML (CommonMark 0.30, 4.6), unless its tag says
// `markdown="1"`, as in kramdown, PHP Markdown Extra and Python-Markdown.
#pragma once

#include <string_view>
#include <vector>

namespace hornbook {

// `<div markdown="1">` and what stands behind it on the line, and a closing tag at the end of that, each by itself; an empty list when
// the line opens no such block. An empty line between them makes the inside Markdown.
std::vector<std::string_view> divided_for_markdown(std::string_view line);

// What the author may have meant as Markdown on a line of HTML.
enum class Meant { nothing, words, picture };
Meant markdown_meant(std::string_view line);

}  // namespace hornbook
