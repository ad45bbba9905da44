#include "importing/markdown/kept_words.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/text.h"
#include "reading/questions/bare_marks.h"
#include "reading/questions/mark_phrases.h"
#include "reading/questions/marks_in_words.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/signs_of_right.h"
#include "reading/questions/worths.h"

namespace hornbook::markdown {
namespace {

constexpr std::size_t none_at = std::string_view::npos;
constexpr std::size_t most_pieces = 8;  // in one line
constexpr std::string_view empty_comment = "<!-- -->";

// Breaks up the piece of a line: a backslash before its first bracket, or else a comment before its last word or sign.
void break_up(std::string& line, std::size_t begin, std::size_t end) {
    std::size_t bracket = line.find_first_of("([{", begin);
    if (bracket < end && (bracket == 0 || line[bracket - 1] != '\\')) {
        line.insert(bracket, "\\");
        return;
    }
    std::size_t space = line.find_last_of(' ', end - 1);
    std::size_t at = space != none_at && space > begin ? space : end - 1;
    while (at > begin && (static_cast<unsigned char>(line[at]) & 0xC0U) == 0x80) {
        --at;
    }
    line.insert(at, empty_comment);
}

void refer_to_first(std::string& words) {
    std::size_t size = 0;
    char32_t first = next_code_point(words, size);
    words.replace(0, size, "&#" + std::to_string(static_cast<std::uint32_t>(first)) + ";");
}

// Breaks up a piece at the end or the beginning of the words: a backslash before its bracket, else a comment behind it at the end, or a
// reference for its first sign.
void break_up_edge(std::string& words, std::string_view seen) {
    bool at_end = words.ends_with(seen);
    std::size_t at = at_end ? words.size() - seen.size() : 0;
    bool escaped = at > 0 && words[at - 1] == '\\';
    if (!escaped && std::string_view("({[").find(words[at]) != none_at) {
        words.insert(at, "\\");
    } else if (at_end) {
        words += empty_comment;
    } else {
        refer_to_first(words);
    }
}

}  // namespace

std::string without_marks(std::string line, bool in_text) {
    for (std::size_t i = 0; i < most_pieces; ++i) {
        MarksInWords found = marks_in_words(line, any_language, !in_text);
        if (!found.stands_there()) {
            break;
        }
        break_up(line, found.begin, found.end);
    }
    if (BareMarks bare = bare_marks(line); !bare.seen.empty()) {
        std::size_t begin = line.rfind(bare.seen);
        std::size_t sign = std::min(line.find_first_of("([{/", begin), line.size());
        line.insert(sign, "\\");
    }
    return line;
}

std::string without_box(std::string line, std::string_view mark) {
    bool begins_with_sign = !line.empty() && (static_cast<unsigned char>(line.front()) & 0x80U) != 0;
    if (begins_with_sign && near_choice(std::string(mark) + line, false)) {
        refer_to_first(line);
    }
    return line;
}

std::string without_key(std::string words) {
    for (std::size_t i = 0; i < most_pieces; ++i) {
        if (std::optional<Worth> worth = worth_in(words, any_language)) {
            break_up_edge(words, worth->seen);
        } else if (std::optional<SignOfRight> sign = sign_of_right(words)) {
            break_up_edge(words, sign->seen);
        } else {
            break;
        }
    }
    return words;
}

void keep_from_pairs(std::vector<std::string>& steps) {
    std::vector<std::size_t> arrows;
    for (const std::string& step : steps) {
        std::size_t first = none_at;
        for (std::string_view arrow : {" → ", " => ", " --> ", " ⇒ ", " ⟶ ", " ➔ "}) {
            first = std::min(first, step.find(arrow));
        }
        arrows.push_back(first);
    }
    if (!steps.empty() && std::find(arrows.begin(), arrows.end(), none_at) == arrows.end()) {
        steps.front().insert(arrows.front() + 1, empty_comment);
    }
}

bool may_be_key(std::string_view answer) {
    bool range = false;
    for (std::string_view sign : {"..", "…", "±", "+-", "+/-"}) {
        range = range || answer.find(sign) != none_at;
    }
    bool digit = std::any_of(answer.begin(), answer.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool other_digit = std::any_of(answer.begin(), answer.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
    bool braces = answer.ends_with('}') && answer.find('{') != none_at;
    std::optional<SignOfRight> sign = sign_of_right(answer);
    bool says_right = sign && (sign->kind == SignOfRight::Kind::word || sign->kind == SignOfRight::Kind::tick);
    return (range && (digit || other_digit)) || braces || says_right || worth_in(answer, any_language);
}

}  // namespace hornbook::markdown
