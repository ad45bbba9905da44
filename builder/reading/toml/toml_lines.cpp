#include "reading/toml/toml_lines.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

bool is_bare(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

bool is_quote(char c) {
    return c == '"' || c == '\'';
}

std::string with_value(const TomlPair& pair, std::string_view value) {
    return pair.key + " = " + std::string(value);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

std::string mend_other_comment(std::string_view line) {
    for (std::string_view mark : {"//", ";", "--", "<!--", "%"}) {
        if (line.starts_with(mark)) {
            return "# " + std::string(trim(line.substr(mark.size())));
        }
    }
    return "";
}

std::string mend_round_quotes(std::string_view line) {
    std::string mended(line);
    for (std::string_view quote : {"“", "”", "„", "‟", "«", "»", "″", "＂"}) {
        mended = replaced(mended, quote, "\"");
    }
    std::optional<TomlPair> pair = toml_pair(mended);
    if (pair && (pair->value.starts_with("‘") || pair->value.starts_with("‚") || pair->value.starts_with("`"))) {
        for (std::string_view quote : {"‘", "’", "‚", "‛", "`"}) {
            mended = replaced(mended, quote, "'");
        }
    }
    return mended == line ? "" : mended;
}

std::string mend_colon(std::string_view line) {
    std::size_t size = toml_key_size(line);
    std::string_view rest = trim(line.substr(size));
    for (std::string_view sign : {":=", "=>", "==", "->", ":"}) {
        if (size > 0 && rest.starts_with(sign)) {
            return std::string(line.substr(0, size)) + " = " + std::string(trim(rest.substr(sign.size())));
        }
    }
    return "";
}

std::string mend_missing_equals(std::string_view line) {
    std::size_t size = toml_key_size(line);
    std::string_view rest = line.substr(size);
    bool fits = size > 0 && rest.starts_with(' ') && rest.find('=') == std::string_view::npos && !trim(rest).empty();
    return fits ? std::string(line.substr(0, size)) + " = " + std::string(trim(rest)) : "";
}

std::string mend_spaced_key(std::string_view line) {
    std::size_t equals = line.find('=');
    std::string_view key = trim(line.substr(0, std::min(equals, line.size())));
    bool fits = equals != std::string_view::npos && key.find(' ') != std::string_view::npos &&
                std::all_of(key.begin(), key.end(), [](char c) { return is_bare(c) || c == ' '; });
    return fits ? replaced(std::string(key), " ", "_") + " = " + std::string(trim(line.substr(equals + 1))) : "";
}

std::string mend_missing_value(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    return pair && pair->value.empty() ? with_value(*pair, "\"…\"") : "";
}

// Beginnings of the names of months in many languages, folded, one month a row.
constexpr auto months = std::to_array<std::string_view>({
    "jan|ene|gen|sty|янв|січ|oca",
    "feb|fév|fev|lut|фев|лют|şub",
    "mar|mär|maa|мар|бер",
    "apr|avr|abr|kwi|апр|кві|nis",
    "may|mai|mag|mei|maj|май|мая|тра",
    "jun|juin|giu|cze|июн|чер|haz",
    "jul|juil|lug|lip|июл|лип|tem",
    "aug|aoû|aou|ago|sie|авг|сер|ağu",
    "sep|set|wrz|сен|вер|eyl",
    "oct|okt|ott|out|paź|окт|жов|eki",
    "nov|lis|ноя|лис|kas",
    "dec|dez|déc|dic|gru|дек|гру|ara",
});

// The number of a month by its name: 11 for "Nov"; 0: it is not a month.
std::size_t month_called(const std::string& word) {
    for (std::size_t month = 0; month < months.size(); ++month) {
        std::vector<std::string_view> beginnings = split(months.at(month), '|');
        if (std::any_of(beginnings.begin(), beginnings.end(), [&](std::string_view begin) { return word.starts_with(begin); })) {
            return month + 1;
        }
    }
    return 0;
}

bool is_sign_in_date(char c) {
    return std::string_view(".,/- ").find(c) != std::string_view::npos;
}

// The day, year-month-day, of a month in words, a year and perhaps a day: `23 Nov 2026`, `November 2026`; empty: it is no such text.
std::string day_in_words(std::string_view text) {
    std::string spaced = fold_case(text);
    std::replace_if(spaced.begin(), spaced.end(), is_sign_in_date, ' ');
    std::string year;
    std::string day = "01";
    std::size_t month = 0;
    for (std::string_view part : split(spaced, ' ')) {
        std::size_t digits = std::min(part.find_first_not_of("0123456789"), part.size());
        if (digits == 4 && part.size() == 4 && year.empty()) {
            year = part;
        } else if (digits > 0 && digits <= 2 && (digits == part.size() || part.size() == digits + 2)) {  // "23rd"
            day = std::string(2 - digits, '0') + std::string(part.substr(0, digits));
        } else if (std::size_t called = digits == 0 ? month_called(std::string(part)) : 0; called != 0 && month == 0) {
            month = called;
        } else if (!part.empty() && part != "de" && part != "of") {
            return "";
        }
    }
    bool fits = !year.empty() && month != 0 && day <= "31";
    return fits ? year + (month < 10 ? "-0" : "-") + std::to_string(month) + "-" + day : "";
}

std::string mend_date(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    std::string day = pair ? day_meant(pair->value) : "";
    bool fits = !day.empty() && day != pair->value;
    bool has_words =
        fits && std::any_of(pair->value.begin(), pair->value.end(), [](char c) { return !is_ascii_digit(c) && !is_sign_in_date(c); });
    return fits && (!has_words || pair->key == "date") ? with_value(*pair, day) : "";
}

// Mends a date of a day that does not exist: `2026-13-45`.
std::string mend_no_such_day(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool is_dated = pair && pair->value.size() == 10 && pair->value.find_first_not_of("0123456789-") == std::string::npos &&
                    pair->value[4] == '-' && pair->value[7] == '-';
    if (!is_dated) {
        return "";
    }
    using std::chrono::day, std::chrono::month, std::chrono::year;
    auto number = [&](std::size_t at, std::size_t size) { return std::stoi(pair->value.substr(at, size)); };
    bool digits = is_ascii_digit(pair->value[5]) && is_ascii_digit(pair->value[6]) && is_ascii_digit(pair->value[8]) &&
                  is_ascii_digit(pair->value[9]) && pair->value.find('-') == 4;
    bool exists = digits && std::chrono::year_month_day(year{number(0, 4)}, month{static_cast<unsigned>(number(5, 2))},
                                                        day{static_cast<unsigned>(number(8, 2))})
                                .ok();
    std::chrono::year_month_day_last last(year{number(0, 4)}, std::chrono::month_day_last(month{static_cast<unsigned>(number(5, 2))}));
    bool past_end = digits && last.ok() && number(8, 2) > 0 && number(8, 2) <= 31;  // 30 February
    return !digits || exists ? ""
           : past_end        ? with_value(*pair, pair->value.substr(0, 8) + std::to_string(static_cast<unsigned>(last.day())))
                             : with_value(*pair, "2026-11-23");
}

std::string mend_truth(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    std::string word = pair ? fold_case(pair->value) : "";
    bool yes = word == "true" || word == "yes" || word == "on";
    bool no = word == "false" || word == "no" || word == "off";
    bool good = pair && (pair->value == "true" || pair->value == "false");
    return (yes || no) && !good ? with_value(*pair, yes ? "true" : "false") : "";
}

std::string mend_mark_at_end(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = pair && pair->value.size() > 1 && (pair->value.back() == ';' || pair->value.back() == ',') && pair->value[0] != '[';
    return fits ? with_value(*pair, trim(std::string_view(pair->value).substr(0, pair->value.size() - 1))) : "";
}

std::string mend_missing_last_quote(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = pair && pair->value.size() > 1 && is_quote(pair->value[0]) &&
                std::count(pair->value.begin(), pair->value.end(), pair->value[0]) == 1;
    return fits ? with_value(*pair, pair->value + pair->value[0]) : "";
}

std::string mend_missing_first_quote(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = pair && pair->value.size() > 1 && pair->value.back() == '"' && pair->value[0] != '[' &&
                std::count(pair->value.begin(), pair->value.end(), '"') == 1;
    return fits ? with_value(*pair, "\"" + pair->value) : "";
}

std::string mend_quotes_inside(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = pair && pair->value.size() > 2 && is_quote(pair->value[0]) && pair->value.back() == pair->value[0] &&
                std::count(pair->value.begin(), pair->value.end(), pair->value[0]) > 2 && !pair->value.starts_with("\"\"\"") &&
                !pair->value.starts_with("'''") && past_toml_text(pair->value, 0) != pair->value.size();
    std::string_view inside = fits ? std::string_view(pair->value).substr(1, pair->value.size() - 2) : std::string_view();
    std::string quoted = fits ? in_toml_quotes(inside) : "";
    if (fits && quoted.empty() && inside.find('\\') == std::string_view::npos) {  // both kinds stand in it
        quoted = "\"" + replaced(std::string(inside), "\"", "\\\"") + "\"";
    }
    return quoted.empty() ? "" : with_value(*pair, quoted);
}

bool has_backslashes(const std::optional<TomlPair>& pair) {
    return pair && pair->value.starts_with('"') && pair->value.find('\\') != std::string::npos;
}

bool names_files(const TomlPair& pair) {
    return pair.key == "cover" || pair.key == "chapters";
}

std::string mend_backslashes_in_path(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    return has_backslashes(pair) && names_files(*pair) ? with_value(*pair, replaced(pair->value, "\\", "/")) : "";
}

std::string mend_backslashes_in_text(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = has_backslashes(pair) && !names_files(*pair) && pair->value.size() > 1 && pair->value.ends_with('"');
    std::string inside = fits ? pair->value.substr(1, pair->value.size() - 2) : "";
    bool is_plain = inside.find_first_of("'\"") == std::string::npos;
    return !fits ? "" : with_value(*pair, is_plain ? "'" + inside + "'" : "\"" + replaced(inside, "\\", "\\\\") + "\"");
}

std::string mend_open_list(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = pair && pair->value.size() > 1 && pair->value[0] == '[' && pair->value.find(']') == std::string::npos &&
                is_quote(pair->value.back());
    return fits ? with_value(*pair, pair->value + "]") : "";
}

// Mends a list without commas or quotation marks: `["Ada" "Ben"]`, `[Ada, Ben]`.
std::string mend_items(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    if (!pair || pair->value.size() < 3 || pair->value[0] != '[' || pair->value.back() != ']') {
        return "";
    }
    std::string_view inside = std::string_view(pair->value).substr(1, pair->value.size() - 2);
    std::vector<std::string> items;
    for (std::size_t at = 0; at < inside.size();) {
        if (is_quote(inside[at])) {
            std::size_t end = past_toml_text(inside, at);
            items.emplace_back(inside.substr(at, end - at));
            at = end;
        } else if (inside[at] == ',' || inside[at] == ';' || inside[at] == ' ') {
            ++at;
        } else {
            std::size_t end = std::min(inside.find_first_of(",;\"'", at), inside.size());
            items.push_back(in_toml_quotes(trim(inside.substr(at, end - at))));
            at = end;
        }
    }
    std::string mended = with_value(*pair, "[" + join(items, ", ") + "]");
    return mended == line ? "" : mended;
}

std::string mend_bare_text(std::string_view line) {
    std::optional<TomlPair> pair = toml_pair(line);
    bool fits = pair && !pair->value.empty() && !is_quote(pair->value[0]) && pair->value[0] != '[' && pair->value[0] != '{';
    std::string quoted = fits ? in_toml_quotes(pair->value) : "";
    return quoted.empty() ? "" : with_value(*pair, quoted);
}

std::string mend_section(std::string_view line) {
    std::string_view code = toml_without_comment(line);
    std::string_view name = code;
    name.remove_prefix(std::min(name.find_first_not_of("[({< "), name.size()));
    name = name.substr(0, name.find_last_not_of("])}> :") + 1);
    bool bracket = !code.empty() && (std::string_view("[({<").find(code[0]) != std::string_view::npos ||
                                     std::string_view("])}>").find(code.back()) != std::string_view::npos);
    bool fits = bracket && !name.empty() && toml_key_size(name) == name.size();
    bool twice = code.starts_with("[[") || code.ends_with("]]");
    std::string mended = (twice ? "[[" : "[") + std::string(name) + (twice ? "]]" : "]");
    return fits && mended != code ? mended : "";
}

// Habits about lines of TOML, in this order, since each row works on what the one before it left.
constexpr auto line_habits = std::to_array<Habit>({
    {"// my book", "# my book", "a remark begins with `#`", mend_other_comment},
    {"title = “Water”", "title = \"Water\"", "quotation marks are straight ones here", mend_round_quotes},
    {"[quiz", "[quiz]", "a section is a name in square brackets", mend_section},
    {"(quiz)", "[quiz]", "a section is a name in square brackets", mend_section},
    {"title: \"Water\"", "title = \"Water\"", "`=` belongs between a key and its value", mend_colon},
    {"title \"Water\"", "title = \"Water\"", "`=` is missing between the key and its value", mend_missing_equals},
    {"cover alt = \"A wave\"", "cover_alt = \"A wave\"", "a key is one word, with `_` in it", mend_spaced_key},
    {"title =", "title = \"…\"", "nothing follows `=`", mend_missing_value},
    {"date = 23.11.2026", "date = 2026-11-23", "a date is written year-month-day", mend_date},
    {"date = Nov 2026", "date = 2026-11-01", "a date is written year-month-day", mend_date},
    {"date = 2026-02-30", "date = 2026-02-28", "there is no such day", mend_no_such_day},
    {"date = 2026-13-45", "date = 2026-11-23", "there is no such day", mend_no_such_day},
    {"formulas = No", "formulas = false", "yes and no are written `true` and `false`", mend_truth},
    {"title = \"Water\";", "title = \"Water\"", "nothing may follow a value", mend_mark_at_end},
    {"title = \"Water", "title = \"Water\"", "the quotation mark at the end is missing", mend_missing_last_quote},
    {"title = Water\"", "title = \"Water\"", "the quotation mark at the beginning is missing", mend_missing_first_quote},
    {"title = \"The \"Purges\"\"", "title = 'The \"Purges\"'", "there are quotation marks within quotation marks of the same kind",
     mend_quotes_inside},
    {"cover = \"images\\wave.svg\"", "cover = \"images/wave.svg\"", "a path has `/` between its names, on every machine",
     mend_backslashes_in_path},
    {"title = \"Learning C\\C++\"", "title = 'Learning C\\C++'", "a backslash is only a sign between single quotation marks",
     mend_backslashes_in_text},
    {"authors = [\"Ada\", \"Ben\"", "authors = [\"Ada\", \"Ben\"]", "the `]` at the end of the list is missing", mend_open_list},
    {"authors = [Ada Byron, \"Ben\"]", "authors = [\"Ada Byron\", \"Ben\"]",
     "each text of a list belongs in quotation marks, with a comma after it", mend_items},
    {"title = Water and ice", "title = \"Water and ice\"", "text belongs in quotation marks", mend_bare_text},
});

}  // namespace

std::string in_toml_quotes(std::string_view text) {
    if (text.find('"') == std::string_view::npos && text.find('\\') == std::string_view::npos) {
        return "\"" + std::string(text) + "\"";
    }
    return text.find('\'') == std::string_view::npos ? "'" + std::string(text) + "'" : "";
}

// The day of three numbers whose year is plain. Where both could be the day, it is the first, as in most of the world.
std::string day_meant(std::string_view text) {
    std::vector<std::string> numbers(1);
    for (char c : text) {
        if (is_ascii_digit(c)) {
            numbers.back() += c;
        } else if ((c == '.' || c == '/' || c == '-' || c == ' ') && (!numbers.back().empty() || c == ' ')) {
            numbers.resize(numbers.size() + (numbers.back().empty() ? 0 : 1));
        } else {
            return day_in_words(text);
        }
    }
    if (numbers.back().empty()) {
        numbers.pop_back();
    }
    if (numbers.size() != 3 || (numbers[0].size() != 4 && numbers[2].size() != 4)) {
        return "";
    }
    if (numbers[0].size() != 4) {
        std::swap(numbers[0], numbers[2]);
    }
    for (std::size_t i = 1; i < 3; ++i) {
        if (numbers[i].empty() || numbers[i].size() > 2) {
            return "";
        }
        numbers[i].insert(0, 2 - numbers[i].size(), '0');
    }
    if (numbers[1] > "12" && numbers[2] <= "12") {
        std::swap(numbers[1], numbers[2]);
    }
    return join(numbers, "-");
}

std::size_t toml_key_size(std::string_view line) {
    return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_bare) - line.begin());
}

std::size_t past_toml_text(std::string_view line, std::size_t at) {
    char quote = line[at];
    for (++at; at < line.size() && line[at] != quote; ++at) {
        at += line[at] == '\\' && quote == '"' ? 1 : 0;
    }
    return std::min(at + 1, line.size());
}

std::string_view toml_without_comment(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        if (line[at] == '#') {
            return trim(line.substr(0, at));
        }
        at = is_quote(line[at]) ? past_toml_text(line, at) : at + 1;
    }
    return trim(line);
}

std::optional<TomlPair> toml_pair(std::string_view line) {
    std::string_view code = toml_without_comment(line);
    std::size_t size = toml_key_size(code);
    std::string_view rest = trim(code.substr(size));
    if (size == 0 || !rest.starts_with('=')) {
        return std::nullopt;
    }
    return TomlPair{std::string(code.substr(0, size)), std::string(trim(rest.substr(1)))};
}

std::span<const Habit> toml_habits() {
    return line_habits;
}

}  // namespace hornbook
