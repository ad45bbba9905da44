// Near choices: lines that are nearly `- [x] Text`.
#include <algorithm>
#include <array>

#include "base/name_list.h"
#include "base/text.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/worths.h"

namespace hornbook {
namespace {

constexpr auto long_dashes = std::to_array<std::string_view>({"–", "—", "−", "‐", "‑", "‒", "―", "－", "ー", "--"});
constexpr auto round_bullets = std::to_array<std::string_view>({"•", "·", "・", "‣", "◦", "●", "○", "▪", "➢", "►", "\uF0B7", "o\t"});
constexpr auto ticked_signs = std::to_array<std::string_view>({"☑", "☒", "✅", "✓", "✔", "√", "⊠", "🗹"});
constexpr auto empty_signs = std::to_array<std::string_view>({"☐", "□", "⬜", "▢", "❏", "❑", "◻", "✗", "✘", "❌"});
constexpr auto box_ticks =  // within a box; the Cyrillic and Greek letters look like x
    std::to_array<std::string_view>(
        {"✓", "✔", "√", "☑", "✅", "*", "+", "v", "V", "y", "Y", "х", "Х", "χ", "Χ", "×", "ｘ", "•", "●", "■", "#"});
constexpr auto crosses = std::to_array<std::string_view>({"✗", "✘", "❌", "☐", "□", "n", "N"});  // within a box
constexpr auto blanks = std::to_array<std::string_view>({"_", "\u00A0", "\u3000", "  ", "   ", "-"});

template <std::size_t N>
std::size_t size_at_start(const std::array<std::string_view, N>& signs, std::string_view text) {
    auto row = std::find_if(signs.begin(), signs.end(), [&](std::string_view sign) { return text.starts_with(sign); });
    return row == signs.end() ? 0 : row->size();
}

bool is_x(char c) {
    return c == 'x' || c == 'X';
}

std::string bullet_with(std::string_view rest) {
    return "- " + std::string(trim(rest));
}

std::string box_with(bool ticked, std::string_view rest) {
    return (ticked ? "- [x] " : "- [ ] ") + std::string(trim(rest));
}

// Something at the beginning of a line that may be a box; inside: the text in its brackets.
struct BoxAtStart {
    std::string_view inside;
    std::string_view rest;
};

std::optional<BoxAtStart> box_at_start(std::string_view text, char open, char close) {
    constexpr std::size_t longest_inside = 8;  // bytes inside
    std::size_t end = text.find(close);
    if (!text.starts_with(open) || end == std::string_view::npos || end > longest_inside + 1) {
        return std::nullopt;
    }
    return BoxAtStart{text.substr(1, end - 1), text.substr(end + 1)};
}

bool says_ticked(std::string_view inside) {
    std::string_view mark = trim(inside);
    return (mark.size() == 1 && is_x(mark[0])) || is_one_of(box_ticks, mark);
}

bool says_empty(std::string_view inside) {
    return trim(inside).empty() || is_one_of(blanks, inside);
}

// Whether the text begins with a box, which is not a link, a reference or a gap.
bool begins_with_box(std::string_view text) {
    std::optional<BoxAtStart> box = box_at_start(text, '[', ']');
    bool goes_on = box && !box->rest.empty() && (box->rest[0] == '(' || box->rest[0] == '[' || box->rest[0] == ':');
    return (box && !goes_on && (says_ticked(box->inside) || says_empty(box->inside))) || size_at_start(ticked_signs, text) != 0 ||
           size_at_start(empty_signs, text) != 0;
}

bool begins_with_any_box(std::string_view text) {
    std::optional<BoxAtStart> round = box_at_start(text, '(', ')');
    return begins_with_box(text) || text.starts_with("[(") || text.starts_with("[[") || text.starts_with("\\[") ||
           (round && (says_ticked(round->inside) || says_empty(round->inside)));
}

// The text behind `- `; none where the line does not begin so.
std::optional<std::string_view> behind_bullet(std::string_view line) {
    bool bullet = line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ' && line[2] != ' ';
    return bullet ? std::optional(line.substr(2)) : std::nullopt;
}

std::string mend_long_dash(std::string_view line) {
    std::size_t size = size_at_start(long_dashes, line);
    return size != 0 && begins_with_any_box(trim(line.substr(size))) ? bullet_with(line.substr(size)) : "";
}

std::string mend_round_bullet(std::string_view line) {
    std::size_t size = size_at_start(round_bullets, line);
    return size != 0 && begins_with_any_box(trim(line.substr(size))) ? bullet_with(line.substr(size)) : "";
}

std::string mend_missing_dash(std::string_view line) {
    return begins_with_box(line) ? bullet_with(line) : "";
}

// Mends a number or letter before the box: `1. [x]`, `a) [x]`.
std::string mend_number(std::string_view line) {
    std::size_t end = std::min(line.find_first_of(".)"), line.size());
    bool number = end > 0 && end < 3 && std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
                      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
                  });
    return number && end < line.size() && begins_with_box(trim(line.substr(end + 1))) ? bullet_with(line.substr(end + 1)) : "";
}

