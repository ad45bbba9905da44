// What the two halves of the reader of Moodle XML share: texts, accepted answers; and the questions whose answers stand in their text.
#pragma once

#include "formats/bank_reader.h"

namespace hornbook::moodle {

// The <text> in an element, in the format that the element names, with the files beside it. Of null: nothing.
BankText text_in(const XmlNode* node);
bool has_text(const XmlNode* node);
bool has_text(const XmlNode& node);
double fraction_of(const XmlNode& answer);  // 100 is 1

std::string plain_words(const BankText& text);  // without tags
std::string typed_words(const BankText& text);  // as they are typed: `<b>` may be an answer
Accepted accepted_words(BankReader& reader, const std::string& text, XmlPlace place);
std::optional<Accepted> accepted_number(BankReader& reader, const std::string& text, const std::string& tolerance, XmlPlace place);
// `*`, which stands for whatever else is answered: reported where feedback or marks come with it.
bool is_any_other(BankReader& reader, const std::string& text, const XmlNode& answer, bool has_feedback);

// Why questions of a type that has no form here are left out, and what to do instead.
struct UnknownType {
    std::string why;
    std::string hint;
};
UnknownType unknown_type(std::string_view type);

void read_cloze(BankReader& reader, const XmlNode& node, Question& question);
// `[[2]]` in the text is the place of the second of the words to choose from.
void read_gap_choice(BankReader& reader, const XmlNode& node, Question& question);

}  // namespace hornbook::moodle
