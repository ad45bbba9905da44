#include "reading/questions/quiz.h"

#include <algorithm>
#include <array>

#include "base/mistakes.h"
#include "base/text.h"
#include "reading/forms/containers.h"
#include "reading/forms/key_lines.h"
#include "reading/questions/question.h"

namespace hornbook {
namespace {

bool is_question(const Line& line) {
    return line.text.starts_with("## ") || line.text == "##";
}

// Which lines stand in code: `##` there begins no question.
std::vector<bool> code_lines(const Lines& body) {
    std::vector<bool> code(body.size());
    Fence fence;
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (fence.length == 0) {
            is_opening_fence(body[i].text, fence);
            code[i] = fence.length != 0;
        } else {
            code[i] = true;
            fence = is_closing_fence(body[i].text, fence) ? Fence{} : fence;
        }
    }
    return code;
}

void read_head(ProseReader& reader, const Line& line, Quiz& quiz) {
    constexpr std::array<std::string_view, 3> keys = {"title", "id", "script"};
    std::optional<KeyLine> found = key_line(line);
    if (is_blank(line)) {
        return;
    }
    if (!found || std::find(keys.begin(), keys.end(), found->key) == keys.end()) {
        std::string_view text = trim(line.text);
        std::string_view near = found ? nearest(found->key, {keys.begin(), keys.end()}) : std::string_view();
        reader.diagnostics.add(Mistake::stray_text, place_of(reader.file, line, text), "this text belongs to no question",
                               near.empty() ? "begin each question with a line `## …`; before it stand only `title:`, `id:` and `script:`"
                                            : "did you mean `" + std::string(near) + ":`?");
        return;
    }
    if (found->key == "title") {
        quiz.title = read_inlines(reader, found->value);
    } else if (found->key == "id") {
        quiz.id = take_id(reader, found->value);
    }
}

}  // namespace

Quiz read_quiz(ProseReader& reader, const Lines& body, Place fence) {
    Quiz quiz;
    quiz.place = fence;
    std::vector<bool> code = code_lines(body);
    std::size_t at = 0;
    for (; at < body.size() && !is_question(body[at]); ++at) {
        read_head(reader, body[at], quiz);
    }
    while (at < body.size()) {
        std::size_t end = at + 1;
        while (end < body.size() && (code[end] || !is_question(body[end]))) {
            ++end;
        }
        auto begin = body.begin() + static_cast<std::ptrdiff_t>(at);
        quiz.questions.push_back(read_question(reader, Lines(begin, begin + static_cast<std::ptrdiff_t>(end - at))));
        at = end;
    }
    if (quiz.questions.empty()) {
        reader.diagnostics.add(Mistake::empty_quiz, fence, "this quiz has no question", "begin each question with a line `## …`");
    }
    return quiz;
}

}  // namespace hornbook
