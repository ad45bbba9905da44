// Markdown: prose and quizzes -> the source that an author would write for them, in Hornbook's own forms; read again it is the same.
// Quotation marks and dashes are written as they are.
#pragma once

#include <string>
#include <vector>

#include "model/book.h"

namespace hornbook {

struct MarkdownRequest {
    const Chapter& chapter;              // which the prose belongs to, with its footnotes and quizzes
    const Glossary* glossary = nullptr;  // that its references lead to
    std::vector<std::string> pictures;   // addresses by Image::picture; without one an image keeps its own
};

// A loss: something that Hornbook's forms cannot say, and what was written instead.
struct MarkdownLoss {
    Place place;
    std::string message;
    std::string hint;
};
struct MarkdownText {
    std::string text;
    std::vector<MarkdownLoss> losses;
};

MarkdownText markdown_of_chapter(const MarkdownRequest& request);
MarkdownText markdown_of_quiz(const MarkdownRequest& request, const Quiz& quiz);  // with its fences

}  // namespace hornbook
