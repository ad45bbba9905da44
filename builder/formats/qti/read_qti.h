// Parts of the reader of QTI. QTI 3 is QTI 2 with other names: `qti-choice-interaction` is choiceInteraction.
#pragma once

#include <map>

#include "formats/bank_reader.h"

namespace hornbook::qti {

struct Declaration {  // of a response
    bool several = false;
    bool ordered = false;
    bool number = false;
    std::vector<std::string> correct;
    std::vector<std::pair<std::string, double>> mapping;  // what an answer earns, as the item counts it
    double unmapped = 0;                                  // what any other earns
    std::optional<double> least;                          // bounds of the sum
    std::optional<double> most;
    bool counts_capitals = false;
};
using Declarations = std::map<std::string, Declaration, std::less<>>;

// Given answers by identifiers of responses.
using Given = std::map<std::string, std::vector<std::string>, std::less<>>;
double marks_of(const Declaration& declared, const std::vector<std::string>& answer);  // by its mapping
// The marks by the item's rules; none where there are no rules, or some are not known here (read_scoring.cpp).
std::optional<double> score_of(const XmlNode& item, const Declarations& declarations, const Given& given);

// A branch of the item's rules: the answer that it asks for, and the marks and feedback that it gives.
struct Rule {
    std::string response;
    std::optional<NumberRange> numbers;
    std::vector<std::string> words;
    std::optional<double> marks;
    std::string feedback;
};
struct Rules {
    std::vector<Rule> answers;
    std::vector<std::string> always;  // feedback after any answer
    std::vector<std::string> hints;   // feedback after an answer that does not earn all
};
Rules rules_of(const XmlNode& item);

// The questions of an item: one, or one for each interaction that is by itself. What cannot be kept is reported.
std::vector<Question> read_item(BankReader& reader, const XmlNode& item, const std::string& file);

// ---- answers (read_answers.cpp) ----

struct Feedback {
    std::string identifier;
    Blocks blocks;
};
struct ItemReader {
    BankReader& reader;
    const XmlNode& item;
    std::string folder;  // of its file in the package
    Declarations declarations;
    Rules rules;
    std::vector<Feedback> feedback;  // that the item itself gives

    BankText text(const std::string& html, XmlPlace place) const;
    const Declaration& declared(const XmlNode& interaction);
    std::optional<double> score(const Given& given) const {
        return score_of(item, declarations, given);
    }
};
// A text of a document in a folder of the package, which has its pictures.
BankText text_in(const BankReader& reader, const std::string& folder, const std::string& html, XmlPlace place);
bool holds_blocks(const XmlNode& node);
Blocks take_feedback(ItemReader& item, std::string_view identifier);  // takes the feedback for this answer from the item

// ---- what answers earn (read_weights.cpp) ----

Given all_right(const ItemReader& item);
// The weights of choices as shares of a response's marks, by the item's rules, or by its declarations where those are not known. All or
// nothing is reported.
std::vector<double> choice_weights(ItemReader& item, const std::string& response, const std::vector<std::string>& identifiers);
// Reports parts that earn all or nothing, or not the same, by what is lost where one is missing. what: "pairs".
void tell_parts(ItemReader& item, const std::vector<Given>& each_missing, const std::string& what);
void tell_all_or_nothing(ItemReader& item, const std::string& what);

void read_choice(ItemReader& item, const XmlNode& interaction, Question& question);
void read_match(ItemReader& item, const XmlNode& interaction, Question& question);
void read_order(ItemReader& item, const XmlNode& interaction, Question& question);
void read_extended_text(ItemReader& item, const XmlNode& interaction, Question& question);
Blank read_text_entry(ItemReader& item, const XmlNode& interaction);  // read_entry.cpp
void tell_pairs(ItemReader& item, const std::string& response);
Blank read_inline_choice(ItemReader& item, const XmlNode& interaction);
std::string words_of_choice(ItemReader& item, const XmlNode& choice);  // on one line, without the feedback in it

}  // namespace hornbook::qti
