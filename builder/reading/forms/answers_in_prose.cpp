#include "reading/forms/answers_in_prose.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "model/mistakes.h"
#include "reading/forms/extract_forms.h"
#include "reading/forms/key_lines.h"
#include "reading/forms/key_signs.h"
#include "reading/forms/marked_items.h"
#include "reading/forms/shown_ticks.h"
#include "reading/forms/teachers_lines.h"
#include "reading/forms/vault_links.h"

namespace hornbook {
namespace {

bool is_heading(std::string_view text) {
    std::size_t marks = std::min(text.find_first_not_of('#'), text.size());
    return (marks > 0 && marks < 7 && text.substr(marks).starts_with(' ')) || text.starts_with("<h");
}

// Whether it is an instruction such as "Choose:", by the first word of the book's own.
bool instructs(std::string_view text, const Words& words) {
    std::string instruction = fold_case(words.choose_one);
    return fold_case(text).starts_with(std::string_view(instruction).substr(0, instruction.find(' ')));
}

bool asks_something(std::string_view text, const Words& words) {
    return is_heading(text) || instructs(text, words) || asks_by_sign(text);
}

std::string_view without_marker(std::string_view text) {
    std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    bool number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
    bool dash = !text.empty() && (text[0] == '-' || text[0] == '*' || text[0] == '+');
    std::size_t size = number ? digits + 1 : dash ? 1 : 0;
    return size > 0 && text.substr(size).starts_with(' ') ? trim(text.substr(size)) : text;
}

enum class BoxState { none, empty, ticked };

// The state of a box: `[x]`, or LiaScript's `[(X)]` and `[[X]]`.
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

// Whether it asks to match pairs, by the book's own instruction or by "Match" in an English heading.
bool asks_to_match(std::string_view text, const Words& words) {
    constexpr std::array<std::string_view, 5> verbs = {"match", "matching", "pair", "pairs", "connect"};
    std::string own = fold_case(words.match_items);
    std::string folded = fold_case(text);
    std::vector<std::string_view> parts = split(folded, ' ');
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
        part = part.substr(0, part.find_first_of(":.,*"));
        return part == own.substr(0, own.find(' ')) || std::find(verbs.begin(), verbs.end(), part) != verbs.end();
    });
}

bool begins_quiz(std::string_view text, QuizFormats formats) {
    Fence fence;
    return is_opening_fence(text, fence) && is_name_of_quiz(formats, fence.info);
}

class AnswerFinder {
public:
    explicit AnswerFinder(ProseReader& reader) : reader_(reader) {}

