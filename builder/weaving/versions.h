// Versions: the quizzes of each chapter in several orders, so that neighbours in a class cannot copy.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"

namespace hornbook {

// Fills Chapter::versions, one for each letter; without letters, one in the author's own order. Orders come from a hash of seed, letter,
// question and the item's own words: they never change, and tell nothing about the key. Returns the slugs of the chapters that have fewer
// orders than letters, so that some of their versions are alike.
std::vector<std::string> weave_versions(Book& book, const std::vector<std::string>& letters, std::string_view seed);

}  // namespace hornbook
