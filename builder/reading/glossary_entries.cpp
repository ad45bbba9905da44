#include "reading/glossary_entries.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_term = 100;

// How an entry begins: its term, and what of its meaning stands on the same line.
struct Start {
    std::string_view term;
    std::string_view rest;
    std::size_t lines = 1;
};
using FindStart = std::optional<Start> (*)(std::span<const Line> lines);

std::string_view without_list_mark(std::string_view text) {
    bool bullet = text.size() > 2 && std::string_view("-*+").find(text[0]) != std::string_view::npos && text[1] == ' ';
    return bullet ? trim(text.substr(2)) : text;
}

std::string_view without_bold(std::string_view text) {
    for (std::string_view mark : {"**", "__"}) {
        if (text.starts_with(mark) && text.ends_with(mark) && text.size() > 2 * mark.size()) {
            text = trim(text.substr(mark.size(), text.size() - 2 * mark.size()));
        }
    }
    return text.ends_with(':') ? trim(text.substr(0, text.size() - 1)) : text;
}

// What divides a term from its meaning, taken off; empty optional: nothing does.
std::optional<std::string_view> behind_divider(std::string_view text) {
    text = trim(text);
    for (std::string_view mark : {":", "–", "—", "=", "-"}) {
        if (text.starts_with(mark)) {
            return trim(text.substr(mark.size()));
        }
    }
    return std::nullopt;
}

std::optional<Start> deep_heading(std::span<const Line> lines) {
    std::string_view text = lines[0].text;
    std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    std::string_view term = trim(text.substr(marks));
    bool here = marks > 2 && marks < 7 && text.substr(marks).starts_with(' ') && !term.empty();
    return here ? std::optional(Start{term, {}}) : std::nullopt;
}

bool is_meaning(const Line& line) {
    return line.text.starts_with(": ") || line.text.starts_with(":\t") || line.text.starts_with(":  ");
}

std::optional<Start> definition_term(std::span<const Line> lines) {
    bool words = !is_blank(lines[0]) && !is_meaning(lines[0]) && indent_of(lines[0].text) == 0 && lines[0].text[0] != '#';
    std::size_t next = lines.size() > 2 && is_blank(lines[1]) ? 2 : 1;
    if (!words || lines.size() <= next || !is_meaning(lines[next])) {
        return std::nullopt;
    }
    return Start{without_bold(trim(lines[0].text)), {}};
}

std::optional<Start> bold_term(std::span<const Line> lines) {
    std::string_view text = without_list_mark(trim(lines[0].text));
    for (std::string_view mark : {"**", "__"}) {
        std::size_t end = text.starts_with(mark) ? text.find(mark, mark.size()) : std::string_view::npos;
        if (indent_of(lines[0].text) > 3 || end == std::string_view::npos || end == mark.size() || end > longest_term) {
            continue;
        }
        std::string_view inside = trim(text.substr(mark.size(), end - mark.size()));
        std::string_view rest = text.substr(end + mark.size());
        bool colon = inside.ends_with(':');
        std::optional<std::string_view> meaning = behind_divider(rest);
        if (colon || meaning || trim(rest).empty()) {
            return Start{without_bold(inside), colon && !meaning ? trim(rest) : meaning.value_or(std::string_view())};
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> cells_between_pipes(std::string_view text) {
    text = trim(text);
    if (!text.starts_with('|') || text.size() < 2) {
        return {};
    }
    text = text.substr(1, text.size() - (text.ends_with('|') ? 2 : 1));
    return split(text, '|');
}

bool is_line_of_table(const Line& line) {
    return trim(line.text).find_first_not_of("|-: ") == std::string_view::npos && line.text.find('-') != std::string_view::npos;
}

std::optional<Start> table_row(std::span<const Line> lines) {
    std::vector<std::string_view> cells = cells_between_pipes(lines[0].text);
    bool head = lines.size() > 1 && is_line_of_table(lines[1]);
    if (cells.size() != 2 || head || is_line_of_table(lines[0]) || trim(cells[0]).empty()) {
        return std::nullopt;
    }
    return Start{without_bold(trim(cells[0])), trim(cells[1])};
}

std::optional<Start> list_item(std::span<const Line> lines) {
    std::string_view text = lines[0].text;
    std::string_view item = without_list_mark(text);
    std::size_t colon = item.size() < text.size() ? item.find(": ") : std::string_view::npos;
    if (colon == std::string_view::npos || colon == 0 || colon > longest_term ||
        item.substr(0, colon).find('.') != std::string_view::npos) {
        return std::nullopt;
    }
    return Start{trim(item.substr(0, colon)), trim(item.substr(colon + 1))};
}

constexpr std::array<FindStart, 5> ways_to_begin = {deep_heading, definition_term, bold_term, table_row, list_item};

// The lines of one meaning, without the mark of a definition.
void add_meaning(WrittenEntry& entry, const Line& line) {
    if (is_meaning(line)) {
        entry.meaning.push_back(part_of(line, trim(line.text.substr(1))));
    } else {
        entry.meaning.push_back(line);
    }
}

bool is_head_of_table(std::span<const Line> lines) {
    return is_line_of_table(lines[0]) || (lines.size() > 1 && is_line_of_table(lines[1]) && !cells_between_pipes(lines[0].text).empty());
}

}  // namespace

WrittenGlossary entries_written_otherwise(const Lines& lines) {
    WrittenGlossary result;
    std::vector<WrittenEntry>& entries = result.entries;
    auto begins = [&](FindStart way, std::size_t at) { return way(std::span(lines).subspan(at)); };
    FindStart way = nullptr;
    for (FindStart each : ways_to_begin) {
        for (std::size_t at = 0; at < lines.size() && way == nullptr; ++at) {
            way = begins(each, at) ? each : nullptr;
        }
    }
    for (std::size_t at = 0; at < lines.size() && way != nullptr; ++at) {
        if (std::optional<Start> start = begins(way, at)) {
            entries.push_back({lines[at], part_of(lines[at], start->term), {}});
            if (!start->rest.empty()) {
                entries.back().meaning.push_back(part_of(lines[at], start->rest));
            }
        } else if (entries.empty()) {
            bool head = way == table_row && is_head_of_table(std::span(lines).subspan(at));
            (head ? result.head_of_table : result.before).push_back(lines[at]);
        } else {
            add_meaning(entries.back(), lines[at]);
        }
    }
    return result;
}

}  // namespace hornbook
