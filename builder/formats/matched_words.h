// Matched words: the right sides of pairs for Moodle's banks.
#pragma once

#include "formats/losses.h"

namespace hornbook {

// Words in which Moodle resolves references and takes out tags, of at most 255 characters, or its whole import would fail. Rights that
// differ in the book differ here.
struct MatchedWords {
    std::vector<std::string> rights;
    bool shortened = false;
};
MatchedWords words_to_match(const Match& match);
void tell_rights(Losses& losses, const Match& match, const MatchedWords& words, Place place);  // what of them is lost

}  // namespace hornbook
