// The page of a class: one HTML file that opens offline, prints, and needs no script. It speaks English, as the program does; the
// words of the book stand in the book's language.
#pragma once

#include <string>

#include "results/class_results.h"

namespace hornbook {

std::string make_class_page(const Book& book, const ClassResults& results);

}  // namespace hornbook
