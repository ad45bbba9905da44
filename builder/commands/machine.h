// Machine: facts about this machine and its environment, and numbers in words, for commands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace hornbook {

std::optional<std::int64_t> source_date();  // SOURCE_DATE_EPOCH; throws Trouble when it is no number of seconds
// The path of another of Hornbook's programs: beside this one, where building and installing put it; else its name, for PATH.
std::string program_beside(const std::string& name);
std::string pictures_program();
// The page in which books are written: from beside this program, where building puts it, or where it is installed; none: this machine has
// none.
std::optional<std::string> studio_page();

std::string bytes_in_words(std::size_t bytes);
std::string errors_and_warnings(std::size_t errors, std::size_t warnings);  // "2 errors, 1 warning"; none of a kind is left out

}  // namespace hornbook
