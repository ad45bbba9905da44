// A quiz -> everything that is made of quizzes.
#include "book.h"

void hornbook::fuzz(std::string_view bytes) {
    make_book_with("chapters/01.md", "# Rain\n\n~~~~~~~~quiz\n" + std::string(bytes) + "\n~~~~~~~~\n",
                   {"epub", "web", "moodle-xml", "gift", "qti", "common-cartridge"});
}
