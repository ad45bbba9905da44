// Front matter in TOML.
#include <algorithm>

#include "base/text.h"
#include "reading/front_matter.h"
#include "reading/toml/toml_value.h"
#include "xml/writer.h"

namespace hornbook {

FrontMatterKeys read_toml_keys(std::uint32_t file, const Lines& lines) {
    FrontMatterKeys result;
    if (lines.empty()) {
        return result;
    }
    std::string_view begin = lines.front().text;
    std::string_view end = lines.back().text;
    std::string_view text(begin.data(), static_cast<std::size_t>(end.data() + end.size() - begin.data()));
    Toml toml = read_toml(text, file, lines.front().number);
    if (!toml.faults.empty()) {
        const TomlFault& fault = toml.faults.front();
        const Line& line = lines[std::min<std::size_t>(fault.line, lines.size()) - 1];
        result.problem = "in this front matter, " + fault.message;
        result.hint = fault.hint;
        result.problem_place = place_of(file, line, trim(line.text));
        return result;
    }
    for (const TomlEntry& entry : toml.root.entries) {
        std::string value = entry.value.is_text() || entry.value.kind == TomlKind::truth ? entry.value.text : "";
        result.keys.push_back({only_xml_characters(entry.key), only_xml_characters(value), entry.value.place});
        for (const TomlValue& item : entry.value.items) {
            result.keys.back().items.push_back(only_xml_characters(item.is_text() ? item.text : ""));
        }
    }
    return result;
}

}  // namespace hornbook
