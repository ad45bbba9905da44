// Chapter names: which files of chapters/ are chapters, and what a file's name says of the chapter.
#pragma once

#include <string>
#include <string_view>

namespace hornbook {

// "rain.md" and "Rain.Markdown"; not what editors leave beside a file while they have it open, such as Word's "~$rain.md".
bool is_chapter_file(std::string_view name);
bool is_glossary_file(std::string_view name);  // "glossary.md", however it is spelled
// "02-glossary.md", a chapter by its name
bool is_nearly_glossary_file(std::string_view name);
// A text that is written in something else, "rain.docx", or not called so, "rain.txt": what to do with it. Empty: it is none.
std::string_view hint_on_document(std::string_view name);
// Of "part1/02-after_the_rain.md": "after the rain".
std::string title_in_name(std::string_view name);

}  // namespace hornbook
