#include "reading/forms/unclosed_quiz.h"

#include <algorithm>

#include "base/text.h"
#include "reading/forms/key_lines.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/question.h"

namespace hornbook {
namespace {

bool is_answer_line(std::string_view line) {
    std::string_view text = trim(line);
    bool mark =
        choice_mark(text) != 0 || accepted_mark(text) != 0 || pair_mark(text) != 0 || order_mark(text) != 0 || written_mark(text) != 0;
    return mark && indent_of(line) < 4;
}

bool belongs_to_answers(const Line& line, std::string_view form) {
    std::string_view text = trim(line.text);
    if (form != "quiz") {
        return text.ends_with('}') || text.starts_with("ANSWER:");
    }
    std::optional<KeyLine> key = key_line(line);
    std::span<const std::string_view> keys = keys_of_questions();
    return is_answer_line(text) || text.starts_with('>') || (key && std::find(keys.begin(), keys.end(), key->key) != keys.end());
}

// Of the line behind the last answer and what goes on with it: there the chapter's own text may stand.
std::size_t end_of_answers(std::span<const Line> lines, std::size_t end, std::string_view form) {
    std::size_t at = end;
    while (at > 1 && !belongs_to_answers(lines[at - 1], form)) {
        --at;
    }
    if (at == 1) {
        return end;
    }
    while (at < end && !is_blank(lines[at])) {
        ++at;
    }
    return at;
}

// A fence without a name that cannot close the quiz: of the other sign, or too short.
bool closes_otherwise(std::string_view text, const Fence& opening) {
    std::string_view mark = trim(text);
    bool fence = mark.size() > 2 && (mark[0] == '`' || mark[0] == '~') && mark.find_first_not_of(mark[0]) == npos && indent_of(text) < 4;
    return fence && !is_closing_fence(text, opening);
}

// Where a quiz ends that was closed by the wrong fence: no answer stands behind it, and such fences behind it come in pairs, as those of
// code do.
class WrongEnd {
public:
    explicit WrongEnd(std::string_view form) : form_(form) {}
    void take(std::size_t at, const Line& line, const Fence& opening, bool answered) {
        Fence fence;
        if (code_.length != 0) {
            code_ = is_closing_fence(line.text, code_) ? Fence{} : code_;
        } else if (times_ > 0 && is_opening_fence(line.text, fence) && !fence.info.empty()) {
            code_ = fence;
        } else if (closes_otherwise(line.text, opening) && (answered || times_ > 0)) {
            at_ = times_++ == 0 ? at : at_;
        } else if (times_ > 0 && belongs_to_answers(line, form_)) {
            goes_on_ = true;
        }
    }
    std::size_t at() const {  // the line's index; 0: there is none
        return times_ % 2 == 1 && !goes_on_ ? at_ : 0;
    }

private:
    std::string_view form_;
    std::size_t at_ = 0;
    std::size_t times_ = 0;
    bool goes_on_ = false;
    Fence code_;  // that is open, with a name
};

}  // namespace

UnclosedQuiz find_unclosed_quiz(std::span<const Line> lines, const Fence& fence_of_quiz, QuizFormats formats) {
    Fence opening = fence_of_quiz;
    if (!is_name_of_quiz(formats, opening.info)) {
        return {};
    }
    opening.info = words_behind_quiz(opening.info).empty() ? opening.info : quiz_name;
    bool answered = opening.info != "quiz";  // code has no place in the others
    std::size_t other_at = 0;                // a fence of the other kind below answers, where no code can stand
    Fence other;
    WrongEnd wrong(opening.info);
    auto ended = [&](std::size_t end) {
        return wrong.at() != 0 ? UnclosedQuiz{wrong.at() + 1, true} : UnclosedQuiz{end_of_answers(lines, end, opening.info)};
    };
    for (std::size_t at = 1; at < lines.size(); ++at) {
        std::string_view text = lines[at].text;
        Fence fence;
        bool opens = is_opening_fence(text, fence) && (!fence.info.empty() || fence.mark != opening.mark);
        if (is_closing_fence(text, opening)) {
            return wrong.at() != 0 ? ended(at) : UnclosedQuiz();
        }
        if (opens && (is_name_of_quiz(formats, fence.info) || fence.info == "timeline") && answered) {
            return ended(other_at != 0 ? other_at : at);
        }
        wrong.take(at, lines[at], opening, answered && other.length == 0);
        if (other.length != 0) {
            other = is_closing_fence(text, other) ? Fence{} : other;
        } else if (opens && answered && fence.mark == opening.mark) {
            return ended(other_at != 0 ? other_at : at);
        } else if (opens) {
            other = fence.mark == opening.mark ? Fence{} : fence;
            other_at = answered && other_at == 0 ? at : other_at;
        } else if (opening.info == "quiz") {
            answered = is_answer_line(text) || (answered && !text.starts_with("## ")) || text.find("[[") != npos;
        }
    }
    return other_at != 0 || wrong.at() != 0 ? ended(other_at) : UnclosedQuiz();
}

std::vector<std::size_t> find_inner_fences(std::span<const Line> lines, const Fence& opening) {
    std::vector<std::size_t> inner;
    if (opening.info != quiz_name && words_behind_quiz(opening.info).empty()) {
        return inner;
    }
    auto next_close = [&](std::size_t at) {
        while (at < lines.size() && !is_closing_fence(lines[at].text, opening)) {
            Fence fence;
            bool opens = is_opening_fence(lines[at].text, fence) && fence.mark == opening.mark && !fence.info.empty();
            at = opens ? lines.size() : at + 1;
        }
        return at;
    };
    auto next_words = [&](std::size_t at) {
        while (at < lines.size() && is_blank(lines[at])) {
            ++at;
        }
        return at;
    };
    bool asked = false;
    bool answered = false;
    for (std::size_t at = 1; at < lines.size(); ++at) {
        std::string_view text = lines[at].text;
        Fence fence;
        bool closes = is_closing_fence(text, opening);
        bool named = !closes && is_opening_fence(text, fence) && fence.mark == opening.mark && fence.length >= opening.length &&
                     !fence.info.empty() && fence.info != quiz_name && fence.info != "timeline";
        if (closes || named) {
            bool is_code = asked && (!answered || (named && indent_of(text) >= 2));
            std::size_t close = is_code ? next_close(at + 1) : lines.size();
            std::size_t behind = next_words(std::min(close + 1, lines.size()));
            std::size_t end = close < lines.size() ? next_close(close + 1) : lines.size();
            auto first = lines.begin() + static_cast<std::ptrdiff_t>(behind);
            auto last = lines.begin() + static_cast<std::ptrdiff_t>(std::max(behind, end));
            bool goes_on = named ? std::any_of(first, last, [](const Line& line) { return is_answer_line(line.text); })
                                 : first != last && is_answer_line(first->text);
            if (!goes_on || end == lines.size()) {
                return inner;
            }
            inner.push_back(at);
            inner.push_back(close);
            at = close;
        } else if (text.starts_with("## ")) {
            asked = true;
            answered = text.find("[[") != npos;
        } else {
            answered = answered || is_answer_line(text) || text.find("[[") != npos;
        }
    }
    return {};
}

bool opens_fence_behind_colon(std::span<const Line> lines, Fence& fence) {
    std::string_view text = lines[0].text;
    bool colon = text.size() > 2 && text[0] == ':' && text[1] == ' ' && lines.size() > 1;
    bool at_margin = colon && !is_blank(lines[1]) && indent_of(lines[1].text) == 0;
    Fence found;
    bool opens = at_margin && is_opening_fence(text.substr(2), found) && !found.info.empty();
    fence = opens ? found : fence;
    return opens;
}

}  // namespace hornbook
