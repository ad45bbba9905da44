// Page list: where the pages of the printed reading begin, found by setting it, so that screens and paper turn to the same page.
#pragma once

#include "make.h"

namespace hornbook {

// Fills Chapter::page_starts when the book asks for it and one of the outputs shows them. request: of the handout. Throws Trouble.
void find_page_starts(Book& book, const MakeRequest& request);

}  // namespace hornbook
