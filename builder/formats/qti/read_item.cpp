// Reader of an item, whose body is the text of a question with interactions in it.
#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include "base/folder.h"
#include "base/text.h"
#include "formats/html_of_node.h"
#include "formats/numbers.h"
#include "formats/qti/names.h"
#include "formats/qti/read_qti.h"
#include "model/plain_text.h"

namespace hornbook::qti {
namespace {

using Read = void (*)(ItemReader&, const XmlNode&, Question&);
struct BlockInteraction {
    std::string_view name;
    Read read;
};
constexpr std::array<BlockInteraction, 4> block_interactions = {{{qti_name::choice, read_choice},
                                                                 {qti_name::match, read_match},
                                                                 {qti_name::order, read_order},
                                                                 {qti_name::extended_text, read_extended_text}}};

const BlockInteraction* find_block(std::string_view name) {
    const auto* found =
        std::find_if(block_interactions.begin(), block_interactions.end(), [&](const BlockInteraction& row) { return row.name == name; });
    return found != block_interactions.end() ? found : nullptr;
}

// The contents of an item before it is divided into questions.
class ItemBody {
public:
    ItemBody(ItemReader& item) : item_(item) {}

    void read(const XmlNode& body) {
        html = within(body);
        std::size_t at = html.find(place_of_prompt);
        if (at != std::string::npos) {  // behind gaps, which are the first question, it is that of another one
            html.replace(at, place_of_prompt.size(), gaps.empty() ? prompt_of(*blocks.front()) : "");
        }
    }

    std::string html;  // without what is answered in blocks
    std::vector<const XmlNode*> blocks;
    std::vector<const XmlNode*> gaps;
    const XmlNode* gap_match = nullptr;
    const XmlNode* unknown = nullptr;
    Blocks key;
    Blocks hint;

private:
    static constexpr std::string_view place_of_prompt = "\x01";  // of the first block, which no XML holds

    std::string within(const XmlNode& node) {
        std::string result;
        for (const XmlNode& child : node.children) {
            result += of(child);
        }
        return result;
    }

    std::string of(const XmlNode& node) {
        if (node.name.empty()) {
            return html_escaped(node.text);
        }
        if (node.name == qti_name::text_entry || node.name == "inlineChoiceInteraction" || (node.name == "gap" && gap_match != nullptr)) {
            gaps.push_back(&node);
            return gap_in_html(gaps.size() - 1);
        }
        if (find_block(node.name) != nullptr) {
            blocks.push_back(&node);
            return blocks.size() == 1 ? std::string(place_of_prompt) : "";
        }
        if (node.name == "gapMatchInteraction" && gap_match == nullptr) {
            gap_match = &node;
            return prompt_of(node) + within(node);
        }
        if (node.name == "math") {
            return html_of_node(node);
        }
        if (node.name == "gapText" || node.name == "gapImg" || node.name == "prompt") {
            unknown = node.name == "gapImg" ? &node : unknown;
            return "";
        }
        if (node.name == "rubricBlock" || node.name == "infoControl" || node.name == "feedbackBlock" || node.name == "feedbackInline") {
            return aside(node);
        }
        if (node.name == "endAttemptInteraction") {
            item_.reader.not_kept(node.place, "a button of an item, by which a pupil asks for help or gives up, has no place here",
                                  "write what it shows in the chapter: `hint: …`");
            return "";
        }
        bool answered = node.name.ends_with("Interaction") || node.name == "printedVariable" || node.name == "templateInline" ||
                        node.name == "templateBlock";
        if (answered) {
            unknown = unknown == nullptr ? &node : unknown;
            return "";
        }
        std::string element = html_of_node({node.name, {}, node.attributes, {}, node.place});
        std::size_t end = element.rfind("</");
        return end == std::string::npos ? element + within(node) : element.substr(0, end) + within(node) + element.substr(end);
    }

    static std::string prompt_of(const XmlNode& interaction) {
        const XmlNode* prompt = interaction.child("prompt");
        if (prompt == nullptr) {
            return "";
        }
        std::string inside = html_within_node(*prompt);
        return holds_blocks(*prompt) ? inside : "<p>" + inside + "</p>";
    }

