// Depfile: what a book was made of, as rules that Make and Ninja read, so that they make it again when some of that changes.
#pragma once

#include <string>
#include <vector>

#include "building/write.h"

namespace hornbook {

struct DependencyRules {
    std::string text;
    std::vector<std::string> unwritable;  // names that no rule can hold: because of them the targets are made at every run
};

// Throws Trouble when a target is such a name.
DependencyRules dependency_rules(const std::vector<std::string>& targets, std::vector<std::string> prerequisites);

// At request.build.depfile; a note tells of unwritable names. Throws Trouble.
void write_depfile(BuildResult& result, const WriteRequest& request);

}  // namespace hornbook
