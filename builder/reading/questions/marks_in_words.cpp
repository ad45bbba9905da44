#include "reading/questions/marks_in_words.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/language_tag.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "reading/forms/containers.h"

namespace hornbook {
namespace {

struct MarkUnit {
    std::string_view name;      // folded
    std::string_view language;  // empty: in whatever book
};
// Minutes are written as one sign with marks in Japanese, not so in Chinese.
constexpr auto mark_units = std::to_array<MarkUnit>({
    {"mark", ""},    {"marks", ""},  {"point", ""},   {"points", ""},    {"pt", ""},    {"pts", ""},    {"pt.", ""},
    {"pts.", ""},    {"punkt", ""},  {"punkte", ""},  {"punkten", ""},   {"punto", ""}, {"puntos", ""}, {"punti", ""},
    {"ponto", ""},   {"pontos", ""}, {"valor", "pt"}, {"valores", "pt"}, {"punt", ""},  {"punten", ""}, {"punkty", ""},
    {"punktów", ""}, {"pkt", ""},    {"pkt.", ""},    {"балл", ""},      {"балла", ""}, {"баллов", ""}, {"баллы", ""},
    {"бал", ""},     {"бали", ""},   {"балів", ""},   {"бала", ""},      {"puan", ""},  {"درجة", ""},   {"درجات", ""},
    {"נקודה", ""},   {"נקודות", ""}, {"अंक", ""},      {"点", ""},        {"點", ""},    {"分", "zh"},
});
struct MarkBrackets {
    std::string_view open;
    std::string_view close;
};
constexpr auto mark_brackets = std::to_array<MarkBrackets>({{"(", ")"}, {"[", "]"}, {"{", "}"}, {"（", "）"}, {"［", "］"}, {"【", "】"}});
constexpr std::string_view emphasis_signs = "*_";

bool is_mark_unit(std::string_view text, std::string_view language) {
    std::string name = fold_case(trim(text));
    return std::any_of(mark_units.begin(), mark_units.end(), [&](const MarkUnit& unit) {
        return unit.name == name && (unit.language.empty() || unit.language == first_subtag(language));
    });
}

bool is_plain_number(std::string_view text) {
    constexpr std::size_t longest = 6;
    return !text.empty() && text.size() <= longest && is_ascii_digit(text.front()) && is_ascii_digit(text.back()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; });
}

// `3 marks` or `Marks: 3`.
std::string_view number_of_marks(std::string_view text, std::string_view language) {
    text = trim(text);
    std::size_t digits = std::min(text.find_first_not_of("0123456789.,"), text.size());
    if (is_plain_number(text.substr(0, digits)) && is_mark_unit(text.substr(digits), language)) {
        return text.substr(0, digits);
    }
    std::size_t begin = text.find_last_not_of("0123456789.,") + 1;
    std::string_view unit = trim(text.substr(0, begin));
    unit = unit.ends_with(':') ? unit.substr(0, unit.size() - 1) : unit;
    return is_plain_number(text.substr(begin)) && is_mark_unit(unit, language) ? text.substr(begin) : std::string_view();
}

bool is_of_prose(std::string_view text) {
    Fence fence;
    return indent_of(text) < 4 && !text.starts_with('|') && !text.starts_with('>') && !is_opening_fence(text, fence);
}

// The title, or else the last line of the text, since a question may go on over several.
Line* last_line_of_question(QuestionDraft& draft) {
    auto last = std::find_if_not(draft.stimulus.rbegin(), draft.stimulus.rend(), is_blank);
    return last == draft.stimulus.rend() ? nullptr : &*last;
}

bool has_code_fence(const Lines& lines) {
    Fence fence;
    return std::any_of(lines.begin(), lines.end(), [&](const Line& line) { return is_opening_fence(line.text, fence); });
}

// The line without them; what it was, where it has none.
std::string_view without_marks_in_words(std::string_view text, const MarksInWords& found) {
    std::string_view rest = text.substr(0, found.begin);
    return rest.substr(0, rest.find_last_not_of(" \t") + 1);
}

}  // namespace

MarksInWords marks_in_words(std::string_view text, std::string_view language) {
    constexpr std::size_t longest = 60;
    std::size_t size = text.find_last_not_of(" \t.") + 1;
    std::size_t signs = size - (text.substr(0, size).find_last_not_of(emphasis_signs) + 1);
    std::string_view body = text.substr(0, size - signs);
    for (const MarkBrackets& pair : mark_brackets) {
        std::size_t open = body.ends_with(pair.close) ? body.rfind(pair.open) : std::string_view::npos;
        if (open == std::string_view::npos || body.size() - open > longest) {
            continue;
        }
        std::size_t begin = open + pair.open.size();
        std::string_view number = number_of_marks(body.substr(begin, body.size() - pair.close.size() - begin), language);
        bool matched = signs <= open && body.substr(open - signs, signs) == text.substr(size - signs, signs);
        if (!number.empty() && matched) {
            return {number, open - signs};
        }
    }
    return {};
}

void take_marks_in_words(ProseReader& reader, QuestionDraft& draft, std::map<std::string, Lines, std::less<>>& values) {
    MarksInWords found = marks_in_words(draft.title.text, reader.language);
    Line* line = &draft.title;
    if (Line* last = last_line_of_question(draft);
        found.number.empty() && last != nullptr && is_of_prose(last->text) && !has_code_fence(draft.stimulus)) {
        found = marks_in_words(last->text, reader.language);
        line = last;
    }
    std::string_view rest = without_marks_in_words(line->text, found);
    if (found.number.empty() || (line == &draft.title && rest.empty())) {
        return;
    }
    Line number = part_of(*line, found.number);
    auto [known, is_new] = values.try_emplace("marks", Lines{number});
    if (!is_new && trim(known->second.front().text) != found.number) {
        reader.diagnostics.add(Mistake::repeated_key, place_of(reader.file, number, found.number),
                               "this question has `marks: " + std::string(trim(known->second.front().text)) + "`, too",
                               "keep one of the two");
    }
    if (line == &draft.title) {
        draft.heading.text = draft.heading.text.substr(0, draft.heading.text.find(draft.title.text) + rest.size());
    }
    *line = part_of(*line, rest);
}

}  // namespace hornbook