    // Takes notes to the marker, hints and feedback, which are not part of the question's text.
    std::string aside(const XmlNode& node) {
        Blocks more = item_.reader.blocks(item_.text(html_within_node(node), node.place));
        if (node.name == "feedbackBlock" || node.name == "feedbackInline") {
            item_.feedback.push_back({std::string(node.attribute("identifier")), std::move(more)});
            return "";
        }
        bool for_pupils = node.name == "rubricBlock" && node.attribute("view").find("candidate") != std::string_view::npos;
        if (for_pupils) {
            return html_within_node(node);
        }
        Blocks& where = node.name == "infoControl" ? hint : key;
        std::move(more.begin(), more.end(), std::back_inserter(where));
        return "";
    }

    ItemReader& item_;
};

Declarations declarations_of(const XmlNode& item) {
    Declarations result;
    for (const XmlNode* node : item.all("responseDeclaration")) {
        Declaration& row = result[std::string(node->attribute("identifier"))];
        row.several = node->attribute("cardinality") == "multiple";
        row.ordered = node->attribute("cardinality") == "ordered";
        row.number = node->attribute("baseType") == "float" || node->attribute("baseType") == "integer";
        if (const XmlNode* correct = node->child("correctResponse")) {
            for (const XmlNode* value : correct->all("value")) {
                row.correct.push_back(collapse_spaces(value->words()));
            }
        }
        if (const XmlNode* mapping = node->child("mapping")) {
            row.unmapped = machine_number(mapping->attribute("defaultValue")).value_or(0);
            row.least = machine_number(mapping->attribute("lowerBound"));
            row.most = machine_number(mapping->attribute("upperBound"));
            for (const XmlNode* entry : mapping->all("mapEntry")) {
                row.counts_capitals = row.counts_capitals || entry->attribute("caseSensitive") == "true";
                row.mapping.emplace_back(collapse_spaces(entry->attribute("mapKey")),
                                         machine_number(entry->attribute("mappedValue")).value_or(0));
            }
        }
    }
    return result;
}

std::optional<double> marks_of_item(const XmlNode& item) {
    for (const char* name : {qti_name::most_score, qti_name::score}) {
        for (const XmlNode* node : item.all("outcomeDeclaration")) {
            if (node->attribute("identifier") != name) {
                continue;
            }
            const XmlNode* value = node->child("defaultValue");
            std::string text = name == std::string_view(qti_name::score) ? std::string(node->attribute("normalMaximum"))
                               : value != nullptr                        ? value->words()
                                                                         : "";
            if (std::optional<double> marks = machine_number(text)) {
                return marks;
            }
        }
    }
    return std::nullopt;
}

// Takes a gap alone in a paragraph below the question away: it is room for the answer, not part of the text.
void take_lone_gap(Question& question) {
    auto* fill = std::get_if<Fill>(&question.answer);
    if (fill == nullptr || fill->blanks.size() != 1) {
        return;
    }
    auto is_gap = [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.kind);
        return paragraph != nullptr && paragraph->text.size() == 1 && std::holds_alternative<Gap>(paragraph->text.front().kind);
    };
    auto found = std::find_if(question.body.begin(), question.body.end(), is_gap);
    if (found != question.body.end()) {
        question.body.erase(found);
        fill->in_text = false;
    }
}

class ItemQuestions {
public:
    ItemQuestions(ItemReader& item, ItemBody& body) : item_(item), body_(body) {}

