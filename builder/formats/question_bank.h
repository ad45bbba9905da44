// Question bank: what Moodle asks of questions in either of its formats: names, ids, categories, weights, numbers apart from words.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/numbering.h"
#include "model/book.h"
#include "xml/writer.h"

namespace hornbook {

// What the author wrote and the output has no place for, each at its own line with what was done instead.
class Losses {
public:
    Losses(std::string_view output, Diagnostics& diagnostics) : output_(output), diagnostics_(diagnostics) {}
    // "`gift` has no " + what + ", so " + instead
    void add(Place place, const std::string& what, const std::string& instead, std::string hint = {});
    // "`gift` " + sentence
    void say(Place place, const std::string& sentence, std::string hint = {});
    // What nearly every book has is told at the first place alone.
    void say_once(Place place, const std::string& sentence);

    // A book without questions makes an empty file.
    void tell_empty(const Book& book);

private:
    std::string_view output_;
    Diagnostics& diagnostics_;
    std::set<std::string> told_;
};

// Teachers find a question by its name: short, without markup, each once in the bank.
class QuestionNames {
public:
    explicit QuestionNames(const Words& words) : words_(words) {}
    std::string name_of(const Question& question);

private:
    const Words& words_;
    std::set<std::string> taken_;
    Numbering numbering_;
    std::size_t count_ = 0;
};

// `‹b›` for `<b>`: Moodle takes tags out of names, and a course whose title has one is not restored at all.
std::string without_tags(std::string_view text);

std::string id_number(const std::string& id);  // as long as Moodle keeps them

// "$course$/top/The Purges/01 The murder"; a quiz has a place of its own below it where the chapter has several.
std::string category_of(const Book& book, std::size_t chapter, const Quiz* quiz);

// The weights that Moodle knows, in percent. An import with any other is refused as a whole.
double nearest_weight(double credit);
std::string in_percent(double weight);  // as Moodle spells it: "33.33333"
struct Weights {
    std::vector<double> percent;  // of each choice; where several are to be chosen, the right ones make 100
    bool exact = true;            // each is what the book gives
};
Weights weights_of(const Select& select, double marks = 1);
// Whether a weight in percent gives the same marks as the author's share of them, to the hundredth.
bool is_same_weight(double percent, double credit, double marks);
void tell_below_nothing(Losses& losses, const Select& select, Place place);

// Moodle asks for words or for numbers, and never for both in one blank. It compares words sign by sign but for case, so each way to write
// them is an answer of its own.
struct Spelling {
    std::string text;
    const Accepted* accepted = nullptr;
};
struct AskedBlank {
    bool numeric = false;
    std::vector<Spelling> spellings;  // what earns more stands first, since Moodle takes the first that fits
    std::vector<const Accepted*> left_out;
};
AskedBlank asked(const Blank& blank, const std::string& language);
// Answers that earn a part of the marks have the nearest weight there is: told where that gives others.
void tell_weights_of_answers(Losses& losses, const AskedBlank& blank, double marks, double (*weight_of)(double credit) = nearest_weight);
void tell_how_compared(Losses& losses, const AskedBlank& blank, Place place);  // once for words, once for numbers
void tell_words_compared(Losses& losses, Place place);
std::string without_wildcards(std::string_view words);  // `*` stands for any letters, and `\*` for itself

// Feedback on the whole question, with what has no other place: that on pairs and on items, the marking notes, the passage to read again.
Blocks general_feedback(const Book& book, const Question& question, bool with_key);
bool has_feedback_on_parts(const Question& question);  // of a match or an order
Blocks labelled(const std::string& label, const Blocks& blocks);

// Gaps within HTML: what the callback of a FragmentForm writes, and what replaces it.
void mark_gap(XmlWriter& xml, std::size_t blank);
std::string replace_gaps(std::string_view html, const std::function<std::string(std::string_view words)>& between,
                         const std::function<std::string(std::size_t blank)>& at_gap);

// As a plain program shows it, TeX in \(…\).
std::string words_of(const Inlines& inlines);
bool has_more_than_words(const Inlines& inlines);  // pictures or formulas

const std::string& language_of(const Book& book, std::size_t chapter);
// HTML of a chapter in a language that is written from right to left says so by itself; element: "div" or "span".
std::string in_direction(const Book& book, std::size_t chapter, std::string html, std::string_view element);

}  // namespace hornbook
