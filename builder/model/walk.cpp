#include "model/walk.h"

#include "model/parts.h"

// Walkers as templates, each of which serves const and mutable trees.
namespace hornbook {
namespace {

template <class InlinesT, class Visit>
void each_inline(InlinesT& inlines, const Visit& visit) {
    for (auto& node : inlines) {
        visit(node);
        if (auto* children = children_of(node)) {
            each_inline(*children, visit);
        }
    }
}

template <class BlocksT, class Visit>
void each_block(BlocksT& blocks, const Visit& visit) {
    for (auto& block : blocks) {
        visit(block);
        open_block(
            block, [](auto&) {}, [&](auto& below) { each_block(below, visit); });
    }
}

template <class BlocksT, class Visit>
void each_run(BlocksT& blocks, const Visit& visit) {
    for (auto& block : blocks) {
        open_block(
            block, [&](auto& run) { visit(run, block); }, [&](auto& below) { each_run(below, visit); });
    }
}

template <class BlocksT, class Visit>
void each_inline_below(BlocksT& blocks, const Visit& visit) {
    each_run(blocks, [&](auto& run, auto&) { each_inline(run, visit); });
}

template <class QuizT, class Visit>
void each_quiz_inline(QuizT& quiz, const Visit& visit) {
    open_quiz(
        quiz, [&](auto& run) { each_inline(run, visit); }, [&](auto& blocks) { each_inline_below(blocks, visit); });
}

template <class BookT, class Visit>
void each_book_inline(BookT& book, const Visit& visit) {
    for (auto& chapter : book.chapters) {
        each_inline(chapter.title, visit);
        each_inline_below(chapter.blocks, visit);
        for (auto& footnote : chapter.footnotes) {
            each_inline_below(footnote.blocks, visit);
        }
        for (auto& quiz : chapter.quizzes) {
            each_quiz_inline(quiz, visit);
        }
    }
    each_inline(book.glossary.title, visit);
    each_inline_below(book.glossary.introduction, visit);
    for (auto& entry : book.glossary.entries) {
        each_inline_below(entry.definition, visit);
    }
}

template <class BlocksT, class Visit>
void each_list(BlocksT& blocks, const Visit& visit) {
    visit(blocks);
    for (auto& block : blocks) {
        open_block(
            block, [](auto&) {}, [&](auto& below) { each_list(below, visit); });
    }
}

template <class ChapterT, class Visit>
void each_chapter_list(ChapterT& chapter, const Visit& visit) {
    each_list(chapter.blocks, visit);
    for (auto& quiz : chapter.quizzes) {
        open_quiz(
            quiz, [](auto&) {}, [&](auto& blocks) { each_list(blocks, visit); });
    }
    for (auto& footnote : chapter.footnotes) {
        each_list(footnote.blocks, visit);
    }
}

template <class BookT, class Visit>
void each_book_list(BookT& book, const Visit& visit) {
    for (auto& chapter : book.chapters) {
        each_chapter_list(chapter, visit);
    }
    each_list(book.glossary.introduction, visit);
    for (auto& entry : book.glossary.entries) {
        each_list(entry.definition, visit);
    }
}

}  // namespace

void walk_inlines(Inlines& inlines, const std::function<void(Inline&)>& visit) {
    each_inline(inlines, visit);
}
void walk_inlines(Blocks& blocks, const std::function<void(Inline&)>& visit) {
    each_inline_below(blocks, visit);
}
void walk_blocks(Blocks& blocks, const std::function<void(Block&)>& visit) {
    each_block(blocks, visit);
}
void walk_inlines(const Inlines& inlines, const std::function<void(const Inline&)>& visit) {
    each_inline(inlines, visit);
}
void walk_inlines(const Blocks& blocks, const std::function<void(const Inline&)>& visit) {
    each_inline_below(blocks, visit);
}
void walk_blocks(const Blocks& blocks, const std::function<void(const Block&)>& visit) {
    each_block(blocks, visit);
}
void walk_runs(Blocks& blocks, const std::function<void(Inlines& run, const Block& owner)>& visit) {
    each_run(blocks, visit);
}
void walk_runs(const Blocks& blocks, const std::function<void(const Inlines& run)>& visit) {
    each_run(blocks, [&](const Inlines& run, const Block&) { visit(run); });
}
void walk_runs_and_code(const Blocks& blocks, const std::function<void(const Inlines& run)>& visit,
                        const std::function<void(const CodeBlock& code)>& visit_code) {
    for (const Block& block : blocks) {
        if (const auto* code = std::get_if<CodeBlock>(&block.kind)) {
            visit_code(*code);
        }
        open_block(block, visit, [&](const Blocks& below) { walk_runs_and_code(below, visit, visit_code); });
    }
}
void walk_quiz_inlines(Quiz& quiz, const std::function<void(Inline&)>& visit) {
    each_quiz_inline(quiz, visit);
}
void walk_quiz_inlines(const Quiz& quiz, const std::function<void(const Inline&)>& visit) {
    each_quiz_inline(quiz, visit);
}

void walk_quiz_blocks(Quiz& quiz, const std::function<void(Block&)>& visit) {
    open_quiz(
        quiz, [](Inlines&) {}, [&](Blocks& blocks) { each_block(blocks, visit); });
}

void walk_book_inlines(Book& book, const std::function<void(Inline&)>& visit) {
    each_book_inline(book, visit);
}
void walk_book_inlines(const Book& book, const std::function<void(const Inline&)>& visit) {
    each_book_inline(book, visit);
}

void walk_chapter_block_lists(Chapter& chapter, const std::function<void(Blocks&)>& visit) {
    each_chapter_list(chapter, visit);
}
void walk_chapter_block_lists(const Chapter& chapter, const std::function<void(const Blocks&)>& visit) {
    each_chapter_list(chapter, visit);
}
void walk_book_block_lists(Book& book, const std::function<void(Blocks&)>& visit) {
    each_book_list(book, visit);
}
void walk_book_block_lists(const Book& book, const std::function<void(const Blocks&)>& visit) {
    each_book_list(book, visit);
}

}  // namespace hornbook
