#include "reading/questions/keys_of_others.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/ascii.h"
#include "base/text.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/words_for_right.h"

namespace hornbook {
namespace {

using Texts = std::vector<std::string>;

constexpr std::size_t most_shown = 8;  // lines of a hint

std::string in_hint(const Texts& lines) {
    std::string text;
    for (std::size_t i = 0; i < std::min(lines.size(), most_shown); ++i) {
        text += (i == 0 ? "`" : i + 1 == lines.size() ? " and `" : ", `") + lines[i] + "`";
    }
    return text + (lines.size() > most_shown ? ", …" : "");
}

// An item between braces, as GIFT and Cloze write it: `=right`, `~wrong`, `%50%nearly`, with `#feedback` behind it.
struct Item {
    bool right = false;
    std::string text;
};

Item item_from(char sign, std::string_view text) {
    Item item{sign == '=', {}};
    text = trim(text);
    std::size_t end = text.starts_with('%') ? text.find('%', 1) : npos;
    if (end != npos) {
        item.right = !text.substr(1).starts_with('-') && text.substr(1, end - 1) != "0";
        text = text.substr(end + 1);
    }
    for (std::size_t at = 0; at < text.size() && text[at] != '#'; ++at) {
        at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
        item.text += text[at];
    }
    item.text = collapse_spaces(item.text);
    return item;
}

// The items of a text that begins with one. bare: the first may lack its sign, as in Cloze.
std::vector<Item> items_of_braces(std::string_view inside, bool bare) {
    std::vector<Item> items;
    char sign = bare ? '~' : '\0';
    std::size_t begin = 0;
    auto end_item = [&](std::size_t end) {
        if (sign != '\0' && end > begin) {
            items.push_back(item_from(sign, inside.substr(begin, end - begin)));
        }
    };
    for (std::size_t at = 0; at < inside.size(); ++at) {
        if (inside[at] == '\\') {
            ++at;
        } else if (inside[at] == '~' || (inside[at] == '=' && (!bare || begin == at))) {
            end_item(at);
            sign = inside[at];
            begin = at + 1;
        }
    }
    end_item(inside.size());
    std::erase_if(items, [](const Item& item) { return item.text.empty(); });
    return items;
}

std::string choice_line(bool right, std::string_view text) {
    return (right ? "- [x] " : "- [ ] ") + std::string(text);
}

// A number of GIFT, `1945:2` or `1..5`, as it stands here.
std::string number_line(std::string_view text) {
    text = trim(text.starts_with('=') ? text.substr(1) : text);
    text = text.substr(0, text.find_first_of("~#%"));
    std::size_t colon = text.find(':');
    std::string number(trim(text.substr(0, colon)));
    return colon == npos ? number : number + " ± " + std::string(trim(text.substr(colon + 1)));
}

// The answer lines that stand for what is between braces of GIFT; empty: it is no key.
Texts lines_of_gift(std::string_view inside) {
    inside = trim(inside);
    for (std::string_view truth : {"T", "TRUE", "F", "FALSE"}) {
        if (inside == truth) {
            return {choice_line(truth[0] == 'T', "True"), choice_line(truth[0] == 'F', "False")};
        }
    }
    if (inside.starts_with('#')) {
        std::string number = number_line(trim(inside.substr(1)));
        bool has_digit = std::any_of(number.begin(), number.end(), is_ascii_digit);
        return has_digit ? Texts{"= " + number} : Texts();
    }
    bool begins = inside.starts_with('=') || inside.starts_with('~');
    std::vector<Item> items = begins ? items_of_braces(inside, false) : std::vector<Item>();
    bool any_right = std::any_of(items.begin(), items.end(), [](const Item& item) { return item.right; });
    bool all_right = std::all_of(items.begin(), items.end(), [](const Item& item) { return item.right; });
    bool pairs = std::all_of(items.begin(), items.end(), [](const Item& item) { return item.text.find("->") != std::string::npos; });
    Texts lines;
    for (const Item& item : any_right ? items : std::vector<Item>()) {
        lines.push_back(pairs && all_right ? "- " + item.text : all_right ? "= " + item.text : choice_line(item.right, item.text));
    }
    return lines;
}

// The gap that stands for what is between braces of Moodle's Cloze, `1:SA:=Paris`; empty: it is none.
std::string gap_of_cloze(std::string_view inside) {
    std::size_t colon = std::min(inside.find_first_not_of("0123456789"), inside.size());
    std::string_view kind = inside.substr(colon).starts_with(':') ? inside.substr(colon + 1) : std::string_view();
    std::size_t size = std::min(kind.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_"), kind.size());
    if (size < 2 || !kind.substr(size).starts_with(':')) {
        return "";
    }
    bool numbers = kind.starts_with("N");
    std::string answers;
    for (const Item& item : items_of_braces(kind.substr(size + 1), true)) {
        if (item.right) {
            answers += (answers.empty() ? "" : "|") + (numbers ? number_line(item.text) : item.text);
        }
    }
    return answers.empty() ? "" : "[[" + answers + "]]";
}

// The lines of a question in one text, with an end of line after each.
struct WholeQuestion {
    std::string text;
    std::vector<std::pair<std::size_t, const Line*>> begins;  // of each line

    explicit WholeQuestion(const QuestionDraft& draft) {
        add(draft.heading);
        std::for_each(draft.stimulus.begin(), draft.stimulus.end(), [&](const Line& line) { add(line); });
    }
    void add(const Line& line) {
        begins.emplace_back(text.size(), &line);
        text += std::string(line.text) + "\n";
    }
    const Line* line_at(std::size_t at) const {
        auto row = std::find_if(begins.rbegin(), begins.rend(), [&](const auto& each) { return each.first <= at; });
        return row->second;
    }
};

// The line with every gap of Cloze in it as one of ours; empty: it has none.
std::string with_gaps_of_cloze(std::string_view line) {
    std::string mended;
    std::size_t kept = 0;
    for (std::size_t open = line.find('{'); open != npos; open = line.find('{', open + 1)) {
        std::size_t close = line.find('}', open);
        std::string gap = close != npos ? gap_of_cloze(line.substr(open + 1, close - open - 1)) : "";
        if (!gap.empty()) {
            mended += std::string(line.substr(kept, open - kept)) + gap;
            kept = close + 1;
        }
    }
    return kept == 0 ? "" : mended + std::string(line.substr(kept));
}

std::optional<KeyOfOthers> key_in_braces(const QuestionDraft& draft) {
    WholeQuestion whole(draft);
    for (std::size_t open = whole.text.find('{'); open != npos; open = whole.text.find('{', open + 1)) {
        std::size_t close = whole.text.find('}', open);
        char before = open > 0 ? whole.text[open - 1] : ' ';
        if (close == npos) {
            return std::nullopt;
        }
        bool escaped = before == '\\' || before == '$' || before == '`';
        std::string_view inside = std::string_view(whole.text).substr(open + 1, close - open - 1);
        const Line* first = whole.line_at(open);
        const Line* last = whole.line_at(close);
        if (std::string mended = escaped ? "" : with_gaps_of_cloze(first->text); !mended.empty()) {
            return KeyOfOthers{"this is nearly a gap: it is written as in Moodle's Cloze", "write `" + mended + "`", first, first};
        }
        Texts lines = escaped ? Texts() : lines_of_gift(inside);
        if (lines.empty()) {
            continue;
        }
        std::string hint = in_hint(lines) + (lines.size() > 1 ? ", each on a line of its own" : "");
        if (first == &draft.heading) {
            std::string_view behind = std::string_view(whole.text).substr(close + 1);
            behind = trim(behind.substr(0, behind.find('\n')));
            std::string question(trim(std::string_view(whole.text).substr(0, open)));
            question += behind.empty() ? "" : " … " + std::string(behind);
            hint = "`" + question + "`, and below it " + hint;
        }
        return KeyOfOthers{"this is nearly an answer: it is written as in GIFT", "write " + hint, first, last};
    }
    return std::nullopt;
}

// A choice with a letter or a bullet before it.
struct PlainChoice {
    const Line* line = nullptr;
    char letter = '\0';  // small; 0: it has none
    std::string_view text;
};

std::optional<PlainChoice> plain_choice(const Line& line) {
    std::string_view text = trim(line.text);
    std::string_view words = without_bullet(text);
    bool opened = words.starts_with('(');
    std::string_view label = words.substr(opened ? 1 : 0);
    bool letter = label.size() > 3 && is_ascii_letter(label[0]) && (label[1] == ')' || (!opened && (label[1] == '.' || label[1] == ':'))) &&
                  label[2] == ' ';
    if (indent_of(line.text) > 3 || (!letter && words.size() == text.size())) {
        return std::nullopt;
    }
    return letter ? PlainChoice{&line, static_cast<char>(label[0] | 0x20), trim(label.substr(3))} : PlainChoice{&line, '\0', words};
}

// The value behind a word for the right answer: `Answer: B`, `Richtige Antwort = b)`; empty: the line says none.
std::string_view value_of_key(std::string_view line) {
    constexpr std::string_view around = "*_ \t()";
    std::size_t colon = std::min(line.find_first_of(":="), line.size());
    std::string_view label = trim(line.substr(0, colon));
    label.remove_prefix(std::min(label.find_first_not_of(around), label.size()));
    label = label.substr(0, label.find_last_not_of(around) + 1);
    bool known = colon < line.size() && label.size() < 60 &&
                 (right_or_wrong(label) == std::optional(true) || fold_case(label) == "answers" || fold_case(label) == "ans" ||
                  near_miss(accepted_habits(), std::string(label) + ": x"));
    std::string_view value = known ? trim(line.substr(colon + 1)) : std::string_view();
    value.remove_prefix(std::min(value.find_first_not_of(around), value.size()));
    return value.substr(0, value.find_last_not_of("*_ \t().") + 1);
}

// Whether the value names the choice, by its letter or its words.
bool names_choice(std::string_view value, const PlainChoice& choice) {
    if (fold_case(value) == fold_case(choice.text)) {
        return true;
    }
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < value.size() && choice.letter != '\0';) {
        std::size_t end = std::min(value.find_first_of(" ,;&/.)", at), value.size());
        parts.push_back(value.substr(at, end - at));
        at = end + 1;
    }
    bool with_words = parts.size() > 1 && parts[0].size() == 1 && (parts[0][0] | 0x20) == choice.letter &&
                      fold_case(value).ends_with(fold_case(choice.text));
    bool letters = std::all_of(parts.begin(), parts.end(),
                               [](std::string_view part) { return part.size() < 2 || part == "and" || part == "und" || part == "et"; });
    return with_words || (letters && std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
                              return part.size() == 1 && (part[0] | 0x20) == choice.letter;
                          }));
}

