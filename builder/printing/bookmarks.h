// Bookmarks of a PDF, by which a measuring print tells the places of its elements; they do not change the layout.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/process.h"

namespace hornbook {

struct Bookmark {
    std::string label;     // ASCII, without brackets
    std::size_t page = 0;  // from 1
    double height = 0;     // of its place above the page's lower edge, in points
};

// The bookmarks in the order of the text. It reads PDFs of WeasyPrint: uncompressed objects, one key a line.
std::vector<Bookmark> bookmarks_of(std::string_view pdf);

// Sets the document with `style` added to its own, and returns the PDF. Throws Trouble.
std::string measuring_print(const std::string& name, const std::string& html, std::string_view style, const Programs& programs);

}  // namespace hornbook
