// Reference: chapters of the manual, the man page and the completions of shells, as the program's own tables have them.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace hornbook {

// Files below the project's folder by their paths, each with what must stand in it.
std::vector<std::pair<std::string, std::string>> reference_files();

// The parts of these: a chapter of Markdown, a page for `man`, scripts of shells.
std::string chapter_of_commands();
std::string chapter_of_outputs();
std::string chapter_of_words();
std::string chapter_of_other_forms();
std::string chapter_of_messages();
std::string man_page();
std::string bash_completion();
std::string zsh_completion();
std::string fish_completion();

// Words in which nothing is a form of Markdown, but for what stands in backticks.
std::string as_words(std::string_view text);
// A text between backticks, more of them than stand in it.
std::string as_code(std::string_view text);
// Lines as a block of code.
std::string as_block(std::string_view lines);

}  // namespace hornbook
