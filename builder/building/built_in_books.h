// Built-in books: books that are part of the program, in memory: the manual, and the card of all forms.
#pragma once

#include <memory>
#include <string_view>

#include "base/folder.h"

namespace hornbook {

// The files of the book of that name below builder/, to be read over an empty folder. "manual", "manual/card".
std::shared_ptr<const Overlay> built_in_book(std::string_view name);

}  // namespace hornbook
