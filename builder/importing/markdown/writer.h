// Markdown writer: walks prose and quizzes and writes their source, line by line.
#pragma once

#include "importing/markdown.h"

namespace hornbook::markdown {

using SourceLines = std::vector<std::string>;

// Context of a line of prose: what it could be taken for, besides CommonMark.
enum class Where {
    text,
    stimulus,  // before the answers of a question: an answer, a key, a further question
    key        // behind a key of a question: another key
};

class Writer {
public:
    explicit Writer(const MarkdownRequest& request) : request_(request) {}

    SourceLines chapter();
    SourceLines quiz(const Quiz& quiz);
    std::vector<MarkdownLoss> take_losses() {
        return std::move(losses_);
    }

private:
    // ---- inlines (inlines.cpp) ----

    std::string one_line(const Inlines& inlines);
    void append(std::string& line, const Inlines& inlines, std::string_view next);
    void append(std::string& line, const Inline& node, std::string_view next);
    void append_marked(std::string& line, const Inlines& children, std::string_view next, std::string_view mark, std::string_view element);
    void append_formula(std::string& line, const Formula& formula, std::string_view next);
    void append_code(std::string& line, const Code& code);
    void append_styled(std::string& line, const Styled& styled, std::string_view next);
    std::string image(const Image& image) const;
    std::string gap(const Gap& gap);

    // ---- blocks (blocks.cpp, structures.cpp) ----

    SourceLines blocks(const Blocks& blocks, Where where);
    SourceLines block(const Block& block, bool again, Where where);  // again: a list right behind another of its kind
    SourceLines paragraph(const Inlines& text, Where where);
    SourceLines heading(const Heading& heading, Where where);
    SourceLines list(const List& list, bool again, Where where);
    SourceLines html_list(const List& list);
    SourceLines code(const CodeBlock& code, Where where) const;
    SourceLines callout(const Callout& callout);
    SourceLines timeline(const Timeline& timeline);
    SourceLines figure(const Figure& figure);
    SourceLines details(const Details& details);
    SourceLines division(const Division& division);
    SourceLines definitions(const DefinitionList& list);
    SourceLines table(const Table& table);
    SourceLines pipe_row(const std::vector<Cell>& row);
    SourceLines html_table(const Table& table);
    SourceLines html_words(std::string_view element, const Inlines& words);
    void add_html_rows(SourceLines& lines, const std::vector<std::vector<Cell>>& rows, std::string_view part);

    // ---- questions (quiz.cpp) ----

    SourceLines question(const Question& question);
    SourceLines answer(const Question& question, const Select& select);
    SourceLines answer(const Question& question, const Fill& fill);
    SourceLines answer(const Question& question, const Match& match);
    SourceLines answer(const Question& question, const Arrange& arrange);
    SourceLines answer(const Question& question, const Essay& essay);
    void add_feedback(SourceLines& lines, const Blocks& feedback);
    Blocks feedback_of_gaps(const Question& question);
    void add_key(SourceLines& lines, std::string_view key, const Blocks& blocks);
    std::string accepted(const Accepted& accepted, bool in_gap);

    const MarkdownRequest& request_;
    std::vector<MarkdownLoss> losses_;
    const Fill* gaps_ = nullptr;  // of the question that is being written
    bool one_line_ = false;       // what is written must not break
    bool in_cell_ = false;
    bool in_link_ = false;
};

}  // namespace hornbook::markdown
