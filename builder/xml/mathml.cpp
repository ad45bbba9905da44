#include "xml/mathml.h"

#include <tinyxml2.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "base/name_list.h"
#include "base/text.h"
#include "xml/typed_formula.h"

namespace hornbook {
namespace {

using tinyxml2::XMLAttribute;
using tinyxml2::XMLElement;
using tinyxml2::XMLNode;

// Elements of MathML Core (2.2.3 and chapter 3) without those that link or act; <menclose>, of MathML 3, draws the box of \boxed.
constexpr std::array<std::string_view, 27> mathml_elements = {
    "menclose", "mfrac", "mi",  "mmultiscripts", "mn",         "mo",         "mover", "mpadded", "mphantom", "mprescripts",
    "mroot",    "mrow",  "ms",  "mspace",        "msqrt",      "mstyle",     "msub",  "msubsup", "msup",     "mtable",
    "mtd",      "mtext", "mtr", "munder",        "munderover", "mlabeledtr", "none"};
constexpr std::array<std::string_view, 28> mathml_attributes = {
    "accent",      "accentunder", "columnalign",   "columnspan", "depth",         "dir",     "displaystyle",
    "fence",       "form",        "height",        "largeop",    "linethickness", "lspace",  "mathvariant",
    "maxsize",     "minsize",     "movablelimits", "notation",   "rowspacing",    "rowspan", "rspace",
    "scriptlevel", "separator",   "stretchy",      "symmetric",  "voffset",       "width",   "columnspacing"};

// Combining accents, which need a letter before them, and the characters to write for them alone in an <mo>, which also stretch.
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

// Operators behind which a line may end, where they are between two operands.
constexpr std::u32string_view breaking = U"=+-−±∓×÷·⋅<>≤≥≠≈≡∼≃≅∝→←↔⇒⇐⇔⇌⟶⟵⟹⟺↦∪∩∧∨";
constexpr std::size_t most_signs = 14;            // of a formula within a line that is not divided
constexpr std::size_t most_signs_displayed = 24;  // of one on a line of its own
constexpr std::size_t least_signs = 4;            // of a part

std::size_t signs_in(const XMLNode& node) {
    if (const auto* text = node.ToText()) {
        return count_code_points(trim(text->Value()));
    }
    const XMLElement* element = node.ToElement();
    std::string_view name = element != nullptr ? element->Name() : "";
    bool stacked = name == "mfrac" || name == "munder" || name == "mover" || name == "munderover" || name == "mtable";
    std::size_t sum = 0;
    for (const XMLNode* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
        sum = stacked ? std::max(sum, signs_in(*child)) : sum + signs_in(*child);
    }
    return sum;
}

bool is_operator(const XMLNode* node) {
    const XMLElement* element = node != nullptr ? node->ToElement() : nullptr;
    return element != nullptr && std::string_view(element->Name()) == "mo";
}

void add_words(const XMLNode& node, std::string& words) {
    words += node.ToText() != nullptr ? trim(node.Value()) : std::string_view();
    for (const XMLNode* child = node.FirstChild(); child != nullptr; child = child->NextSibling()) {
        add_words(*child, words);
    }
}

// The part from `first` to `last`, both included, as one types it: 9x⁸ + 1, where the signs alone would say 9x8+1.
std::string typed_until(const XMLNode* first, const XMLNode* last) {
    tinyxml2::XMLPrinter part(nullptr, true);
    for (const XMLNode* node = first; node != nullptr; node = node == last ? nullptr : node->NextSibling()) {
        node->Accept(&part);
    }
    return std::string(trim(typed_formula(part.CStr())));
}

// Whether it is a closing bracket: an operator behind it is between two operands.
bool is_closing(const XMLNode& node) {
    std::string words;
    add_words(node, words);
    return words == ")" || words == "]" || words == "}" || words == "|" || words == "!";
}

// Whether a line may end behind this operator.
bool is_breaking(const XMLNode& node) {
    const char* words = is_operator(&node) ? node.ToElement()->GetText() : nullptr;
    std::string_view sign = words != nullptr ? trim(words) : std::string_view();
    std::size_t at = 0;
    bool known = !sign.empty() && breaking.find(next_code_point(sign, at)) != std::u32string_view::npos && at == sign.size();
    bool between = node.PreviousSibling() != nullptr && node.NextSibling() != nullptr;
    return known && between && (!is_operator(node.PreviousSibling()) || is_closing(*node.PreviousSibling()));
}

// The innermost <mrow> that holds the whole formula.
const XMLElement* row_of(const XMLElement& math) {
    const XMLElement* row = &math;
    while (row->FirstChildElement() != nullptr && row->FirstChild() == row->LastChild() &&
           std::string_view(row->FirstChildElement()->Name()) == "mrow") {
        row = row->FirstChildElement();
    }
    return row;
}

// The last node of each part.
std::vector<const XMLNode*> ends_of_parts(const XMLElement& row, bool display) {
    std::vector<const XMLNode*> ends;
    std::size_t left = signs_in(row);
    if (left > (display ? most_signs_displayed : most_signs)) {
        std::size_t signs = 0;
        for (const XMLNode* node = row.FirstChild(); node != nullptr; node = node->NextSibling()) {
            signs += signs_in(*node);
            left -= std::min(left, signs_in(*node));
            if (signs >= least_signs && left > 1 && is_breaking(*node)) {
                ends.push_back(node);
                signs = 0;
            }
        }
    }
    return ends;
}

class MathmlCleaner {
public:
    explicit MathmlCleaner(XmlWriter& xml) : xml_(xml) {}

