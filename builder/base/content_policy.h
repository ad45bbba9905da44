// What a browser may load for a page and run on it (Content Security Policy Level 3), so that no text of a book, whatever it gets past
// our own lists, calls out. Pages of an EPUB have none: readers put styles and scripts of their own into them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// The value of <meta http-equiv="Content-Security-Policy">: nothing but what is allowed, each as a directive: "img-src 'self'". On a
// disk 'self' is the page's own disk.
std::string content_policy(const std::vector<std::string>& allowed);
std::string this_style(std::string_view css);      // the directive that allows what stands in the page's one <style>, and no other style
std::string this_script(std::string_view script);  // the same for the text of a <script>

}  // namespace hornbook
