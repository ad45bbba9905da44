#include "formats/qti/write_test.h"

#include "formats/qti/names.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

void declare_sum(XmlWriter& xml, std::string_view name) {
    xml.open("outcomeDeclaration", {{"identifier", name}, {"cardinality", "single"}, {"baseType", "float"}});
    xml.open("defaultValue");
    xml.element("value", {}, "0");
    xml.close();
    xml.close();
    xml.line_break();
}

void add_up(XmlWriter& xml, std::string_view name) {
    xml.open("setOutcomeValue", {{"identifier", name}});
    xml.open("sum");
    xml.empty("testVariables", {{"variableIdentifier", name}});
    xml.close();
    xml.close();
}

void write_section(XmlWriter& xml, const Quiz& quiz, std::vector<QtiItem>::const_iterator& item) {
    xml.open("assessmentSection", {{"identifier", quiz.id}, {"title", plain_title(quiz.title)}, {"visible", "true"}});
    xml.line_break();
    for (std::size_t i = 0; i < quiz.questions.size(); ++i, ++item) {
        xml.empty("assessmentItemRef", {{"identifier", item->identifier}, {"href", "../" + item->file}});
        xml.line_break();
    }
    xml.close();
    xml.line_break();
}

}  // namespace

// The document of a test. Answers are submitted one by one, so that feedback comes with each. An item's marks are its own SCORE, without a
// weight.
std::string qti_test_document(const QtiTest& test, const Chapter& chapter) {
    XmlWriter xml;
    xml.declaration();
    xml.open("assessmentTest",
             {{"xmlns", qti_name::document}, {"identifier", test.identifier}, {"title", test.title}, {"toolName", "Hornbook"}});
    xml.line_break();
    declare_sum(xml, qti_name::score);
    declare_sum(xml, qti_name::most_score);
    xml.open("testPart", {{"identifier", "questions"}, {"navigationMode", "nonlinear"}, {"submissionMode", "individual"}});
    xml.empty("itemSessionControl", {{"showFeedback", "true"}});
    xml.line_break();
    auto item = test.items.begin();
    for (const Quiz& quiz : chapter.quizzes) {
        write_section(xml, quiz, item);
    }
    xml.close();
    xml.line_break();
    xml.open("outcomeProcessing");
    add_up(xml, qti_name::score);
    add_up(xml, qti_name::most_score);
    xml.close();
    xml.line_break();
    xml.close();
    xml.line_break();
    return xml.take();
}

}  // namespace hornbook
