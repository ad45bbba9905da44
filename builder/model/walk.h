// Walk: visits every inline or block below a value, so that each pass names only the kinds it cares about.
#pragma once

#include <functional>

#include "model/book.h"

namespace hornbook {

// Visits depth first, in the order of the text, a parent before its children. The visitor may change the node it is given.
void walk_inlines(Inlines& inlines, const std::function<void(Inline&)>& visit);
void walk_inlines(Blocks& blocks, const std::function<void(Inline&)>& visit);
void walk_blocks(Blocks& blocks, const std::function<void(Block&)>& visit);
void walk_inlines(const Inlines& inlines, const std::function<void(const Inline&)>& visit);
void walk_inlines(const Blocks& blocks, const std::function<void(const Inline&)>& visit);
void walk_blocks(const Blocks& blocks, const std::function<void(const Block&)>& visit);

// Visits every list of inlines that forms one run of text (a paragraph, a heading, a cell, a caption, …) below the blocks.
void walk_runs(Blocks& blocks, const std::function<void(Inlines& run, const Block& owner)>& visit);
void walk_runs(const Blocks& blocks, const std::function<void(const Inlines& run)>& visit);

// Visits the same runs, and code blocks, in the order of the text.
void walk_runs_and_code(const Blocks& blocks, const std::function<void(const Inlines& run)>& visit,
                        const std::function<void(const CodeBlock& code)>& visit_code);

// Visits all prose of a quiz or question: texts, choices, feedback, hints, keys.
void walk_quiz_inlines(Quiz& quiz, const std::function<void(Inline&)>& visit);
void walk_quiz_inlines(const Quiz& quiz, const std::function<void(const Inline&)>& visit);
void walk_quiz_blocks(Quiz& quiz, const std::function<void(Block&)>& visit);

// Visits all prose of the book: chapters, footnotes, quizzes, the glossary.
void walk_book_inlines(Book& book, const std::function<void(Inline&)>& visit);
void walk_book_inlines(const Book& book, const std::function<void(const Inline&)>& visit);

// Visits every list of blocks in a chapter or the book, a list before those within it. The visitor may change the list it is given.
void walk_chapter_block_lists(Chapter& chapter, const std::function<void(Blocks&)>& visit);
void walk_chapter_block_lists(const Chapter& chapter, const std::function<void(const Blocks&)>& visit);
void walk_book_block_lists(Book& book, const std::function<void(Blocks&)>& visit);
void walk_book_block_lists(const Book& book, const std::function<void(const Blocks&)>& visit);

}  // namespace hornbook
