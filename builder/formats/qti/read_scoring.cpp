// Marks by an item's own rules (QTI 2.1, 8): its response processing, carried out for an answer.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "formats/numbers.h"
#include "formats/qti/names.h"
#include "formats/qti/read_qti.h"

namespace hornbook::qti {
namespace {

// A value of any cardinality: booleans are "true" and "false", numbers are written out, NULL is empty.
using Value = std::vector<std::string>;
using Result = std::optional<Value>;  // empty: something in it is not known here

Value truth(bool is) {
    return {is ? "true" : "false"};
}

bool is_true_value(const Value& value) {
    return value == Value{"true"};
}

bool is_same_value(const std::string& one, const std::string& other) {
    std::optional<double> a = machine_number(one);
    std::optional<double> b = machine_number(other);
    return one == other || (a && b && *a == *b);
}

// The result of a comparison by its name.
bool compares(std::string_view name, double a, double b) {
    return name == "lt" ? a < b : name == "lte" ? a <= b : name == "gt" ? a > b : a >= b;
}

double reckoned(std::string_view name, double a, double b) {
    return name == "sum"        ? a + b
           : name == "product"  ? a * b
           : name == "subtract" ? a - b
           : name == "divide"   ? (b == 0 ? 0 : a / b)
           : name == "max"      ? std::max(a, b)
                                : std::min(a, b);
}

class Scoring {
public:
    Scoring(const XmlNode& item, const Declarations& declarations, const Given& given) : declarations_(declarations), given_(given) {
        for (const XmlNode* node : item.all("outcomeDeclaration")) {
            const XmlNode* value = node->child("defaultValue");
            bool number = node->attribute("baseType") == "float" || node->attribute("baseType") == "integer";
            Value initial = number ? Value{"0"} : Value();
            if (value != nullptr) {
                initial.clear();
                for (const XmlNode* one : value->all("value")) {
                    initial.push_back(collapse_spaces(one->words()));
                }
            }
            outcomes_[std::string(node->attribute("identifier"))] = std::move(initial);
        }
    }

    std::optional<double> score(const XmlNode& processing) {
        std::string_view pattern = processing.attribute("template");
        pattern.remove_suffix(pattern.ends_with(".xml") ? 4 : 0);  // as QTI 3 names it
        if (pattern.ends_with("match_correct")) {
            return is_right(qti_name::response) ? 1 : 0;
        }
        if (pattern.ends_with(qti_name::map_response)) {
            return mapped(qti_name::response);
        }
        if (!pattern.empty() || processing.children.empty()) {
            return std::nullopt;
        }
        run(processing);
        auto found = outcomes_.find(qti_name::score);
        const Result score = found != outcomes_.end() ? found->second : Result(Value{"0"});
        if (unknown_ || !score) {
            return std::nullopt;
        }
        return score->empty() ? 0 : machine_number(score->front());
    }

private:
    // ---- rules ----

    void run(const XmlNode& rules) {
        for (const XmlNode& rule : rules.children) {
            if (stopped_) {
                return;
            }
            if (rule.name == "responseCondition") {
                branch(rule);
            } else if (rule.name == "setOutcomeValue") {
                outcomes_[std::string(rule.attribute("identifier"))] = within(rule);
            } else if (rule.name == "responseProcessingFragment") {
                run(rule);
            } else if (rule.name == "exitResponse") {
                stopped_ = true;
            } else if (rule.name == "lookupOutcomeValue") {
                outcomes_[std::string(rule.attribute("identifier"))] = std::nullopt;
            }
        }
    }

    void branch(const XmlNode& condition) {
        for (const XmlNode& branch : condition.children) {
            if (branch.name.empty()) {
                continue;
            }
            Result when = branch.name == "responseElse" ? truth(true) : within(branch);
            unknown_ = unknown_ || (!when && sets_marks(condition));
            if (!when || is_true_value(*when)) {
                return when ? run(branch) : void();
            }
        }
    }

    static bool sets_marks(const XmlNode& node) {
        bool sets = node.name == "setOutcomeValue" && node.attribute("identifier") != qti_name::feedback;
        return sets || std::any_of(node.children.begin(), node.children.end(), sets_marks);
    }

