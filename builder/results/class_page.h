// The page of a class: an overview, each quiz, the questions that went wrong, and what was not taken. And the pages that pupils get.
#pragma once

#include <string>
#include <string_view>

#include "results/class_results.h"

namespace hornbook {

// language: BCP 47, of what the page says; empty: the book's. The words of the book stand in the book's language.
std::string make_class_page(const Book& book, const ClassResults& results, std::string_view language = {});

// A page for each pupil of whom something came, one after the other: own marks, what to read again, and nobody else's.
std::string make_pupil_pages(const Book& book, const ClassResults& results, std::string_view language = {});

}  // namespace hornbook
