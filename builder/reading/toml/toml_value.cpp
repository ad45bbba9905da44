#include "reading/toml/toml_value.h"

#define TOML_EXCEPTIONS 0
#define TOML_ASSERT(expression) static_cast<void>(0)  // toml++ 3.3 asserts what bad TOML such as `[[[` breaks, and then reports it well
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "base/text.h"

namespace hornbook {
namespace {

std::optional<TomlError> error_in(const std::string& text) {
    toml::parse_result parsed = toml::parse(text);
    if (parsed) {
        return std::nullopt;
    }
    return TomlError{parsed.error().source().begin.line, std::string(parsed.error().description())};
}

std::string iso_date(const toml::date& date) {
    auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    std::string year = std::to_string(date.year);
    return std::string(4 - std::min<std::size_t>(4, year.size()), '0') + year + "-" + two(date.month) + "-" + two(date.day);
}

class Converter {
public:
    Converter(std::string_view text, std::uint32_t file, std::uint32_t first_line)
        : lines_(split(text, '\n')), file_(file), first_line_(first_line) {}

    TomlValue section(const toml::table& table) const {
        TomlValue value;
        value.place = place_of(table.source());
        for (auto&& [key, node] : table) {
            Place place = place_at(key.source().begin);
            place.length = static_cast<std::uint32_t>(std::min(key.str().size(), line_at(key.source().begin).size() + 1 - place.column));
            value.entries.push_back({std::string(key.str()), place, converted(node)});
        }
        return value;
    }

private:
    TomlValue converted(const toml::node& node) const {
        if (const auto* table = node.as_table()) {
            return section(*table);
        }
        TomlValue value;
        value.place = place_of(node.source());
        if (const auto* array = node.as_array()) {
            value.kind = TomlKind::list;
            for (const toml::node& item : *array) {
                value.items.push_back(converted(item));
            }
            return value;
        }
        std::string_view line = line_at(node.source().begin);
        value.text = line.substr(std::min<std::size_t>(value.place.column - 1, line.size()), value.place.length);
        if (const auto* text = node.as_string()) {
            value.kind = TomlKind::text;
            value.text = text->get();
        } else if (const auto* date = node.as_date()) {
            value.kind = TomlKind::date;
            value.text = iso_date(date->get());
        } else {
            value.kind = node.is_integer()   ? TomlKind::whole_number
                         : node.is_number()  ? TomlKind::number
                         : node.is_boolean() ? TomlKind::truth
                                             : TomlKind::time;
        }
        return value;
    }

    std::string_view line_at(const toml::source_position& position) const {
        return position.line == 0 || position.line > lines_.size() ? std::string_view() : lines_[position.line - 1];
    }

    // The place of a position of toml++, which counts columns in code points.
    Place place_at(const toml::source_position& position) const {
        std::string_view line = line_at(position);
        const std::vector<std::size_t>& stops = stops_in(position.line, line);
        std::size_t column = std::max<std::size_t>(position.column, 1) - 1;
        std::size_t stop = std::min(column / stop_every, stops.size() - 1);
        std::size_t at = stops[stop];
        for (std::size_t i = stop * stop_every; i < column && at < line.size(); ++i) {
            next_code_point(line, at);
        }
        return {file_, first_line_ + std::max<std::uint32_t>(position.line, 1) - 1, static_cast<std::uint32_t>(at + 1), 0};
    }

    // Offsets of every hundredth code point of a line, so that a line of many values is not counted through for each of them.
    const std::vector<std::size_t>& stops_in(std::uint32_t number, std::string_view line) const {
        auto [stops, is_new] = stops_.try_emplace(number, 1, 0);
        for (std::size_t at = 0, count = 0; is_new && at < line.size();) {
            next_code_point(line, at);
            if (++count % stop_every == 0) {
                stops->second.push_back(at);
            }
        }
        return stops->second;
    }

    // The place of a region, up to its end or the end of its first line.
    Place place_of(const toml::source_region& region) const {
        Place place = place_at(region.begin);
        bool one_line = region.end.line == region.begin.line && region.end.column > region.begin.column;
        std::size_t end = one_line ? place_at(region.end).column : line_at(region.begin).size() + 1;
        place.length = static_cast<std::uint32_t>(end - std::min<std::size_t>(place.column, end));
        return place;
    }

    std::vector<std::string_view> lines_;
    std::uint32_t file_;
    std::uint32_t first_line_;
    mutable std::map<std::uint32_t, std::vector<std::size_t>> stops_;  // by line
    static constexpr std::size_t stop_every = 100;
};

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
    auto found = std::find_if(entries.begin(), entries.end(), [&](const TomlEntry& entry) { return entry.key == key; });
    return found == entries.end() ? nullptr : &found->value;
}

Toml read_toml(std::string_view text, std::uint32_t file, std::uint32_t first_line) {
    MendedToml mended = mend_toml(text, error_in);
    Toml toml;
    toml.faults = std::move(mended.faults);
    toml.lost = std::move(mended.lost);
    toml::parse_result parsed = toml::parse(mended.text);
    toml.root = Converter(mended.text, file, first_line).section(parsed.table());
    return toml;
}

std::string_view kind_in_words(const TomlValue& value) {
    switch (value.kind) {
        case TomlKind::text:
            return "text";
        case TomlKind::whole_number:
        case TomlKind::number:
            return "a number";
        case TomlKind::truth:
            return "yes or no";
        case TomlKind::date:
            return "a date";
        case TomlKind::time:
            return "a time";
        case TomlKind::list:
            return "a list";
        case TomlKind::section:
            break;
    }
    return "a section";
}

std::string as_written(const TomlValue& value) {
    return value.is_text() || value.text.empty() ? "…" : value.text;
}

std::optional<int> whole_number_in(const TomlValue& value, int least, int most) {
    int number = 0;
    auto [end, error] = std::from_chars(value.text.data(), value.text.data() + value.text.size(), number);
    bool fits = value.kind == TomlKind::whole_number && error == std::errc() && end == value.text.data() + value.text.size() &&
                number >= least && number <= most;
    return fits ? std::optional(number) : std::nullopt;
}

bool is_day(const std::string& text) {
    if (text.size() != 10 || text.find_first_not_of("0123456789-") != std::string::npos) {
        return false;
    }
    Toml toml = read_toml("day = " + text, 0, 1);
    const TomlValue* day = toml.root.find("day");
    return toml.faults.empty() && day != nullptr && day->kind == TomlKind::date;
}

std::string_view key_before(std::string_view line, Place value) {
    line = line.substr(0, value.column - 1);
    std::size_t equals = line.rfind('=');
    bool alone = equals != std::string_view::npos && line.find_first_of("=[{,") == equals && trim(line.substr(equals + 1)).empty();
    return alone ? trim(line.substr(0, equals)) : std::string_view();
}

}  // namespace hornbook
