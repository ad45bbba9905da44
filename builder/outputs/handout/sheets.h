// Sheets of a handout, one function each, which returns an HTML document.
#pragma once

#include <string>
#include <vector>

#include "model/settings.h"
#include "outputs/handout/sheet.h"
#include "rendering/xhtml.h"

namespace hornbook {

std::string reading_sheet(const Book& book, const Settings& settings, std::size_t chapter, Medium medium);

std::string worksheet(const Book& book, const Settings& settings, std::size_t chapter, const Version& version, Medium medium);

std::string key_sheet(const Book& book, const Settings& settings, std::size_t chapter, const Version& version, Medium medium);
std::string key_grid(const Book& book, const Settings& settings, std::size_t chapter, Medium medium);

// The sheet of a chapter for teachers, with the key of its questions; or of another chapter's callouts for teachers, each below its
// heading.
std::string teachers_sheet(const Book& book, const Settings& settings, std::size_t chapter, Medium medium);

std::string glossary_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries, Medium medium);

// The flash cards: fronts and backs on alternate pages, for printing double-sided, flipped on the long edge.
std::string card_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries, Medium medium);

// ---- what several of them show ----

void show_keys(XmlWriter& xml, const std::vector<const Question*>& questions, const Page& page);

std::string version_in_words(const Book& book, const Version& version);  // empty for the author's own order
double total_marks(const Version& version);

}  // namespace hornbook
