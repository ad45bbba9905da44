// Import: a question bank that was dropped onto the page -> a chapter of the open book, its pictures in images/.
#pragma once

#include <string>
#include <vector>

#include "base/sources.h"
#include "model/diagnostics.h"
#include "studio/session.h"

namespace hornbook {

struct Imported {
    std::vector<std::string> files;  // written: the chapter, then its pictures; none where the file is no bank
    Sources sources;
    Diagnostics diagnostics;  // sorted; what a chapter cannot hold among them
};

// name: of the bank's file. Nothing that is there is replaced. Throws Trouble where nothing can be written, or there is no question.
Imported import_bank(Session& session, const std::string& name, std::string bytes);

}  // namespace hornbook
