// Reader of QTI 1.2 (questestinterop), the format of Canvas' classic quizzes and Common Cartridges: declarations that its parts share.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bank_reader.h"

namespace hornbook::qti1 {

// Given answers by identifiers of responses: identifiers of choices, or words.
using Given = std::map<std::string, std::vector<std::string>, std::less<>>;

// An item's <resprocessing>: the marks that it gives for answers, and the feedback that it shows.
class Rules {
public:
    explicit Rules(const XmlNode& item);

    double score(const Given& given) const;
    // The values that a condition which gives marks asks of a response, in their order; with none that it forbids.
    std::vector<std::string> wanted(std::string_view response) const;
    std::vector<std::string> named(std::string_view response) const;  // the others that conditions ask for
    std::vector<NumberRange> ranges(std::string_view response) const;
    bool counts_capitals() const;

    // Names of <itemfeedback>.
    std::vector<std::string> on_answer(std::string_view response, std::string_view value) const;
    std::vector<std::string> on_all() const;
    std::vector<std::string> on_right() const;  // whatever earns marks
    std::vector<std::string> on_wrong() const;

private:
    struct Condition {
        const XmlNode* when = nullptr;  // <conditionvar>
        std::string action;             // "Set", "Add", …; empty: it gives no marks
        double marks = 0;
        bool stops = false;
        std::vector<std::string> feedback;
    };
    bool gives_marks(const Condition& condition) const;

    std::vector<Condition> conditions_;
};

// Returns another file of the package by an address in a text.
using OpenPicture = OpenBeside;

// A text without a question is a description, which stands between questions.
struct ItemQuestion {
    std::vector<Question> questions;
    Blocks description;
};
ItemQuestion read_item(BankReader& reader, const XmlNode& item, const OpenPicture& picture);

// The entry of a <qtimetadatafield> by its label; empty where there is none.
std::string metadata(const XmlNode& node, std::string_view label);
const XmlNode* find_below(const XmlNode& node, std::string_view name);
std::vector<const XmlNode*> all_below(const XmlNode& node, std::string_view name);  // not those within one another

}  // namespace hornbook::qti1
