// Passes of weaving, one file each, in the order in which weave.cpp calls them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/book.h"
#include "model/diagnostics.h"
#include "weaving/anchor_names.h"

namespace hornbook {

// The names of places in a book. Those of an outline are made when they are first asked for; what is wrong with them is not told.
class Anchors {
public:
    explicit Anchors(Book& book) : book_(book), chapters_(book.chapters.size()) {}
    const AnchorNames& of(std::size_t chapter);

    AnchorNames glossary;

private:
    friend Anchors weave_ids(Book& book, Diagnostics& diagnostics);
    Book& book_;
    std::vector<std::optional<AnchorNames>> chapters_;
};

void weave_identity(Book& book);
void sort_glossary(Book& book);  // alphabetically, without regard to accents and case
void weave_slugs(Book& book);
void weave_quizzes(Book& book, Diagnostics& diagnostics);  // ids, marks, shuffles
Anchors weave_ids(Book& book, Diagnostics& diagnostics);   // headings, figures, raw HTML, callouts
void weave_glossary_ids(Book& book, Anchors& anchors, Diagnostics& diagnostics);
void weave_links(Book& book, Anchors& anchors, Diagnostics& diagnostics);
void weave_footnotes(Book& book);
void weave_glossary_links(Book& book, unsigned jobs);

}  // namespace hornbook
