// Item of QTI 1.2 -> question, by the type that Canvas gives it, or else by the responses that it asks for.
#include "formats/cartridge/read_item.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "formats/cartridge/names.h"
#include "formats/numbers.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/questions/answer_forms.h"

namespace hornbook::qti1 {
namespace {

struct ProfileName {
    std::string_view name;
    Kind kind;
};
constexpr std::array<ProfileName, 21> kinds = {{{"multiple_choice_question", Kind::choice},
                                                {"true_false_question", Kind::choice},
                                                {"multiple_answers_question", Kind::choice},
                                                {"short_answer_question", Kind::words},
                                                {"fill_in_multiple_blanks_question", Kind::gaps},
                                                {"multiple_dropdowns_question", Kind::chosen_gaps},
                                                {"matching_question", Kind::pairs},
                                                {"numerical_question", Kind::number},
                                                {"ordering_question", Kind::order},
                                                {"essay_question", Kind::written},
                                                {"file_upload_question", Kind::written},
                                                {"text_only_question", Kind::text},
                                                {"calculated_question", Kind::unknown},
                                                {"categorization_question", Kind::unknown},
                                                {"hot_spot_question", Kind::unknown},
                                                {cartridge_name::multiple_choice, Kind::choice},
                                                {cartridge_name::multiple_response, Kind::choice},
                                                {cartridge_name::true_false, Kind::choice},
                                                {cartridge_name::fill_in_blank, Kind::words},
                                                {"cc.pattern_match", Kind::words},
                                                {cartridge_name::essay, Kind::written}}};

void append(Blocks& to, Blocks more) {
    std::move(more.begin(), more.end(), std::back_inserter(to));
}

}  // namespace

ItemQuestion ItemReader::read() {
    if (const XmlNode* presentation = item_.child("presentation")) {
        collect(*presentation);
    }
    kind_ = kind();
    ItemQuestion result;
    if (kind_ == Kind::text && trim(html_).empty()) {
        reader_.not_kept(item_.place, "this item asks nothing, so `" + name() + "` is left out", "write it anew in the chapter");
    } else if (kind_ == Kind::unknown) {
        leave_out();
    } else if (kind_ == Kind::text) {
        result.description = reader_.blocks(text(html_));
    } else {
        result.questions.push_back(read_question());
    }
    return result;
}

void ItemReader::collect(const XmlNode& node) {
    for (const XmlNode& child : node.children) {
        if (child.name == "material" || child.name == "material_ref") {
            html_ += html_of_material(child);
        } else if (child.name.starts_with("response_") && child.name != "response_extension") {
            add_response(child);
        } else if (!child.name.empty()) {
            collect(child);
        }
    }
}

void ItemReader::add_response(const XmlNode& node) {
    std::string_view ident = node.attribute(node.attribute("ident").empty() ? "respident" : "ident");  // the former as Brightspace has it
    Response response{&node, std::string(ident), node.name == "response_str" || node.name == "response_num", {}};
    for (const XmlNode* label : all_below(node, "response_label")) {
        response.labels.push_back({std::string(label->attribute("ident")), label});
    }
    unknown_ = unknown_ || node.name == "response_xy" || (find_below(node, "render_hotspot") != nullptr) ||
               find_below(node, "render_slider") != nullptr;
    marks_of_gaps_.push_back(html_.size());
    html_ += gap_in_html(responses_.size());
    responses_.push_back(std::move(response));
}

BankText ItemReader::text(const std::string& html) const {
    return {html, TextFormat::html, item_.place, picture_};
}

Blocks ItemReader::blocks(const std::string& html) {
    return trim(html).empty() ? Blocks() : reader_.blocks(text(html));
}

Kind ItemReader::kind() const {
    std::string profile = metadata(item_, cartridge_name::profile);
    const auto* row = std::find_if(kinds.begin(), kinds.end(), [&](const ProfileName& k) {
        return type_ == k.name || (type_.empty() && k.name.starts_with("cc.") && profile.starts_with(k.name));
    });
    if (unknown_) {
        return Kind::unknown;
    }
    return row != kinds.end() ? row->kind : !type_.empty() && responses_.empty() ? Kind::unknown : kind_by_responses();
}

Kind ItemReader::kind_by_responses() const {
    if (responses_.empty()) {
        return Kind::text;
    }
    const Response& first = responses_.front();
    bool all_written = std::all_of(responses_.begin(), responses_.end(), [](const Response& r) { return r.written; });
    bool none_written = std::none_of(responses_.begin(), responses_.end(), [](const Response& r) { return r.written; });
    if (all_written && responses_.size() > 1) {
        return Kind::gaps;
    }
    if (all_written) {
        bool marked = !rules_.wanted(first.ident).empty() || !rules_.ranges(first.ident).empty();
        return !marked ? Kind::written : rules_.wanted(first.ident).empty() ? Kind::number : Kind::words;
    }
    if (!none_written) {
        return Kind::unknown;
    }
    return responses_.size() > 1 ? Kind::pairs : fold_case(first.node->attribute("rcardinality")) == "ordered" ? Kind::order : Kind::choice;
}

std::string ItemReader::name() const {
    std::string title(trim(item_.attribute("title")));
    return title.empty() ? std::string(item_.attribute("ident")) : title;
}

void ItemReader::leave_out() {
    struct Unknown {
        std::string_view type;
        std::string_view why;
        std::string_view hint;
    };
    constexpr std::array<Unknown, 3> unknown = {
        {{"calculated_question", "a question whose numbers are drawn by chance cannot be written in a chapter",
          "write it in the chapter with numbers of your own: `= 42 ± 1`"},
         {"categorization_question", "a question that sorts things into groups cannot be written in a chapter",
          "write pairs in the chapter, several with the same right: `- ice -> solid`"},
         {"hot_spot_question", "a question that is answered on a picture cannot be written in a chapter",
          "write letters into the picture and ask for one in the chapter: `= B`"}}};
    const auto* row = std::find_if(unknown.begin(), unknown.end(), [&](const Unknown& u) { return u.type == type_; });
    std::string why = row != unknown.end() ? std::string(row->why)
                      : type_.empty()      ? "what this item asks for is not known here"
                                           : "questions of the type `" + type_ + "` are not known here";
    reader_.not_kept(item_.place, why + ", so `" + name() + "` is left out",
                     row != unknown.end() ? std::string(row->hint) : "write it anew in the chapter");
}

Question ItemReader::read_question() {
    Question question;
    question.place = reader_.place_of(item_.place);
    question.name = std::string(item_.attribute("ident"));
    switch (kind_) {
        case Kind::words:
        case Kind::number:
            read_blank(question);
            break;
        case Kind::gaps:
        case Kind::chosen_gaps:
            read_gaps(question);
            break;
        case Kind::pairs:
            read_pairs(question);
            break;
        case Kind::order:
            read_order(question);
            break;
        case Kind::written:
            read_written(question);
            break;
        default:
            read_choices(question);
    }
    finish(question);
    return question;
}

// Reads the text, without the places of its responses.
void ItemReader::read_text(Question& question) {
    std::string html = html_;
    for (std::size_t i = responses_.size(); i-- > 0;) {
        html.erase(marks_of_gaps_[i], gap_in_html(i).size());
        html.insert(marks_of_gaps_[i], own_words(responses_[i]));
    }
    reader_.question_text(text(html), question);
}

// The text of a response before its choices; for a pair it is the left.
std::string ItemReader::own_words(const Response& response) const {
    std::string html;
    for (const XmlNode& child : response.node->children) {
        html += kind_ != Kind::pairs && kind_ != Kind::chosen_gaps && child.name == "material" ? html_of_material(child) : "";
    }
    return html;
}

bool ItemReader::has_responses(std::size_t least) {
    if (responses_.size() >= least) {
        return true;
    }
    reader_.report(Mistake::no_answer, item_.place, "this question has no answer", "write its answers in the chapter");
    return false;
}

Place ItemReader::question_place() const {
    return reader_.place_of(item_.place);
}

// The item's marks: platforms give them apart from rules that count hundredths; elsewhere the rules count marks.
double ItemReader::marks() const {
    constexpr double hundredths = 100;
    for (const char* label : {"points_possible", cartridge_name::weighting, "qmd_weighting"}) {
        if (std::optional<double> said = machine_number(metadata(item_, label))) {
            return *said;
        }
    }
    const XmlNode* processing = item_.child("resprocessing");
    const XmlNode* score = processing != nullptr ? find_below(*processing, "decvar") : nullptr;
    bool shares = score != nullptr && machine_number(score->attribute("maxvalue")) == hundredths;
    double all = rules_.score(right_);
    bool counted = type_.empty() && metadata(item_, cartridge_name::profile).empty() && !shares && all > 0 && all != hundredths;
    return counted ? all : 1;
}

void ItemReader::finish(Question& question) {
    if (question.text.empty()) {
        std::string title = name();
        question.text.push_back({Text{title.empty() ? "?" : title}, question.place});
        reader_.not_kept(item_.place, "this question begins without words, so the item's title is its heading now",
                         "look that it does not say the answer");
    }
    set_marks(question, marks());
    for (std::string_view aside : {cartridge_name::hint, cartridge_name::solution}) {
        for (const XmlNode* feedback : item_.all("itemfeedback")) {
            for (const XmlNode* node : all_below(*feedback, aside)) {
                bool hint = aside == cartridge_name::hint;
                Blocks& where = hint ? question.hint : kind_ == Kind::written ? question.key : question.feedback;
                append(where, blocks(html_within(*node)));
                shown_.emplace_back(feedback->attribute("ident"));
            }
        }
    }
    for (const char* note : {"rubric", "objectives"}) {  // to whoever teaches and marks
        for (const XmlNode* node : item_.all(note)) {
            append(question.key, blocks(html_within(*node)));
        }
    }
    for (const std::string& ident : rules_.on_all()) {
        append(question.feedback, take(ident));
    }
    give_by_result(question, rules_.on_right(), true);
    give_by_result(question, rules_.on_wrong(), false);
    name_rest();
}

// Gives feedback on right or wrong answers as such to each choice that is right or wrong, where one is chosen.
void ItemReader::give_by_result(Question& question, const std::vector<std::string>& idents, bool right) {
    auto* select = std::get_if<Select>(&question.answer);
    bool has_choices = select != nullptr && !select->several;
    for (const std::string& ident : idents) {
        if (has_choices && !contains(shown_, ident)) {
            for (Choice& choice : select->choices) {
                append(choice.feedback, choice.right == right ? blocks(html_of_feedback(ident)) : Blocks());
            }
            shown_.push_back(ident);
        }
    }
}

std::string ItemReader::html_of_feedback(const std::string& ident) const {
    for (const XmlNode* feedback : item_.all("itemfeedback")) {
        if (feedback->attribute("ident") == ident) {
            return html_within(*feedback);
        }
    }
    return "";
}

Blocks ItemReader::take(const std::string& ident) {
    shown_.push_back(ident);
    return blocks(html_of_feedback(ident));
}

Blocks ItemReader::feedback_on(const Response& response, const std::string& value) {
    Blocks result;
    for (const std::string& ident : rules_.on_answer(response.ident, value)) {
        append(result, take(ident));
    }
    return result;
}

void ItemReader::name_rest() {
    bool left = std::any_of(item_.children.begin(), item_.children.end(), [&](const XmlNode& node) {
        return node.name == "itemfeedback" && !contains(shown_, node.attribute("ident")) && !trim(html_within(node)).empty();
    });
    if (left) {
        reader_.not_kept(item_.place, "feedback on right or wrong answers as such is left out",
                         "write it in the chapter as feedback of one answer, or of the whole question: `feedback: …`");
    }
}

ItemQuestion read_item(BankReader& reader, const XmlNode& item, const OpenPicture& picture) {
    return ItemReader(reader, item, picture).read();
}

}  // namespace hornbook::qti1
