// Forms of other tools that are whole lines.
#include <algorithm>
#include <array>
#include <set>

#include "base/ascii.h"
#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/other_forms.h"
#include "reading/forms/teachers_lines.h"

namespace hornbook {
namespace {

bool is_text_row(const SourceRow* row) {
    return row != nullptr && row->kind == RowKind::text;
}

bool begins_with_bullet(std::string_view text) {
    constexpr std::array<std::string_view, 9> bullets = {"•", "·",  "▪",      "◦",     "●",
                                                         "‣", "・", "\uF0B7", "\uF0A7"};  // the last two are Word's own signs
    if (text.starts_with("o\t")) {
        return true;
    }
    for (std::string_view bullet : bullets) {
        if (text.starts_with(bullet) && text.size() > bullet.size()) {
            std::string_view rest = text.substr(bullet.size());
            return rest[0] == ' ' || rest[0] == '\t' || rest.starts_with("\u00A0") || bullet != "·";
        }
    }
    return false;
}

// What keyboards of Japanese and Chinese write for `#`, `>` and `1.`.
bool begins_with_wide_sign(std::string_view text) {
    constexpr std::array<std::string_view, 10> digits = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    bool number = std::any_of(digits.begin(), digits.end(), [&](std::string_view digit) {
        return text.starts_with(digit) && text.substr(digit.size()).starts_with("．");
    });
    return number || text.starts_with("＃") || text.starts_with("＞");
}

// `[!NOTE]`
bool begins_with_callout(std::string_view text) {
    std::size_t end = text.starts_with("[!") ? text.find(']') : npos;
    return end != npos && end > 4 && std::all_of(text.begin() + 2, text.begin() + static_cast<std::ptrdiff_t>(end), is_ascii_letter) &&
           !text.substr(end + 1).starts_with('(') && !text.substr(end + 1).starts_with('[');
}

// What begins `-item`, `*item` or `1.item`, with `1` for a number; '\0': nothing does.
char item_without_space(std::string_view text) {
    std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool number = digits > 0 && digits < 3 && (text.substr(digits).starts_with('.') || text.substr(digits).starts_with(')'));
    bool dash = !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    std::size_t size = number ? digits + 1 : dash ? 1 : 0;
    bool letter = size > 0 && size < text.size() && (is_ascii_letter(text[size]) || (static_cast<unsigned char>(text[size]) & 0x80U) != 0);
    bool emphasis = dash && text[0] == '*' && text.find('*', 1) != npos;
    return letter && !emphasis ? (number ? '1' : text[0]) : '\0';
}

// `##Heading`; with one `#` only where it is alone and begins as a title does: `#word` is a tag of many tools.
bool is_heading_without_space(const SourceRow& row, const SourceRow* next) {
    std::string_view text = trim(row.content);
    std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    if (marks == 0 || marks > 6 || marks == text.size() || indent_of(row.content) > 3) {
        return false;
    }
    constexpr char32_t first_without_case = 0x2E80;  // of the scripts of East Asia
    std::size_t end = marks;
    char32_t first = next_code_point(text, end);
    bool letter = is_ascii_letter(text[marks]) || first >= 0x80;
    bool last = next == nullptr || next->kind != RowKind::text;
    bool title = is_upper(first) || first >= first_without_case;
    return letter && (marks > 1 || (last && title && (row.starts_text || text.find(' ') != npos)));
}

std::size_t tabs_within(std::string_view text) {
    text = trim(text);
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\t'));
}

// `– words`, an item of a word processor's list, or what somebody says.
bool begins_with_dash(std::string_view text) {
    return (text.starts_with("– ") || text.starts_with("— ")) && text.size() > 4;
}

// `+---+---+`, or `---- ----` below a line of words.
bool is_grid(const SourceRow* above, std::string_view text) {
    text = trim(text);
    if (text.starts_with("+-") && text.ends_with("-+") && text.find_first_not_of("+-") == npos) {
        return true;
    }
    std::string folded = collapse_spaces(text);
    std::vector<std::string_view> groups = split(folded, ' ');
    bool dashes = groups.size() > 1 && std::all_of(groups.begin(), groups.end(), [](std::string_view group) {
                      return group.size() > 2 && group.find_first_not_of('-') == npos;
                  });
    return dashes && is_text_row(above);
}

// Sentences, not a program: words and the signs of prose alone, a capital first and a full stop last.
bool is_sentence(std::string_view text) {
    text = trim(text);
    constexpr std::size_t least_words = 6;
    bool plain = text.find_first_of("{}=<>;$#_\\|/*+[]@&%^~") == npos && text.find("  ") == npos;
    bool ends = !text.empty() && std::string_view(".?!").find(text.back()) != npos;
    bool begins = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
    return plain && ends && begins && std::count(text.begin(), text.end(), ' ') + 1 >= static_cast<std::ptrdiff_t>(least_words);
}

// `.. note:: words`, `.. _name:`
bool is_rest_directive(std::string_view text) {
    std::string_view name = text.starts_with(".. ") ? text.substr(3) : std::string_view();
    std::size_t end = std::min(name.find_first_of(" \t"), name.size());
    std::string_view word = name.substr(0, end);
    return word.size() > 2 && (word.ends_with("::") || (word[0] == '_' && word.ends_with(':')) || word[0] == '|');
}

// `[12]` at `at`, or what word processors name a comment by, `[AB1]`; 0: none.
std::size_t number_in_brackets(std::string_view text, std::size_t at) {
    std::size_t begin = text[at] == '[' ? text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1) : npos;
    std::size_t end = begin == npos || begin > at + 4 ? npos : text.find_first_not_of("0123456789", begin);
    return end == npos || end == begin || end > begin + 3 || text[end] != ']' ? 0 : end + 1 - at;
}

// `[AB1]Words`, the comment itself; `[NH4]Cl` is a salt.
bool begins_office_remark(std::string_view text, std::size_t at, std::size_t size) {
    std::string_view behind = text.substr(at + size);
    auto letters = std::find_if_not(behind.begin(), behind.end(), is_ascii_letter) - behind.begin();
    return is_ascii_letter(text[at + 1]) && letters > 2;
}

// `a)`, `(ii)`, `B.` with the space behind it, before an item.
struct ItemLabel {
    std::string_view name;  // empty: there is none
    bool opens = false;     // with a bracket
    char close = '\0';
};

ItemLabel item_label(std::string_view text) {
    bool opens = text.starts_with('(');
    text.remove_prefix(opens ? 1 : 0);
    std::size_t size = static_cast<std::size_t>(
        std::find_if_not(text.begin(), text.end(), [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); }) - text.begin());
    bool closes = size > 0 && size + 1 < text.size() && (text[size] == ')' || (text[size] == '.' && !opens)) &&
                  (text[size + 1] == ' ' || text[size + 1] == '\t');
    return closes ? ItemLabel{text.substr(0, size), opens, text[size]} : ItemLabel();
}

