#include "xml/mathml.h"

#include <tinyxml2.h>

#include <algorithm>
#include <array>
#include <set>

#include "base/name_list.h"
#include "base/text.h"

namespace hornbook {
namespace {

using tinyxml2::XMLAttribute;
using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

// MathML Core, 2.2.3 and chapter 3, without what links or acts; <menclose> is older, and draws the box of \boxed.
constexpr std::array<std::string_view, 27> mathml_elements = {
    "menclose", "mfrac", "mi",  "mmultiscripts", "mn",         "mo",         "mover", "mpadded", "mphantom", "mprescripts",
    "mroot",    "mrow",  "ms",  "mspace",        "msqrt",      "mstyle",     "msub",  "msubsup", "msup",     "mtable",
    "mtd",      "mtext", "mtr", "munder",        "munderover", "mlabeledtr", "none"};
constexpr std::array<std::string_view, 28> mathml_attributes = {
    "accent",      "accentunder", "columnalign",   "columnspan", "depth",         "dir",     "displaystyle",
    "fence",       "form",        "height",        "largeop",    "linethickness", "lspace",  "mathvariant",
    "maxsize",     "minsize",     "movablelimits", "notation",   "rowspacing",    "rowspan", "rspace",
    "scriptlevel", "separator",   "stretchy",      "symmetric",  "voffset",       "width",   "columnspacing"};

// An accent that combines needs a letter before it; alone in its <mo> it is the character of its own, which also stretches.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> accents = {{{"\u0300", "`"},
                                                                                    {"\u0301", "´"},
                                                                                    {"\u0302", "^"},
                                                                                    {"\u0303", "~"},
                                                                                    {"\u0304", "¯"},
                                                                                    {"\u0305", "¯"},
                                                                                    {"\u0306", "˘"},
                                                                                    {"\u0307", "˙"},
                                                                                    {"\u0308", "¨"},
                                                                                    {"\u030A", "˚"},
                                                                                    {"\u030C", "ˇ"},
                                                                                    {"\u20D7", "→"}}};

std::string_view by_itself(std::string_view text) {
    const auto* found = std::find_if(accents.begin(), accents.end(), [&](const auto& row) { return row.first == text; });
    return found != accents.end() ? found->second : text;
}

class MathmlCleaner {
public:
    explicit MathmlCleaner(XmlWriter& xml) : xml_(xml) {}

    void children(const XMLElement& element, bool upright) {
        for (const XMLNode* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
            if (const XMLElement* below = child->ToElement()) {
                copy(*below, upright);
            } else if (child->ToText() != nullptr) {
                xml_.text(by_itself(child->Value()));
            }
        }
    }

private:
    // upright: \mathrm stands around it.
    void copy(const XMLElement& element, bool upright) {
        std::string_view name = element.Name();
        if (name == "annotation" || name == "annotation-xml") {  // the source, which alttext holds
            return;
        }
        if (!is_one_of(mathml_elements, name)) {
            return children(element, upright);
        }
        // MathML Core knows mathvariant on <mi> alone; other letters are characters of their own by now.
        const char* variant = element.Attribute("mathvariant");
        if (name == "mstyle" && variant != nullptr) {
            upright = std::string_view(variant) == "normal";
        }
        xml_.open(name == "mstyle" && variant != nullptr ? "mrow" : name);
        copy_attributes(element, name);
        if (name == "mi" && upright && variant == nullptr) {
            xml_.attribute("mathvariant", "normal");
        }
        children(element, upright);
        xml_.close();
    }

    void copy_attributes(const XMLElement& element, std::string_view name) {
        std::set<std::string_view> written;  // tinyxml2 lets an attribute stand twice
        for (const XMLAttribute* a = element.FirstAttribute(); a != nullptr; a = a->Next()) {
            bool fits = is_one_of(mathml_attributes, a->Name()) && (std::string_view(a->Name()) != "mathvariant" || name == "mi");
            if (fits && written.insert(a->Name()).second) {
                xml_.attribute(a->Name(), a->Value());
            }
        }
    }

    XmlWriter& xml_;
};

const XMLElement* find_math(const XMLElement& element) {
    if (std::string_view(element.Name()) == "math") {
        return &element;
    }
    for (const XMLElement* child = element.FirstChildElement(); child != nullptr; child = child->NextSiblingElement()) {
        if (const XMLElement* found = find_math(*child)) {
            return found;
        }
    }
    return nullptr;
}

}  // namespace

std::vector<std::string> clean_mathml(std::string_view xhtml) {
    tinyxml2::XMLDocument document;
    std::vector<std::string> rows;
    if (!is_valid_utf8(xhtml) || document.Parse(xhtml.data(), xhtml.size()) != tinyxml2::XML_SUCCESS) {
        return rows;
    }
    for (const XMLElement* row = document.FirstChildElement(); row != nullptr; row = row->NextSiblingElement()) {
        XmlWriter xml;
        if (const XMLElement* math = find_math(*row)) {
            MathmlCleaner(xml).children(*math, false);
        }
        rows.push_back(xml.take());
    }
    return rows;
}

void write_mathml(XmlWriter& xml, std::string_view content, bool display, std::string_view alternative) {
    xml.open("math", {{"xmlns", "http://www.w3.org/1998/Math/MathML"}, {"display", display ? "block" : ""}, {"alttext", alternative}});
    tinyxml2::XMLDocument document;
    std::string whole = "<math>" + std::string(content) + "</math>";
    if (document.Parse(whole.data(), whole.size()) == tinyxml2::XML_SUCCESS) {
        MathmlCleaner(xml).children(*document.RootElement(), false);
    }
    xml.close();
}

}  // namespace hornbook
