// Near misses of pairs, steps, accepted answers and questions.
#include "reading/questions/near_misses.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

std::size_t digits_in(std::string_view text) {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_ascii_digit) - text.begin());
}

bool has_bullet(std::string_view line) {
    return without_bullet(line).size() != line.size();
}

std::string pair_from(std::string_view line, std::string_view sign) {
    std::string_view text = without_bullet(line);
    std::size_t at = text.find(sign);
    if (at == std::string_view::npos) {
        return "";
    }
    std::string left(trim_wide(text.substr(0, at)));
    std::string right(trim_wide(text.substr(at + sign.size())));
    return right.empty() ? "" : "- " + left + (left.empty() ? "" : " ") + "-> " + right;
}

std::string mend_arrow(std::string_view line) {
    for (std::string_view sign :
         {"→",     "⟶",      "⇒",    "➔",    "➜",    "➡",    "↔",   "⟷",   "⇔",   "–>",  "—>", "&rarr;", "&rArr;", "-&gt;",
          "=&gt;", "\\-\\>", "-\\>", "\\->", "<-->", "--->", "-->", "<=>", "==>", "=>>", "=>", "<->",    "->>",    "->"}) {
        if (std::string pair = pair_from(line, sign); !pair.empty()) {
            return pair;
        }
    }
    return "";
}

// Mends another sign between the sides of a pair, `- left = right`; only behind a bullet, since prose has these signs too.
std::string mend_separator(std::string_view line) {
    if (!has_bullet(line)) {
        return "";
    }
    for (std::string_view sign : {" = ", " – ", " — ", " -- ", " - ", " | ", " / ", " >> ", " » ", " ... ", " … ", ": ", "\t"}) {
        if (std::string pair = pair_from(line, sign); !pair.empty()) {
            return pair;
        }
    }
    return "";
}

// Mends `-dog -> animal`. `-5 -> cold` lacks its bullet, and `*dog* -> animal` too.
std::string mend_bullet_without_space(std::string_view line) {
    bool bullet = line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+' || line.starts_with("•") || line.starts_with("–"));
    std::size_t size = bullet && static_cast<unsigned char>(line[0]) < 0x80 ? 1 : 3;
    std::string_view text = bullet ? line.substr(size) : std::string_view();
    bool fits = !text.empty() && text[0] != ' ' && text[0] != line[0] && text[0] != '>' && !is_ascii_digit(text[0]) &&
                (line[0] != '*' || text.substr(0, text.find(" -> ")).find('*') == std::string_view::npos);
    return fits && text.find(" -> ") != std::string_view::npos ? "- " + std::string(text) : "";
}

// Mends an arrow that breaks in two: `- rose - > plant`.
std::string mend_broken_arrow(std::string_view line) {
    for (std::string_view sign : {" - > ", " – > ", " — > ", " -- > ", " = > ", " - &gt; "}) {
        if (std::string pair = has_bullet(line) ? pair_from(line, sign) : ""; !pair.empty()) {
            return pair;
        }
    }
    return "";
}

constexpr auto of_pairs = std::to_array<Habit>({
    {"-Kirov -> Leningrad", "- Kirov -> Leningrad", "a space belongs behind the `-`", mend_bullet_without_space},
    {"- Kirov - > Leningrad", "- Kirov -> Leningrad", "no space belongs within the arrow", mend_broken_arrow},
    {"- Kirov → Leningrad", "- Kirov -> Leningrad", "the arrow of a pair is ` -> `, with a space on both sides", mend_arrow},
    {"- Kirov: Leningrad", "- Kirov -> Leningrad", "the two sides of a pair are divided by ` -> `", mend_separator},
});

// A full-width sign that Japanese and Chinese keyboards write at the beginning of a line, and the plain one.
struct WideSign {
    std::string_view wide;
    std::string_view plain;
};
constexpr auto wide_signs = std::to_array<WideSign>({{"＝", "="},
                                                     {"＃", "#"},
                                                     {"．", "."},
                                                     {"）", ")"},
                                                     {"［", "["},
                                                     {"］", "]"},
                                                     {"｜", "|"},
                                                     {"\u3000", " "},
                                                     {"０", "0"},
                                                     {"１", "1"},
                                                     {"２", "2"},
                                                     {"３", "3"},
                                                     {"４", "4"},
                                                     {"５", "5"},
                                                     {"６", "6"},
                                                     {"７", "7"},
                                                     {"８", "8"},
                                                     {"９", "9"}});

