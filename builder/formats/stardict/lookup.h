// Lookup: under which words a dictionary finds an entry, in the order in which StarDict searches them.
#pragma once

#include <string>
#include <vector>

#include "model/book.h"

namespace hornbook {

inline constexpr std::size_t longest_word = 255;  // bytes; the format allows fewer than 256

std::string shortened(const std::string& word);  // to what the format holds, between two characters

// StarDict compares without regard to ASCII case, then byte by byte.
bool stands_before(const std::string& word, const std::string& other);

struct Synonym {
    std::string word;
    std::size_t entry;  // index into the entries that were given
};

// Sorted. Other names, plurals and possessives' stems as in the book's links; each in small letters and with a capital too, since a tap
// takes the word as it stands in its sentence; each as KOReader cleans what was tapped.
std::vector<Synonym> synonyms(const std::vector<const Entry*>& entries, const std::string& language);

}  // namespace hornbook
