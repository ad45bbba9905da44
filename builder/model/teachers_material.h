// Teachers' material: chapters, callouts and footnotes that are for teachers alone.
#pragma once

#include <set>
#include <vector>

#include "model/book.h"

namespace hornbook {

// Whether the block is a callout for teachers, or holds nothing else.
bool is_for_teachers(const Block& block);

bool has_teachers_material(const Book& book);

// The blocks that are for teachers, and all blocks within those.
std::set<const Block*> teachers_blocks(const Blocks& blocks);

// The outermost callouts for teachers in a chapter, in the order of the text; those in quizzes and footnotes come last.
std::vector<const Block*> teachers_callouts(const Chapter& chapter);

}  // namespace hornbook
