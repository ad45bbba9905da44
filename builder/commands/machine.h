// Machine: what this machine and its environment tell a command, and how a command tells numbers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace hornbook {

std::optional<std::int64_t> source_date();  // SOURCE_DATE_EPOCH; throws Trouble when it is no number of seconds
// Another of Hornbook's programs: beside this one, where building and installing put it; else wherever PATH finds it.
std::string program_beside(const std::string& name);
std::string pictures_program();

std::string bytes_in_words(std::size_t bytes);
std::string counted(std::size_t n, const std::string& word);  // "1 file", "3 files"

}  // namespace hornbook
