// Materials of QTI 1.2: words, HTML, pictures and breaks -> HTML.
#include "base/text.h"
#include "reading/banks/qti.h"
#include "reading/banks/qti1_item.h"

namespace hornbook::qti1 {
namespace {

// Canvas shows formulas as pictures that know their TeX.
std::string with_equations(std::string html) {
    constexpr std::string_view mark = "data-equation-content=\"";
    for (std::size_t at = html.find(mark); at != std::string::npos; at = html.find(mark, at + 1)) {
        std::size_t begin = html.rfind('<', at);
        std::size_t end = html.find('>', at);
        std::size_t from = at + mark.size();
        std::size_t to = html.find('"', from);
        if (begin == std::string::npos || end == std::string::npos || to > end || !html.substr(begin).starts_with("<img")) {
            continue;
        }
        html.replace(begin, end + 1 - begin, "\\(" + html.substr(from, to - from) + "\\)");
        at = begin;
    }
    return html;
}

std::string html_of_text(const XmlNode& text) {
    bool is_html = fold_case(text.attribute("texttype")) == "text/html";
    std::string html;
    for (const XmlNode& child : text.children) {
        html += !child.name.empty() ? qti::html_of(child) : is_html ? child.text : html_escaped(child.text);
    }
    return with_equations(text.name == "matemtext" ? "<em>" + html + "</em>" : html);
}

}  // namespace

std::string html_of_material(const XmlNode& material) {
    std::string html;
    for (const XmlNode& part : material.children) {
        if (part.name == "mattext" || part.name == "matemtext") {
            html += html_of_text(part);
        } else if (part.name == "matimage") {
            html += "<img src=\"" + html_escaped(part.attribute("uri")) + "\" alt=\"" + html_escaped(part.attribute("label")) + "\">";
        } else if (part.name == "matbreak") {
            html += "<br>";
        } else if (part.name == "material" || part.name == "altmaterial") {
            html += html_of_material(part);
        }
    }
    return html;
}

std::string html_within(const XmlNode& node) {
    std::string html;
    for (const XmlNode* material : all_below(node, "material")) {
        html += html_of_material(*material);
    }
    return html;
}

}  // namespace hornbook::qti1
