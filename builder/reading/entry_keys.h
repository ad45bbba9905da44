// Entry keys: those of a glossary's entries, `also: …` below `## term`, and what is nearly one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

std::vector<std::string_view> keys_of_entries();
bool is_entry_key(std::string_view word);

struct NearEntryKey {
    std::string_view seen;  // `Synonyms:`, of the line
    std::string hint;
};
// A line with a key as other glossaries call it, or with a capital: `Also: …`, `see also: …`.
std::optional<NearEntryKey> near_entry_key(std::string_view line);

// The names of `U.K. / Britain` or `U.K. | Britain`, divided by commas; empty: they are so, or there is one.
std::string divided_by_commas(std::string_view names);

// The term without Markdown: `*E. coli*` without its asterisks, `H~2~O` without its tildes, `[words](address)` without the address. One
// that is longer than any term is left as it is, since its length is reported.
std::string without_marks(std::string_view term);

}  // namespace hornbook
