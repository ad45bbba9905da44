// Fixes: the edits of an author's text that mend a mistake, where its hint says exactly what to write instead.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/sources.h"
#include "model/diagnostics.h"

namespace hornbook {

struct Edit {
    Place place;  // of what is replaced, within one line
    std::string text;
};
struct Fix {
    std::string title;  // "Write `[!NOTE]`"
    std::vector<Edit> edits;
};

std::optional<Fix> fix_for(const Diagnostic& diagnostic, const Sources& sources);

}  // namespace hornbook
