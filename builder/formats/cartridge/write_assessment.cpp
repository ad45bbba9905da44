#include "formats/cartridge/write_assessment.h"

#include <algorithm>

#include "formats/cartridge/names.h"
#include "formats/package_names.h"
#include "formats/question_names.h"
#include "model/plain_text.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr std::string_view response = "response";  // the identifier of the one answer of each item

std::string profile_of(ItemForm form) {
    const char* name = form == ItemForm::multiple_choice     ? cartridge_name::multiple_choice
                       : form == ItemForm::multiple_response ? cartridge_name::multiple_response
                       : form == ItemForm::true_false        ? cartridge_name::true_false
                       : form == ItemForm::fill_in_blank     ? cartridge_name::fill_in_blank
                                                             : cartridge_name::essay;
    return std::string(name) + cartridge_name::version;
}

std::string feedback_ident(std::size_t answer) {
    return "feedback-" + std::to_string(answer + 1);
}

class CartridgeItemWriter {
public:
    CartridgeItemWriter(XmlWriter& xml, const Item& item) : xml_(xml), item_(item) {}

    void write() {
        xml_.line_break();
        xml_.open("item", {{"ident", item_.ident}, {"title", item_.title}});
        metadata();
        xml_.line_break();
        presentation();
        xml_.line_break();
        processing();
        feedbacks();
        xml_.close();
    }

private:
    void metadata() {
        xml_.open("itemmetadata");
        xml_.open("qtimetadata");
        field(cartridge_name::profile, profile_of(item_.form));
        field(cartridge_name::weighting, std::to_string(item_.weighting));
        field("qmd_scoringpermitted", "Yes");
        field("qmd_computerscored", item_.form == ItemForm::essay ? "No" : "Yes");
        xml_.close();
        xml_.close();
    }

    void field(std::string_view label, std::string_view entry) {
        xml_.open("qtimetadatafield");
        xml_.element("fieldlabel", {}, label);
        xml_.element("fieldentry", {}, entry);
        xml_.close();
    }

    void material(const std::string& html) {
        xml_.open("material");
        xml_.element("mattext", {{"texttype", "text/html"}}, html);
        xml_.close();
    }

    void presentation() {
        xml_.open("presentation");
        material(item_.text);
        if (item_.form == ItemForm::essay || item_.form == ItemForm::fill_in_blank) {
            xml_.open("response_str", {{"ident", response}, {"rcardinality", "Single"}});
            xml_.empty("render_fib", {{"prompt", "Box"}, {"rows", item_.form == ItemForm::essay ? "" : "1"}});
            xml_.close();
        } else {
            bool several = item_.form == ItemForm::multiple_response;
            xml_.open("response_lid", {{"ident", response}, {"rcardinality", several ? "Multiple" : "Single"}});
            xml_.open("render_choice", {{"shuffle", "No"}});
            for (const ItemAnswer& answer : item_.answers) {
                xml_.open("response_label", {{"ident", answer.ident}});
                material(answer.text);
                xml_.close();
            }
            xml_.close();
            xml_.close();
        }
        xml_.close();
    }

    void processing() {
        xml_.open("resprocessing");
        xml_.open("outcomes");
        xml_.empty("decvar", {{"varname", "SCORE"}, {"vartype", "Decimal"}, {"minvalue", "0"}, {"maxvalue", "100"}});
        xml_.close();
        if (!item_.feedback.empty()) {
            open_condition(true);
            xml_.empty("other");
            close_condition("", {"general"});
        }
        switch (item_.form) {
            case ItemForm::essay:
                open_condition(false);
                xml_.empty("other");
                close_condition("", {});
                break;
            case ItemForm::multiple_response:
                choices_together();
                break;
            case ItemForm::fill_in_blank:
                words();
                break;
            case ItemForm::multiple_choice:
            case ItemForm::true_false:
                choices_alone();
                break;
        }
        xml_.close();
    }

    void open_condition(bool goes_on) {
        xml_.line_break();
        xml_.open("respcondition", {{"continue", goes_on ? "Yes" : "No"}});
        xml_.open("conditionvar");
    }

    void close_condition(std::string_view score, const std::vector<std::string>& feedbacks) {
        xml_.close();
        if (!score.empty()) {
            xml_.element("setvar", {{"varname", "SCORE"}, {"action", "Set"}}, score);
        }
        for (const std::string& feedback : feedbacks) {
            xml_.empty("displayfeedback", {{"feedbacktype", "Response"}, {"linkrefid", feedback}});
        }
        xml_.close();
    }