// The full-width sign at the beginning of the text; its row is empty where there is none.
WideSign wide_sign_at(std::string_view text) {
    const auto* row = std::find_if(wide_signs.begin(), wide_signs.end(), [&](const WideSign& sign) { return text.starts_with(sign.wide); });
    return row != wide_signs.end() ? *row : WideSign{};
}

// Takes full-width signs such as `＃＃` off the beginning of the line, and returns the plain ones; empty: there are none.
std::string plain_start(std::string_view& line) {
    std::string plain;
    for (WideSign sign = wide_sign_at(line); !sign.wide.empty(); sign = wide_sign_at(line)) {
        plain += sign.plain;
        line.remove_prefix(sign.wide.size());
    }
    line = trim(line);
    return std::string(trim(plain));
}

std::string step(std::string_view number, std::string_view text) {
    return trim(text).empty() ? "" : std::string(number) + ". " + std::string(trim(text));
}

std::string mend_step_without_space(std::string_view line) {
    std::size_t size = digits_in(line);
    bool fits = size > 0 && size < 4 && size + 1 < line.size() && (line[size] == '.' || line[size] == ')') && line[size + 1] != ' ' &&
                !is_ascii_digit(line[size + 1]);
    return fits ? step(line.substr(0, size), line.substr(size + 1)) : "";
}

std::string mend_step_with_space(std::string_view line) {
    std::size_t size = digits_in(line);
    bool fits = size > 0 && size < 4 && line.size() > size + 2 && line[size] == ' ' && (line[size + 1] == '.' || line[size + 1] == ')');
    return fits ? step(line.substr(0, size), line.substr(size + 2)) : "";
}

std::string mend_step_in_brackets(std::string_view line) {
    std::size_t size = line.starts_with('(') ? digits_in(line.substr(1)) : 0;
    bool fits = size > 0 && size < 4 && line.substr(size + 1).starts_with(')');
    return fits ? step(line.substr(1, size), line.substr(size + 2)) : "";
}

std::string mend_step_with_other_mark(std::string_view line) {
    std::size_t size = digits_in(line);
    std::string_view rest = line.substr(size);
    for (std::string_view sign : {":", "-", " -", "–", " –", "/", ".-", "°", "º"}) {
        if (size > 0 && size < 4 && rest.starts_with(sign) && rest.substr(sign.size()).starts_with(' ')) {
            return step(line.substr(0, size), rest.substr(sign.size()));
        }
    }
    return "";
}

std::string mend_circled_number(std::string_view line) {
    constexpr std::string_view first = "①";  // U+2460; the last of the row is ⑳
    if (line.size() < 4 || !line.starts_with(first.substr(0, 2))) {
        return "";
    }
    int number = static_cast<unsigned char>(line[2]) - 0xA0 + 1;
    return number >= 1 && number <= 20 ? step(std::to_string(number), line.substr(3)) : "";
}

std::string mend_wide_number(std::string_view line) {
    std::string_view rest = line;
    std::string plain = plain_start(rest);
    std::size_t size = digits_in(plain);
    bool marked = size > 0 && size < 4 && size + 1 == plain.size() && (plain[size] == '.' || plain[size] == ')');
    bool digits = !marked && size > 0 && size < 4 && size == plain.size();
    for (std::string_view mark : {"、", ".", ")"}) {
        if (digits && rest.starts_with(mark)) {
            return step(plain, rest.substr(mark.size()));
        }
    }
    constexpr std::string_view wide_space = "\u3000";
    marked = marked || (digits && line.substr(0, static_cast<std::size_t>(rest.data() - line.data())).ends_with(wide_space));
    return marked ? step(std::string_view(plain).substr(0, size), rest) : "";
}

