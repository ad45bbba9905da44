// Walk: visits every inline or block below a value, so that each pass names only the kinds it cares about.
#pragma once

#include <functional>

#include "model/book.h"

namespace hornbook {

// Depth first, in the order of the text; a parent before its children. The visitor may change the node it is given.
void walk_inlines(Inlines& inlines, const std::function<void(Inline&)>& visit);
void walk_inlines(Blocks& blocks, const std::function<void(Inline&)>& visit);
void walk_blocks(Blocks& blocks, const std::function<void(Block&)>& visit);
void walk_inlines(const Inlines& inlines, const std::function<void(const Inline&)>& visit);
void walk_inlines(const Blocks& blocks, const std::function<void(const Inline&)>& visit);
void walk_blocks(const Blocks& blocks, const std::function<void(const Block&)>& visit);

// Every list of inlines that forms one run of text (a paragraph, a heading, a cell, a caption, …) below the blocks.
void walk_runs(Blocks& blocks, const std::function<void(Inlines& run, const Block& owner)>& visit);
void walk_runs(const Blocks& blocks, const std::function<void(const Inlines& run)>& visit);

// The same runs, and code blocks, each at its place.
void walk_runs_and_code(const Blocks& blocks, const std::function<void(const Inlines& run)>& visit,
                        const std::function<void(const CodeBlock& code)>& visit_code);

// All prose of a quiz or question: texts, choices, feedback, hints, keys.
void walk_quiz_inlines(Quiz& quiz, const std::function<void(Inline&)>& visit);
void walk_quiz_inlines(const Quiz& quiz, const std::function<void(const Inline&)>& visit);
void walk_quiz_blocks(Quiz& quiz, const std::function<void(Block&)>& visit);

// Everything in the book: chapters, footnotes, quizzes, the glossary.
void walk_book_inlines(Book& book, const std::function<void(Inline&)>& visit);
void walk_book_inlines(const Book& book, const std::function<void(const Inline&)>& visit);

// Every list of blocks in the book, a list before those within it. The visitor may change the list it is given.
void walk_chapter_block_lists(Chapter& chapter, const std::function<void(Blocks&)>& visit);
void walk_chapter_block_lists(const Chapter& chapter, const std::function<void(const Blocks&)>& visit);
void walk_book_block_lists(Book& book, const std::function<void(Blocks&)>& visit);
void walk_book_block_lists(const Book& book, const std::function<void(const Blocks&)>& visit);

}  // namespace hornbook
