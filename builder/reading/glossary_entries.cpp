#include "reading/glossary_entries.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reading/forms/containers.h"

namespace hornbook {
namespace {

constexpr std::size_t longest_term = 100;

// The beginning of an entry: its term, and the part of its meaning on the same line.
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

// The text behind the sign that divides a term from its meaning; none where it does not begin with one.
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

// Whether it is a label that people write in bold, or before a colon, within a meaning, such as "Note".
bool is_label(std::string_view term) {
    constexpr std::array<std::string_view, 49> labels = {
        "note",     "notes",    "example",  "examples", "for example",   "e.g.", "tip",          "hint",      "warning",    "caution",
        "see",      "see also", "compare",  "also",     "also called",   "aka",  "synonym",      "synonyms",  "antonym",    "antonyms",
        "opposite", "plural",   "singular", "origin",   "etymology",     "from", "source",       "sources",   "definition", "meaning",
        "meanings", "usage",    "use",      "uses",     "pronunciation", "say",  "kind",         "auto",      "type",       "types",
        "table",    "figure",   "caption",  "formula",  "symbol",        "unit", "abbreviation", "important", "remember"};
    std::string folded = fold_case(term);
    return std::find(labels.begin(), labels.end(), folded) != labels.end();
}

// Whether the head of a table says that its rows are entries.
bool names_entries(std::span<const Line> lines) {
    constexpr std::array<std::string_view, 6> heads = {"term", "word", "name", "concept", "expression", "entry"};
    std::vector<std::string_view> cells = cells_between_pipes(lines[0].text);
    std::string first = cells.size() == 2 ? fold_case(without_bold(trim(cells[0]))) : std::string();
    return lines.size() > 1 && is_line_of_table(lines[1]) && std::any_of(heads.begin(), heads.end(), [&](std::string_view head) {
               return first == head || first == std::string(head) + "s";
           });
}

// The term of `drone: a male bee` at the beginning of a paragraph; empty: there is none.
std::string_view term_before_colon(std::string_view text) {
    constexpr std::size_t longest = 40;
    constexpr std::ptrdiff_t most_spaces = 2;
    std::size_t colon = text.find(": ");
    std::string_view term = colon == std::string_view::npos ? std::string_view() : text.substr(0, colon);
    bool plain = !term.empty() && term.size() <= longest && term.find_first_of(".,;|[](){}<>\"`*_#0123456789") == std::string_view::npos;
    return plain && std::count(term.begin(), term.end(), ' ') <= most_spaces && term[0] != ' ' ? term : std::string_view();
}

bool is_head_of_table(std::span<const Line> lines) {
    return is_line_of_table(lines[0]) || (lines.size() > 1 && is_line_of_table(lines[1]) && !cells_between_pipes(lines[0].text).empty());
}

// Finder of the entries in a file, which are all in the form of the first one. Entries in other forms are found where they are plain.
class EntryFinder {
public:
    EntryFinder(const Lines& lines, FindStart way) : lines_(lines), way_(way) {}

    // The beginning of an entry on line `at`; none where none begins there.
    std::optional<Start> start(std::size_t at) {
        std::span<const Line> rest = std::span(lines_).subspan(at);
        bool in_fence = is_in_fence(rest[0]);
        std::optional<Start> found = way_ == list_item ? bold_term(rest) : std::nullopt;
        found = found ? found : way_(rest);
        in_list_of_entries_ = in_list_of_entries_ && (indent_of(rest[0].text) > 0 || is_blank(rest[0]) || is_bullet(rest[0]));
        in_table_ = (in_table_ && rest[0].text.starts_with('|')) || (way_ != table_row && names_entries(rest));
        if (!found && !in_fence && way_ != deep_heading) {
            found = otherwise(rest, at);
        }
        in_list_of_entries_ = found ? is_bullet(rest[0]) : in_list_of_entries_;
        return found;
    }

    bool is_head(std::size_t at) const {
        return in_table_ && is_head_of_table(std::span(lines_).subspan(at));
    }

private:
    static bool is_bullet(const Line& line) {
        return without_list_mark(line.text).size() < line.text.size();
    }

