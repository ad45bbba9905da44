// The pages of an EPUB: each function writes what stands in one <body>.
#pragma once

#include "outputs/epub/plan.h"

namespace hornbook {

// A whole XHTML document (EPUB 3.3 section 6.1).
std::string xhtml_document(const Book& book, const EpubPage& page);

void cover_page(XmlWriter& xml, const Book& book);
void title_page(XmlWriter& xml, const Book& book);
void part_page(XmlWriter& xml, const Book& book, std::size_t part);
void chapter_page(XmlWriter& xml, const Book& book, std::size_t chapter);
void glossary_page(XmlWriter& xml, const Book& book);
void results_page(XmlWriter& xml, const Book& book);
void colophon_page(XmlWriter& xml, const Book& book);
void answers_page(XmlWriter& xml, const Book& book);

}  // namespace hornbook
