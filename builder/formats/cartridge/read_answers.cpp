// Choices, pairs and orders of QTI 1.2; what each earns is found by running the item's own rules.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "formats/cartridge/read_item.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"

namespace hornbook::qti1 {

// The share that an answer to one response earns, while all others are right, of what the right answer earns.
double ItemReader::earned(const Response& response, const std::vector<std::string>& answer) const {
    Given given = right_;
    given[response.ident].clear();
    double without = rules_.score(given);
    given[response.ident] = answer;
    return rules_.score(given) - without;
}

void ItemReader::find_right() {
    for (const Response& response : responses_) {
        right_[response.ident] = rules_.wanted(response.ident);
    }
}

void ItemReader::read_choices(Question& question) {
    read_text(question);
    if (!has_responses(1)) {
        return;
    }
    find_right();
    Response& response = responses_.front();
    std::erase_if(response.labels, [&](const Label& label) {  // Canvas keeps empty rows of its form
        return trim(html_within(*label.node)).empty() && !contains(right_[response.ident], label.ident);
    });
    bool several = fold_case(response.node->attribute("rcardinality")) == "multiple" || type_ == "multiple_answers_question";
    const std::vector<std::string> right = right_[response.ident];
    Select select;
    select.several = several;
    std::vector<double> weights = several ? weights_together(response, right) : weights_alone(response);
    for (std::size_t i = 0; i < response.labels.size(); ++i) {
        const Label& label = response.labels[i];
        Choice& choice = select.choices.emplace_back();
        choice.text = reader_.words(text(html_within(*label.node)));
        choice.right = weights[i] >= 1 || (several && weights[i] > 0 && contains(right, label.ident));
        choice.feedback = feedback_on(response, label.ident);
        choice.place = reader_.place_of(label.node->place);
    }
    const XmlNode* render = find_below(*response.node, "render_choice");
    bool shuffled = render != nullptr && fold_case(render->attribute("shuffle")) == "yes";
    finish_choices(reader_, question, std::move(select), weights, shuffled);
}

std::vector<double> ItemReader::weights_alone(const Response& response) const {
    std::vector<double> weights;
    for (const Label& label : response.labels) {
        weights.push_back(rules_.score({{response.ident, {label.ident}}}));
    }
    double most = weights.empty() ? 0 : *std::max_element(weights.begin(), weights.end());
    for (double& weight : weights) {
        weight = most > 0 ? std::clamp(weight / most, -1.0, 1.0) : 0;
    }
    return weights;
}

// Weights of choices of which several are right. Where one missed or one too many loses everything, it is marked all or nothing, which is
// reported.
std::vector<double> ItemReader::weights_together(const Response& response, const std::vector<std::string>& right) {
    constexpr double nearly = 0.01;
    double whole = earned(response, right);
    std::vector<double> weights;
    double sum = 0;
    for (const Label& label : response.labels) {
        std::vector<std::string> other = right;
        bool wanted = std::erase(other, label.ident) > 0;
        if (!wanted) {
            other.push_back(label.ident);
        }
        double lost = whole > 0 ? (whole - earned(response, other)) / whole : 0;
        weights.push_back(std::clamp(wanted ? lost : -lost, -1.0, 1.0));
        sum += wanted ? weights.back() : 0;
    }
    if (std::abs(sum - 1) <= nearly) {
        return weights;
    }
    double share = right.empty() ? 1 : 1 / static_cast<double>(right.size());
    std::transform(response.labels.begin(), response.labels.end(), weights.begin(),
                   [&](const Label& label) { return contains(right, label.ident) ? share : -share; });
    if (right.size() > 1) {
        reader_.not_kept(item_.place, "Hornbook does not mark all or nothing, so this question gives part marks",
                         "set `marks:` in the chapter if that matters");
    }
    return weights;
}

void ItemReader::read_pairs(Question& question) {
    read_text(question);
    find_right();
    PairsDraft pairs;
    std::vector<std::string> used;
    std::vector<double> worth;
    for (const Response& response : responses_) {
        std::string left;
        for (const XmlNode& child : response.node->children) {
            left += child.name == "material" ? html_of_material(child) : "";
        }
        const std::vector<std::string>& right = right_[response.ident];
        auto partner =
            std::find_if(response.labels.begin(), response.labels.end(), [&](const Label& label) { return contains(right, label.ident); });
        if (partner == response.labels.end()) {
            reader_.not_kept(response.node->place, "an item on the left without a partner is left out", "give it one in the chapter");
            continue;
        }
        used.push_back(partner->ident);
        worth.push_back(earned(response, {partner->ident}));
        MatchLeft row{reader_.words(text(left)), no_index, feedback_on(response, partner->ident), reader_.place_of(response.node->place)};
        add_pair(reader_.prose(), pairs, std::move(row), reader_.words(text(html_within(*partner->node))));
    }
    for (const Response& response : responses_) {
        for (const Label& label : response.labels) {
            if (!contains(used, label.ident)) {
                used.push_back(label.ident);
                add_pair(reader_.prose(), pairs, {{}, no_index, {}, question_place()}, reader_.words(text(html_within(*label.node))));
            }
        }
    }
    constexpr double nearly = 0.02;  // in hundredths of the marks, which Canvas rounds
    if (std::any_of(worth.begin(), worth.end(), [&](double w) { return std::abs(w - worth.front()) > nearly; })) {
        reader_.not_kept(item_.place, "pairs of one question earn the same marks here; in this item they do not",
                         "divide the question, or set `marks:` in the chapter");
    }
    check_pairs(reader_.prose(), pairs.match, question.place);
    question.answer = std::move(pairs.match);
}

void ItemReader::read_order(Question& question) {
    read_text(question);
    Arrange arrange;
    if (has_responses(1)) {
        const Response& response = responses_.front();
        for (const std::string& ident : rules_.wanted(response.ident)) {
            for (const Label& label : response.labels) {
                if (label.ident == ident) {
                    arrange.items.push_back({{},
                                             reader_.words(text(html_within(*label.node))),
                                             feedback_on(response, ident),
                                             reader_.place_of(label.node->place)});
                }
            }
        }
        if (arrange.items.size() < response.labels.size()) {
            reader_.not_kept(item_.place, "items that have no place in the right order are left out", "give them one in the chapter");
        }
        reader_.not_kept(item_.place, "Hornbook does not mark all or nothing, so this order gives part marks",
                         "set `marks:` in the chapter if that matters");
    }
    check_order(reader_.prose(), arrange, question.place, order_hint);
    question.answer = std::move(arrange);
}

void ItemReader::read_written(Question& question) {
    read_text(question);
    if (type_ == "file_upload_question") {
        reader_.not_kept(item_.place, "pupils cannot hand in files here", "say in the question how they are to be handed in");
    }
    question.answer = Essay{};
}

}  // namespace hornbook::qti1
