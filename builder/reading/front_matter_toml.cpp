// Front matter in TOML, as toml++ reads it.
#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expression) static_cast<void>(0)  // as in book_toml.cpp
#include <toml++/toml.h>

#include "base/text.h"
#include "reading/front_matter.h"
#include "reading/toml_trouble.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

// toml++ counts from 1, columns in code points.
Place place_at(const Source& source, std::uint32_t file, std::uint32_t first, const toml::source_position& position) {
    std::uint32_t number = first + std::max<std::uint32_t>(position.line, 1) - 1;
    std::string_view line = source.line(number);
    std::size_t at = 0;
    for (toml::source_index i = 1; i < position.column && at < line.size(); ++i) {
        next_code_point(line, at);
    }
    return {file, number, static_cast<std::uint32_t>(at + 1), static_cast<std::uint32_t>(trim(line.substr(at)).size())};
}

}  // namespace

FrontMatterKeys read_toml_keys(const Source& source, std::uint32_t file, const Lines& lines) {
    FrontMatterKeys result;
    if (lines.empty()) {
        return result;
    }
    std::string_view begin = lines.front().text;
    std::string_view end = lines.back().text;
    std::string_view text(begin.data(), static_cast<std::size_t>(end.data() + end.size() - begin.data()));
    toml::parse_result parsed = toml::parse(text);
    if (!parsed) {
        auto [message, hint] = in_plain_words(parsed.error().description());
        result.problem = "in this front matter, " + message;
        result.hint = hint;
        result.problem_place = place_at(source, file, lines.front().number, parsed.error().source().begin);
        return result;
    }
    for (auto&& [key, node] : parsed.table()) {
        std::string value = node.value_or(std::string());
        result.keys.push_back({only_xml_characters(key.str()), only_xml_characters(value),
                               place_at(source, file, lines.front().number, node.source().begin)});
    }
    return result;
}

}  // namespace hornbook
