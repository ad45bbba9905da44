// TOML blocks: what people write over several lines that is not TOML: sections, lists and texts as YAML has them, and texts and lists that
// are left open. Each is put right as a whole, since line by line it would be taken for something else.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct TomlBlock {
    std::vector<std::string> lines;  // good TOML in place of as many lines; empty: no such block begins here
    std::string_view fault;
    std::string meant;  // the lines as they should be written, with line breaks between them
};

// The block that begins with the first of the lines, which is outside a text of several lines. No line of good TOML begins one.
TomlBlock toml_block(std::span<const std::string> lines);

// Blocks with an example each, which tests go through.
struct TomlBlockExample {
    std::string_view seen;
    std::string_view meant;
    std::string_view fault;
};
std::span<const TomlBlockExample> toml_block_examples();

}  // namespace hornbook
