// The sheets of a handout, one function each; each returns an HTML document.
#pragma once

#include <string>
#include <vector>

#include "model/settings.h"
#include "rendering/xhtml.h"

namespace hornbook {

std::string reading_sheet(const Book& book, const Settings& settings, std::size_t chapter);

// plain: for a text that is edited, without rules and boxes that only CSS draws.
std::string worksheet(const Book& book, const Settings& settings, std::size_t chapter, const Version& version, bool plain);

std::string key_sheet(const Book& book, const Settings& settings, std::size_t chapter, const Version& version);
std::string key_grid(const Book& book, const Settings& settings, std::size_t chapter);

// A chapter for teachers with the key of its questions; of another its callouts for teachers, each under the heading it stands below.
std::string teachers_sheet(const Book& book, const Settings& settings, std::size_t chapter);

std::string glossary_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries);

// Fronts and backs on alternate pages, for printing double-sided, flipped on the long edge.
std::string card_sheet(const Book& book, const Settings& settings, const std::vector<std::size_t>& entries);

// ---- what several of them show ----

void show_keys(XmlWriter& xml, const std::vector<const Question*>& questions, const Page& page);

std::string version_in_words(const Book& book, const Version& version);  // empty for the author's own order
double total_marks(const Version& version);

}  // namespace hornbook
