// Facts of a question: what it is, asks, takes, gives and says, each by its name, so that two questions can be compared.
#pragma once

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "base/decimal.h"
#include "base/text.h"
#include "model/plain_text.h"
#include "model/quiz.h"

namespace hornbook {

using Facts = std::map<std::string, std::string>;

// A line that stands for a gap that is chosen for is longer in some formats.
inline std::string in_words(const std::string& text) {
    std::string result = collapse_spaces(text);
    for (std::size_t at = result.find("_____"); at != std::string::npos; at = result.find("_____")) {
        result.erase(at, 1);
    }
    return result;
}

inline std::string words(const Inlines& inlines) {
    return in_words(plain_text(inlines));
}

inline std::string words(const Blocks& blocks) {
    return in_words(plain_text(blocks));
}

// A third is 33%, and an answer to a gap that costs marks earns none.
inline std::string percent(double credit) {
    return std::to_string(std::lround(credit * 100)) + "%";
}

inline std::string told(const Blocks& feedback) {
    return feedback.empty() ? "" : ", told `" + words(feedback) + "`";
}

inline void add_facts(Facts& facts, const Select& select) {
    facts["kind"] = select.true_false ? "true or false" : select.several ? "choose all" : "choose one";
    auto right = static_cast<double>(std::count_if(select.choices.begin(), select.choices.end(), [](const Choice& c) { return c.right; }));
    for (const Choice& choice : select.choices) {
        double usual = choice.right ? (select.several ? 1 / right : 1) : select.several ? -1 / right : 0;
        facts["choice " + words(choice.text)] =
            (choice.right ? "right, " : "wrong, ") + percent(choice.credit.value_or(usual)) + told(choice.feedback);
    }
}

// Numbers by what they are: 40,000 is 40000.
inline std::string taken_by(const Accepted& accepted) {
    return accepted.number ? plain_decimal(accepted.number->low) + ".." + plain_decimal(accepted.number->high)
                           : collapse_spaces(accepted.text);
}

inline void add_facts(Facts& facts, const Fill& fill) {
    facts["kind"] = fill.in_text ? "gaps" : "blank";
    for (std::size_t i = 0; i < fill.blanks.size(); ++i) {
        std::string blank = "blank " + std::to_string(i + 1);
        for (const Accepted& accepted : fill.blanks[i].accepted) {
            facts[blank + " takes " + taken_by(accepted)] = percent(std::max(accepted.credit.value_or(1), 0.0)) + told(accepted.feedback);
        }
        facts[blank + " shows"] = taken_by(fill.blanks[i].accepted.at(0));
    }
}

inline void add_facts(Facts& facts, const Match& match) {
    facts["kind"] = "match";
    std::set<std::size_t> used;
    for (const MatchLeft& left : match.lefts) {
        used.insert(left.right);
        facts["pair " + words(left.text)] = words(match.rights.at(left.right)) + told(left.feedback);
    }
    for (std::size_t right = 0; right < match.rights.size(); ++right) {
        if (!used.contains(right)) {
            facts["without a partner " + words(match.rights[right])] = "";
        }
    }
}

inline void add_facts(Facts& facts, const Arrange& arrange) {
    facts["kind"] = "order";
    for (std::size_t i = 0; i < arrange.items.size(); ++i) {
        facts["place " + std::to_string(i + 1)] = words(arrange.items[i].text) + told(arrange.items[i].feedback);
    }
}

inline void add_facts(Facts& facts, const Essay&) {
    facts["kind"] = "written";
}

inline Facts facts_of(const Question& question) {
    Facts facts;
    std::visit([&](const auto& answer) { add_facts(facts, answer); }, question.answer);
    facts["id"] = question.id;
    facts["text"] = words(question.text);
    facts["body"] = words(question.body);
    facts["hint"] = words(question.hint);
    facts["feedback"] = words(question.feedback);
    facts["key"] = words(question.key);
    const auto* fill = std::get_if<Fill>(&question.answer);
    const auto* match = std::get_if<Match>(&question.answer);
    std::size_t usual = fill != nullptr ? fill->blanks.size() : match != nullptr ? match->lefts.size() : 1;
    facts["marks"] = plain_decimal(question.marks_set.value_or(static_cast<double>(usual)));
    return facts;
}

}  // namespace hornbook
