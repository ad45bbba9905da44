// Class page: an overview, each quiz, the questions that went wrong, and files that were not taken; and the pages for pupils.
#pragma once

#include <string>
#include <string_view>

#include "results/class_results.h"

namespace hornbook {

// The page as HTML. language: BCP 47, of the page's own words; empty: the book's. The book's words are in the book's language.
std::string make_class_page(const Book& book, const ClassResults& results, std::string_view language = {});

// One HTML file with a page for each pupil who sent something: own marks and what to read again, and nothing about others.
std::string make_pupil_pages(const Book& book, const ClassResults& results, std::string_view language = {});

}  // namespace hornbook
