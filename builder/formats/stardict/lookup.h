// Lookup: words by which a dictionary finds an entry, in StarDict's order.
#pragma once

#include <string>
#include <vector>

#include "model/book.h"

namespace hornbook {

inline constexpr std::size_t longest_word = 255;  // bytes; the format allows fewer than 256

std::string shortened(const std::string& word);  // to what the format holds, between two characters

// Whether a word comes before another in StarDict's order: without regard to ASCII case, then byte by byte.
bool stands_before(const std::string& word, const std::string& other);

struct Synonym {
    std::string word;
    std::size_t entry;  // index into the entries that were given
};

// The synonyms of entries, sorted: other names, plurals and stems of possessives as in the book's links; each in small letters and with a
// capital too, since a tap takes the word as its sentence has it; each as KOReader cleans a tapped word.
std::vector<Synonym> synonyms(const std::vector<const Entry*>& entries, const std::string& language);

}  // namespace hornbook