    void equal(const std::string& value, bool exactly) {
        xml_.element("varequal", {{"respident", response}, {"case", exactly ? "Yes" : ""}}, value);
    }

    std::vector<std::string> feedback_of(std::size_t answer) const {
        return item_.answers[answer].feedback.empty() ? std::vector<std::string>{} : std::vector{feedback_ident(answer)};
    }

    // Writes choices of which one can be chosen: each is a condition of its own, with its feedback.
    void choices_alone() {
        for (std::size_t i = 0; i < item_.answers.size(); ++i) {
            open_condition(false);
            equal(item_.answers[i].ident, true);
            close_condition(item_.answers[i].right ? "100" : "0", feedback_of(i));
        }
    }

    void choices_together() {
        for (std::size_t i = 0; i < item_.answers.size(); ++i) {
            if (!item_.answers[i].feedback.empty()) {
                open_condition(true);
                equal(item_.answers[i].ident, true);
                close_condition("", feedback_of(i));
            }
        }
        open_condition(false);
        xml_.open("and");
        for (const ItemAnswer& answer : item_.answers) {
            if (!answer.right) {
                xml_.open("not");
            }
            equal(answer.ident, true);
            if (!answer.right) {
                xml_.close();
            }
        }
        xml_.close();
        close_condition("100", {});
    }

    // Writes words: all right answers are in one condition, where Moodle looks for them.
    void words() {
        for (std::size_t i = 0; i < item_.answers.size(); ++i) {
            if (item_.answers[i].right && !item_.answers[i].feedback.empty()) {
                open_condition(true);
                equal(item_.answers[i].text, false);
                close_condition("", feedback_of(i));
            }
        }
        open_condition(false);
        for (const ItemAnswer& answer : item_.answers) {
            if (answer.right) {
                equal(answer.text, false);
            }
        }
        close_condition("100", {});
        for (std::size_t i = 0; i < item_.answers.size(); ++i) {
            if (!item_.answers[i].right) {
                open_condition(false);
                equal(item_.answers[i].text, false);
                close_condition("0", feedback_of(i));
            }
        }
    }

    void feedbacks() {
        for (std::size_t i = 0; i < item_.answers.size(); ++i) {
            feedback(feedback_ident(i), item_.answers[i].feedback);
        }
        feedback("general", item_.feedback);
        aside(cartridge_name::hint, "hintmaterial", item_.hint);
        aside(cartridge_name::solution, "solutionmaterial", item_.solution);
    }

    void feedback(const std::string& ident, const std::string& html) {
        if (!html.empty()) {
            xml_.line_break();
            xml_.open("itemfeedback", {{"ident", ident}});
            xml_.open("flow_mat");
            material(html);
            xml_.close();
            xml_.close();
        }
    }

    void aside(std::string_view kind, std::string_view element, const std::string& html) {
        if (!html.empty()) {
            xml_.line_break();
            xml_.open("itemfeedback", {{"ident", kind}});
            xml_.open(kind);
            xml_.open(element);
            xml_.open("flow_mat");
            material(html);
            xml_.close();
            xml_.close();
            xml_.close();
            xml_.close();
        }
    }

    XmlWriter& xml_;
    const Item& item_;
};

}  // namespace

std::string assessment_document(const Book& book, const Quiz& quiz, const std::vector<Item>& items) {
    XmlWriter xml;
    xml.declaration();
    xml.open(qti1_root, {{"xmlns", "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"}});
    xml.line_break();
    xml.open("assessment", {{"ident", quiz.id}, {"title", short_title(plain_text(quiz.title))}, {"xml:lang", book.metadata.language}});
    xml.line_break();
    xml.open("qtimetadata");
    auto field = [&](std::string_view label, std::string_view entry) {
        xml.open("qtimetadatafield");
        xml.element("fieldlabel", {}, label);
        xml.element("fieldentry", {}, entry);
        xml.close();
    };
    field(cartridge_name::profile, std::string("cc.exam") + cartridge_name::version);
    field("qmd_assessmenttype", "Examination");
    field("qmd_scoretype", "Percentage");
    field("qmd_feedbackpermitted", "Yes");
    field("qmd_hintspermitted", "Yes");
    field("qmd_solutionspermitted", "Yes");
    field("cc_maxattempts", "unlimited");
    xml.close();
    xml.line_break();
    xml.open("section", {{"ident", quiz.id + "--section"}});
    for (const Item& item : items) {
        CartridgeItemWriter(xml, item).write();
    }
    xml.close();
    xml.line_break();
    xml.close();
    xml.line_break();
    xml.close();
    return xml.take();
}

}  // namespace hornbook