std::optional<KeyOfOthers> key_below_choices(const QuestionDraft& draft) {
    std::vector<PlainChoice> choices;
    for (const Line& line : draft.stimulus) {
        if (is_blank(line)) {
            continue;
        }
        if (std::optional<PlainChoice> choice = plain_choice(line)) {
            char next = static_cast<char>('a' + choices.size());
            bool goes_on = choice->letter == '\0' ? choices.empty() || choices.front().letter == '\0' : choice->letter == next;
            if (!goes_on) {
                choices.clear();
            }
            choices.push_back(*choice);
            continue;
        }
        std::string_view value = choices.size() > 1 ? value_of_key(line.text) : std::string_view();
        Texts lines;
        bool any = false;
        for (const PlainChoice& choice : choices) {
            bool right = !value.empty() && names_choice(value, choice);
            any = any || right;
            lines.push_back(choice_line(right, choice.text));
        }
        if (any) {
            return KeyOfOthers{
                "these " + std::to_string(choices.size()) +
                    " lines are nearly answers: a choice begins with a box, and `x` in it is the key",
                "write " + in_hint(lines) + ", each on a line of its own, and take `" + std::string(trim(line.text)) + "` out",
                choices.front().line, &line};
        }
        choices.clear();
    }
    return std::nullopt;
}

}  // namespace

std::optional<KeyOfOthers> key_of_others(const QuestionDraft& draft) {
    std::optional<KeyOfOthers> below = key_below_choices(draft);
    return below ? below : key_in_braces(draft);
}

}  // namespace hornbook