// The first two of a list. Lines that begin `A. ` and `B. ` are names as well.
bool begin_list(const ItemLabel& first, const ItemLabel& second) {
    struct Pair {
        std::string_view first;
        std::string_view second;
        bool may_be_name = false;
    };
    constexpr std::array<Pair, 5> pairs = {{{"a", "b"}, {"A", "B", true}, {"i", "ii"}, {"I", "II"}, {"1", "2", true}}};
    return first.opens == second.opens && first.close == second.close && std::any_of(pairs.begin(), pairs.end(), [&](const Pair& pair) {
               bool plain = !pair.may_be_name || (first.opens && first.name == "1") || (first.close == ')' && first.name == "A");
               return plain && first.name == pair.first && second.name == pair.second;
           });
}

// `| words`, without a bar at its end.
bool is_line_of_verse(std::string_view text) {
    return text.starts_with("| ") && text.size() > 2 && std::count(text.begin(), text.end(), '|') == 1;
}

// `#. words` and `(@good) words`, which pandoc numbers.
bool numbers_itself(std::string_view text) {
    std::size_t close = text.starts_with("(@") ? text.find(')') : npos;
    bool example = close != npos && close < 30 && text.substr(0, close).find(' ') == npos && text.substr(close + 1).starts_with(' ');
    return text.starts_with("#. ") || example;
}

class OtherFormFinder {
public:
    OtherFormFinder(ProseReader& reader, std::span<const SourceRow> rows) : reader_(reader), rows_(rows) {}

    void take(const SourceRow* above, const SourceRow& row, const SourceRow* next) {
        switch (row.kind) {
            case RowKind::text:
                return take_text(above, row, next);
            case RowKind::code:
                return take_code(above, row);
            case RowKind::comment:
                return take_comment(row);
            default:
                return;
        }
    }

