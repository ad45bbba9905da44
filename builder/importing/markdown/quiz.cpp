// Quizzes as Markdown in Hornbook's own form, and the chapter around them.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "importing/markdown/escapes.h"
#include "importing/markdown/kept_words.h"
#include "importing/markdown/lines.h"
#include "importing/markdown/writer.h"
#include "model/answer_kind.h"
#include "model/plain_text.h"

namespace hornbook {
namespace markdown {
namespace {

std::string in_digits(double number) {
    return plain_decimal(std::round(number * 1e5) / 1e5);
}

std::string weight_of(double credit) {
    return " {" + in_digits(credit * 100) + "%}";
}

bool runs_on(const Blocks& blocks) {
    return blocks.empty() || !std::holds_alternative<Paragraph>(blocks.front().kind);
}

// A fence that is longer than any within the lines.
std::string fence_around(const SourceLines& lines) {
    std::size_t longest = 2;
    for (const std::string& line : lines) {
        std::string_view text = trim(line);
        longest = std::max(longest, std::min(text.find_first_not_of('~'), text.size()));
    }
    return std::string(longest + 1, '~');
}

bool is_weight(std::string_view text) {
    return text.ends_with("%}") && text.rfind('{') != std::string_view::npos;
}

}  // namespace

SourceLines Writer::chapter() {
    SourceLines lines;
    SourceLines matter;
    if (!request_.chapter.language.empty()) {
        matter.push_back("lang: " + request_.chapter.language);
    }
    if (request_.chapter.for_teachers) {
        matter.push_back("audience: teachers");
    }
    if (!matter.empty()) {
        lines = {"---"};
        lines.insert(lines.end(), matter.begin(), matter.end());
        lines.insert(lines.end(), {"---", ""});
    }
    lines.push_back("# " + one_line(request_.chapter.title) + (request_.chapter.id.empty() ? "" : " {#" + request_.chapter.id + "}"));
    if (!request_.chapter.blocks.empty()) {
        add_apart(lines, blocks(request_.chapter.blocks, Where::text));
    }
    for (const Footnote& footnote : request_.chapter.footnotes) {
        SourceLines note;
        SourceLines inside = blocks(footnote.blocks, Where::text);
        inside.resize(std::max<std::size_t>(inside.size(), 1));
        add_indented(note, "    ", inside);
        note.front() = "[^" + footnote.label + "]: " + inside.front();
        add_apart(lines, std::move(note));
    }
    return lines;
}

SourceLines Writer::quiz(const Quiz& quiz) {
    SourceLines inside;
    if (!quiz.title.empty()) {
        inside.push_back("title: " + one_line(quiz.title));
    }
    if (!quiz.id.empty()) {
        inside.push_back("id: " + quiz.id);
    }
    for (const Question& one : quiz.questions) {
        add_apart(inside, question(one));
    }
    std::string fence = fence_around(inside);
    SourceLines lines = {fence + "quiz"};
    std::move(inside.begin(), inside.end(), std::back_inserter(lines));
    lines.push_back(fence);
    return lines;
}

SourceLines Writer::question(const Question& question) {
    gaps_ = gaps_of(question.answer);
    SourceLines lines = {"## " + without_marks(one_line(question.text), false)};
    if (!question.id.empty()) {
        lines.push_back("id: " + question.id);
    }
    SourceLines body = blocks(question.body, Where::stimulus);
    if (!body.empty()) {
        bool has_code = std::any_of(body.begin(), body.end(), [](std::string_view line) { return trim(line).starts_with("```"); });
        for (std::string& line : body) {  // beside code nothing is read as marks
            line = has_code ? std::move(line) : without_marks(without_box(std::move(line), ""), true);
        }
        add_apart(lines, std::move(body));
        lines.emplace_back();
    }
    SourceLines answers = std::visit([&](const auto& kind) { return answer(question, kind); }, question.answer);
    std::move(answers.begin(), answers.end(), std::back_inserter(lines));
    if (question.marks_set) {
        lines.push_back("marks: " + in_digits(*question.marks_set));
    }
    if (!question.see.empty()) {
        lines.push_back("see: " + question.see);
    }
    add_key(lines, "hint", question.hint);
    add_key(lines, "feedback", feedback_of_gaps(question));
    add_key(lines, "key", question.key);
    while (lines.back().empty()) {
        lines.pop_back();
    }
    gaps_ = nullptr;
    return lines;
}

void Writer::add_key(SourceLines& lines, std::string_view key, const Blocks& content) {
    SourceLines inside = blocks(content, Where::key);
    if (inside.empty()) {
        return;
    }
    std::string mark = std::string(key) + ":";
    if (!runs_on(content)) {
        inside.front().insert(0, mark + " ");
    } else {
        lines.push_back(mark);
    }
    std::move(inside.begin(), inside.end(), std::back_inserter(lines));
}

void Writer::add_feedback(SourceLines& lines, const Blocks& feedback) {
    for (const std::string& line : blocks(feedback, Where::text)) {
        lines.push_back(line.empty() ? "  >" : "  > " + line);
    }
}

SourceLines Writer::answer(const Question&, const Select& select) {
    SourceLines lines;
    auto right = std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; });
    for (const Choice& choice : select.choices) {
        bool shares = select.several && choice.right;  // without a weight it would have its part of all
        bool weighted = choice.credit && (shares || *choice.credit != (choice.right ? 1 : 0));
        lines.push_back((choice.right ? "- [x] " : "- [ ] ") + without_key(one_line(choice.text)) +
                        (weighted ? weight_of(*choice.credit) : ""));
        add_feedback(lines, choice.feedback);
    }
    // Weights must be written even where all but those of 0 are the usual ones, or it would not show that the question has weights.
    bool has_credits = std::any_of(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.credit.has_value(); });
    bool says_so =
        std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return line.starts_with("- ") && is_weight(line); });
    if (has_credits && !says_so) {
        lines.front() += weight_of(*select.choices.front().credit);
    }
    if (select.several != (right > 1)) {
        lines.emplace_back(select.several ? "choose: all" : "choose: one");
    }
    return lines;
}