    void take(const SourceRow* row) {
        if (row == nullptr) {
            end_run();
            above_ = nullptr;
            return;
        }
        if (row->opens_fence) {
            Fence fence;
            is_opening_fence(row->content, fence);
            skips_fence_ = !may_hold_prose(fence.info);
            is_misnamed_ = !nearest(fold_case(trim(fence.info)), names_of_quizzes(reader_.quiz_formats)).empty();
            in_lost_quiz_ = false;
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
        if (row->kind == RowKind::code && begins_quiz(text, reader_.quiz_formats)) {
            report(*row, "this quiz is indented by four spaces, so it is shown as code, with its answers", "begin its lines at the margin");
            in_lost_quiz_ = true;
        }
        if (row->kind == RowKind::fence && !in_lost_quiz_ && begins_quiz(text, reader_.quiz_formats)) {
            report(*row, "this quiz is within a block of code, so it is shown as code, with its answers",
                   "take the fence around it away, or begin that with `~~~hornbook` where it is an example to be shown");
            in_lost_quiz_ = true;
        }
        in_lost_quiz_ = in_lost_quiz_ && (row->kind == RowKind::code || row->kind == RowKind::fence);
        if (!in_lost_quiz_) {
            take_text(*row, text);
        }
    }

    void end_run() {
        tell_marked(items_.finish());
        end_boxes();
    }

private:
    void end_boxes() {
        if (ticked_ == nullptr && loosely_ticked_ != nullptr && has_empty_) {
            tell_likeness(*loosely_ticked_, "these ticks");
        }
        loosely_ticked_ = nullptr;
        has_empty_ = false;
        if (ticked_ != nullptr && asked_ != nullptr) {
            std::string hint = "put a line ~~~quiz before it and a line ~~~ after its answers";
            bool surely = asks_by_sign(asked_->content) || instructs(trim(asked_->content), reader_.words);
            report(*asked_, "this question is not in a quiz, so its ticks show the answer",
                   hint + (surely ? "" : "; if these are things to do, write a line of words above them"));
        }
        if (ticked_ != nullptr && asked_ == nullptr) {
            tell_likeness(*ticked_, "these ticks");
        }
        ticked_ = nullptr;
        in_run_ = false;
        asked_ = nullptr;
        end_pairs();
    }

    void tell_marked(const SourceRow* row) {
        if (row != nullptr) {
            tell_likeness(*row, "this sign of what is right");
        }
    }

    static bool is_preformatted(const SourceRow& row) {
        return trim(row.content).find("<!--") == npos && row.line.text.find("-->") == npos;
    }

    void take_text(const SourceRow& row, std::string_view text) {
        BoxState box = box_of(without_marker(text));
        std::optional<bool> loose = box == BoxState::none && reader_.chapters_in_test ? loosely_ticked(without_marker(text)) : std::nullopt;
        if (box != BoxState::none || loose) {
            tell_marked(items_.finish());
            has_empty_ = has_empty_ || box == BoxState::empty || (loose && !*loose);
            loosely_ticked_ = loosely_ticked_ == nullptr && loose && *loose ? &row : loosely_ticked_;
            asked_ = !in_run_ && above_ != nullptr && asks_something(trim(above_->content), reader_.words) ? above_ : asked_;
            in_run_ = true;
            ticked_ = ticked_ == nullptr && box == BoxState::ticked ? &row : ticked_;
            return;
        }
        bool heading_above = above_ != nullptr && is_heading(trim(above_->content));
        bool asked_above = above_ != nullptr && asks_something(trim(above_->content), reader_.words);
        if (text.starts_with("= ") && asked_above && !in_run_) {
            report(*above_, "this question is not in a quiz, so its `=` shows the answer",
                   "put a line ~~~quiz before it and a line ~~~ after its answers");
        }
        if (shows_pair(text, row.starts_item)) {
            pairs_ += 1;
            pair_ = pair_ == nullptr ? &row : pair_;
            return;
        }
        end_pairs();
        take_signs(row, text);
        bool html = text.starts_with('<');
        if (html && !in_ticked_html_ && ticks_behind_tag(text)) {
            tell_likeness(row, "these ticks");
            in_ticked_html_ = true;
        }
        in_ticked_html_ = in_ticked_html_ && html;
        if (reader_.chapters_in_test && !text.starts_with('>')) {
            items_.take(row, text);
            tell_marked(items_.take_ended());
        }
        bool goes_on = in_run_ && (text.starts_with('>') || indent_of(row.content) >= 2 || row.line.text.starts_with('>'));
        if (goes_on) {
            return;
        }
        end_boxes();
        note_gaps(row, heading_above || row.kind == RowKind::text);
        above_ = &row;
    }

    void take_signs(const SourceRow& row, std::string_view text) {
        if (is_misnamed_ && row.kind == RowKind::fence) {
            return;  // reported with the name that was meant
        }
        bool goes_on_in_braces = opening_ != nullptr && (text.starts_with('=') || text.starts_with('~'));
        if (goes_on_in_braces) {
            report_sign(*opening_, {"this question of GIFT's", "gift", Likeness::sure});
        }
        opening_ = opens_answers(text) && !goes_on_in_braces ? &row : nullptr;
        if (above_ != nullptr && (text == "?" || text == "??")) {
            tell_likeness(row, "this flash card");
        }
        if (row.kind == RowKind::text && trim(row.line.text).starts_with(">!") && text.find("!<") != npos) {
            tell_likeness(row, "these hidden words");  // CommonMark reads a quotation
        }
        if (is_underline(text) && above_ != nullptr && reader_.chapters_in_test && says_answer(trim(above_->content), reader_.words)) {
            tell_likeness(*above_, "this title");
        }
        if (KeySign sign = key_sign_in(text, reader_.chapters_in_test ? &reader_.words : nullptr); sign.likeness == Likeness::sure) {
            report_sign(row, sign);
        } else if (sign.likeness == Likeness::maybe) {
            tell_likeness(row, sign.what);
        } else if (row.kind == RowKind::text && is_title_of_something(text) && reader_.chapters_in_test &&
                   says_answer(text, reader_.words)) {
            tell_likeness(row, "this title");
        }
    }

    static bool is_underline(std::string_view text) {
        return text.size() > 1 && (text.find_first_not_of('=') == npos || text.find_first_not_of('-') == npos);
    }

    // Whether it is a title: a heading by its marks or in bold, or the title of a fold or a callout.
    static bool is_title_of_something(std::string_view text) {
        bool bold = (text.starts_with("**") && (text.ends_with("**") || text.ends_with("**:"))) ||
                    (text.starts_with("__") && (text.ends_with("__") || text.ends_with("__:")));
        return is_heading(text) || bold || text.starts_with("<summary") || text.starts_with("<details") || text.starts_with("[!");
    }

    void report_sign(const SourceRow& row, const KeySign& sign) {
        std::string fence = "```" + std::string(sign.fence.empty() ? "quiz" : sign.fence);
        bool in_fence = row.kind == RowKind::fence;
        std::string hint = sign.fence.empty()      ? "write it as a question of a " + fence
                           : in_fence              ? "begin its fence with a line " + fence
                           : sign.fence == "aiken" ? "put a line " + fence + " before the question and a line ``` after this one"
                                                   : "put a line " + fence + " before it and a line ``` after it";
        report(row, std::string(sign.what) + " is not in a quiz, so it shows its answer",
               std::move(hint) + (row.kind == RowKind::code ? ", at the margin" : ""));
    }

    void end_pairs() {
        if (pairs_ > 1 && above_ != nullptr) {
            std::string_view above = trim(above_->content);
            if (asks_by_sign(above) || instructs(above, reader_.words) || asks_to_match(above, reader_.words)) {
                report(*above_, "this question is not in a quiz, so its arrows show the answer",
                       "put a line ~~~quiz before it and a line ~~~ after its answers");
            } else if (is_heading(above)) {
                tell_likeness(*pair_, "these arrows");
            }
        }
        pairs_ = 0;
        pair_ = nullptr;
    }

    // Notes what may give an answer away and may be plain prose; it is reported only where a test edition shows it.
    void tell_likeness(const SourceRow& row, std::string_view what) {
        note_likely_answer(reader_, row, what);
    }

    // Notes `[[gaps]]` in prose. Code spans, formulas and links with words in brackets have brackets of their own, which are passed over.
    void note_gaps(const SourceRow& row, bool may_be_gap) {
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
            bool alone = closed && trim(text).size() == inside.size() + 4;  // where LiaScript asks for a number
            bool digits = inside.find_first_not_of("0123456789") == npos && !alone;
            if (!closed || spaces || digits || behind == '(' || behind == '[' || (at > 0 && text[at - 1] == '!') ||
                vault_link(reader_, inside, false, {})) {
                at = closed ? close + 1 : at + 1;
                continue;
            }
            std::string_view seen = text.substr(at, close + 2 - at);
            LeftOut& gaps = reader_.found.gaps_in_prose;
            if (is_for_teachers(reader_, row.line.number)) {
                at = close + 1;
                continue;
            }
            if (gaps.times++ == 0) {
                gaps.name = std::string(seen);
                gaps.first = place_of(reader_.file, row.line, seen);
            }
            at = close + 1;
        }
    }

