// What the parts of the reader of QTI share. QTI 3 is QTI 2 in other letters: `qti-choice-interaction` is choiceInteraction.
#pragma once

#include <map>

#include "reading/banks/bank_reader.h"

namespace hornbook::qti {

struct Declaration {  // of a response
    bool several = false;
    bool number = false;
    std::vector<std::string> correct;
    std::vector<std::pair<std::string, double>> mapping;  // what an answer earns, as the item counts it
};
using Declarations = std::map<std::string, Declaration, std::less<>>;

// What the item's rules say of an answer: of a branch, what it asks for and what it does.
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

// An item is one question, or one for each interaction that stands by itself; what cannot be kept is reported.
std::vector<Question> read_item(BankReader& reader, const XmlNode& item, const std::string& file);

// ---- answers (qti_answers.cpp) ----

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

    BankText text(const std::string& html, std::uint32_t line) const;
    const Declaration& declared(const XmlNode& interaction);
};
std::string html_of(const XmlNode& node);      // the element
std::string html_within(const XmlNode& node);  // what is in it, without feedback and prompt
bool holds_blocks(const XmlNode& node);
bool contains(const std::vector<std::string>& list, std::string_view word);
Blocks take_feedback(ItemReader& item, std::string_view identifier);  // that the item gives for this answer, taken from it
// Of a response's marks; by the right answers where the item maps none.
std::vector<double> weights_of(const Declaration& declared, const std::vector<std::string>& identifiers);

void read_choice(ItemReader& item, const XmlNode& interaction, Question& question);
void read_match(ItemReader& item, const XmlNode& interaction, Question& question);
void read_order(ItemReader& item, const XmlNode& interaction, Question& question);
void read_extended_text(ItemReader& item, const XmlNode& interaction, Question& question);
Blank read_text_entry(ItemReader& item, const XmlNode& interaction);  // qti_entry.cpp
Blank read_inline_choice(ItemReader& item, const XmlNode& interaction);

}  // namespace hornbook::qti
