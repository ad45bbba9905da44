// Chapter names: which files of chapters/ are chapters, and what a file's name says of the chapter.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// True for "rain.md" and "Rain.Markdown", but not for files that editors keep beside an open one, such as Word's "~$rain.md".
bool is_chapter_file(std::string_view name);
bool is_glossary_file(std::string_view name);  // "glossary.md", however it is spelled
// True for "02-glossary.md", which is a chapter by its name.
bool is_nearly_glossary_file(std::string_view name);
// The hint for a text that is not a chapter by its name: "rain.docx", "rain.txt". Empty: the file is not a text.
std::string_view hint_on_document(std::string_view name);
// The title in a file's name: "after the rain" for "part1/02-after_the_rain.md".
std::string title_in_name(std::string_view name);

}  // namespace hornbook