    // `[1]` in the text and `[1] …` at the beginning of a line: the second explains the first.
    void end() {
        for (const auto& [number, place] : mentioned_) {
            if (explained_.contains(number)) {
                note(is_ascii_letter(number[1]) ? OtherForm::office_remark : OtherForm::numbered_note, number, place);
            }
        }
    }

private:
    void note(OtherForm form, std::string_view seen, Place place) {
        note_other_form(reader_, form, seen, place);
    }
    void note(OtherForm form, const SourceRow& row) {
        std::string_view text = trim(row.content);
        note(form, text, place_of(reader_.file, row.line, text));
    }

    // What is for teachers alone by its mark, and would be read by all: it does not begin a quotation, or has no indented lines below it.
    static bool is_lost_teachers_callout(const SourceRow* above, const SourceRow& row) {
        std::string_view text = trim(row.content);
        if (text.starts_with("!!!") || text.starts_with("???")) {
            text.remove_prefix(text.substr(3).starts_with('+') ? 4 : 3);
            text = trim(text);
            return is_word_for_teachers(text.substr(0, text.find_first_of(" \t")));
        }
        bool is_escaped = text.starts_with("\\[!");
        if (is_escaped || (text.starts_with("[!") && !begins_teachers_callout(text))) {
            std::size_t begin = is_escaped ? 3 : 2;
            return text.find(']') != npos && names_teachers(text.substr(begin, text.find(']') - begin));
        }
        std::string_view before = row.line.text.substr(0, row.line.text.size() - row.content.size());
        bool begins_quotation = before.find('>') != npos && (above == nullptr || above->container != row.container);
        return begins_teachers_callout(text) && !begins_quotation;
    }

    void tell_lost_teachers_callout(const SourceRow& row) {
        std::string_view text = trim(row.content);
        bool quotation = text.find("[!") < 2;
        std::string_view seen = text.substr(0, quotation ? text.find(']') + 1 : text.size());
        reader_.scratch.teachers_told.insert(row.line.number);
        reader_.diagnostics.add(Mistake::nearly_a_form, place_of(reader_.file, row.line, seen),
                                "`" + std::string(seen) + "` begins no callout here, so pupils would read what is for teachers",
                                quotation ? "begin a quotation with it: `> [!TEACHER]`, after an empty line; in feedback `> > [!TEACHER]`"
                                          : "indent the lines that belong to it by four spaces");
    }

    void take_text(const SourceRow* above, const SourceRow& row, const SourceRow* next) {
        std::string_view text = trim(row.content);
        bool goes_on = is_text_row(above) && above->container == row.container && !row.starts_text;
        bool next_goes_on = is_text_row(next) && next->container == row.container && !next->starts_item;
        if (text.starts_with('!') && text.find("!<") != npos && trim(row.line.text).starts_with(">!")) {
            note(OtherForm::spoiler, row);  // CommonMark reads a quotation
        }
        if (begins_with_bullet(text)) {
            note(OtherForm::bullet, row);
        }
        if (is_heading_without_space(row, next)) {
            note(OtherForm::heading_without_space, row);
        }
        if (begins_with_wide_sign(text)) {
            note(OtherForm::wide_sign, row);
        }
        if (is_lost_teachers_callout(above, row)) {
            tell_lost_teachers_callout(row);
        } else if (row.starts_text && begins_with_callout(trim(row.line.text))) {
            note(OtherForm::callout_without_quote, row);
        }
        if (!goes_on && next_goes_on && item_without_space(text) != '\0' &&
            item_without_space(text) == item_without_space(trim(next->content))) {
            note(OtherForm::list_without_space, row);
        }
        if (!goes_on && next_goes_on && begins_with_dash(text) && begins_with_dash(trim(next->content))) {
            note(OtherForm::dash_lines, row);
        }
        if (!goes_on && next_goes_on && !begins_with_bullet(text) && tabs_within(text) > 0 &&
            tabs_within(text) == tabs_within(next->content)) {
            note(OtherForm::tab_table, row);
        }
        if (text.starts_with("include::") || text.starts_with("--8<-- ")) {
            note(OtherForm::include, row);
        }
        if (is_rest_directive(text)) {
            note(OtherForm::rest_directive, row);
        }
        if (text.starts_with("=== \"")) {
            note(OtherForm::tabs, row);
        }
        bool begins_list = !goes_on && next_goes_on && begin_list(item_label(text), item_label(trim(next->content)));
        if (begins_list) {
            note(OtherForm::lettered_list, row);
        }
        if (numbers_itself(text)) {
            note(OtherForm::numbered_by_itself, row);
        }
        take_single_lines(row, text);
        bool wave = goes_on && text.size() > 2 && text.starts_with("~ ") && is_ascii_letter(trim(text.substr(1))[0]);
        if (wave) {
            note(OtherForm::definition_wave, row);
        }
        if (!goes_on && next_goes_on && is_line_of_verse(text) && is_line_of_verse(trim(next->content))) {
            note(OtherForm::line_block, row);
        }
        take_table(above, row, next_goes_on ? next : nullptr, goes_on);
        take_numbers(row);
    }

