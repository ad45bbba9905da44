// Output: something somebody receives. One folder here and one row in the register.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"
#include "model/settings.h"

namespace hornbook {

struct File {
    std::string name;  // inside the archive or folder, '/' between names
    std::string bytes;
    bool compress = true;
};
using Files = std::vector<File>;

struct OptionRow {
    std::string_view name;
    std::string_view summary;
    std::vector<std::string_view> values;  // empty: any
    std::string_view standard;             // the value when none is given
};

struct Output {
    std::string_view name;     // for --to and [name] in book.toml
    std::string_view suffix;   // ".epub"
    std::string_view summary;  // one line for `hornbook outputs`
    std::vector<Edition> editions;
    std::vector<OptionRow> options;
    Files (*make)(const Book& book, const Settings& settings);  // pure: no clock, environment or disk
};

std::span<const Output> outputs();
const Output* find_output(std::string_view name);

}  // namespace hornbook
