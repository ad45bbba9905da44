// Preview: one page of an open book as it is typed, and what is wrong with that page.
#pragma once

#include <string>

#include "building/build.h"
#include "studio/session.h"

namespace hornbook {

struct Preview {
    std::string page;           // a <body> of XHTML with data-source="FILE:LINE"; empty: this edition does not have that page
    bool for_teachers = false;  // and so pupils' editions do not have it
    std::string quiz;           // what the quiz script reads on this page, as JSON; empty: no script runs there
    std::string styles;         // CSS of the book and of its quizzes
    std::string language;
    bool right_to_left = false;
    std::vector<Picture> embedded;  // pictures that lie in the text itself, so that no file has them
    bool has_mistakes = false;      // in what was read
};

// file: inside the book, "chapters/01-rain.md"; the glossary too. Pictures are named by their path in the book. Of the other chapters only
// outlines are woven, but for the page of the glossary, which says where each term is used.
Preview preview_of(Session& session, const std::string& file, Edition edition);

// The same from the whole book, woven before.
Preview preview_in(WovenBook woven, Session& session, const std::string& file, Edition edition);

struct Told {
    Sources sources;
    Diagnostics diagnostics;         // sorted
    std::vector<std::string> about;  // the files that these are about, each with all its messages; empty: every file of the book
    std::string outline;             // a hash: while it is the same, nothing is to be told about other files that was not before
};

// What is wrong in a file inside the book, for teachers or for pupils, and in book.toml; where the file is the glossary, in the whole book.
Told told_about(Session& session, const std::string& file);

}  // namespace hornbook
