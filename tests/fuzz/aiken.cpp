// Questions in Aiken's format: a bank of them, and a fence in a chapter.
#include "bank.h"

void hornbook::fuzz(std::string_view bytes) {
    import_bank("aiken", bytes);
    make_book_with("chapters/01.md", "# Rain\n\n~~~~~~~~aiken\n" + std::string(bytes) + "\n~~~~~~~~\n", {"epub"});
}
