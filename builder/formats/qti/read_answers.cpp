// Reader of interactions: QTI interaction -> Answer.
#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/folder.h"
#include "base/text.h"
#include "formats/html_of_node.h"
#include "formats/numbers.h"
#include "formats/qti/read_qti.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"

namespace hornbook::qti {
namespace {

Blocks feedback_within(ItemReader& item, const XmlNode& node) {
    Blocks result;
    for (const XmlNode& child : node.children) {
        if (child.name == "feedbackInline" || child.name == "feedbackBlock") {
            Blocks more = item.reader.blocks(item.text(html_within_node(child), child.place));
            std::move(more.begin(), more.end(), std::back_inserter(result));
        }
    }
    return result;
}

// The feedback on a choice: that within it, and that which the item gives for it.
Blocks feedback_on_choice(ItemReader& item, const XmlNode& choice) {
    Blocks result = feedback_within(item, choice);
    Blocks more = take_feedback(item, choice.attribute("identifier"));
    std::move(more.begin(), more.end(), std::back_inserter(result));
    return result;
}

Inlines words_of_node(ItemReader& item, const XmlNode& node) {
    return item.reader.words(item.text(html_within_node(node), node.place));
}

}  // namespace

std::string words_of_choice(ItemReader& item, const XmlNode& choice) {
    return collapse_spaces(plain_text(words_of_node(item, choice)));
}

Blocks take_feedback(ItemReader& item, std::string_view identifier) {
    Blocks result;
    for (Feedback& row : item.feedback) {
        if (!identifier.empty() && row.identifier == identifier) {
            std::move(row.blocks.begin(), row.blocks.end(), std::back_inserter(result));
            row = {};
        }
    }
    return result;
}

BankText text_in(const BankReader& reader, const std::string& folder, const std::string& html, XmlPlace place) {
    auto picture = [&reader, folder](const std::string& address) -> std::optional<std::string> {
        bool local = address.find("://") == std::string::npos && !address.starts_with('/');
        return local && reader.request.open ? reader.request.open(path_within(folder, address)) : std::nullopt;
    };
    return {html, TextFormat::html, place, picture};
}

BankText ItemReader::text(const std::string& html, XmlPlace place) const {
    return text_in(reader, folder, html, place);
}

const Declaration& ItemReader::declared(const XmlNode& interaction) {
    return declarations[std::string(interaction.attribute("responseIdentifier"))];
}

bool holds_blocks(const XmlNode& node) {
    constexpr std::array<std::string_view, 9> names = {"p", "div", "ul", "ol", "table", "blockquote", "pre", "dl", "h3"};
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](const XmlNode& child) { return std::find(names.begin(), names.end(), child.name) != names.end(); });
}

void read_choice(ItemReader& item, const XmlNode& interaction, Question& question) {
    const Declaration& declared = item.declared(interaction);
    Select select;
    select.several = declared.several;
    std::vector<std::string> identifiers;
    for (const XmlNode& node : interaction.children) {
        if (node.name != "simpleChoice" && node.name != "inlineChoice") {
            continue;
        }
        identifiers.emplace_back(node.attribute("identifier"));
        Choice& choice = select.choices.emplace_back();
        choice.text = words_of_node(item, node);
        choice.right = contains(declared.correct, identifiers.back());
        choice.feedback = feedback_on_choice(item, node);
        choice.place = item.reader.place_of(node.place);
    }
    std::vector<double> weights = choice_weights(item, std::string(interaction.attribute("responseIdentifier")), identifiers);
    bool otherwise = false;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        bool called_right = select.choices[i].right;
        if (declared.correct.empty() || !declared.several) {  // of one to choose, each that earns all is right
            select.choices[i].right = declared.several ? weights[i] > 0 : weights[i] >= 1;
        } else {  // of several, one that earns nothing is wrong, and one that earns all by itself is right
            select.choices[i].right = weights[i] >= 1 || (called_right && weights[i] > 0);
        }
        otherwise = otherwise || (called_right && !select.choices[i].right);
    }
    if (otherwise) {
        item.reader.not_kept(
            item.item.place,
            "the item's own rules give the marks to another choice than the one it calls correct, and so does this question",
            "look which of them is right");
    }
    finish_choices(item.reader, question, std::move(select), weights, interaction.attribute("shuffle") == "true");
}

// Reports where not each pair earns its share, or a wrong one earns or loses something.
void tell_pairs(ItemReader& item, const std::string& response) {
    Given right = all_right(item);
    std::vector<Given> missing;
    bool costs = false;
    for (const std::string& pair : right[response]) {
        Given& given = missing.emplace_back(right);
        std::erase(given[response], pair);
        Given wrong = given;
        std::string other = pair.substr(0, pair.find(' ')) + " ?";
        wrong[response].push_back(other);
        std::optional<double> without = item.score(given);
        std::optional<double> with = item.score(wrong);
        costs = costs || (without && with && *with < *without);
    }
    tell_parts(item, missing, "pairs");
    if (costs) {
        item.reader.not_kept(item.item.place, "a wrong pair costs marks in this item; here it earns none",
                             "say in the question that guessing is free");
    }
}

