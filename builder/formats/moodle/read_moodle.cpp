// Reader of Moodle XML: <quiz> with a <question type="…"> for each question, and for each category, to which the next ones belong.
#include "formats/moodle/read_moodle.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "base/entities.h"
#include "base/text.h"
#include "formats/categories.h"
#include "formats/moodle/moodle.h"
#include "formats/moodle/names.h"
#include "formats/moodle/settings.h"
#include "formats/numbers.h"
#include "formats/order_rule.h"
#include "model/mistakes.h"
#include "reading/questions/answer_forms.h"
#include "reading/questions/weights.h"

namespace hornbook {
namespace {

using moodle::fraction_of;
using moodle::has_text;
using moodle::text_in;

constexpr double usual_grade = 1;  // of a whole question that says none, however many parts it has

bool is_set(const XmlNode& question, std::string_view name) {
    const XmlNode* node = question.child(name);
    std::string words = node != nullptr ? fold_case(trim(node->words())) : "";
    return words == "true" || words == "1" || words == "yes";
}

std::string plain(const XmlNode& node, std::string_view name) {
    const XmlNode* child = node.child(name);
    return child != nullptr ? std::string(trim(child->words())) : std::string();
}

// Whether it is feedback that Moodle writes by itself.
bool is_usual_feedback(std::string_view text) {
    constexpr std::array<std::string_view, 3> usual = {"Your answer is correct.", "Your answer is partially correct.",
                                                       "Your answer is incorrect."};
    return std::any_of(usual.begin(), usual.end(), [&](std::string_view words) { return text.find(words) != std::string_view::npos; }) &&
           text.size() < 60;
}

class MoodleReader {
public:
    explicit MoodleReader(BankReader& reader) : reader_(reader) {}

    void read(const XmlNode& root) {
        quiz_.place = reader_.place_of(root.place);
        for (const XmlNode* node : root.all("question")) {
            read_question(*node);
        }
        finish_quiz();
        tell_settings(reader_, settings_, moodle::settings_in_words);
    }

private:
    void finish_quiz() {
        reader_.add_quiz(std::exchange(quiz_, {}));
    }

    void read_question(const XmlNode& node) {
        if (!reader_.is_bounded(node)) {
            return;
        }
        std::string_view type = node.attribute("type");
        if (type == moodle_name::category) {
            return read_category(node);
        }
        if (type == "description") {
            Blocks description = reader_.blocks(text_in(node.child(moodle_name::question_text)));
            append(description, reader_.blocks(text_in(node.child(moodle_name::general_feedback))));
            return reader_.add_description(quiz_, std::move(description), reader_.place_of(node.place));
        }
        Question question;
        question.place = reader_.place_of(node.place);
        if (!read_by_type(node, type, question)) {
            return leave_out(node, type);
        }
        finish_question(node, std::move(question));
    }

    void leave_out(const XmlNode& node, std::string_view type) {
        moodle::UnknownType unknown = moodle::unknown_type(type);
        reader_.not_kept(node.place, unknown.why + ", so `" + plain(node, "name") + "` is left out", unknown.hint);
    }

    void read_category(const XmlNode& node) {
        finish_quiz();
        quiz_.place = reader_.place_of(node.place);
        if (std::string title = category_title(plain(node, "category")); !title.empty()) {
            quiz_.title.push_back({Text{std::move(title)}, quiz_.place});
        }
        Blocks info = reader_.blocks(text_in(node.child("info")));
        std::move(info.begin(), info.end(), std::back_inserter(reader_.bank.chapter.blocks));
    }

