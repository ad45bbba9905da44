// Manual topics: what the manual says about one thing, as plain text for a terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/folder.h"

namespace hornbook {

// A chapter or a section of the manual, with all that stands below its heading down to the next one of its level.
struct ManualTopic {
    std::string title;
    std::size_t level = 1;  // of the heading: 1 is a chapter
    std::string text;       // Markdown, without quizzes, pictures, ids and what an example looks like, which the example itself says here
};

std::vector<ManualTopic> topics_of(const Overlay& manual);  // in the book's order, without the words of its glossary

// The topics that are meant by some words, whatever their case: the one of that name; else those whose names begin with the words; else
// those in whose names each of the words begins one, if they are chapters or sections; else sections that speak of them; else what is
// smaller and has the words in its name; else the one whose name is nearly so. Empty: there is none.
std::vector<const ManualTopic*> topics_meant(const std::vector<ManualTopic>& topics, std::string_view words);

}  // namespace hornbook
