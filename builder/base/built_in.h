// Built-in files: what lies in styles/, plugin/epub/, plugin/web/, plugin/collect/, the data of plugin/grading/ and KOReader's plugin at
// build time is part of the program. So are the template of `hornbook init` and the manual.
#pragma once

#include <span>
#include <string_view>

namespace hornbook {

struct BuiltInFile {
    std::string_view name;  // "styles/book.css", "plugin/web/search.js", "init/chapters/01-….md", "manual/book.toml"
    std::string_view bytes;
};

std::span<const BuiltInFile> built_in_files();
std::string_view built_in_file(std::string_view name);  // asserts that it is there

}  // namespace hornbook
