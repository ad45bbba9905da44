#include "reading/toml/toml_blocks.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/toml/toml_lines.h"

namespace hornbook {
namespace {

constexpr std::string_view of_section = "a section is a name in square brackets, with its keys below it";
constexpr std::string_view of_list = "a list is `key = [\"…\", \"…\"]`";
constexpr std::string_view of_text = "a text stands in quotation marks on one line";
constexpr std::string_view of_open_list = "the `]` at the end of the list is missing";
constexpr std::string_view of_commas = "a comma belongs between the texts of a list";
constexpr std::size_t most_lines_of_block = 60;  // of a block

constexpr auto block_examples = std::to_array<TomlBlockExample>({
    {"pictures:\n  width: 300\n  colour: grey", "[pictures]\nwidth = 300\ncolour = \"grey\"", of_section},
    {"\npictures\nwidth = 300", "[pictures]", of_section},
    {"authors:\n  - Ada\n  - \"Ben\"", "authors = [\"Ada\", \"Ben\"]", of_list},
    {"subjects:\n- Rain", "subjects = [\"Rain\"]", of_list},
    {"description: |\n  One\n  two", "description = \"One two\"", of_text},
    {"description = \"One\ntwo\n\nthree\"", "description = \"One two three\"", of_text},
    {"authors = [\n  \"Ada\",\n  \"Ben\"\nrights = \"CC0\"", "\"Ben\"]", of_open_list},
    {"authors = [\n  \"Ada\"\n  \"Ben\"\n]", "\"Ada\",", of_commas},
});

bool says_nothing_in_toml(std::string_view line) {
    std::string_view text = trim(line);
    return text.empty() || text.starts_with('#');
}

std::size_t spaces_before(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

// A value of YAML as TOML has it; empty: it is of more than one part.
std::string yaml_value(std::string_view text) {
    std::string_view code = toml_without_comment(text);
    bool number = !code.empty() && code.find_first_not_of("0123456789.-") == std::string_view::npos;
    if (number || code == "true" || code == "false" || code.starts_with('"') || code.starts_with('\'')) {
        return std::string(code);
    }
    return code.empty() || std::string_view("[{|>&*").find(code[0]) != std::string_view::npos ? "" : in_toml_quotes(code);
}

// `key: value` of YAML.
struct YamlPair {
    std::string_view key;  // empty: the line is not such a pair
    std::string_view value;
};

YamlPair yaml_pair(std::string_view line) {
    std::string_view text = trim(line);
    std::size_t size = toml_key_size(text);
    std::string_view rest = text.substr(size);
    bool pair = size > 0 && rest.starts_with(':') && (rest.size() == 1 || rest[1] == ' ');
    return pair ? YamlPair{text.substr(0, size), trim(rest.substr(1))} : YamlPair();
}

TomlBlock in_first_line(std::string line, std::size_t size, std::string_view fault) {
    TomlBlock block;
    block.lines.assign(size, std::string());
    block.meant = line;
    block.lines.front() = std::move(line);
    block.fault = fault;
    return block;
}

// The number of lines, from the second on, that belong to the YAML key of the first: those further in, or items at its margin.
std::size_t end_of_yaml(std::span<const std::string> lines) {
    std::size_t end = 1;
    for (std::size_t at = 1; at < std::min(lines.size(), most_lines_of_block); ++at) {
        bool item = trim(lines[at]).starts_with("- ") && spaces_before(lines[at]) >= spaces_before(lines[0]);
        if (!trim(lines[at]).empty() && !item && spaces_before(lines[at]) <= spaces_before(lines[0])) {
            break;
        }
        end = trim(lines[at]).empty() ? end : at + 1;
    }
    return end;
}

TomlBlock yaml_text(std::string_view key, std::span<const std::string> lines) {
    std::string words;
    for (const std::string& line : lines.subspan(1)) {
        words += (words.empty() || trim(line).empty() ? "" : " ") + std::string(trim(line));
    }
    std::string text = in_toml_quotes(words);
    return text.empty() ? TomlBlock() : in_first_line(std::string(key) + " = " + text, lines.size(), of_text);
}

TomlBlock yaml_list(std::string_view key, std::span<const std::string> lines) {
    std::vector<std::string> items;
    for (const std::string& line : lines.subspan(1)) {
        std::string_view text = trim(line);
        if (says_nothing_in_toml(text)) {
            continue;
        }
        std::string value = text.starts_with("- ") ? yaml_value(trim(text.substr(2))) : "";
        if (value.empty()) {
            return {};
        }
        items.push_back(std::move(value));
    }
    return in_first_line(std::string(key) + " = [" + join(items, ", ") + "]", lines.size(), of_list);
}

// A section whose keys are read with its name before each of them, since the lines behind it belong to the book again.
TomlBlock yaml_section(std::string_view name, std::span<const std::string> lines) {
    TomlBlock block;
    block.fault = of_section;
    block.meant = "[" + std::string(name) + "]";
    block.lines.emplace_back();
    for (const std::string& line : lines.subspan(1)) {
        YamlPair pair = yaml_pair(line);
        std::string value = pair.key.empty() ? "" : yaml_value(pair.value);
        if (says_nothing_in_toml(line)) {
            block.lines.emplace_back();
        } else if (!value.empty()) {
            std::string mended = std::string(pair.key) + " = " + value;
            block.lines.push_back(std::string(name) + "." + mended);
            block.meant += "\n" + mended;
        } else {
            return {};
        }
    }
    return block;
}

TomlBlock yaml_block(std::span<const std::string> lines) {
    YamlPair first = yaml_pair(lines[0]);
    std::size_t size = first.key.empty() ? 1 : end_of_yaml(lines);
    std::string_view value = toml_without_comment(first.value);
    if (size == 1 || (!value.empty() && (value.size() > 2 || (value[0] != '|' && value[0] != '>')))) {
        return {};
    }
    std::span<const std::string> block = lines.first(size);
    if (!value.empty()) {
        return yaml_text(first.key, block);
    }
    TomlBlock list = yaml_list(first.key, block);
    return list.lines.empty() ? yaml_section(first.key, block) : list;
}

// The name of a section without brackets, alone below an empty line and above its keys.
TomlBlock bare_section(std::span<const std::string> lines) {
    std::string_view name = lines.size() > 2 && trim(lines[0]).empty() ? trim(lines[1]) : std::string_view();
    bool fits = !name.empty() && is_ascii_letter(name[0]) && toml_key_size(name) == name.size() && toml_pair(trim(lines[2]));
    TomlBlock block;
    if (fits) {
        block.meant = "[" + std::string(name) + "]";
        block.lines = {"", block.meant};
        block.fault = of_section;
    }
    return block;
}

// A text whose quotation mark is closed some lines further down.
TomlBlock open_text(std::span<const std::string> lines) {
    std::optional<TomlPair> pair = toml_pair(trim(lines[0]));
    char quote = pair && !pair->value.empty() ? pair->value[0] : '\0';
    bool triple = pair && pair->value.substr(0, 3) == std::string(3, quote);
    if ((quote != '"' && quote != '\'') || triple || pair->value.find(quote, 1) != std::string::npos) {
        return {};
    }
    std::string words(trim(lines[0]).substr(trim(lines[0]).find(quote) + 1));
    for (std::size_t at = 1; at < std::min(lines.size(), most_lines_of_block); ++at) {
        std::string_view line = trim(lines[at]);
        std::size_t end = line.find(quote);
        if (toml_pair(line) || line.starts_with('[') || (end != std::string_view::npos && end + 1 != line.size())) {
            return {};
        }
        words += (line.empty() || line.size() == 1 ? "" : " ") + std::string(line.substr(0, end));
        if (end != std::string_view::npos) {
            std::string text = in_toml_quotes(trim(words));
            return text.empty() ? TomlBlock() : in_first_line(pair->key + " = " + text, at + 1, of_text);
        }
    }
    return {};
}

// Whether a line is one text of a list, with or without its comma.
bool is_text_of_list(std::string_view code) {
    bool quoted = !code.empty() && (code[0] == '"' || code[0] == '\'');
    std::size_t end = quoted ? past_toml_text(code, 0) : 0;
    return quoted && (end == code.size() || code.substr(end) == ",");
}

// A list of one text a line, of which commas or the end are missing.
TomlBlock open_list(std::span<const std::string> lines) {
    std::optional<TomlPair> pair = toml_pair(trim(lines[0]));
    bool opens = pair && (pair->value == "[" || (pair->value.starts_with('[') && is_text_of_list(trim(pair->value.substr(1)))));
    if (!opens) {
        return {};
    }
    TomlBlock block;
    block.lines.emplace_back(toml_without_comment(lines[0]));
    std::size_t last = 0;  // with a text
    for (std::size_t at = 1; at < std::min(lines.size(), most_lines_of_block); ++at) {
        std::string_view code = toml_without_comment(lines[at]);
        bool text = is_text_of_list(code);
        bool needs_comma = !block.lines[last].ends_with(',') && !block.lines[last].ends_with('[');
        if (text && needs_comma) {
            block.lines[last] += ",";
            block.fault = of_commas;
            block.meant = block.meant.empty() ? block.lines[last] : block.meant;
        }
        if (text) {
            last = at;
        } else if (code == "]" || code == "],") {
            block.lines.emplace_back(code);
            return block.fault.empty() ? TomlBlock() : block;
        } else if (toml_pair(code) || code.starts_with('[')) {
            break;
        } else if (!code.empty()) {
            return {};
        }
        block.lines.emplace_back(code);
    }
    block.lines.resize(last + 1);
    std::string& end = block.lines[last];
    end = (end.ends_with(',') ? end.substr(0, end.size() - 1) : end) + "]";
    block.fault = of_open_list;
    block.meant = end;
    return block;
}

}  // namespace

TomlBlock toml_block(std::span<const std::string> lines) {
    for (auto* find : {yaml_block, bare_section, open_text, open_list}) {
        if (TomlBlock block = find(lines); !block.lines.empty()) {
            return block;
        }
    }
    return {};
}

std::span<const TomlBlockExample> toml_block_examples() {
    return block_examples;
}

}  // namespace hornbook
