// Rules of an item of QTI 1.2 (ASI 1.2, 3.6): conditions in their order, each of which may set or add marks and show feedback.
#include <algorithm>
#include <utility>

#include "base/text.h"
#include "formats/cartridge/read_assessment.h"
#include "formats/numbers.h"

namespace hornbook::qti1 {
namespace {

bool says(std::string_view text, std::string_view word) {
    return fold_case(trim(text)) == word;
}

bool is_test(const XmlNode& node) {
    return node.name.starts_with("var");
}

template <class Visit>
void each_test(const XmlNode& node, bool forbidden, const Visit& visit) {
    for (const XmlNode& child : node.children) {
        if (is_test(child)) {
            visit(child, forbidden);
        } else {
            each_test(child, forbidden != (child.name == "not"), visit);
        }
    }
}

// The value of a test without white space around it, its words on one line.
std::string value_of_test(const XmlNode& test) {
    return collapse_spaces(test.words());
}

bool is_met(const XmlNode& test, const Given& given) {
    auto found = given.find(test.attribute("respident"));
    if (found == given.end() || found->second.empty()) {
        return false;
    }
    const std::vector<std::string>& values = found->second;
    std::string wanted = value_of_test(test);
    if (test.name == "varequal") {
        bool exactly = says(test.attribute("case"), "yes");
        return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
            std::optional<double> one = machine_number(value);
            std::optional<double> other = machine_number(wanted);
            return value == wanted || (!exactly && fold_case(value) == fold_case(wanted)) || (one && other && *one == *other);
        });
    }
    std::optional<double> number = machine_number(values.front());
    std::optional<double> bound = machine_number(wanted);
    if (!number || !bound) {
        return false;
    }
    return test.name == "vargte"   ? *number >= *bound
           : test.name == "vargt"  ? *number > *bound
           : test.name == "varlte" ? *number <= *bound
           : test.name == "varlt"  ? *number < *bound
                                   : false;
}

bool is_fulfilled(const XmlNode& condition, const Given& given);

// Whether tests side by side hold: all must, but of several words for one answer, as Canvas and Common Cartridge write them, one is enough.
bool holds_together(const XmlNode& node, const Given& given) {
    std::map<std::string_view, bool> words;
    for (const XmlNode& child : node.children) {
        auto answer = given.find(child.attribute("respident"));
        bool one_of = child.name == "varequal" && (answer == given.end() || answer->second.size() < 2) && node.name == "conditionvar";
        if (one_of) {
            bool& met = words[child.attribute("respident")];
            met = met || is_met(child, given);
        } else if (!child.name.empty() && !is_fulfilled(child, given)) {
            return false;
        }
    }
    return std::all_of(words.begin(), words.end(), [](const auto& row) { return row.second; });
}

bool is_fulfilled(const XmlNode& condition, const Given& given) {
    if (is_test(condition)) {
        return is_met(condition, given);
    }
    if (condition.name == "or") {
        return std::any_of(condition.children.begin(), condition.children.end(),
                           [&](const XmlNode& child) { return !child.name.empty() && is_fulfilled(child, given); });
    }
    if (condition.name == "not") {
        return !holds_together(condition, given);
    }
    if (condition.name == "unanswered") {
        auto found = given.find(condition.attribute("respident"));
        return found == given.end() || found->second.empty();
    }
    return condition.name == "other" || holds_together(condition, given);
}

bool is_other(const XmlNode& when) {
    return when.child("other") != nullptr;
}

void add_once(std::vector<std::string>& list, std::string word) {
    if (std::find(list.begin(), list.end(), word) == list.end()) {
        list.push_back(std::move(word));
    }
}

// Adds the ranges that bounds in one <and>, <conditionvar> and the like make.
void add_ranges(const XmlNode& node, std::string_view response, std::vector<NumberRange>& ranges) {
    std::optional<double> low;
    std::optional<double> high;
    for (const XmlNode& child : node.children) {
        bool about = child.attribute("respident") == response;
        if (about && child.name.starts_with("vargt")) {
            low = machine_number(value_of_test(child));
        } else if (about && child.name.starts_with("varlt")) {
            high = machine_number(value_of_test(child));
        } else if (!is_test(child) && child.name != "not") {
            add_ranges(child, response, ranges);
        }
    }
    if (low && high) {
        ranges.push_back({*low, *high});
    }
}

}  // namespace