    // Writes a part from `first` to the operator `last`, which keeps its spacing though nothing follows it; returns the node behind it.
    const XMLNode* part(const XMLNode* first, const XMLNode* last) {
        for (; first != nullptr; first = first->NextSibling()) {
            if (const XMLElement* element = first->ToElement()) {
                ends_part_ = first == last && first->NextSibling() != nullptr;
                copy(*element, false);
            }
            if (first == last) {
                return first->NextSibling();
            }
        }
        return nullptr;
    }

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
    // Copies an element. upright: it is within \mathrm.
    void copy(const XMLElement& element, bool upright) {
        std::string_view name = element.Name();
        if (name == "annotation" || name == "annotation-xml") {  // the source, which alttext holds
            return;
        }
        if (!is_one_of(mathml_elements, name)) {
            return children(element, upright);
        }
        // mathvariant is known to MathML Core on <mi> alone; for other letters Unicode's own characters were written before.
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
        std::set<std::string_view> written;  // tinyxml2 accepts an attribute that is there twice
        for (const XMLAttribute* a = element.FirstAttribute(); a != nullptr; a = a->Next()) {
            bool fits = is_one_of(mathml_attributes, a->Name()) && (std::string_view(a->Name()) != "mathvariant" || name == "mi");
            if (fits && written.insert(a->Name()).second) {
                xml_.attribute(a->Name(), a->Value());
            }
        }
        if (std::exchange(ends_part_, false) && name == "mo" && written.count("form") == 0) {
            xml_.attribute("form", "infix");
        }
    }

    XmlWriter& xml_;
    bool ends_part_ = false;
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
    constexpr std::string_view name_space = "http://www.w3.org/1998/Math/MathML";
    tinyxml2::XMLDocument document;
    std::string whole = "<math>" + std::string(content) + "</math>";
    bool is_read = document.Parse(whole.data(), whole.size()) == tinyxml2::XML_SUCCESS;
    const XMLElement* row = is_read ? row_of(*document.RootElement()) : nullptr;
    std::vector<const XMLNode*> ends = row != nullptr ? ends_of_parts(*row, display) : std::vector<const XMLNode*>();
    if (row == nullptr || ends.empty()) {
        xml.open("math", {{"xmlns", name_space}, {"display", display ? "block" : ""}, {"alttext", alternative}});
        if (is_read) {
            MathmlCleaner(xml).children(*document.RootElement(), false);
        }
        return xml.close();
    }
    xml.open("span", {{"class", "formula-parts"}, {"dir", "ltr"}});
    ends.push_back(row->LastChild());
    const XMLNode* next = row->FirstChild();
    for (const XMLNode* end : ends) {
        std::string words = typed_until(next, end);
        xml.text(next == row->FirstChild() ? "" : "\u200B");
        xml.open("math", {{"xmlns", name_space}, {"displaystyle", display ? "true" : ""}, {"alttext", words}});
        next = MathmlCleaner(xml).part(next, end);
        xml.close();
    }
    xml.close();
}

}  // namespace hornbook