    bool read_by_type(const XmlNode& node, std::string_view type, Question& question) {
        using Read = void (MoodleReader::*)(const XmlNode&, Question&);
        static const std::map<std::string_view, Read> types = {{moodle_name::multichoice, &MoodleReader::read_choices},
                                                               {"multichoiceset", &MoodleReader::read_choices},
                                                               {moodle_name::truefalse, &MoodleReader::read_truth},
                                                               {moodle_name::shortanswer, &MoodleReader::read_words},
                                                               {moodle_name::numerical, &MoodleReader::read_numbers},
                                                               {moodle_name::matching, &MoodleReader::read_pairs},
                                                               {"ddmatch", &MoodleReader::read_pairs},
                                                               {moodle_name::ordering, &MoodleReader::read_order},
                                                               {moodle_name::essay, &MoodleReader::read_essay},
                                                               {moodle_name::cloze, &MoodleReader::read_cloze},
                                                               {"multianswer", &MoodleReader::read_cloze},
                                                               {"gapselect", &MoodleReader::read_gap_choice},
                                                               {"ddwtos", &MoodleReader::read_gap_choice}};
        auto found = types.find(type);
        if (found == types.end()) {
            return false;
        }
        (this->*found->second)(node, question);
        return true;
    }

    void read_text(const XmlNode& node, Question& question) {
        reader_.question_text(text_in(node.child(moodle_name::question_text)), question);
    }

    void finish_question(const XmlNode& node, Question question) {
        name_wordless(node, question);
        append(question.feedback, reader_.blocks(text_in(node.child(moodle_name::general_feedback))));
        std::size_t hints = 0;
        for (const XmlNode* hint : node.all("hint")) {
            hints += has_text(hint) ? 1 : 0;
            append(question.hint, reader_.blocks(text_in(hint)));
        }
        if (hints > 1) {
            reader_.not_kept(node.place, "a question has one hint here, so its " + std::to_string(hints) + " hints became one",
                             "shorten it in the chapter: `hint: …`");
        }
        read_overall_feedback(node, question);
        bool adds_gaps = node.attribute("type") == moodle_name::cloze || node.attribute("type") == "multianswer";  // whatever else is said
        if (!adds_gaps) {
            set_marks(question, machine_number(plain(node, moodle_name::marks)).value_or(usual_grade));
        }
        question.name = plain(node, moodle_name::id);
        moodle::note_settings(reader_, node, settings_);
        quiz_.questions.push_back(std::move(question));
    }

    // Gives a question that is only a picture or a table its name as a heading.
    void name_wordless(const XmlNode& node, Question& question) {
        if (!question.text.empty()) {
            return;
        }
        std::string name = plain(node, "name");
        if (name.empty()) {
            return reader_.report(Mistake::empty_question, node.place, "this question has no text", "write it in the chapter, behind `##`");
        }
        question.text.push_back({Text{name}, question.place});
        reader_.not_kept(node.place,
                         "this question begins without words, so its name `" + name + "`, which Moodle hides, is its heading now",
                         "look that it does not say the answer");
    }

    static void append(Blocks& blocks, Blocks more) {
        std::move(more.begin(), more.end(), std::back_inserter(blocks));
    }

    // Reads feedback on right and wrong answers as such.
    void read_overall_feedback(const XmlNode& node, Question& question) {
        for (std::string_view name : moodle_name::overall_feedback) {
            const XmlNode* feedback = node.child(name);
            if (feedback == nullptr || !has_text(*feedback) || is_usual_feedback(text_in(feedback).text)) {
                continue;
            }
            auto* select = std::get_if<Select>(&question.answer);
            if (select != nullptr && !select->several && name == moodle_name::overall_feedback.front()) {
                for (Choice& choice : select->choices) {
                    append(choice.feedback, choice.right ? reader_.blocks(text_in(feedback)) : Blocks());
                }
                continue;
            }
            reader_.not_kept(feedback->place, "feedback on right or wrong answers as such is left out",
                             "write it in the chapter as feedback of one answer, or of the whole question: `feedback: …`");
        }
    }

    // ---- choices ----