std::string mend_space_behind_dash(std::string_view line) {
    bool bullet = !line.empty() && (line[0] == '-' || line[0] == '*' || line[0] == '+');
    std::string_view rest = bullet ? line.substr(1) : std::string_view();
    bool one_space = rest.size() > 1 && rest[0] == ' ' && rest[1] != ' ' && rest[1] != '\t';
    return bullet && !one_space && begins_with_any_box(trim(rest)) ? bullet_with(rest) : "";
}

// Mends backslashes at the brackets: `- \[x\]`, `- \[x]`.
std::string mend_escaped_box(std::string_view line) {
    constexpr std::size_t longest = 6;  // bytes of a box with its backslashes
    std::optional<std::string_view> text = behind_bullet(line);
    std::size_t close = text ? text->substr(0, longest).find(']') : std::string_view::npos;
    std::string box(close != std::string_view::npos ? text->substr(0, close + 1) : std::string_view());
    std::size_t backslashes = std::erase(box, '\\');
    return backslashes != 0 && box.starts_with('[') && box.size() > 2 ? "- " + box + std::string(text->substr(close + 1)) : "";
}

// Mends a box in bold or in code: `- **[x]** Heat`.
std::string mend_marked_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    for (std::string_view mark : {"**", "__", "*", "_", "`"}) {
        std::string_view box = text && text->starts_with(mark) ? text->substr(mark.size()) : std::string_view();
        bool plain = box.size() > 3 && box[0] == '[' && (box[1] == ' ' || is_x(box[1])) && box[2] == ']';
        if (plain && box.substr(3).starts_with(mark)) {
            return box_with(box[1] != ' ', box.substr(3 + mark.size()));
        }
    }
    return "";
}

// Mends brackets that do not fit one another: `- [x} Heat`.
std::string mend_unlike_brackets(std::string_view line) {
    constexpr std::string_view opening = "[({";
    constexpr std::string_view closing = "])}";
    std::optional<std::string_view> text = behind_bullet(line);
    bool box = text && text->size() > 3 && ((*text)[1] == ' ' || is_x((*text)[1]));
    std::size_t open = box ? opening.find((*text)[0]) : std::string_view::npos;
    std::size_t close = box ? closing.find((*text)[2]) : std::string_view::npos;
    bool unlike = open != std::string_view::npos && close != std::string_view::npos && open != close;
    return unlike ? box_with((*text)[1] != ' ', text->substr(3)) : "";
}

// Mends a sign behind the box: `- [x]: Heat`, `- [x]. Heat`.
std::string mend_sign_behind_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::size_t close = text ? text->substr(0, 4).find(']') : std::string_view::npos;
    std::string_view rest = close != std::string_view::npos ? text->substr(close + 1) : std::string_view();
    bool box = close == 2 && text->starts_with('[') && ((*text)[1] == ' ' || is_x((*text)[1]));
    bool sign = rest.size() > 2 && std::string_view(":.,;)").find(rest[0]) != std::string_view::npos && rest[1] == ' ';
    return box && sign ? box_with((*text)[1] != ' ', rest.substr(1)) : "";
}

// Mends the boxes of LiaScript: `[(x)]`, `[[x]]`.
std::string mend_doubled_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::string_view box = text ? *text : line;
    bool doubled =
        box.size() >= 5 && box[0] == '[' && ((box[1] == '(' && box.substr(3, 2) == ")]") || (box[1] == '[' && box.substr(3, 2) == "]]"));
    return doubled && (box[2] == ' ' || is_x(box[2])) ? box_with(box[2] != ' ', box.substr(5)) : "";
}

std::string mend_round_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::optional<BoxAtStart> box = text ? box_at_start(*text, '(', ')') : std::nullopt;
    bool fits = box && (says_ticked(box->inside) || says_empty(box->inside));
    return fits ? box_with(says_ticked(box->inside), box->rest) : "";
}

std::string mend_curly_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::optional<BoxAtStart> curly = text ? box_at_start(*text, '{', '}') : std::nullopt;
    std::optional<BoxAtStart> box = curly || !text ? curly : box_at_start(*text, '<', '>');
    bool fits = box && box->rest.starts_with(' ') && (says_ticked(box->inside) || says_empty(box->inside));
    return fits ? box_with(says_ticked(box->inside), box->rest) : "";
}

