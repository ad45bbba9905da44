// Pages of a book: each function writes the contents of one <body>.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

void cover_page(XmlWriter& xml, const Book& book);
void title_page(XmlWriter& xml, const Book& book);
void part_page(XmlWriter& xml, const PagedBook& paged, std::size_t part);
void chapter_page(XmlWriter& xml, const PagedBook& paged, std::size_t chapter);
void glossary_page(XmlWriter& xml, const PagedBook& paged);
void results_page(XmlWriter& xml, const Book& book);
void colophon_page(XmlWriter& xml, const Book& book);
void answers_page(XmlWriter& xml, const PagedBook& paged);

}  // namespace hornbook