std::string Writer::accepted(const Accepted& accepted, bool in_gap) {
    std::string text = collapse_spaces(accepted.text);
    bool closes = in_gap && text.find("]]") != std::string::npos;
    text = may_be_marked(text) || (!accepted.number && may_be_key(text)) ? code_span(text) : text;
    if (closes) {
        losses_.push_back(
            {accepted.place, "`" + text + "` cannot be written as an accepted answer", "look at the answers of this question"});
    }
    for (std::size_t at = closes ? text.find("]]") : std::string::npos; at != std::string::npos; at = text.find("]]", at + 2)) {
        text.insert(at + 1, " ");
    }
    for (std::size_t bar = in_gap ? text.find('|') : std::string::npos; bar != std::string::npos; bar = text.find('|', bar + 2)) {
        text.insert(bar, "\\");
    }
    return text + (accepted.credit ? weight_of(*accepted.credit) : "");
}

SourceLines Writer::answer(const Question&, const Fill& fill) {
    SourceLines lines;
    for (const Blank& blank : fill.in_text ? std::vector<Blank>() : fill.blanks) {
        for (const Accepted& row : blank.accepted) {
            lines.push_back("= " + accepted(row, false));
            add_feedback(lines, row.feedback);
        }
    }
    return lines;
}

// The feedback on answers in gaps, which have no room for it, as part of the question's own, with the answer named.
Blocks Writer::feedback_of_gaps(const Question& question) {
    Blocks result = question.feedback;
    List list;
    for (const Blank& blank : gaps_ != nullptr ? gaps_->blanks : std::vector<Blank>()) {
        for (const Accepted& row : blank.accepted) {
            if (row.feedback.empty()) {
                continue;
            }
            Blocks feedback = row.feedback;
            Inlines words = {{Text{row.text + ": "}, row.place}};
            if (auto* first = std::get_if<Paragraph>(&feedback.front().kind)) {
                first->text.insert(first->text.begin(), words.begin(), words.end());
            } else {
                feedback.insert(feedback.begin(), {Paragraph{std::move(words)}, row.place});
            }
            list.items.push_back({std::nullopt, std::move(feedback), row.place});
        }
    }
    if (!list.items.empty()) {
        losses_.push_back({question.place, "a gap has no feedback of its own, so what its answers are told is feedback of the question now",
                           "look whether it may be told after any answer"});
        result.push_back({std::move(list), question.place});
    }
    return result;
}

SourceLines Writer::answer(const Question&, const Match& match) {
    SourceLines lines;
    std::vector<bool> used(match.rights.size());
    for (const MatchLeft& left : match.lefts) {
        used.at(left.right) = true;
        lines.push_back("- " + without_key(one_line(left.text)) + " -> " + without_key(one_line(match.rights.at(left.right))));
        add_feedback(lines, left.feedback);
    }
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (!used[i]) {
            lines.push_back("- -> " + without_key(one_line(match.rights[i])));
        }
    }
    return lines;
}

SourceLines Writer::answer(const Question&, const Arrange& arrange) {
    SourceLines steps;
    for (const ArrangeItem& item : arrange.items) {
        steps.push_back(without_box(without_key(one_line(item.text)), "1. "));
    }
    keep_from_pairs(steps);
    SourceLines lines;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        lines.push_back(std::to_string(i + 1) + ". " + steps[i]);
        add_feedback(lines, arrange.items[i].feedback);
    }
    return lines;
}

SourceLines Writer::answer(const Question&, const Essay& essay) {
    return {essay.lines > 0 ? "____ lines=" + std::to_string(essay.lines) : "____"};
}

}  // namespace markdown

MarkdownText markdown_of_chapter(const MarkdownRequest& request) {
    markdown::Writer writer(request);
    std::string text = join(writer.chapter(), "\n") + "\n";
    return {std::move(text), writer.take_losses()};
}

MarkdownText markdown_of_quiz(const MarkdownRequest& request, const Quiz& quiz) {
    markdown::Writer writer(request);
    std::string text = join(writer.quiz(quiz), "\n") + "\n";
    return {std::move(text), writer.take_losses()};
}

}  // namespace hornbook
