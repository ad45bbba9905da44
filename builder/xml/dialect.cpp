#include "xml/dialect.h"

#include <tinyxml2.h>

#include <cassert>

#include "xml/writer.h"

namespace hornbook {
namespace {

using tinyxml2::XMLAttribute;
using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

// HTML, 13.1.2: elements that never hold anything. Others are not written <so/>, which HTML parsers read as left open.
const std::set<std::string_view> void_elements = {"br", "col", "hr", "img", "wbr"};

class Translator {
public:
    Translator(XmlWriter& xml, const Dialect& dialect) : xml_(xml), dialect_(dialect) {}

    void children(const XMLElement& element) {
        for (const XMLNode* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
            if (const XMLElement* below = child->ToElement()) {
                copy(*below);
            } else if (child->ToText() != nullptr) {
                xml_.text(child->Value());
            }
        }
    }

private:
    void copy(const XMLElement& element) {
        auto renamed = dialect_.renamed.find(element.Name());
        std::string_view name = renamed == dialect_.renamed.end() ? std::string_view(element.Name()) : renamed->second;
        if (name.empty()) {
            return children(element);
        }
        bool was_in_math = in_math_;
        in_math_ = in_math_ || name == "math";
        xml_.open(name);
        for (const XMLAttribute* a = element.FirstAttribute(); a != nullptr; a = a->Next()) {
            if (in_math_ || dialect_.attributes.contains(a->Name())) {
                xml_.attribute(a->Name(), a->Value());
            }
        }
        children(element);
        void_elements.contains(name) ? xml_.close_empty() : xml_.close();
        in_math_ = was_in_math;
    }

    XmlWriter& xml_;
    const Dialect& dialect_;
    bool in_math_ = false;
};

// tinyxml2 drops text of white space alone, which stands between words; as a reference it is text like any other.
std::string with_spaces_kept(std::string_view xhtml) {
    std::string kept;
    for (std::size_t at = 0; at < xhtml.size(); ++at) {
        bool after_tag = at > 0 && xhtml[at - 1] == '>';  // XmlWriter writes it nowhere else
        if (after_tag && (xhtml[at] == ' ' || xhtml[at] == '\n')) {
            kept += xhtml[at] == ' ' ? "&#32;" : "&#10;";
        } else {
            kept += xhtml[at];
        }
    }
    return kept;
}

}  // namespace

std::string in_dialect(std::string_view xhtml, const Dialect& dialect) {
    tinyxml2::XMLDocument document;
    std::string whole = "<all>" + with_spaces_kept(xhtml) + "</all>";
    [[maybe_unused]] tinyxml2::XMLError error = document.Parse(whole.data(), whole.size());
    assert(error == tinyxml2::XML_SUCCESS);
    XmlWriter xml;
    if (document.RootElement() != nullptr) {
        Translator(xml, dialect).children(*document.RootElement());
    }
    return xml.take();
}

}  // namespace hornbook