    void read_choices(const XmlNode& node, Question& question) {
        read_text(node, question);
        Select select;
        std::vector<double> weights;
        bool all_or_nothing = node.attribute("type") == "multichoiceset";
        const XmlNode* single = node.child(moodle_name::one_choice);
        select.several = all_or_nothing || (single != nullptr && !is_set(node, moodle_name::one_choice));
        for (const XmlNode* answer : node.all("answer")) {
            double weight = fraction_of(*answer);
            weights.push_back(weight);
            Choice& choice = select.choices.emplace_back();
            choice.text = reader_.words(text_in(answer));
            choice.right = select.several ? weight > 0 : weight >= 1;
            choice.feedback = reader_.blocks(text_in(answer->child("feedback")));
            choice.place = reader_.place_of(answer->place);
        }
        if (all_or_nothing) {
            auto right = static_cast<double>(std::count_if(weights.begin(), weights.end(), [](double w) { return w > 0; }));
            std::transform(weights.begin(), weights.end(), weights.begin(), [&](double w) { return w > 0 ? 1 / right : -1 / right; });
            reader_.not_kept(node.place, "Hornbook does not mark all or nothing, so this question gives part marks",
                             "set `marks:` in the chapter if that matters");
        }
        const XmlNode* shuffle = node.child(moodle_name::shuffled);
        finish_choices(reader_, question, std::move(select), weights, shuffle == nullptr || is_set(node, moodle_name::shuffled));
    }

    void read_truth(const XmlNode& node, Question& question) {
        read_text(node, question);
        Select select;
        std::vector<double> weights;
        for (bool word : {true, false}) {
            Choice& choice = select.choices.emplace_back();
            choice.place = question.place;
            choice.text.push_back({Text{word ? reader_.request.words.true_word : reader_.request.words.false_word}, choice.place});
            for (const XmlNode* answer : node.all("answer")) {
                if ((fold_case(trim(text_in(answer).text)) == "true") == word) {
                    choice.right = fraction_of(*answer) > 0;
                    choice.feedback = reader_.blocks(text_in(answer->child("feedback")));
                    choice.place = reader_.place_of(answer->place);
                }
            }
            weights.push_back(choice.right ? 1 : 0);
        }
        finish_choices(reader_, question, std::move(select), weights, false);
    }

    // ---- words and numbers ----

    void read_words(const XmlNode& node, Question& question) {
        read_text(node, question);
        Blank blank{{}, question.place};
        for (const XmlNode* answer : node.all("answer")) {
            std::string text = moodle::typed_words(text_in(answer));
            if (moodle::is_any_other(reader_, text, *answer, has_text(answer->child("feedback")))) {
                continue;
            }
            Accepted& row = blank.accepted.emplace_back(moodle::accepted_words(reader_, text, answer->place));
            finish_accepted(row, *answer);
        }
        if (is_set(node, moodle_name::capitals_count)) {
            reader_.not_kept(node.place, "capitals count in this question in Moodle; here they do not",
                             "say so in the question if they matter");
        }
        finish_blank(reader_, blank);
        question.answer = Fill{false, {std::move(blank)}};
    }

    void finish_accepted(Accepted& row, const XmlNode& answer) {
        if (double weight = fraction_of(answer); weight != 1) {
            row.credit = weight;
        }
        row.feedback = reader_.blocks(text_in(answer.child("feedback")));
    }

    void read_numbers(const XmlNode& node, Question& question) {
        read_text(node, question);
        Blank blank{{}, question.place};
        for (const XmlNode* answer : node.all("answer")) {
            std::string text(trim(text_in(answer).text));
            if (moodle::is_any_other(reader_, text, *answer, has_text(answer->child("feedback")))) {
                continue;
            }
            std::string tolerance = plain(*answer, "tolerance");
            if (std::optional<Accepted> row = moodle::accepted_number(reader_, text, tolerance, answer->place)) {
                finish_accepted(*row, *answer);
                blank.accepted.push_back(std::move(*row));
            }
        }
        if (const XmlNode* units = node.child("units"); units != nullptr && !units->all("unit").empty()) {
            reader_.not_kept(units->place, "units of answers are not kept: a number is asked for here", "name the unit in the question");
        }
        finish_blank(reader_, blank);
        question.answer = Fill{false, {std::move(blank)}};
    }

    // ---- pairs, orders, essays ----