    // ---- expressions ----

    // The first expression in a rule.
    Result within(const XmlNode& rule) {
        auto found = std::find_if(rule.children.begin(), rule.children.end(), [](const XmlNode& child) { return !child.name.empty(); });
        return found != rule.children.end() ? value_of(*found) : Result();
    }

    Result value_of(const XmlNode& node) {
        std::string name(node.attribute("identifier"));
        if (node.name == "baseValue") {
            return Value{collapse_spaces(node.words())};
        }
        if (node.name == "null") {
            return Value();
        }
        if (node.name == "variable") {
            return variable(name);
        }
        if (node.name == "correct") {
            auto found = declarations_.find(name);
            return found != declarations_.end() ? Result(found->second.correct) : std::nullopt;
        }
        if (node.name == "mapResponse") {
            return Value{plain_decimal(mapped(name))};
        }
        if (node.name == "match" && names_an_order(node)) {
            return in_order(node);
        }
        std::vector<Value> values;
        for (const XmlNode& child : node.children) {
            if (child.name.empty()) {
                continue;
            }
            Result value = value_of(child);
            if (!value) {
                return std::nullopt;
            }
            values.push_back(std::move(*value));
        }
        return combined(node, values);
    }

    bool names_an_order(const XmlNode& match) const {
        return std::any_of(match.children.begin(), match.children.end(), [&](const XmlNode& child) {
            auto found = declarations_.find(child.attribute("identifier"));
            return child.name == "variable" && found != declarations_.end() && found->second.ordered;
        });
    }

    Result in_order(const XmlNode& match) {
        std::vector<Result> values;
        for (const XmlNode& child : match.children) {
            if (!child.name.empty()) {
                values.push_back(value_of(child));
            }
        }
        bool known = values.size() == 2 && values[0] && values[1];
        return known ? Result(truth(!values[0]->empty() && *values[0] == *values[1])) : std::nullopt;
    }

    Result variable(const std::string& name) const {
        if (declarations_.contains(name)) {
            auto found = given_.find(name);
            return found != given_.end() ? found->second : Value();
        }
        auto found = outcomes_.find(name);
        return found != outcomes_.end() ? found->second : std::nullopt;
    }

    Result combined(const XmlNode& node, const std::vector<Value>& values) const {
        const std::string& name = node.name;
        if (name == "and" || name == "or") {
            bool all = std::all_of(values.begin(), values.end(), is_true_value);
            return truth(name == "and" ? all : std::any_of(values.begin(), values.end(), is_true_value));
        }
        if (name == "multiple" || name == "ordered") {
            Value all;
            std::for_each(values.begin(), values.end(), [&](const Value& value) { all.insert(all.end(), value.begin(), value.end()); });
            return all;
        }
        if (values.size() == 1) {
            return of_one(node, values.front());
        }
        constexpr std::array<std::string_view, 6> reckonings = {"sum", "product", "subtract", "divide", "max", "min"};
        if (std::find(reckonings.begin(), reckonings.end(), name) != reckonings.end()) {
            return of_numbers(name, values);
        }
        return values.size() == 2 ? of_two(node, values[0], values[1]) : std::nullopt;
    }

    static Result of_one(const XmlNode& node, const Value& value) {
        if (node.name == "isNull") {
            return truth(value.empty());
        }
        if (node.name == "not") {
            return truth(!is_true_value(value));
        }
        if (node.name == "containerSize") {
            return Value{std::to_string(value.size())};
        }
        if (node.name == "index") {
            std::optional<double> n = machine_number(node.attribute("n"));
            return !n                                                   ? Result()
                   : *n >= 1 && *n <= static_cast<double>(value.size()) ? Value{value[static_cast<std::size_t>(*n) - 1]}
                                                                        : Value();
        }
        return node.name == "sum" || node.name == "max" || node.name == "min" || node.name == "product" ? of_numbers(node.name, {value})
                                                                                                        : std::nullopt;
    }

