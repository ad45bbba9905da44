// Questions as Moodle exports them.
#include "bank.h"

void hornbook::fuzz(std::string_view bytes) {
    import_bank("moodle-xml", bytes);
}