    std::vector<Question> read() {
        if (!body_.gaps.empty()) {
            Question& question = begin();
            body_.gap_match != nullptr ? read_gap_match(question) : read_gaps(question);
        }
        for (const XmlNode* interaction : body_.blocks) {
            Question& question = begin();
            if (questions_.size() == 1) {
                item_.reader.question_text(item_.text(body_.html, item_.item.place), question);
            } else if (const XmlNode* prompt = interaction->child("prompt")) {
                item_.reader.question_text(item_.text(html_within_node(*prompt), prompt->place), question);
            }
            find_block(interaction->name)->read(item_, *interaction, question);
        }
        std::for_each(questions_.begin(), questions_.end(), [&](Question& question) { finish(question); });
        if (questions_.size() > 1) {
            item_.reader.not_kept(item_.item.place, "an item that asks several things is several questions here, the first with its text",
                                  "look whether each of them can stand by itself");
        }
        return std::move(questions_);
    }

private:
    Question& begin() {
        Question& question = questions_.emplace_back();
        question.place = item_.reader.place_of(item_.item.place);
        question.name = questions_.size() == 1 ? std::string(item_.item.attribute("identifier")) : "";
        return question;
    }

    void read_gaps(Question& question) {
        Fill fill;
        fill.in_text = true;
        bool chosen = false;
        std::string html = body_.html;
        for (std::size_t i = 0; i < body_.gaps.size(); ++i) {
            const XmlNode& gap = *body_.gaps[i];
            if (gap.name == qti_name::text_entry) {
                fill.blanks.push_back(read_text_entry(item_, gap));
                continue;
            }
            if (body_.gaps.size() == 1) {
                return read_one_choice(question, gap);
            }
            chosen = true;
            fill.blanks.push_back(read_inline_choice(item_, gap));
            std::vector<std::string> words;
            for (const XmlNode* choice : gap.all("inlineChoice")) {
                words.push_back(words_of_choice(item_, *choice));
            }
            std::sort(words.begin(), words.end());  // their order tells nothing
            std::string mark = gap_in_html(i);
            html.insert(html.find(mark) + mark.size(), html_escaped(" (" + join(words, " / ") + ")"));
        }
        if (chosen) {
            item_.reader.not_kept(item_.item.place, "gaps with choices become gaps to write in, with the choices behind them",
                                  "look whether a question with choices would do better");
        }
        tell_gaps();
        question.answer = std::move(fill);
        item_.reader.question_text(item_.text(html, item_.item.place), question);
        take_lone_gap(question);
    }

    void tell_gaps() {
        std::vector<Given> missing;
        for (const XmlNode* gap : body_.gaps) {
            Given& given = missing.emplace_back(all_right(item_));
            given.erase(std::string(gap->attribute("responseIdentifier")));
            given.erase(std::string(gap->attribute("stringIdentifier")));
        }
        tell_parts(item_, missing, "gaps");
    }

    void read_one_choice(Question& question, const XmlNode& gap) {
        std::string html = body_.html;
        std::string mark = gap_in_html(0);
        html.replace(html.find(mark), mark.size(), "____");
        item_.reader.question_text(item_.text(html, item_.item.place), question);
        read_choice(item_, gap, question);
    }

    void read_gap_match(Question& question) {
        std::map<std::string, std::string, std::less<>> words;
        std::vector<std::string> all;
        for (const XmlNode* text : body_.gap_match->all("gapText")) {
            words[std::string(text->attribute("identifier"))] = all.emplace_back(collapse_spaces(text->words()));
        }
        Fill fill;
        fill.in_text = true;
        for (const XmlNode* gap : body_.gaps) {
            Blank blank{{}, item_.reader.place_of(gap->place)};
            for (const std::string& pair : item_.declared(*body_.gap_match).correct) {
                std::size_t space = std::min(pair.find(' '), pair.size());
                if (pair.substr(std::min(space + 1, pair.size())) == gap->attribute("identifier")) {
                    blank.accepted.push_back({words[pair.substr(0, space)], std::nullopt, std::nullopt, {}, blank.place});
                }
            }
            finish_blank(item_.reader, blank);
            fill.blanks.push_back(std::move(blank));
        }
        question.answer = std::move(fill);
        item_.reader.question_text(item_.text(body_.html, item_.item.place), question);
        question.body.push_back(word_bank(plain_text(question.text), all, question.place));
        tell_pairs(item_, std::string(body_.gap_match->attribute("responseIdentifier")));
        item_.reader.not_kept(item_.item.place, "gaps for words to drag become gaps to write in, with the words below the text",
                              "look whether pairs would do better: `- left -> right`");
    }