    void report(const SourceRow& row, std::string message, std::string hint) {
        if (is_for_teachers(reader_, row.line.number)) {
            return;
        }
        reader_.diagnostics.add(Mistake::question_outside_quiz, place_of(reader_.file, row.line, trim(row.content)), std::move(message),
                                std::move(hint));
    }

    ProseReader& reader_;
    const SourceRow* above_ = nullptr;  // the line before, but for empty ones
    const SourceRow* asked_ = nullptr;  // the question of the list that is being read
    bool in_run_ = false;
    MarkedItems items_;                          // of the list that is being read
    const SourceRow* loosely_ticked_ = nullptr;  // the first that is ticked as other programs do
    bool has_empty_ = false;                     // another box of the list is empty
    const SourceRow* ticked_ = nullptr;          // the first answer of the list that is marked
    const SourceRow* opening_ = nullptr;         // the line before, which ends with the brace that opens answers
    const SourceRow* pair_ = nullptr;            // the first of a list of pairs
    std::size_t pairs_ = 0;
    bool skips_fence_ = false;
    bool is_misnamed_ = false;  // the fence is nearly a quiz
    bool in_lost_quiz_ = false;
    bool in_ticked_html_ = false;  // ticks in a list of HTML were told
};

}  // namespace

bool asks_by_sign(std::string_view text) {
    constexpr std::array<std::string_view, 3> marks = {"?", "？", "؟"};  // Latin, Chinese and Japanese, Arabic
    return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return text.find(mark) != npos; });
}

