#include "reading/questions/quiz.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/containers.h"
#include "reading/forms/key_lines.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/near_misses.h"
#include "reading/questions/question.h"

namespace hornbook {
namespace {

bool is_question(const Line& line) {
    return line.text.starts_with("## ") || line.text == "##";
}

// For each line whether it is in code, where `##` begins no question. Comments outside code that begin at the margin are taken out.
std::vector<bool> code_lines(Lines& body) {
    constexpr std::string_view open = "<!--";
    constexpr std::string_view close = "-->";
    auto bears_end = [&](const Line& line) { return line.text.find(close) != std::string_view::npos; };
    auto ends = static_cast<std::size_t>(std::find_if(body.rbegin(), body.rend(), bears_end).base() - body.begin());
    std::vector<bool> code(body.size());
    Fence fence;
    bool in_comment = false;
    for (std::size_t i = 0; i < body.size(); ++i) {
        std::string_view text = body[i].text;
        bool opens = fence.length == 0 && !in_comment && i < ends && indent_of(text) < 4 && trim(text).starts_with(open);
        if (in_comment || opens) {
            std::size_t end = text.find(close, opens ? text.find(open) + open.size() : 0);
            in_comment = end == std::string_view::npos;
            body[i] = part_of(body[i], in_comment ? text.substr(0, 0) : trim(text.substr(end + close.size())));
        }
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

constexpr std::array<std::string_view, 3> quiz_keys = {"title", "id", "script"};

bool is_key_of_quiz(const Line& line) {
    std::optional<KeyLine> found = key_line(line);
    return found && std::find(quiz_keys.begin(), quiz_keys.end(), found->key) != quiz_keys.end();
}

void read_head(ProseReader& reader, const Line& line, Quiz& quiz) {
    std::optional<KeyLine> found = key_line(line);
    if (is_blank(line)) {
        return;
    }
    if (!is_key_of_quiz(line)) {
        std::string_view text = trim(line.text);
        std::string word = fold_case(trim(text.substr(0, std::min(text.find(':'), text.size()))));
        std::string_view near = word.size() < text.size() ? nearest(word, {quiz_keys.begin(), quiz_keys.end()}) : std::string_view();
        reader.diagnostics.add(Mistake::stray_text, place_of(reader.file, line, text), "this text belongs to no question",
                               near.empty()
                                   ? "begin each question with a line `## …`; only `title:`, `id:` and `script:` may come before it"
                                   : "did you mean `" + std::string(near) + ":`?");
        return;
    }
    if (found->key == "title") {
        quiz.title = read_inlines(reader, found->value);
    } else if (found->key == "id") {
        quiz.id = take_id(reader, found->value);
    }
}

// Reports a line that is nearly `## Question`, and returns it as it was meant; none: it is not. surely: only where it can be nothing else.
std::optional<Line> take_near_question(ProseReader& reader, std::span<const Line> lines, bool surely) {
    const Line& line = lines.front();
    std::string_view text = trim(line.text);
    bool wide = text.starts_with("＃＃");  // as Japanese and Chinese keyboards write it
    bool tells_itself = (wide || (text.starts_with("##") && text.size() > 2 && text[2] != '#')) && (indent_of(line.text) < 2 || surely);
    if (!tells_itself && !surely) {
        return std::nullopt;
    }
    std::optional<NearMiss> miss = near_miss(question_habits(), text);
    miss = miss || !surely ? miss : numbered_question(line.text, lines.subspan(1));
    if (!miss && tells_itself) {
        miss = {"it does not begin at the margin", std::string(text)};
    }
    if (!miss) {
        return std::nullopt;
    }
    reader.diagnostics.add(Mistake::nearly_a_question, place_of(reader.file, line, text), "this is nearly a question: " + miss->fault,
                           "write `" + miss->corrected + "`");
    std::string_view made = reader.scratch.made.emplace_back(std::move(miss->corrected));
    return Line{made, line.number, line.column};
}

}  // namespace

Quiz read_quiz(ProseReader& reader, const Lines& lines, Place fence) {
    Quiz quiz;
    quiz.place = fence;
    Lines body = lines;
    std::vector<bool> code = code_lines(body);
    auto begins = [&](std::size_t line, bool surely) {
        if (!code[line] && !is_question(body[line])) {
            body[line] = take_near_question(reader, std::span(body).subspan(line), surely).value_or(body[line]);
        }
        return !code[line] && is_question(body[line]);
    };
    std::size_t at = 0;
    for (; at < body.size() && (is_key_of_quiz(body[at]) || !begins(at, true)); ++at) {
        read_head(reader, body[at], quiz);
    }
    std::size_t end = at;  // of the lines up to the next one that surely begins a question
    while (at < body.size()) {
        if (!begins(at, true)) {  // in code behind the answers
            read_head(reader, body[at++], quiz);
            continue;
        }
        end = std::max(end, at + 1);
        while (end < body.size() && !begins(end, false)) {
            ++end;
        }
        std::size_t taken = 0;
        quiz.questions.push_back(read_question(reader, std::span(body).subspan(at, end - at), taken));
        at += taken;
    }
    if (quiz.questions.empty()) {
        reader.diagnostics.add(Mistake::empty_quiz, fence, "this quiz has no question", "begin each question with a line `## …`");
    }
    return quiz;
}

}  // namespace hornbook
