// Questions in GIFT: a bank of them, and a fence in a chapter.
#include "bank.h"

void hornbook::fuzz(std::string_view bytes) {
    import_bank("gift", bytes);
    make_book_with("chapters/01.md", "# Rain\n\n~~~~~~~~gift\n" + std::string(bytes) + "\n~~~~~~~~\n", {"epub"});
}
