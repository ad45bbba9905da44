#include "formats/html_of_node.h"

#include "base/text.h"
#include "formats/bank_reader.h"

namespace hornbook {

std::string html_of_node(const XmlNode& node) {
    if (node.name.empty()) {
        return html_escaped(node.text);
    }
    if (node.name == "object" && node.attribute("type").starts_with("image/")) {
        std::string words = collapse_spaces(node.words());
        return "<img src=\"" + html_escaped(node.attribute("data")) + "\"" + (words.empty() ? "" : " alt=\"" + html_escaped(words) + "\"") +
               ">";
    }
    if (node.name == "contentBody") {  // QTI 3 has one in feedback and rubrics
        return html_within_node(node);
    }
    if (node.name == "math" && !node.attribute("alttext").empty()) {  // its TeX, where the maker knew it
        bool display = node.attribute("display") == "block";
        return (display ? "\\[" : "\\(") + html_escaped(node.attribute("alttext")) + (display ? "\\]" : "\\)");
    }
    std::string result = "<" + node.name;
    for (const auto& [name, value] : node.attributes) {
        result += " " + name + "=\"" + html_escaped(value) + "\"";
    }
    result += ">";
    if (node.name == "br" || node.name == "img" || node.name == "hr" || node.name == "col") {
        return result;
    }
    return result + html_within_node(node) + "</" + node.name + ">";
}

std::string html_within_node(const XmlNode& node) {
    std::string result;
    for (const XmlNode& child : node.children) {
        bool other = child.name == "feedbackInline" || child.name == "feedbackBlock" || child.name == "prompt";
        result += other ? "" : html_of_node(child);
    }
    return result;
}

}  // namespace hornbook