    void finish(Question& question) {
        bool first = &question == questions_.data();
        if (question.text.empty()) {
            std::string title(trim(item_.item.attribute("title")));
            question.text.push_back({Text{title.empty() ? "?" : title}, question.place});
            item_.reader.not_kept(item_.item.place, "this question begins without words, so the item's title is its heading now",
                                  "look that it does not say the answer");
        }
        if (!first) {
            return;
        }
        std::move(body_.key.begin(), body_.key.end(), std::back_inserter(question.key));
        question.hint = std::move(body_.hint);
        std::optional<double> declared = questions_.size() == 1 ? marks_of_item(item_.item) : std::nullopt;
        std::optional<double> reckoned = questions_.size() == 1 && !declared ? item_.score(all_right(item_)) : std::nullopt;
        if (declared || (reckoned && *reckoned > 0)) {
            set_marks(question, declared ? *declared : *reckoned);
        }
        bool named = false;
        for (Feedback& feedback : item_.feedback) {
            auto is_in = [&](const std::vector<std::string>& list) {
                return std::find(list.begin(), list.end(), feedback.identifier) != list.end();
            };
            bool hint = is_in(item_.rules.hints);
            named = named || (!feedback.identifier.empty() && !hint && !is_in(item_.rules.always));
            std::move(feedback.blocks.begin(), feedback.blocks.end(), std::back_inserter(hint ? question.hint : question.feedback));
        }
        if (named) {
            item_.reader.not_kept(item_.item.place, "feedback that the item's own rules choose is feedback of the question now",
                                  "look whether it may be told after any answer");
        }
    }

    ItemReader& item_;
    ItemBody& body_;
    std::vector<Question> questions_;
};

}  // namespace

namespace {

// Reports unknown rules of questions that are marked by rules.
void tell_rules(const ItemReader& item, const std::vector<Question>& questions) {
    bool marked = std::any_of(questions.begin(), questions.end(),
                              [](const Question& question) { return !std::holds_alternative<Essay>(question.answer); });
    const XmlNode* rules = item.item.child("responseProcessing");
    bool some = rules != nullptr && (!rules->children.empty() || !rules->attribute("template").empty());
    if (marked && some && !item.score(all_right(item))) {
        item.reader.not_kept(item.item.place,
                             "the rules by which this item is marked are not all known here, so its right answers earn the marks",
                             "look at the marks of this question");
    }
    auto capitals = [](const auto& row) { return row.second.counts_capitals; };
    if (marked && std::any_of(item.declarations.begin(), item.declarations.end(), capitals)) {
        item.reader.not_kept(item.item.place, "capitals count in this item; here they do not", "say so in the question if they matter");
    }
}

}  // namespace

std::vector<Question> read_item(BankReader& reader, const XmlNode& item, const std::string& file) {
    ItemReader context{reader, item, std::string(folder_of(file)), declarations_of(item), rules_of(item), {}};
    ItemBody body(context);
    body.unknown = item.child("templateDeclaration");  // numbers drawn by chance
    if (const XmlNode* node = item.child("itemBody")) {
        body.read(*node);
    }
    std::string title = item.attribute("title").empty() ? std::string(item.attribute("identifier")) : std::string(item.attribute("title"));
    if (body.unknown != nullptr || (body.blocks.empty() && body.gaps.empty())) {
        std::string what = body.unknown != nullptr ? "<" + body.unknown->name + "> is not known here" : "this item asks nothing";
        reader.not_kept(body.unknown != nullptr ? body.unknown->place : item.place, what + ", so `" + title + "` is left out",
                        "write it anew in the chapter");
        return {};
    }
    for (const XmlNode* feedback : item.all("modalFeedback")) {
        bool of_others = feedback->attribute("showHide") == "hide";  // it is for all answers but this one
        context.feedback.push_back({(of_others ? "not " : "") + std::string(feedback->attribute("identifier")),
                                    reader.blocks(context.text(html_within_node(*feedback), feedback->place))});
    }
    std::vector<Question> questions = ItemQuestions(context, body).read();
    tell_rules(context, questions);
    return questions;
}

}  // namespace hornbook::qti
