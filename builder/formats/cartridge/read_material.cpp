// Materials of QTI 1.2: words, HTML, pictures and breaks -> HTML.
#include "base/text.h"
#include "formats/cartridge/read_item.h"
#include "formats/html_of_node.h"

namespace hornbook::qti1 {
namespace {

// The HTML with TeX for Canvas' pictures of formulas, which carry their TeX.
std::string with_equations(std::string_view html) {
    constexpr std::string_view mark = "data-equation-content=\"";
    constexpr std::size_t longest_tag = 20'000;
    std::string result;
    std::size_t done = 0;
    for (std::size_t begin = html.find("<img"); begin != std::string_view::npos; begin = html.find("<img", begin + 1)) {
        std::string_view near = html.substr(begin, longest_tag);
        std::size_t end = near.find('>');
        std::string_view tag = end == std::string_view::npos ? std::string_view() : near.substr(0, end);
        std::size_t from = tag.find(mark);
        std::size_t to = from == std::string_view::npos ? from : tag.find('"', from + mark.size());
        if (to == std::string_view::npos || tag.rfind('<', from) != 0) {
            continue;
        }
        result += html.substr(done, begin - done);
        result.append("\\(").append(tag, from + mark.size(), to - from - mark.size()).append("\\)");
        done = begin + end + 1;
    }
    return result.append(html.substr(done));
}

std::string html_of_text(const XmlNode& text) {
    bool is_html = fold_case(text.attribute("texttype")) == "text/html";
    std::string html;
    for (const XmlNode& child : text.children) {
        html += !child.name.empty() ? html_of_node(child) : is_html ? child.text : html_escaped(child.text);
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
