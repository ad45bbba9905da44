// Long HTML: comments, <pre>, <script> and the like, which run on past blank lines to their end (CommonMark 0.30, 4.6, kinds 1 to 5).
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// The beginning of such HTML, "<pre" or "<!--", with which the text begins; empty where it does not.
std::string_view long_html_opened(std::string_view text);
// Whether a line ends HTML that was opened so. Of the opening line itself, give only what follows the opening.
bool long_html_ends(std::string_view opened, std::string_view line);
// The end of HTML that was opened so, to be shown: "-->".
std::string long_html_end(std::string_view opened);

}  // namespace hornbook
