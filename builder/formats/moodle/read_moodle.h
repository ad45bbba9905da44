// Parts of the reader of Moodle XML: texts, accepted answers, and questions with answers in their text.
#pragma once

#include "formats/bank_reader.h"

namespace hornbook::moodle {

// The <text> in an element, in the format that the element names, with the files beside it; empty for null.
BankText text_in(const XmlNode* node);
bool has_text(const XmlNode* node);
bool has_text(const XmlNode& node);
double fraction_of(const XmlNode& answer);  // its `fraction`, in percent, as a share from -1 to 1

std::string plain_words(const BankText& text);  // without tags
std::string typed_words(const BankText& text);  // as they are typed: `<b>` may be an answer
Accepted accepted_words(BankReader& reader, const std::string& text, XmlPlace place);
std::optional<Accepted> accepted_number(BankReader& reader, const std::string& text, const std::string& tolerance, XmlPlace place);
// Whether the answer is `*`, any other answer; reported where it has feedback or marks.
bool is_any_other(BankReader& reader, const std::string& text, const XmlNode& answer, bool has_feedback);

// A message and a hint about a type of questions that a chapter cannot hold.
struct UnknownType {
    std::string why;
    std::string hint;
};
UnknownType unknown_type(std::string_view type);

void read_cloze(BankReader& reader, const XmlNode& node, Question& question);
// Reads a question in whose text `[[2]]` is a gap for the second of the words to choose from.
void read_gap_choice(BankReader& reader, const XmlNode& node, Question& question);

}  // namespace hornbook::moodle