void read_match(ItemReader& item, const XmlNode& interaction, Question& question) {
    std::vector<const XmlNode*> sets = interaction.all("simpleMatchSet");
    PairsDraft pairs;
    if (sets.size() == 2) {
        const Declaration& declared = item.declared(interaction);
        std::vector<std::string> used;
        for (const XmlNode* left : sets[0]->all("simpleAssociableChoice")) {
            std::string_view identifier = left->attribute("identifier");
            const XmlNode* partner = nullptr;
            for (const XmlNode* right : sets[1]->all("simpleAssociableChoice")) {
                bool belongs = contains(declared.correct, std::string(identifier) + " " + std::string(right->attribute("identifier")));
                if (belongs && partner != nullptr) {
                    item.reader.not_kept(left->place, "an item on the left has one partner here, so its others are left out",
                                         "write them as items of their own in the chapter");
                } else if (belongs) {
                    partner = right;
                }
            }
            if (partner == nullptr) {
                item.reader.not_kept(left->place, "an item on the left without a partner is left out", "give it one in the chapter");
                continue;
            }
            used.emplace_back(partner->attribute("identifier"));
            MatchLeft row{words_of_node(item, *left), no_index, take_feedback(item, identifier), item.reader.place_of(left->place)};
            add_pair(item.reader.prose(), pairs, std::move(row), words_of_node(item, *partner));
        }
        for (const XmlNode* right : sets[1]->all("simpleAssociableChoice")) {
            if (!contains(used, right->attribute("identifier"))) {
                add_pair(item.reader.prose(), pairs, {{}, no_index, {}, item.reader.place_of(right->place)}, words_of_node(item, *right));
            }
        }
    }
    tell_pairs(item, std::string(interaction.attribute("responseIdentifier")));
    check_pairs(item.reader.prose(), pairs.match, question.place);
    question.answer = std::move(pairs.match);
}

void read_order(ItemReader& item, const XmlNode& interaction, Question& question) {
    const Declaration& declared = item.declared(interaction);
    Arrange arrange;
    std::vector<const XmlNode*> choices = interaction.all("simpleChoice");
    for (const std::string& identifier : declared.correct) {
        for (const XmlNode* choice : choices) {
            if (choice->attribute("identifier") == identifier) {
                arrange.items.push_back(
                    {{}, words_of_node(item, *choice), take_feedback(item, identifier), item.reader.place_of(choice->place)});
            }
        }
    }
    for (const XmlNode* choice : choices) {
        if (!contains(declared.correct, choice->attribute("identifier"))) {
            item.reader.not_kept(choice->place, "an item that has no place in the right order is left out", "give it one in the chapter");
        }
    }
    Given swapped = all_right(item);
    std::vector<std::string>& order = swapped[std::string(interaction.attribute("responseIdentifier"))];
    if (order.size() > 2) {
        std::swap(order.back(), order[order.size() - 2]);
        if (std::optional<double> score = item.score(swapped); score && *score <= 0) {
            tell_all_or_nothing(item, "order");
        }
    }
    check_order(item.reader.prose(), arrange, item.reader.place_of(interaction.place), order_hint);
    question.answer = std::move(arrange);
}

void read_extended_text(ItemReader& item, const XmlNode& interaction, Question& question) {
    Essay essay;
    if (std::optional<double> lines = machine_number(interaction.attribute("expectedLines")); lines && *lines >= 1 && *lines <= 100) {
        essay.lines = static_cast<int>(*lines);
    }
    for (const std::string& answer : item.declared(interaction).correct) {  // a model answer, since no machine can mark it
        Blocks more = item.reader.blocks(item.text(html_escaped(answer), interaction.place));
        std::move(more.begin(), more.end(), std::back_inserter(question.key));
    }
    question.answer = essay;
}

Blank read_inline_choice(ItemReader& item, const XmlNode& interaction) {
    Blank blank{{}, item.reader.place_of(interaction.place)};
    std::vector<const XmlNode*> choices = interaction.all("inlineChoice");
    std::vector<std::string> identifiers;
    for (const XmlNode* choice : choices) {
        identifiers.emplace_back(choice->attribute("identifier"));
    }
    std::vector<double> weights = choice_weights(item, std::string(interaction.attribute("responseIdentifier")), identifiers);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        Accepted row;
        row.feedback = feedback_on_choice(item, *choices[i]);
        row.text = words_of_choice(item, *choices[i]);
        row.credit = weights[i] >= 1 ? std::nullopt : std::optional(weights[i]);
        row.place = blank.place;
        if (weights[i] > 0 || !row.feedback.empty()) {
            blank.accepted.push_back(std::move(row));
        }
    }
    finish_blank(item.reader, blank);
    return blank;
}

}  // namespace hornbook::qti
