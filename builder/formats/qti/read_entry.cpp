// Reader of text entries: a blank, and the answers that its declarations and rules accept.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"
#include "formats/numbers.h"
#include "formats/qti/read_qti.h"
#include "reading/questions/answer_forms.h"

namespace hornbook::qti {
namespace {

// The <equal> with a tolerance about this response, such as "absolute" and "0.5 0.5"; null: there is none.
const XmlNode* tolerance_of(const XmlNode& node, std::string_view response) {
    if (node.name == "equal" && !node.attribute("tolerance").empty()) {
        bool about = std::any_of(node.children.begin(), node.children.end(), [&](const XmlNode& child) {
            return child.name == "variable" && child.attribute("identifier") == response;
        });
        return about ? &node : nullptr;
    }
    for (const XmlNode& child : node.children) {
        if (const XmlNode* found = tolerance_of(child, response)) {
            return found;
        }
    }
    return nullptr;
}

std::optional<Accepted> accepted_number(ItemReader& item, const XmlNode& interaction, const std::string& text) {
    std::optional<double> number = machine_number(text);
    if (!number) {
        return std::nullopt;
    }
    std::string_view language = item.reader.request.language;
    const XmlNode* rules = item.item.child("responseProcessing");
    const XmlNode* equal = rules != nullptr ? tolerance_of(*rules, interaction.attribute("responseIdentifier")) : nullptr;
    std::vector<std::string_view> margins =
        equal != nullptr ? split(trim(equal->attribute("tolerance")), ' ') : std::vector<std::string_view>();
    double below = margins.empty() ? 0 : machine_number(margins.front()).value_or(0);
    double above = margins.empty() ? 0 : machine_number(margins.back()).value_or(0);
    if (equal != nullptr && equal->attribute("toleranceMode") == "relative") {  // in hundredths of the number
        below *= std::abs(*number) / 100;
        above *= std::abs(*number) / 100;
    }
    Accepted row;
    std::string plain = plain_decimal(*number);
    row.number = NumberRange{sum_of_decimals(plain, plain_decimal(-below)), sum_of_decimals(plain, plain_decimal(above))};
    row.text = below == 0 && above == 0 ? number_in_words(*number, language)
               : below == above         ? number_in_words(*number, language) + " ± " + number_in_words(below, language)
                                        : number_in_words(row.number->low, language) + ".." + number_in_words(row.number->high, language);
    return row;
}

// Whether two answers are the same but for case, a full stop at the end, or the spelling of a number.
bool is_same_answer(const Accepted& one, const Accepted& other) {
    auto folded = [](const Accepted& accepted) {
        std::string text = fold_case(accepted.text);
        text.resize(text.size() - (text.ends_with('.') ? 1 : 0));
        return text;
    };
    bool numbers = one.number && other.number && one.number->low == other.number->low && one.number->high == other.number->high;
    return numbers || folded(one) == folded(other);
}

class EntryReader {
public:
    EntryReader(ItemReader& item, const XmlNode& interaction) : item_(item), interaction_(interaction) {
        blank_.place = item.reader.place_of(interaction.place);
    }

    // Reads the blank; a response of numbers may have another in words beside it.
    Blank read() {
        std::vector<std::string> responses;
        for (const char* name : {"responseIdentifier", "stringIdentifier"}) {
            if (std::string response(interaction_.attribute(name)); !response.empty()) {
                responses.push_back(std::move(response));
            }
        }
        for (const std::string& response : responses) {
            find_most(response);
            find_whole(response);
        }
        std::stable_partition(responses.begin(), responses.end(),  // what is shown comes first
                              [&](const std::string& response) { return !item_.declarations[response].correct.empty(); });
        for (const std::string& response : responses) {
            add_ranges(response);
            add_declared(response);
        }
        finish_blank(item_.reader, blank_);
        return std::move(blank_);
    }

private:
    bool is_range(const Rule& rule, const std::string& response) const {
        return rule.response == response && rule.numbers.has_value();
    }

    void find_whole(const std::string& response) {
        const Declaration& declared = item_.declarations[response];
        for (const std::string& right : declared.correct) {
            whole_ = std::max(whole_, earned(response, right));
        }
        for (const auto& [key, value] : declared.mapping) {
            whole_ = std::max(whole_, earned(response, key));
        }
    }

    void find_most(const std::string& response) {
        for (const auto& [key, value] : item_.declarations[response].mapping) {
            most_ = std::max(most_, value);
        }
        for (const Rule& rule : item_.rules.answers) {
            most_ = is_range(rule, response) ? std::max(most_, rule.marks.value_or(0)) : most_;
        }
    }

