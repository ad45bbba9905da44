// Starter: the small book that a new one begins as.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hornbook {

// Its files by their paths inside the book's folder. title, language: empty: those that it has.
std::vector<std::pair<std::string, std::string>> starter_files(const std::string& title = {}, const std::string& language = {});

}  // namespace hornbook