constexpr auto of_order = std::to_array<Habit>({
    {"１．Murder of Kirov", "1. Murder of Kirov", "its number is of full-width signs", mend_wide_number},
    {"1.Murder of Kirov", "1. Murder of Kirov", "a space belongs behind the number's full stop", mend_step_without_space},
    {"1 . Murder of Kirov", "1. Murder of Kirov", "no space belongs between the number and its full stop", mend_step_with_space},
    {"(1) Murder of Kirov", "1. Murder of Kirov", "the number of a step has a full stop and no brackets", mend_step_in_brackets},
    {"1: Murder of Kirov", "1. Murder of Kirov", "the number of a step has a full stop", mend_step_with_other_mark},
    {"① Murder of Kirov", "1. Murder of Kirov", "the number of a step is an ordinary one", mend_circled_number},
});

std::string mend_equals_sign(std::string_view line) {
    std::size_t end = line.find_first_not_of('=');
    bool fits = end != std::string_view::npos && end > 0 && end <= 2 && !(end == 1 && line[1] == ' ') && line[end] != '>';
    return fits ? "= " + std::string(trim(line.substr(end))) : "";
}

std::string mend_word_for_answer(std::string_view line) {
    constexpr auto words =
        std::to_array<std::string_view>({"answer", "answers", "correct answer", "right answer", "ans", "solution", "antwort", "lösung",
                                         "réponse", "respuesta", "resposta", "risposta", "antwoord", "svar", "odpowiedź", "ответ"});
    std::size_t end = std::min(line.find_first_of(":="), line.size());
    std::string word = end < 40 ? fold_case(trim(line.substr(0, end))) : "";
    bool fits = end + 1 < line.size() && std::find(words.begin(), words.end(), word) != words.end();
    return fits && !trim(line.substr(end + 1)).empty() ? "= " + std::string(trim(line.substr(end + 1))) : "";
}

std::string mend_wide_equals_sign(std::string_view line) {
    std::string_view rest = line;
    return line.starts_with("＝") && plain_start(rest) == "=" && !rest.empty() ? "= " + std::string(rest) : "";
}

// The text behind signs such as `- ` or `> ` that stand before a `=`; empty: there are none.
std::string_view behind_sign_before_equals(std::string_view line) {
    std::string_view text = without_bullet(line);
    bool bold = line.size() > 5 && line.starts_with("**") && line.ends_with("**");
    text = line.starts_with('>') ? trim(line.substr(1)) : bold ? line.substr(2, line.size() - 4) : text;
    return text.size() != line.size() && text.starts_with("= ") ? trim(text.substr(2)) : std::string_view();
}

std::string mend_sign_before_equals(std::string_view line) {
    std::string_view text = behind_sign_before_equals(line);
    return text.empty() ? "" : "= " + std::string(text);
}

std::string mend_arrow_for_equals(std::string_view line) {
    for (std::string_view sign : {"=>", "==>", "⇒"}) {
        if (std::string_view text = line.starts_with(sign) ? trim(line.substr(sign.size())) : std::string_view(); !text.empty()) {
            return "= " + std::string(text);
        }
    }
    return "";
}

constexpr auto of_accepted = std::to_array<Habit>({
    {"- = 1938", "= 1938", "an accepted answer begins with `= ` and nothing before it", mend_sign_before_equals},
    {"=> 1938", "= 1938", "an accepted answer begins with `= `, not with an arrow", mend_arrow_for_equals},
    {"＝ 1938", "= 1938", "its `=` is a full-width sign", mend_wide_equals_sign},
    {"=1938", "= 1938", "one `=` and a space begin an accepted answer", mend_equals_sign},
    {"Answer: 1938", "= 1938", "an accepted answer begins with `= `, not with a word", mend_word_for_answer},
});

bool ends_with_question_mark(std::string_view text) {
    for (std::string_view mark : {"?", "？", "؟"}) {
        if (text.ends_with(mark)) {
            return true;
        }
    }
    return false;
}

std::string heading(std::string_view text) {
    return trim(text).empty() ? "" : "## " + std::string(trim(text));
}

std::string mend_heading_without_space(std::string_view line) {
    bool fits = line.size() > 2 && line.starts_with("##") && line[2] != '#' && line[2] != ' ';
    return fits ? heading(line.substr(2)) : "";
}

std::string mend_heading_level(std::string_view line) {
    std::size_t marks = std::min(line.find_first_not_of('#'), line.size());
    bool fits = marks > 0 && marks != 2 && marks <= 6 && line.substr(marks).starts_with(' ');
    return fits ? heading(line.substr(marks)) : "";
}