void note_likely_answer(ProseReader& reader, const SourceRow& row, std::string_view what) {
    if (reader.chapters_in_test && reader.scratch.in_quiz == 0 && !is_for_teachers(reader, row.line.number)) {
        bool many = what.ends_with('s') && what.starts_with("these");
        reader.diagnostics.add(Mistake::like_an_answer, place_of(reader.file, row.line, trim(row.content)),
                               "a test edition with chapters shows " + std::string(what) + ", which may give an answer away",
                               std::string("put the question into a ~~~quiz, or take ") + (many ? "them" : "it") +
                                   " out, if pupils should not read " + (many ? "them" : "it"));
    }
}

void note_answer_in_head(ProseReader& reader, const SourceRow& row) {
    std::string_view text = trim(row.content);
    bool head = text.starts_with("!!!") || text.starts_with("???") || text.starts_with(":::") || text.find('|') != npos;
    if (head && reader.chapters_in_test && !row.opens_fence && says_answer(text, reader.words)) {
        note_likely_answer(reader, row, "this head");
    }
}

void note_ticks_in_table(ProseReader& reader, std::span<const SourceRow> rows) {
    if (!reader.chapters_in_test || !begins_table(rows)) {
        return;
    }
    auto ticked = std::find_if(rows.begin() + 2, rows.end(), [](const SourceRow& row) { return ticks_cell(row.content); });
    if (ticked != rows.end()) {
        note_likely_answer(reader, *ticked, "these ticks");
    }
}

void note_answers_in_prose(ProseReader& reader, const std::vector<const SourceRow*>& left) {
    if (reader.scratch.in_quiz > 0) {
        return;
    }
    AnswerFinder finder(reader);
    std::for_each(left.begin(), left.end(), [&](const SourceRow* row) { finder.take(row); });
    finder.end_run();
}

void report_gaps_in_prose(ProseReader& reader) {
    const LeftOut& gaps = reader.found.gaps_in_prose;
    if (gaps.times > 0) {
        std::string times = gaps.times > 1 ? "; there are " + std::to_string(gaps.times) + " in this file" : "";
        reader.diagnostics.add(Mistake::question_outside_quiz, gaps.first,
                               "the gap `" + gaps.name + "` is not in a quiz, so it shows its answer" + times,
                               "put its question into a ~~~quiz; if it is a link, write `[words](file.md)`, or `\\[[` for the brackets");
    }
    reader.found.gaps_in_prose = {};
}

}  // namespace hornbook
