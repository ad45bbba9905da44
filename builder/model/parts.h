// Parts: what each kind of prose and of answer holds. Every walk comes through here, so a new kind says in one place what is in it.
#pragma once

#include "base/cases.h"
#include "model/book.h"

namespace hornbook {

// The inlines within a node; null: a kind that has none.
Inlines* children_of(Inline& node);
const Inlines* children_of(const Inline& node);

// The id by which the author may let links name the node; null: a kind that has none.
std::string* id_of(Inline& node);
const std::string* id_of(const Inline& node);
std::string* id_of(Block& block);
const std::string* id_of(const Block& block);

// The templates below take const and mutable values. They call run(Inlines) for each run of text that belongs to the value itself, and
// below(Blocks) for each list of blocks in it, in the order of the text.

template <class Rows, class Below>
void open_rows(Rows& rows, const Below& below) {
    for (auto& row : rows) {
        for (auto& cell : row) {
            below(cell.blocks);
        }
    }
}

template <class BlockT, class Run, class Below>
void open_block(BlockT& block, const Run& run, const Below& below) {
    std::visit(Cases{
                   [&](OneOf<Paragraph, Heading> auto& kind) { run(kind.text); },
                   [&](OneOf<Quotation, Division> auto& kind) { below(kind.blocks); },
                   [&](OneOf<List> auto& kind) {
                       for (auto& item : kind.items) {
                           below(item.blocks);
                       }
                   },
                   [](OneOf<CodeBlock, Rule, QuizHere> auto&) {},
                   [&](OneOf<Table> auto& kind) {
                       run(kind.caption);
                       open_rows(kind.head, below);
                       open_rows(kind.body, below);
                   },
                   [&](OneOf<DefinitionList> auto& kind) {
                       for (auto& item : kind.items) {
                           for (auto& term : item.terms) {
                               run(term);
                           }
                           for (auto& meaning : item.meanings) {
                               below(meaning);
                           }
                       }
                   },
                   [&](OneOf<Callout> auto& kind) {
                       run(kind.title);
                       below(kind.blocks);
                   },
                   [&](OneOf<Timeline> auto& kind) {
                       for (auto& event : kind.events) {
                           run(event.text);
                       }
                   },
                   [&](OneOf<Figure> auto& kind) {
                       below(kind.blocks);
                       run(kind.caption);
                   },
                   [&](OneOf<Details> auto& kind) {
                       run(kind.summary);
                       below(kind.blocks);
                   },
               },
               block.kind);
}

// Opens an answer: the texts that are shown, and feedback. What is accepted in a blank is not prose, so it is not among them.
template <class AnswerT, class Run, class Below>
void open_answer(AnswerT& answer, const Run& run, const Below& below) {
    std::visit(Cases{
                   [&](OneOf<Select> auto& kind) {
                       for (auto& choice : kind.choices) {
                           run(choice.text);
                           below(choice.feedback);
                       }
                   },
                   [&](OneOf<Fill> auto& kind) {
                       for (auto& blank : kind.blanks) {
                           for (auto& accepted : blank.accepted) {
                               below(accepted.feedback);
                           }
                       }
                   },
                   [&](OneOf<Match> auto& kind) {
                       for (auto& left : kind.lefts) {
                           run(left.text);
                           below(left.feedback);
                       }
                       for (auto& right : kind.rights) {
                           run(right);
                       }
                   },
                   [&](OneOf<Arrange> auto& kind) {
                       for (auto& item : kind.items) {
                           run(item.text);
                           below(item.feedback);
                       }
                   },
                   [](OneOf<Essay> auto&) {},
               },
               answer);
}

template <class QuestionT, class Run, class Below>
void open_question(QuestionT& question, const Run& run, const Below& below) {
    run(question.text);
    below(question.body);
    open_answer(question.answer, run, below);
    below(question.hint);
    below(question.feedback);
    below(question.key);
}

template <class QuizT, class Run, class Below>
void open_quiz(QuizT& quiz, const Run& run, const Below& below) {
    run(quiz.title);
    for (auto& question : quiz.questions) {
        open_question(question, run, below);
    }
}

}  // namespace hornbook
