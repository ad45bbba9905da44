// Long HTML: comments, <pre>, <script> and the like, which run on past blank lines to their end (CommonMark 0.30, 4.6, kinds 1 to 5).
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// How the text begins, as in "<pre" or "<!--"; empty when it begins no such HTML.
std::string_view long_html_opened(std::string_view text);
// Whether a line ends it: the line that opened it too, without what opened it.
bool long_html_ends(std::string_view opened, std::string_view line);
// What would end it, to be shown.
std::string long_html_end(std::string_view opened);

}  // namespace hornbook
