#include "rendering/entry_facts.h"

#include "base/text.h"

namespace hornbook {

std::string entry_facts(const Entry& entry, const Words& words) {
    std::vector<std::string> facts;
    if (!entry.kind.empty()) {
        facts.push_back(entry.kind);
    }
    if (!entry.say.empty()) {
        facts.push_back(fill_in(words.say, entry.say));
    }
    return join(facts, "; ");
}

std::string other_names(const Entry& entry, const Words& words) {
    std::vector<std::string> names;
    for (const Name& name : entry.also) {
        names.push_back(name.text);
    }
    return names.empty() ? "" : fill_in(words.also_called, join(names, words.list_comma));
}

}  // namespace hornbook
