#include "reading/forms/answers_in_prose.h"

#include <algorithm>
#include <array>

#include "base/mistakes.h"
#include "base/text.h"
#include "reading/forms/key_lines.h"
#include "reading/forms/vault_links.h"

namespace hornbook {
namespace {

bool is_heading(std::string_view text) {
    std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    return (marks > 0 && marks < 7 && text.substr(marks).starts_with(' ')) || text.starts_with("<h");
}

// "Choose:", by the first word of the book's own instruction.
bool instructs(std::string_view text, const Words& words) {
    std::string instruction = fold_case(words.choose_one);
    return fold_case(text).starts_with(std::string_view(instruction).substr(0, instruction.find(' ')));
}

bool asks_something(std::string_view text, const Words& words) {
    constexpr std::array<std::string_view, 3> marks = {"?", "？", "؟"};  // Latin, Chinese and Japanese, Arabic
    return is_heading(text) || instructs(text, words) ||
           std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark) != npos; });
}

std::string_view without_marker(std::string_view text) {
    std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    bool dash = !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    std::size_t size = number ? digits + 1 : dash ? 1 : 0;
    return size > 0 && text.substr(size).starts_with(' ') ? trim(text.substr(size)) : text;
}

enum class BoxState { none, empty, ticked };

// `[x]`; LiaScript writes `[(X)]` and `[[X]]`.
BoxState box_of(std::string_view text) {
    for (std::string_view ticked : {"[x] ", "[X] ", "[(X)]", "[[X]]", "[(x)]", "[[x]]", "☑", "☒", "✅"}) {
        if (text.starts_with(ticked)) {
            return BoxState::ticked;
        }
    }
    bool empty = false;
    for (std::string_view box : {"[ ] ", "[( )]", "[[ ]]", "☐", "□"}) {
        empty = empty || text.starts_with(box);
    }
    return empty ? BoxState::empty : BoxState::none;
}

// What stands in braces is `=yes ~no` or the like. `{=html}` is pandoc's.
bool holds_choices(std::string_view inside) {
    return inside.starts_with('=') ? inside.find_first_of("~=", 1) != npos : inside.starts_with('~') && inside.find('=') != npos;
}

// `What? {=yes ~no}`, `Bees fly. {T}`
bool bears_gift(std::string_view text) {
    std::ptrdiff_t ticks = 0;
    std::size_t counted = 0;
    std::size_t close = 0;
    std::size_t next = npos;
    for (std::size_t open = text.find('{'); open != npos; open = next) {
        next = text.find('{', open + 1);
        close = close > open ? close : text.find('}', open);
        if (close == npos) {
            return false;
        }
        std::string_view before = text.substr(0, open);
        ticks += std::count(before.begin() + static_cast<std::ptrdiff_t>(counted), before.end(), '`');
        counted = open;
        bool in_code = ticks % 2 != 0;
        if (next < close || in_code || trim(before).empty() || before.ends_with('\\') || before.ends_with('$')) {
            continue;
        }
        std::string_view inside = trim(text.substr(open + 1, close - open - 1));
        bool ends_sentence = std::string_view(".?!:").find(trim(before).back()) != npos && close + 1 == text.size();
        bool truth = inside == "T" || inside == "F" || inside == "TRUE" || inside == "FALSE";
        if (holds_choices(inside) || (truth && ends_sentence)) {
            return true;
        }
    }
    return false;
}

// The line of Aiken's that gives the right choice away.
bool is_aiken_answer(std::string_view text) {
    return text.size() == 9 && text.starts_with("ANSWER: ") && text[8] >= 'A' && text[8] <= 'Z';
}

bool begins_quiz(std::string_view text) {
    Fence fence;
    return is_opening_fence(text, fence) && (fence.info == "quiz" || fence.info == "gift" || fence.info == "aiken");
}

// A program's text has brackets and ticks of its own.
bool may_be_prose(std::string_view info) {
    constexpr std::array<std::string_view, 6> prose = {"", "markdown", "md", "text", "txt", "quizz"};
    return std::find(prose.begin(), prose.end(), fold_case(trim(info))) != prose.end();
}

class AnswerFinder {
public:
    explicit AnswerFinder(ProseReader& reader) : reader_(reader) {}

    void take(const Row* row) {
        if (row == nullptr) {
            end_run();
            above_ = nullptr;
            return;
        }
        if (row->opens_fence) {
            Fence fence;
            is_opening_fence(row->content, fence);
            skips_fence_ = !may_be_prose(fence.info);
            end_run();
            above_ = nullptr;
        }
        bool comment = row->kind == RowKind::comment && !is_preformatted(*row);
        if ((row->kind == RowKind::fence && (skips_fence_ || row->opens_fence)) || comment || row->kind == RowKind::formula) {
            return;
        }
        std::string_view text = trim(row->content);
        if (text.empty()) {
            return;
        }
        if (row->kind == RowKind::code && begins_quiz(text)) {
            report(*row, "this quiz is indented by four spaces, so it is shown as code, with its answers", "begin its lines at the margin");
            in_lost_quiz_ = true;
        }
        in_lost_quiz_ = in_lost_quiz_ && row->kind == RowKind::code;
        if (!in_lost_quiz_) {
            take_text(*row, text);
        }
    }