Rules::Rules(const XmlNode& item) {
    for (const XmlNode* processing : item.all("resprocessing")) {
        for (const XmlNode* node : processing->all("respcondition")) {
            Condition condition;
            condition.when = node->child("conditionvar");
            condition.stops = says(node->attribute("continue"), "no");
            if (const XmlNode* set = node->child("setvar")) {
                condition.action = set->attribute("action").empty() ? "set" : fold_case(set->attribute("action"));
                condition.marks = machine_number(set->words()).value_or(0);
                if (set->attribute("varname") ==
                    "D2L_Incorrect") {  // Brightspace counts wrong choices apart, and takes them from the others
                    condition.marks = -condition.marks;
                }
            }
            for (const XmlNode* shown : node->all("displayfeedback")) {
                condition.feedback.emplace_back(shown->attribute("linkrefid"));
            }
            if (condition.when != nullptr) {
                conditions_.push_back(std::move(condition));
            }
        }
    }
}

double Rules::score(const Given& given) const {
    double score = 0;
    for (const Condition& condition : conditions_) {
        if (!holds_together(*condition.when, given)) {
            continue;
        }
        const std::string& action = condition.action;
        score = action == "set"        ? condition.marks
                : action == "add"      ? score + condition.marks
                : action == "subtract" ? score - condition.marks
                : action == "multiply" ? score * condition.marks
                                       : score;
        if (condition.stops) {
            break;
        }
    }
    return score;
}

// Whether a condition gives marks: of those that set marks, the ones that set the most; of those that add marks, all.
bool Rules::gives_marks(const Condition& condition) const {
    double most = 0;
    for (const Condition& row : conditions_) {
        most = std::max(most, row.action == "set" ? row.marks : 0);
    }
    return condition.marks > 0 && (condition.action == "add" || (condition.action == "set" && condition.marks == most));
}

std::vector<std::string> Rules::wanted(std::string_view response) const {
    std::vector<std::string> values;
    for (const Condition& condition : conditions_) {
        if (gives_marks(condition)) {
            each_test(*condition.when, false, [&](const XmlNode& test, bool forbidden) {
                if (!forbidden && test.name == "varequal" && test.attribute("respident") == response) {
                    add_once(values, value_of_test(test));
                }
            });
        }
    }
    return values;
}

std::vector<std::string> Rules::named(std::string_view response) const {
    std::vector<std::string> right = wanted(response);
    std::vector<std::string> values;
    for (const Condition& condition : conditions_) {
        each_test(*condition.when, false, [&](const XmlNode& test, bool forbidden) {
            std::string value = value_of_test(test);
            bool known = std::find(right.begin(), right.end(), value) != right.end();
            if (!forbidden && !known && test.name == "varequal" && test.attribute("respident") == response) {
                add_once(values, std::move(value));
            }
        });
    }
    return values;
}

std::vector<NumberRange> Rules::ranges(std::string_view response) const {
    std::vector<NumberRange> ranges;
    for (const Condition& condition : conditions_) {
        if (gives_marks(condition)) {
            add_ranges(*condition.when, response, ranges);
        }
    }
    return ranges;
}

bool Rules::counts_capitals() const {
    bool found = false;
    for (const Condition& condition : conditions_) {
        each_test(*condition.when, false,
                  [&](const XmlNode& test, bool) { found = found || (test.name == "varequal" && says(test.attribute("case"), "yes")); });
    }
    return found;
}

std::vector<std::string> Rules::on_answer(std::string_view response, std::string_view value) const {
    std::vector<std::string> names;
    for (const Condition& condition : conditions_) {
        std::size_t tests = 0;
        bool about = false;
        each_test(*condition.when, false, [&](const XmlNode& test, bool forbidden) {
            ++tests;
            about = !forbidden && test.name == "varequal" && test.attribute("respident") == response && value_of_test(test) == value;
        });
        if (tests == 1 && about) {
            names.insert(names.end(), condition.feedback.begin(), condition.feedback.end());
        }
    }
    return names;
}

// Names of the feedback that is shown before anything is marked, whatever was answered.
std::vector<std::string> Rules::on_all() const {
    std::vector<std::string> names;
    for (const Condition& condition : conditions_) {
        if (!condition.action.empty()) {
            break;
        }
        if (is_other(*condition.when)) {
            names.insert(names.end(), condition.feedback.begin(), condition.feedback.end());
        }
    }
    return names;
}

std::vector<std::string> Rules::on_right() const {
    std::vector<std::string> names;
    for (const Condition& condition : conditions_) {
        if (gives_marks(condition)) {
            names.insert(names.end(), condition.feedback.begin(), condition.feedback.end());
        }
    }
    return names;
}

std::vector<std::string> Rules::on_wrong() const {
    std::vector<std::string> names;
    bool marked = false;
    for (const Condition& condition : conditions_) {
        marked = marked || !condition.action.empty();
        if (marked && !gives_marks(condition) && is_other(*condition.when)) {
            names.insert(names.end(), condition.feedback.begin(), condition.feedback.end());
        }
    }
    return names;
}

}  // namespace hornbook::qti1