    void read_pairs(const XmlNode& node, Question& question) {
        read_text(node, question);
        PairsDraft pairs;
        for (const XmlNode* row : node.all("subquestion")) {
            BankText left = text_in(row);
            MatchLeft draft{trim(left.text).empty() ? Inlines() : reader_.words(left), no_index, {}, reader_.place_of(row->place)};
            const XmlNode* right = row->child("answer");
            BankText text = text_in(right);
            if (right != nullptr && right->attribute("format").empty()) {
                text.format = TextFormat::plain;
                text.text = without_references(text.text);  // as Moodle shows them
            }
            add_pair(reader_.prose(), pairs, std::move(draft), reader_.words(text));
        }
        check_pairs(reader_.prose(), pairs.match, question.place);
        question.answer = std::move(pairs.match);
    }

    void read_order(const XmlNode& node, Question& question) {
        read_text(node, question);
        std::vector<std::pair<double, ArrangeItem>> items;
        for (const XmlNode* answer : node.all("answer")) {
            double position = machine_number(answer->attribute("fraction")).value_or(static_cast<double>(items.size() + 1));
            items.emplace_back(position, ArrangeItem{{},
                                                     reader_.words(text_in(answer)),
                                                     reader_.blocks(text_in(answer->child("feedback"))),
                                                     reader_.place_of(answer->place)});
        }
        std::stable_sort(items.begin(), items.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        Arrange arrange;
        for (auto& [position, item] : items) {
            arrange.items.push_back(std::move(item));
        }
        if (std::string lost = order_rule_lost(plain(node, moodle_name::rule_of_order)); !lost.empty()) {
            reader_.not_kept(node.place, std::move(lost), "set `marks:` in the chapter if that matters");
        }
        std::string shown = plain(node, "selecttype");
        if (shown == "RANDOM" || shown == "CONTIGUOUS" || shown == "1" || shown == "2") {
            reader_.not_kept(node.place, "Moodle shows some of these items only; here all are put in order",
                             "take out those that are too many");
        }
        check_order(reader_.prose(), arrange, question.place, order_hint);
        question.answer = std::move(arrange);
    }

    void read_essay(const XmlNode& node, Question& question) {
        read_text(node, question);
        Essay essay;
        if (std::optional<double> lines = machine_number(plain(node, moodle_name::field_lines)); lines && *lines >= 1 && *lines <= 100) {
            essay.lines = static_cast<int>(*lines);
        }
        question.key = reader_.blocks(text_in(node.child(moodle_name::marking_notes)));
        if (const XmlNode* form = node.child(moodle_name::answer_at_first); form != nullptr && has_text(form)) {
            reader_.not_kept(form->place, "the text that is in the answer at first is left out", "put it into the question");
        }
        if (std::optional<double> files = machine_number(plain(node, "attachments")); files && *files != 0) {
            reader_.not_kept(node.place, "pupils cannot hand in files here", "say in the question how they are to be handed in");
        }
        for (const char* limit : {"minwordlimit", "maxwordlimit"}) {
            if (std::optional<double> words = machine_number(plain(node, limit)); words && *words > 0) {
                reader_.not_kept(node.place, "words are not counted here, so the limit of " + plain(node, limit) + " words is left out",
                                 "say it in the question");
            }
        }
        question.answer = essay;
    }

    void read_cloze(const XmlNode& node, Question& question) {
        moodle::read_cloze(reader_, node, question);
    }

    void read_gap_choice(const XmlNode& node, Question& question) {
        moodle::read_gap_choice(reader_, node, question);
    }

    BankReader& reader_;
    Quiz quiz_;
    BankSettings settings_;
};

}  // namespace

bool is_moodle_xml(std::string_view text) {
    return root_of(text) == moodle_name::root;
}

bool read_moodle_xml(BankReader& reader) {
    std::optional<XmlNode> root = open_xml(reader);
    if (!root) {
        return false;
    }
    MoodleReader(reader).read(*root);
    reader.finish_file();
    return true;
}

}  // namespace hornbook
