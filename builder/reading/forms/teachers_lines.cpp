#include "reading/forms/teachers_lines.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "reading/forms/callout_words.h"

namespace hornbook {
namespace {

// The text without `- ` or `1. ` before a quotation in a list.
std::string_view without_item_mark(std::string_view text) {
    std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    bool bullet = !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    std::size_t size = number ? digits + 1 : bullet ? 1 : 0;
    return size > 0 && text.substr(size).starts_with(' ') ? trim(text.substr(size)) : text;
}

// Takes the marks of quotations off the line in `text`; returns their number.
std::size_t take_quotation_marks(std::string_view& text) {
    std::size_t depth = 0;
    text = without_item_mark(trim(text));
    while (text.starts_with('>')) {
        text = without_item_mark(trim(text.substr(1)));
        ++depth;
    }
    return depth;
}

// Words for teachers, folded; each may be a part of a longer word.
constexpr std::array<std::string_view, 30> words_for_teachers = {
    "teacher",   "instructor", "lehrer", "lehrkraft", "lehrkräfte", "lehrpersonen", "enseignant", "professeur", "profesor", "maestro",
    "professor", "insegnant",  "leraar", "leraren",   "docent",     "nauczyciel",   "öğretmen",   "учител",     "вчител",   "معلم",
    "מורה",      "מורים",      "教师",   "教師",      "老师",       "老師",         "教員",       "先生",       "शिक्षक",    "अध्यापक"};
constexpr std::array<std::string_view, 8> words_for_pupils = {"pupil", "student", "learner", "schüler", "élève", "alumn", "учени", "学生"};

}  // namespace

void note_teachers_lines(ProseReader& reader, std::uint32_t first, std::uint32_t last) {
    reader.scratch.teachers_lines.resize(std::max<std::size_t>(reader.scratch.teachers_lines.size(), last + std::size_t{1}));
    std::fill(reader.scratch.teachers_lines.begin() + first, reader.scratch.teachers_lines.begin() + last + 1, true);
}

void note_teachers_quotations(ProseReader& reader, const Lines& lines) {
    std::size_t open = 0;  // quotations around what is for teachers; 0: nothing is
    for (const Line& line : lines) {
        std::string_view text = line.text;
        std::size_t depth = take_quotation_marks(text);
        open = depth < open ? 0 : open;
        open = open == 0 && depth > 0 && begins_teachers_callout(text) ? depth : open;
        if (open > 0) {
            note_teachers_lines(reader, line.number, line.number);
        }
    }
}

bool is_for_teachers(const ProseReader& reader, std::uint32_t line) {
    return line < reader.scratch.teachers_lines.size() && reader.scratch.teachers_lines[line];
}

bool is_word_for_teachers(std::string_view callout) {
    const CalloutWord* word = find_callout_word(callout);
    return word != nullptr && word->kind == CalloutKind::teacher;
}

bool names_teachers(std::string_view words) {
    std::string folded = fold_case(words);
    auto speaks_of = [&](std::string_view name) { return folded.find(name) != npos; };
    std::string letters;
    std::copy_if(folded.begin(), folded.end(), std::back_inserter(letters), [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
    bool nearly = letters.starts_with('t') && !nearest(trim(letters), {"teacher", "teachers"}).empty();
    return (nearly || std::any_of(words_for_teachers.begin(), words_for_teachers.end(), speaks_of)) &&
           std::none_of(words_for_pupils.begin(), words_for_pupils.end(), speaks_of);
}

bool begins_teachers_callout(std::string_view text) {
    std::size_t end = text.starts_with("[!") ? text.find(']') : npos;
    std::string_view word = end == npos ? std::string_view() : text.substr(2, end - 2);
    return is_word_for_teachers(word.substr(0, word.find('|')));  // `[!teacher|wide]` of a vault
}

}  // namespace hornbook
