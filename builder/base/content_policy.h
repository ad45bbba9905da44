// Content security policy (CSP Level 3): what a browser may load for a page and run on it, so that no text of a book can call out, whatever
// it gets past our own lists. Pages of an EPUB have none, since reading systems put styles and scripts of their own into them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

// The value of <meta http-equiv="Content-Security-Policy">: forbids all but `allowed`, each of which is a directive: "img-src 'self'". For
// a page opened from a disk, 'self' is that disk.
std::string content_policy(const std::vector<std::string>& allowed);
std::string this_style(std::string_view css);      // the directive that allows the page's one <style> with this text, and no other
std::string this_script(std::string_view script);  // the same for the text of a <script>

}  // namespace hornbook