std::string mend_bold_question(std::string_view line) {
    bool bold = line.size() > 4 && line.starts_with("**") && line.ends_with("**") && line.find("**", 2) == line.size() - 2;
    return bold ? heading(line.substr(2, line.size() - 4)) : "";
}

std::string mend_word_for_question(std::string_view line) {
    constexpr auto words =
        std::to_array<std::string_view>({"question", "q", "frage", "pregunta", "domanda", "pergunta", "questão", "vraag", "fråga",
                                         "spørsmål", "spørgsmål", "pytanie", "вопрос", "питання", "soru", "otázka"});
    std::size_t end = std::min(line.find_first_of(":.)"), line.size());
    std::string word = end < 40 ? fold_case(trim(line.substr(0, end))) : "";
    word.erase(std::min(word.find_last_not_of("0123456789 #") + 1, word.size()));
    bool fits = end < line.size() && std::find(words.begin(), words.end(), word) != words.end();
    return fits ? heading(line.substr(end + 1)) : "";
}

std::string mend_numbered_question(std::string_view line) {
    std::size_t size = digits_in(line);
    bool fits = size > 0 && size < 4 && size < line.size() && (line[size] == '.' || line[size] == ')') && ends_with_question_mark(line);
    return fits ? heading(line.substr(size + 1)) : "";
}

std::string mend_wide_marks(std::string_view line) {
    std::string_view rest = line;
    return line.starts_with("＃＃") && plain_start(rest).find_first_not_of('#') == std::string::npos ? heading(rest) : "";
}

std::string mend_bare_question(std::string_view line) {
    constexpr std::string_view of_other_forms = "-*+>=#[(|`~<";
    bool fits = ends_with_question_mark(line) && of_other_forms.find(line[0]) == std::string_view::npos;
    return fits ? heading(line) : "";
}

constexpr auto of_questions = std::to_array<Habit>({
    {"##What drives evaporation?", "## What drives evaporation?", "a space belongs behind `##`", mend_heading_without_space},
    {"＃＃ What drives evaporation?", "## What drives evaporation?", "its `##` are full-width signs", mend_wide_marks},
    {"### What drives evaporation?", "## What drives evaporation?", "a question begins with two `#`", mend_heading_level},
    {"**What drives evaporation?**", "## What drives evaporation?", "a question begins with `## ` and is not in bold", mend_bold_question},
    {"Question 1: What drives evaporation?", "## What drives evaporation?", "a question begins with `## `, not with a word",
     mend_word_for_question},
    {"1. What drives evaporation?", "## What drives evaporation?", "a question begins with `## `, not with a number",
     mend_numbered_question},
    {"What drives evaporation?", "## What drives evaporation?", "a question begins with `## `", mend_bare_question},
});

}  // namespace

std::string_view without_bullet(std::string_view line) {
    for (std::string_view sign : {"-", "*", "+", "–", "—", "•", "·"}) {
        if (line.starts_with(sign) && line.substr(sign.size()).starts_with(' ')) {
            return trim(line.substr(sign.size()));
        }
    }
    return line;
}

std::string_view trim_wide(std::string_view text) {
    constexpr std::string_view space = "\u3000";
    for (text = trim(text); text.starts_with(space); text = trim(text)) {
        text.remove_prefix(space.size());
    }
    for (; text.ends_with(space); text = trim(text)) {
        text.remove_suffix(space.size());
    }
    return text;
}

std::span<const Habit> pair_habits() {
    return of_pairs;
}
std::span<const Habit> order_habits() {
    return of_order;
}
std::span<const Habit> accepted_habits() {
    return of_accepted;
}
std::span<const Habit> question_habits() {
    return of_questions;
}

std::optional<NearMiss> near_miss(std::span<const Habit> habits, std::string_view line) {
    std::string_view text = trim(line);
    if (text.empty()) {
        return std::nullopt;
    }
    for (const Habit& habit : habits) {
        if (std::string mended = habit.mend(text); !mended.empty()) {
            return NearMiss{std::string(habit.fault), std::move(mended)};
        }
    }
    return std::nullopt;
}

}  // namespace hornbook