    bool is_in_fence(const Line& line) {
        if (fence_.length != 0) {
            fence_ = is_closing_fence(line.text, fence_) ? Fence{} : fence_;
            return true;
        }
        return is_opening_fence(line.text, fence_);
    }

    std::optional<Start> otherwise(std::span<const Line> rest, std::size_t at) const {
        if (indent_of(rest[0].text) > 0 ||
            (at > 0 && !is_blank(lines_[at - 1]) && !in_list_of_entries_ && !in_table_ && !is_bullet(rest[0]))) {
            return std::nullopt;
        }
        std::optional<Start> found = in_list_of_entries_ || next_item_begins_entry(rest) ? list_item(rest)
                                     : in_table_                                         ? table_row(rest)
                                                                                         : std::nullopt;
        found = found ? found : bold_term(rest);
        found = found ? found : definition_term(rest);
        return found && !is_label(found->term) ? found : std::nullopt;
    }

    bool next_item_begins_entry(std::span<const Line> rest) const {
        auto next =
            std::find_if(rest.begin() + 1, rest.end(), [](const Line& line) { return indent_of(line.text) == 0 && !is_blank(line); });
        return is_bullet(rest[0]) && next != rest.end() && is_bullet(*next) && way_(std::span(next, rest.end())).has_value();
    }

    const Lines& lines_;
    FindStart way_;
    Fence fence_;
    bool in_list_of_entries_ = false;  // the entry before is an item at the margin
    bool in_table_ = false;            // whose head says that its rows are entries
};

// The form of the first entry. Headings decide, whatever is above them.
FindStart way_of_first_entry(const Lines& lines) {
    FindStart way = nullptr;
    std::size_t first = lines.size();
    for (FindStart each : ways_to_begin) {
        for (std::size_t at = 0; at < first && way != deep_heading; ++at) {
            if (each(std::span(lines).subspan(at))) {
                way = each;
                first = at;
            }
        }
    }
    return way;
}

}  // namespace

std::vector<std::string_view> parts_of_list(std::string_view text) {
    std::vector<std::string_view> parts;
    while (true) {
        std::size_t end = text.find(',');
        std::size_t size = 1;
        for (std::string_view sign : {"; ", "、", "，", "；", "،", "؛"}) {
            if (std::size_t at = text.find(sign); at < end) {
                end = at;
                size = sign.size();
            }
        }
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) {
            return parts;
        }
        text.remove_prefix(end + size);
    }
}

std::string_view term_of_near_heading(const Line& line) {
    constexpr std::ptrdiff_t most_spaces = 2;
    std::size_t marks = std::min(line.text.find_first_not_of('#'), line.text.size());
    std::string_view term = trim(line.text.substr(marks));
    bool is_heading = marks > 0 && marks < 7 && marks != 2 && line.text.substr(marks).starts_with(' ');
    bool is_short = term.size() <= longest_term && std::count(term.begin(), term.end(), ' ') <= most_spaces;
    return is_heading && is_short && !is_label(term) ? term : std::string_view();
}

std::string_view term_of_near_entry(std::span<const Line> lines, bool goes_on) {
    if (indent_of(lines[0].text) > 0 || is_meaning(lines[0])) {
        return {};
    }
    std::optional<Start> found = bold_term(lines);
    found = found ? found : definition_term(lines);
    found = found ? found : table_row(lines);
    std::string_view plain = goes_on ? term_before_colon(without_list_mark(lines[0].text)) : std::string_view();
    std::string_view term = found ? found->term : plain;
    return is_label(term) || term.size() > longest_term ? std::string_view() : term;
}

WrittenGlossary entries_written_otherwise(const Lines& lines) {
    WrittenGlossary result;
    std::vector<WrittenEntry>& entries = result.entries;
    FindStart way = way_of_first_entry(lines);
    EntryFinder finder(lines, way);
    for (std::size_t at = 0; at < lines.size() && way != nullptr; ++at) {
        if (std::optional<Start> start = finder.start(at)) {
            entries.push_back({lines[at], part_of(lines[at], start->term), {}});
            if (!start->rest.empty()) {
                entries.back().meaning.push_back(part_of(lines[at], start->rest));
            }
        } else if (finder.is_head(at)) {
            result.head_of_table.push_back(lines[at]);
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