    void add(Accepted row, double weight, Blocks feedback) {
        row.place = blank_.place;
        row.credit = weight == 1 ? std::nullopt : std::optional(weight);
        auto known =
            std::find_if(blank_.accepted.begin(), blank_.accepted.end(), [&](const Accepted& other) { return is_same_answer(row, other); });
        if (known == blank_.accepted.end()) {
            row.feedback = std::move(feedback);
            blank_.accepted.push_back(std::move(row));
            return;
        }
        std::move(feedback.begin(), feedback.end(), std::back_inserter(known->feedback));
        if (known->credit != row.credit) {  // the grader takes what earns more
            item_.reader.not_kept(interaction_.place,
                                  "`" + known->text + "` and `" + row.text + "` are one answer here, which earns what the better one earns",
                                  "keep one of the two");
            known->credit = known->credit.value_or(1) >= row.credit.value_or(1) ? known->credit : row.credit;
        }
    }

    void add_ranges(const std::string& response) {
        for (const Rule& rule : item_.rules.answers) {
            if (!is_range(rule, response) || !rule.marks) {
                continue;
            }
            std::string_view language = item_.reader.request.language;
            Accepted row;
            row.number = rule.numbers;
            row.text = number_in_words(rule.numbers->low, language);
            row.text += rule.numbers->low < rule.numbers->high ? ".." + number_in_words(rule.numbers->high, language) : "";
            add(std::move(row), most_ > 0 ? *rule.marks / most_ : 1, feedback_on(response, *rule.numbers));
            has_ranges_ = true;
        }
    }

    void add_declared(const std::string& response) {
        const Declaration& declared = item_.declarations[response];
        if (declared.number && has_ranges_) {
            return;  // its right answer is one of many
        }
        std::vector<std::string> answers = declared.correct;
        for (const auto& [key, value] : declared.mapping) {
            if (!contains(answers, key)) {
                answers.push_back(key);
            }
        }
        for (std::size_t i = 0; i < answers.size(); ++i) {
            std::optional<Accepted> number = declared.number ? accepted_number(item_, interaction_, answers[i]) : std::nullopt;
            double weight = weight_of(response, answers[i]);
            Blocks feedback = take_feedback(item_, answers[i]);
            Blocks more = feedback_on(response, answers[i]);
            std::move(more.begin(), more.end(), std::back_inserter(feedback));
            add(number ? std::move(*number) : words_from(answers[i]), weight, std::move(feedback));
        }
    }

    // The weight of an answer by the item's rules, or by its declarations where the rules are not known.
    double weight_of(const std::string& response, const std::string& answer) {
        const Declaration& declared = item_.declarations[response];
        double share = whole_ > 0                               ? earned(response, answer) / whole_
                       : most_ > 0 && !declared.mapping.empty() ? marks_of(declared, {answer}) / most_
                       : contains(declared.correct, answer)     ? 1
                                                                : 0;
        return std::round(std::clamp(share, -1.0, 1.0) * 1e7) / 1e7;
    }

    double earned(const std::string& response, const std::string& answer) const {
        Given given = all_right(item_);
        given.erase(std::string(interaction_.attribute("responseIdentifier")));
        given.erase(std::string(interaction_.attribute("stringIdentifier")));
        std::optional<double> without = item_.score(given);
        given[response] = {answer};
        std::optional<double> with = item_.score(given);
        return without && with ? *with - *without : 0;
    }

    Accepted words_from(const std::string& answer) {
        return accepted_from(item_.reader.prose(),
                             {item_.reader.prose().scratch.made.emplace_back(answer), blank_.place.line, blank_.place.column});
    }

    Blocks feedback_on(const std::string& response, const NumberRange& range) {
        for (const Rule& rule : item_.rules.answers) {
            if (is_range(rule, response) && rule.numbers->low == range.low && rule.numbers->high == range.high && !rule.feedback.empty()) {
                return take_feedback(item_, rule.feedback);
            }
        }
        return {};
    }

    Blocks feedback_on(const std::string& response, const std::string& words) {
        for (const Rule& rule : item_.rules.answers) {
            if (rule.response == response && contains(rule.words, words) && !rule.feedback.empty()) {
                return take_feedback(item_, rule.feedback);
            }
        }
        return {};
    }

    ItemReader& item_;
    const XmlNode& interaction_;
    Blank blank_;
    double most_ = 0;   // that the item declares
    double whole_ = 0;  // that its rules give; 0: they are not known
    bool has_ranges_ = false;
};

}  // namespace

Blank read_text_entry(ItemReader& item, const XmlNode& interaction) {
    return EntryReader(item, interaction).read();
}

}  // namespace hornbook::qti
