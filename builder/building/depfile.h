// Depfile: the files of which a book was made, as rules for Make and Ninja, so that they make it again when one changes.
#pragma once

#include <string>
#include <vector>

#include "building/write.h"

namespace hornbook {

struct DependencyRules {
    std::string text;
    std::vector<std::string> unwritable;  // paths that rules cannot hold, because of which the targets are made in every run
};

// The rules for targets. Throws Trouble when a target's path cannot be in a rule.
DependencyRules dependency_rules(const std::vector<std::string>& targets, std::vector<std::string> prerequisites);

// Writes request.build.depfile, and adds a note about unwritable paths. Throws Trouble.
void write_depfile(BuildResult& result, const WriteRequest& request);

}  // namespace hornbook
