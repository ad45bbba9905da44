// Reader of an item's rules (responseProcessing), as far as they ask for numbers and words and give marks and feedback for them.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/numbers.h"
#include "formats/qti/names.h"
#include "formats/qti/read_qti.h"

namespace hornbook::qti {
namespace {

std::string value_in(const XmlNode& node) {
    const XmlNode* value = node.child("baseValue");
    return value != nullptr ? collapse_spaces(value->words()) : "";
}

std::string variable_in(const XmlNode& node) {
    const XmlNode* variable = node.child("variable");
    return variable != nullptr ? std::string(variable->attribute("identifier")) : "";
}

// The range of <and><gte/><lte/></and> about one variable; none: it is no such condition.
std::optional<NumberRange> range_in(const XmlNode& condition) {
    const XmlNode* low = condition.child("gte");
    const XmlNode* high = condition.child("lte");
    if (condition.name != "and" || low == nullptr || high == nullptr || variable_in(*low) != variable_in(*high)) {
        return std::nullopt;
    }
    std::optional<double> from = machine_number(value_in(*low));
    std::optional<double> to = machine_number(value_in(*high));
    return from && to ? std::optional(NumberRange{*from, *to}) : std::nullopt;
}

// The marks that a rule adds: <sum><variable identifier="SCORE"/><baseValue/></sum>; none: it adds none.
std::optional<double> marks_in(const XmlNode& outcome) {
    const XmlNode* sum = outcome.child("sum");
    return machine_number(value_in(sum != nullptr ? *sum : outcome));
}

std::string feedback_in(const XmlNode& outcome) {
    const XmlNode* several = outcome.child("multiple");
    return value_in(several != nullptr ? *several : outcome);
}

class RulesReader {
public:
    Rules read(const XmlNode& processing) {
        for (const XmlNode& node : processing.children) {
            if (node.name == "responseCondition") {
                std::for_each(node.children.begin(), node.children.end(), [&](const XmlNode& branch) { read_branch(branch); });
            } else if (is_feedback(node) && !feedback_in(node).empty()) {
                rules_.always.push_back(feedback_in(node));
            }
        }
        return std::move(rules_);
    }

private:
    static bool is_feedback(const XmlNode& node) {
        return node.name == "setOutcomeValue" && node.attribute("identifier") == qti_name::feedback;
    }

    void read_branch(const XmlNode& branch) {
        auto element = [](const XmlNode& node) { return !node.name.empty(); };
        auto condition = std::find_if(branch.children.begin(), branch.children.end(), element);
        if (condition == branch.children.end()) {
            return;
        }
        Rule rule = asked_by(*condition);
        for (const XmlNode* outcome : branch.all("setOutcomeValue")) {
            if (outcome->attribute("identifier") == qti_name::score) {
                rule.marks = marks_in(*outcome);
            } else if (is_feedback(*outcome)) {
                rule.feedback = feedback_in(*outcome);
            }
        }
        if (condition->name == "lt" && variable_in(*condition) == qti_name::score && !rule.feedback.empty()) {
            rules_.hints.push_back(rule.feedback);
        } else if (!rule.response.empty()) {
            rules_.answers.push_back(std::move(rule));
        }
    }

    static Rule asked_by(const XmlNode& condition) {
        Rule rule;
        if ((rule.numbers = range_in(condition))) {
            rule.response = variable_in(*condition.child("gte"));
        } else if (condition.name == "or") {
            for (const XmlNode* match : condition.all("stringMatch")) {
                rule.response = variable_in(*match);
                rule.words.push_back(value_in(*match));
            }
        } else if (condition.name == "stringMatch") {
            rule.response = variable_in(condition);
            rule.words.push_back(value_in(condition));
        }
        return rule;
    }

    Rules rules_;
};

}  // namespace

Rules rules_of(const XmlNode& item) {
    const XmlNode* processing = item.child("responseProcessing");
    return processing != nullptr ? RulesReader().read(*processing) : Rules();
}

}  // namespace hornbook::qti