    void end_run() {
        if (ticked_ && asked_ != nullptr) {
            report(*asked_, "this question stands in no quiz, so its ticks show the answer",
                   "put a line ```quiz before it and a line ``` after its answers");
        }
        ticked_ = false;
        in_run_ = false;
        asked_ = nullptr;
    }

private:
    static bool is_preformatted(const Row& row) {
        return trim(row.content).find("<!--") == npos && row.line.text.find("-->") == npos;
    }

    void take_text(const Row& row, std::string_view text) {
        BoxState box = box_of(without_marker(text));
        if (box != BoxState::none) {
            asked_ = !in_run_ && above_ != nullptr && asks_something(trim(above_->content), reader_.words) ? above_ : asked_;
            in_run_ = true;
            ticked_ = ticked_ || box == BoxState::ticked;
            return;
        }
        bool heading_above = above_ != nullptr && is_heading(trim(above_->content));
        bool asked_above = above_ != nullptr && asks_something(trim(above_->content), reader_.words);
        if (text.starts_with("= ") && asked_above && !in_run_) {
            report(*above_, "this question stands in no quiz, so its `=` shows the answer",
                   "put a line ```quiz before it and a line ``` after its answers");
        }
        if (row.kind == RowKind::text && bears_gift(text)) {
            report(row, "this question of GIFT's stands in no quiz, so it shows its answer",
                   "put a line ```gift before it and a line ``` after it");
        }
        if (row.kind == RowKind::text && is_aiken_answer(text)) {
            report(row, "this question of Aiken's stands in no quiz, so it shows its answer",
                   "put a line ```aiken before the question and a line ``` after this one");
        }
        bool goes_on = in_run_ && (text.starts_with('>') || indent_of(row.content) >= 2 || row.line.text.starts_with('>'));
        if (goes_on) {
            return;
        }
        end_run();
        note_gaps(row, heading_above || row.kind == RowKind::text);
        above_ = &row;
    }

    // Code spans and formulas have brackets of their own; so do links whose words stand in brackets.
    void note_gaps(const Row& row, bool may_be_gap) {
        std::string_view text = row.content;
        bool in_code = false;
        bool in_formula = false;
        for (std::size_t at = 0; may_be_gap && at < text.size(); ++at) {
            in_code = text[at] == '`' ? !in_code : in_code;
            in_formula = text[at] == '$' ? !in_formula : in_formula;
            if (text[at] == '\\') {
                ++at;
                continue;
            }
            if (in_code || in_formula || text.substr(at, 2) != "[[") {
                continue;
            }
            std::size_t close = text.find_first_of("[]", at + 2);
            bool closed = close != npos && text.substr(close, 2) == "]]" && close > at + 2;
            std::string_view inside = closed ? text.substr(at + 2, close - at - 2) : std::string_view();
            char behind = closed && close + 2 < text.size() ? text[close + 2] : ' ';
            bool spaces = trim(inside).size() != inside.size() || inside == "_TOC_" || fold_case(inside) == "toc";
            bool digits = inside.find_first_not_of("0123456789") == npos;
            if (!closed || spaces || digits || behind == '(' || behind == '[' || (at > 0 && text[at - 1] == '!') ||
                vault_link(reader_, inside, false, {})) {
                at = closed ? close + 1 : at + 1;
                continue;
            }
            std::string_view seen = text.substr(at, close + 2 - at);
            LeftOut& gaps = reader_.gaps_in_prose;
            if (gaps.times++ == 0) {
                gaps.name = std::string(seen);
                gaps.first = place_of(reader_.file, row.line, seen);
            }
            at = close + 1;
        }
    }

    void report(const Row& row, std::string message, std::string hint) {
        reader_.diagnostics.add(Mistake::question_outside_quiz, place_of(reader_.file, row.line, trim(row.content)), std::move(message),
                                std::move(hint));
    }

    ProseReader& reader_;
    const Row* above_ = nullptr;  // the line before, but for empty ones
    const Row* asked_ = nullptr;  // the question of the list that is being read
    bool in_run_ = false;
    bool ticked_ = false;
    bool skips_fence_ = false;
    bool in_lost_quiz_ = false;
};

}  // namespace

void note_answers_in_prose(ProseReader& reader, const std::vector<const Row*>& left) {
    if (reader.in_quiz > 0) {
        return;
    }
    AnswerFinder finder(reader);
    std::for_each(left.begin(), left.end(), [&](const Row* row) { finder.take(row); });
    finder.end_run();
}

void report_gaps_in_prose(ProseReader& reader) {
    const LeftOut& gaps = reader.gaps_in_prose;
    if (gaps.times > 0) {
        std::string times = gaps.times > 1 ? "; there are " + std::to_string(gaps.times) + " in this file" : "";
        reader.diagnostics.add(Mistake::question_outside_quiz, gaps.first,
                               "the gap `" + gaps.name + "` stands in no quiz, so it shows its answer" + times,
                               "put its question into a ```quiz; if it is a link, write `[words](file.md)`, or `\\[[` for the brackets");
    }
    reader.gaps_in_prose = {};
}

}  // namespace hornbook
