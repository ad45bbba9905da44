// One document of QTI, of any version.
#include "bank.h"

void hornbook::fuzz(std::string_view bytes) {
    import_bank("qti", bytes);
}