    void take_single_lines(const SourceRow& row, std::string_view text) {
        if (text == "+++") {
            note(OtherForm::toml_fence, row);
        }
        if (text.starts_with("*[") && text.find("]: ") != npos && text.find("]: ") == text.find(']')) {
            note(OtherForm::abbreviation, row);
        }
        bool box = row.starts_item && text.size() > 4 && text[0] == '[' && text.substr(2, 2) == "] ";
        if (box && std::string_view("/-><?!*").find(text[1]) != npos) {
            note(OtherForm::task_box, row);
        }
        if (row.line.number == 1 && text.starts_with("% ")) {
            note(OtherForm::title_block, row);
        }
    }

    void take_table(const SourceRow* above, const SourceRow& row, const SourceRow* next, bool goes_on) {
        if (is_grid(above, row.content) && !(goes_on && in_grid_)) {
            note(OtherForm::grid_table, row);
            in_grid_ = true;
        }
        in_grid_ = in_grid_ && (goes_on || is_grid(above, row.content));
        std::span<const SourceRow> from_here = rows_.subspan(static_cast<std::size_t>(&row - rows_.data()));
        if (nearly_begins_table(from_here) && next != nullptr) {
            note(OtherForm::table_columns, *next);
        } else if (!goes_on && next != nullptr && !in_grid_ && lacks_delimiter_row(from_here)) {
            note(OtherForm::table_without_line, row);
        }
    }

    void take_numbers(const SourceRow& row) {
        std::string_view text = row.content;
        std::size_t begin = std::min(text.find_first_not_of(' '), text.size());
        for (std::size_t at = text.find('['); at != npos; at = text.find('[', at + 1)) {
            std::size_t size = number_in_brackets(text, at);
            char behind = at + size < text.size() ? text[at + size] : ' ';
            if (size == 0 || behind == '(' || (at > 0 && text[at - 1] == '[')) {
                continue;
            }
            std::string number(text.substr(at, size));
            bool defines = behind == ':' && trim(text.substr(at + size + 1)).find(' ') == npos;  // an address
            bool office = is_ascii_letter(number[1]);
            bool explains = office ? begins_office_remark(text, at, size) : at + size < text.size() && !defines;
            if (at == begin && (office || row.starts_text) && explains) {
                explained_.insert(std::move(number));
            } else if (at > begin && text[at - 1] != '\\') {
                mentioned_.emplace_back(std::move(number), place_of(reader_.file, row.line, text.substr(at, size)));
            }
        }
    }

    void take_code(const SourceRow* above, const SourceRow& row) {
        bool first = above == nullptr || above->kind != RowKind::code;
        if (first && is_sentence(row.content)) {
            note(OtherForm::indented_paragraph, row);
        }
    }

    void take_comment(const SourceRow& row) {
        constexpr std::array<std::string_view, 6> directives = {"toc", "pagebreak", "newpage", "include", "#include", "slide"};
        std::string_view text = trim(row.content);
        if (!text.starts_with("<!--")) {
            return;
        }
        std::string inside = fold_case(trim(text.substr(4, 30)));
        for (std::string_view directive : directives) {
            std::string_view rest = std::string_view(inside).substr(std::min(directive.size(), inside.size()));
            if (inside.starts_with(directive) && (rest.empty() || rest[0] == ' ' || rest[0] == '-' || rest[0] == ':')) {
                note(OtherForm::comment_directive, row);
            }
        }
    }

    ProseReader& reader_;
    std::span<const SourceRow> rows_;
    std::set<std::string> explained_;
    std::vector<std::pair<std::string, Place>> mentioned_;
    bool in_grid_ = false;
};

}  // namespace

void note_other_forms_in_rows(ProseReader& reader, std::span<const SourceRow> rows, const std::vector<const SourceRow*>& left) {
    OtherFormFinder finder(reader, rows);
    for (std::size_t at = 0; at < left.size(); ++at) {
        if (left[at] != nullptr) {
            finder.take(at > 0 ? left[at - 1] : nullptr, *left[at], at + 1 < left.size() ? left[at + 1] : nullptr);
        }
    }
    finder.end();
}

}  // namespace hornbook