std::string mend_empty_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    return text && text->starts_with("[]") ? box_with(false, text->substr(2)) : "";
}

std::string mend_wide_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::optional<BoxAtStart> box = text ? box_at_start(*text, '[', ']') : std::nullopt;
    bool fits =
        box && box->inside.size() > 1 && (trim(box->inside).empty() || (trim(box->inside).size() == 1 && is_x(trim(box->inside)[0])));
    return fits ? box_with(!trim(box->inside).empty(), box->rest) : "";
}

std::string mend_other_tick(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::optional<BoxAtStart> box = text ? box_at_start(*text, '[', ']') : std::nullopt;
    bool ticked = box && is_one_of(box_ticks, trim(box->inside));
    bool empty = box && ((is_one_of(blanks, box->inside) && !trim(box->inside).empty()) || is_one_of(crosses, trim(box->inside)));
    return ticked || empty ? box_with(ticked, box->rest) : "";
}

std::string mend_sign(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::size_t ticked = text ? size_at_start(ticked_signs, *text) : 0;
    std::size_t empty = text ? size_at_start(empty_signs, *text) : 0;
    return ticked + empty != 0 ? box_with(ticked != 0, text->substr(ticked + empty)) : "";
}

std::string mend_space_behind_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::optional<BoxAtStart> box = text ? box_at_start(*text, '[', ']') : std::nullopt;
    bool plain = box && box->inside.size() == 1 && (box->inside[0] == ' ' || is_x(box->inside[0]));
    bool link = plain && !box->rest.empty() && (box->rest[0] == '(' || box->rest[0] == '[' || box->rest[0] == ':');
    return plain && !link && !box->rest.empty() && box->rest[0] != ' ' ? box_with(box->inside[0] != ' ', box->rest) : "";
}

std::string mend_open_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    bool open = text && text->size() > 3 && (*text)[0] == '[' && is_x((*text)[1]) && (*text)[2] == ' ';
    return open ? box_with(true, text->substr(3)) : "";
}

std::string mend_box_at_end(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    bool ends = text && text->size() > 4 && text->ends_with(']') && (*text)[text->size() - 3] == '[' && (*text)[text->size() - 4] == ' ';
    char mark = ends ? (*text)[text->size() - 2] : '\0';
    return mark == ' ' || is_x(mark) ? box_with(mark != ' ', text->substr(0, text->size() - 3)) : "";
}

std::string mend_weight_in_box(std::string_view line) {
    std::optional<std::string_view> text = behind_bullet(line);
    std::optional<BoxAtStart> box = text ? box_at_start(*text, '[', ']') : std::nullopt;
    std::string percent = box && !trim(box->rest).empty() ? percent_written(box->inside) : "";
    bool whole = percent == "100" || percent == "+100";
    return percent.empty() ? "" : box_with(whole, box->rest) + (whole ? "" : " {" + percent + "%}");
}

std::string mend_box_between(std::string_view line, std::string_view open, std::string_view close) {
    std::size_t begin = line.substr(0, 12).find(open);
    std::size_t end = begin != std::string_view::npos ? line.substr(begin, 16).find(close) : begin;
    if (end == std::string_view::npos) {
        return "";
    }
    std::string_view inside = line.substr(begin + open.size(), end - open.size());
    bool box = says_ticked(inside) || trim_wide(inside).empty();
    return box ? std::string(trim_wide(line.substr(0, begin))) + (begin > 0 ? " " : "") + "[" + (says_ticked(inside) ? "x" : " ") + "] " +
                     std::string(trim_wide(line.substr(begin + end + close.size())))
               : "";
}

// Mends full-width signs before the text: `－　［ｘ］　Heat`, `- 【x】 Heat`.
std::string mend_full_width_box(std::string_view line) {
    std::string mended = mend_box_between(line, "［", "］");
    return mended.empty() ? mend_box_between(line, "【", "】") : mended;
}

// Mends full-width spaces: `-　[x]　Heat`.
std::string mend_wide_space(std::string_view line) {
    constexpr std::string_view space = "\u3000";
    std::string mended(line);
    bool changed = false;
    for (std::size_t at = mended.find(space); at < 12; at = mended.find(space)) {
        std::string_view text = mended;
        if (!begins_with_any_box(trim_wide(text.substr(at))) && choice_mark(text.substr(0, at)) == 0) {
            break;
        }
        mended.replace(at, space.size(), " ");
        changed = true;
    }
    return changed ? mended : "";
}