    static Result of_numbers(const std::string& name, const std::vector<Value>& values) {
        std::optional<double> result;
        for (const Value& value : values) {
            for (const std::string& text : value) {
                std::optional<double> number = machine_number(text);
                if (!number) {
                    return std::nullopt;
                }
                result = result ? reckoned(name, *result, *number) : *number;
            }
            if (value.empty()) {
                return Value();
            }
        }
        return result ? Value{plain_decimal(*result)} : Value();
    }

    static Result of_two(const XmlNode& node, const Value& a, const Value& b) {
        const std::string& name = node.name;
        bool null = a.empty() || b.empty();
        if (name == "match") {
            return truth(!null && matches(a, b));
        }
        if (name == "member" || name == "contains") {
            const Value& parts = name == "member" ? a : b;
            const Value& whole = name == "member" ? b : a;
            return truth(!null && std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
                return std::any_of(whole.begin(), whole.end(), [&](const std::string& one) { return is_same_value(one, part); });
            }));
        }
        if (name == "stringMatch" || name == "substring") {
            bool capitals = node.attribute("caseSensitive") == "true";
            auto folded = [&](const Value& value) { return value.empty() ? "" : capitals ? value.front() : fold_case(value.front()); };
            bool part = name == "substring" || node.attribute("substring") == "true";
            return truth(!null && (part ? folded(name == "substring" ? b : a).find(folded(name == "substring" ? a : b)) != std::string::npos
                                        : folded(a) == folded(b)));
        }
        std::optional<double> one = null ? std::nullopt : machine_number(a.front());
        std::optional<double> other = null ? std::nullopt : machine_number(b.front());
        if (name == "lt" || name == "lte" || name == "gt" || name == "gte") {
            return truth(one && other && compares(name, *one, *other));
        }
        return name == "equal" ? truth(one && other && is_near(node, *one, *other)) : Result();
    }

    static bool matches(const Value& a, const Value& b) {
        if (a.size() != b.size()) {
            return false;
        }
        return std::is_permutation(a.begin(), a.end(), b.begin(), is_same_value);
    }

    static bool is_near(const XmlNode& equal, double one, double other) {
        std::vector<std::string_view> margins = split(trim(equal.attribute("tolerance")), ' ');
        std::string_view mode = equal.attribute("toleranceMode");
        double below = machine_number(margins.front()).value_or(0);
        double above = machine_number(margins.back()).value_or(0);
        double unit = mode == "relative" ? std::abs(one) / 100 : mode == "absolute" ? 1 : 0;
        return other >= one - below * unit && other <= one + above * unit;
    }

    bool is_right(const std::string& response) const {
        auto declared = declarations_.find(response);
        auto answer = given_.find(response);
        if (declared == declarations_.end() || answer == given_.end()) {
            return false;
        }
        return declared->second.ordered ? answer->second == declared->second.correct : matches(answer->second, declared->second.correct);
    }

    double mapped(const std::string& response) const {
        auto declared = declarations_.find(response);
        auto answer = given_.find(response);
        return declared != declarations_.end() && answer != given_.end() ? marks_of(declared->second, answer->second) : 0;
    }

    const Declarations& declarations_;
    const Given& given_;
    std::map<std::string, Result, std::less<>> outcomes_;
    bool unknown_ = false;
    bool stopped_ = false;
};

}  // namespace

double marks_of(const Declaration& declared, const std::vector<std::string>& answer) {
    double sum = 0;
    std::vector<std::string> counted;
    for (const std::string& value : answer) {
        if (contains(counted, value)) {
            continue;
        }
        counted.push_back(value);
        auto entry = std::find_if(declared.mapping.begin(), declared.mapping.end(), [&](const auto& row) {
            return is_same_value(row.first, value) || (!declared.counts_capitals && fold_case(row.first) == fold_case(value));
        });
        sum += entry != declared.mapping.end() ? entry->second : declared.unmapped;
    }
    sum = std::min(sum, declared.most.value_or(sum));
    return std::max(sum, declared.least.value_or(sum));
}

std::optional<double> score_of(const XmlNode& item, const Declarations& declarations, const Given& given) {
    const XmlNode* processing = item.child("responseProcessing");
    return processing != nullptr ? Scoring(item, declarations, given).score(*processing) : std::nullopt;
}

}  // namespace hornbook::qti
