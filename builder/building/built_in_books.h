// Built-in books: books that are part of the program, in memory: the manual, the card of all forms, and what a new book begins as.
#pragma once

#include <memory>
#include <string_view>

#include "base/folder.h"

namespace hornbook {

// The files of the book of that name, "manual", "manual/card" or "init", to be read over an empty folder.
std::shared_ptr<const Overlay> built_in_book(std::string_view name);

}  // namespace hornbook
