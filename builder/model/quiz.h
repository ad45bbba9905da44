// Quiz: questions and their answers, in whatever form the author wrote them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/prose.h"

namespace hornbook {

struct Choice {
    std::string id;  // weaving: question id + "--a", "--b", …: two hyphens, which no id made of words has
    Inlines text;
    bool right = false;
    std::optional<double> credit;  // of the marks; see below
    Blocks feedback;
    Place place;
};
// A credit is the share of the question's marks that an answer earns, from -1 to 1. It is set, on every answer of a question, only where
// the author's weights differ from Hornbook's own rule: the right ones share the marks alike; right minus wrong, never below 0.

// A question with choices, of which one or several are to be chosen.
struct Select {
    bool several = false;     // choose all that apply; else any one right choice earns the marks
    bool true_false = false;  // exactly True and False, in that or the other order
    std::vector<Choice> choices;
    // Whether the question's words, feedback or notes call choices by their letters, so that they must keep this order. Set in reading, and
    // kept where the key is taken away.
    bool called_by_letters = false;
};

struct NumberRange {
    double low = 0;
    double high = 0;
};
struct Accepted {
    std::string text;                   // as written, to be shown
    std::optional<NumberRange> number;  // set when it reads as a number or range in the book's language
    std::optional<double> credit;       // of the marks of its blank; 0 or less: a foreseen wrong answer, there for its feedback
    Blocks feedback;
    Place place;
};
struct Blank {
    std::vector<Accepted> accepted;  // the first is the one to show, and earns all the marks
    Place place;
};
// A question with blanks: gaps within its text ([[a|b]]), or one blank after it (`=` lines).
struct Fill {
    bool in_text = false;
    std::vector<Blank> blanks;
};

// An item on the left of a question that matches pairs, with its feedback.
struct MatchLeft {
    Inlines text;
    std::size_t right = no_index;  // index into Match::rights; no_index: the key was taken away
    Blocks feedback;
    Place place;
};
struct Match {
    std::vector<MatchLeft> lefts;
    std::vector<Inlines> rights;     // distinct, those without partner included; reading: order of the source
    std::vector<std::size_t> shown;  // weaving: order in which the rights are shown
};

struct ArrangeItem {
    std::string id;  // weaving
    Inlines text;
    Blocks feedback;
    Place place;
};
struct Arrange {
    std::vector<ArrangeItem> items;  // in the right order; where the key was taken away, in the order shown
    std::vector<std::size_t> shown;  // weaving: order in which the items are shown
};

// A question that is answered in sentences, which a person marks.
struct Essay {
    int lines = 0;  // lines to write on that the author asked for, 1 to 100; 0: none given, see room_to_write.h
};

using Answer = std::variant<Select, Fill, Match, Arrange, Essay>;

struct Question {
    std::string id;  // reading: the author's `id:`; weaving: "quiz-" + that, or + the chapter's slug and the question's words
    // reading: set where the question comes from another program's format. Where it is not empty, it is the name that the question has
    // there, of which `id` is made instead of the words. Since words repeat in such files ("True or false?"), equal ids are numbered.
    std::optional<std::string> name;
    std::string slug;  // of an outline: that of its words or name, see question_slug.h
    Inlines text;      // its heading; gaps stand in it or in body
    Blocks body;       // what stands between heading and answers
    Answer answer;
    Blocks hint;
    std::string see;  // as written: "#id" or "02-x.md#id"
    Place see_place;
    Target see_target;                // weaving
    std::optional<double> marks_set;  // the author's `marks:`
    double marks = 1;                 // weaving: marks_set, or 1 for a question, each gap, each left of a match
    Blocks feedback;                  // on the whole question
    Blocks key;                       // marking notes
    Place place;                      // of its heading
};

struct Quiz {
    std::string id;  // reading: the author's `id:`; weaving: "quiz-…"
    Inlines title;   // weaving: never empty, and no other's in the chapter
    std::vector<Question> questions;
    Place place;
};

}  // namespace hornbook
