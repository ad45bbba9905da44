// Answer forms: the ways in which authors write answers. Each is one file in this folder and one row in the register (question.cpp).
#pragma once

#include <map>
#include <optional>
#include <span>

#include "model/quiz.h"
#include "model/truth.h"
#include "reading/prose_reader.h"
#include "reading/questions/near_misses.h"

namespace hornbook {

// One answer line with what belongs to it.
struct AnswerLine {
    Line line;       // whole, as it is written
    Lines text;      // the rest of the line behind its mark, and the indented lines after it
    Lines feedback;  // the `>` lines after it, without `>`
};

struct QuestionDraft {
    Line heading;  // "## …", whole
    Line title;    // behind "## "
    Lines stimulus;
    std::vector<AnswerLine> answers;
    bool choose_all = false;
    bool choose_one = false;  // any of those that are right
    Place place;              // of the heading
};

struct AnswerForm {
    std::string_view name;                       // in words, for messages
    std::size_t (*mark)(std::string_view text);  // returns the size in bytes of the mark that begins such a line, or 0
    Answer (*read)(ProseReader& reader, const QuestionDraft& draft);
};

std::size_t choice_mark(std::string_view text);
Answer read_choices(ProseReader& reader, const QuestionDraft& draft);
std::size_t accepted_mark(std::string_view text);
Answer read_accepted(ProseReader& reader, const QuestionDraft& draft);
std::size_t pair_mark(std::string_view text);
// The number of lines right below a bullet that hold the left of its pair, which wraps, up to the one with the arrow; 0: it is no such
// pair.
std::size_t lines_of_left(const Line& bullet, std::span<const Line> behind);
// Whether a pair whose left wraps begins there, and a further pair comes behind it.
bool begins_pairs(const Line& bullet, std::span<const Line> behind);
Answer read_pairs(ProseReader& reader, const QuestionDraft& draft);
std::size_t order_mark(std::string_view text);
std::size_t order_number(std::string_view line);  // of a line with such a mark
Answer read_order(ProseReader& reader, const QuestionDraft& draft);
// The question that a numbered line was meant to be, `13. Who was first?` above choices, other answers or pairs; none: it is none.
std::optional<NearMiss> numbered_question(std::string_view line, std::span<const Line> behind);
std::size_t written_mark(std::string_view text);
Answer read_written(ProseReader& reader, const QuestionDraft& draft);

// The gaps of a question: `[[a|b]]` in the heading or the stimulus becomes disguise marks of the same length.
struct Gaps {
    std::vector<Blank> blanks;
};
Line take_gaps(ProseReader& reader, const Line& line, Gaps& gaps, bool in_table = false);  // in a table `\|` divides as `|` does
void take_gaps_outside_code(ProseReader& reader, Lines& lines, Gaps& gaps);
std::size_t number_gaps(Question& question);  // numbers them in the order of the text; returns how many there are

// Hints that every form of choices or pairs gives, in the words of that form.
struct ChoiceHints {
    std::string_view right;  // when no choice is right
    std::string_view more;   // when there is one only
    std::string_view text;   // when one is empty
};
void check_choices(ProseReader& reader, const Select& select, Place question, const ChoiceHints& hints);
// hint: for where there is only one item
void check_order(ProseReader& reader, const Arrange& arrange, Place question, std::string_view hint);

struct PairsDraft {
    struct Right {
        std::size_t index = 0;  // in match.rights
        std::string pictures;   // picture_files() of it
    };
    Match match;
    std::map<std::string, Right> rights = {};      // by comparable() of match.rights
    std::map<std::string, Place> left_names = {};  // by what is compared, where each stands first
    bool is_incomplete = false;                    // a right is missing, which is reported
};
// Adds a pair; with an empty left, the right has no partner.
void add_pair(ProseReader& reader, PairsDraft& draft, MatchLeft left, Inlines right);
void check_pairs(ProseReader& reader, const Match& match, Place question);

// The text in a form in which choices that a pupil could not tell apart are equal.
std::string comparable(const Inlines& text);
// The files of the pictures in a text, and a message about two texts that differ in nothing else.
std::string picture_files(const Inlines& text);
void report_alike(ProseReader& reader, const Inlines& text, Place place);
Place place_of_answer(const ProseReader& reader, const AnswerLine& answer);
Accepted accepted_from(ProseReader& reader, const Line& line);  // words of other programs, as they are: no weight, no range
struct AcceptedLine {
    Accepted accepted;
    std::string_view words;  // as written, without the weight
};
// Whether the whole answer is code, `` `1..5` ``: what stands in it is typed as it is, and is no range.
bool is_typed_as_it_is(std::string_view markdown);
AcceptedLine accepted_in_markdown(ProseReader& reader, const Line& line);  // of a chapter's own form
// Takes a weight, ` {50%}`, from the end of an answer's line; returns its share, or none.
std::optional<double> take_weight(ProseReader& reader, Line& line);

}  // namespace hornbook