// Habits about boxes, in this order, since each row works on what the one before it left.
constexpr auto box_habits = std::to_array<Habit>({
    {"-　[x] Heat", "- [x] Heat", "the space in it is a full-width one", mend_wide_space},
    {"- ［x］ Heat", "- [x] Heat", "its box has full-width brackets", mend_full_width_box},
    {"- 【x】 Heat", "- [x] Heat", "its box has full-width brackets", mend_full_width_box},
    {"– [x] Heat", "- [x] Heat", "it begins with a long dash, as word processors make it", mend_long_dash},
    {"• [ ] Heat", "- [ ] Heat", "it begins with a bullet that is not `-`", mend_round_bullet},
    {"1. [x] Heat", "- [x] Heat", "it begins with a number or a letter, not with `-`", mend_number},
    {"[x] Heat", "- [x] Heat", "the `-` before its box is missing", mend_missing_dash},
    {"-[x] Heat", "- [x] Heat", "one space belongs between `-` and the box", mend_space_behind_dash},
    {"- \\[x\\] Heat", "- [x] Heat", "its box has backslashes, as some editors put them", mend_escaped_box},
    {"- \\[x] Heat", "- [x] Heat", "its box has backslashes, as some editors put them", mend_escaped_box},
    {"- **[x]** Heat", "- [x] Heat", "no marks belong around its box", mend_marked_box},
    {"- [x} Heat", "- [x] Heat", "the brackets of its box do not fit one another", mend_unlike_brackets},
    {"- [x]: Heat", "- [x] Heat", "nothing but a space belongs behind the box", mend_sign_behind_box},
    {"- [(x)] Heat", "- [x] Heat", "its box has two pairs of brackets", mend_doubled_box},
    {"- (x) Heat", "- [x] Heat", "its box has round brackets", mend_round_box},
    {"- {x} Heat", "- [x] Heat", "its box has no square brackets", mend_curly_box},
    {"- [] Heat", "- [ ] Heat", "its box has no space in it", mend_empty_box},
    {"- [ x ] Heat", "- [x] Heat", "its box has too many spaces in it", mend_wide_box},
    {"- [✓] Heat", "- [x] Heat", "a box holds a letter x or a space", mend_other_tick},
    {"- [✗] Heat", "- [ ] Heat", "a box holds a letter x or a space", mend_other_tick},
    {"- ☑ Heat", "- [x] Heat", "its box is a single sign", mend_sign},
    {"- [x]Heat", "- [x] Heat", "a space belongs behind the box", mend_space_behind_box},
    {"- [x Heat", "- [x] Heat", "its box is not closed", mend_open_box},
    {"- [50%] Heat", "- [ ] Heat {50%}", "its weight is in its box", mend_weight_in_box},
    {"- Heat [x]", "- [x] Heat", "its box is behind the text", mend_box_at_end},
});

bool may_bear_box(std::string_view line) {
    return line.find_first_of("[({<") != std::string_view::npos || line.substr(0, 16).find("［") != std::string_view::npos ||
           line.substr(0, 16).find("【") != std::string_view::npos ||
           std::any_of(ticked_signs.begin(), ticked_signs.end(),
                       [&](std::string_view sign) { return line.substr(0, 16).find(sign) != std::string_view::npos; }) ||
           std::any_of(empty_signs.begin(), empty_signs.end(),
                       [&](std::string_view sign) { return line.substr(0, 16).find(sign) != std::string_view::npos; });
}

}  // namespace

std::span<const Habit> choice_habits() {
    return box_habits;
}

std::optional<NearMiss> near_choice(std::string_view line, bool loosely) {
    if (!may_bear_box(line)) {
        return std::nullopt;
    }
    NearMiss miss{"", std::string(trim(line))};
    if (loosely && miss.corrected.starts_with('(') && begins_with_any_box(miss.corrected)) {
        miss.corrected.insert(0, "- ");
    }
    for (const Habit& habit : box_habits) {
        if (std::string mended = habit.mend(miss.corrected); !mended.empty()) {
            miss.fault += (miss.fault.empty() ? "" : ", and ") + std::string(habit.fault);
            miss.corrected = std::move(mended);
        }
    }
    if (choice_mark(miss.corrected) == 0) {
        return std::nullopt;
    }
    if (miss.fault.empty()) {
        miss.fault = "it does not begin at the margin";
    }
    std::string_view words = std::string_view(miss.corrected).substr(choice_mark(miss.corrected));
    std::optional<SignOfRight> sign = sign_of_right(words);
    bool ticked = miss.corrected[3] != ' ';
    if (sign && sign->kind != SignOfRight::Kind::loose && sign->right == ticked) {
        miss.fault += ", and `" + sign->seen + "` would show pupils the key";
        miss.corrected = box_with(ticked, sign->rest);
    }
    return miss;
}

}  // namespace hornbook
