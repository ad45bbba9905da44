#include "reading/html/mathematics.h"

#include "base/text.h"
#include "reading/html/node.h"
#include "xml/typed_formula.h"

namespace hornbook {
namespace {

XmlNode as_xml(const GumboNode& node, const WordsInPlace& words) {
    XmlNode result;
    if (!is_element(node)) {
        result.text = node.type == GUMBO_NODE_COMMENT ? "" : node.v.text.text;
        return result;
    }
    if (std::optional<std::string> finished = words(node)) {
        result.text = std::move(*finished);
        return result;
    }
    result.name = element_name(node);
    each_child(node, [&](const GumboNode& child) {
        XmlNode part = as_xml(child, words);
        if (!part.name.empty() || !trim(part.text).empty()) {
            result.children.push_back(std::move(part));
        }
    });
    return result;
}

// The TeX in `<annotation encoding="application/x-tex">` (MathML Core, 2.1.2); empty where there is none.
std::string tex_annotated(const GumboNode& node, const WordsInPlace& words) {
    std::string tex;
    each_child(node, [&](const GumboNode& child) {
        if (!tex.empty() || !is_element(child)) {
            return;
        }
        bool annotation = element_name(child) == "annotation" && fold_case(attribute(child, "encoding")).find("tex") != std::string::npos;
        tex = annotation ? as_xml(child, words).words() : tex_annotated(child, words);
    });
    return std::string(trim(tex));
}

bool looks_like_tex(std::string_view text) {
    return text.find_first_of("\\{^_") != std::string_view::npos;
}

}  // namespace

Inline mathematics_of(const GumboNode& math, Place place, bool formulas, const WordsInPlace& words) {
    std::string_view spoken = trim(attribute(math, "alttext"));
    std::string tex = tex_annotated(math, words);
    tex = tex.empty() && looks_like_tex(spoken) ? std::string(spoken) : std::move(tex);
    if (formulas && !tex.empty()) {
        return {Formula{collapse_spaces(tex), attribute(math, "display") == "block", {}}, place};
    }
    std::string typed = typed_formula(as_xml(math, words));
    return {Text{typed.empty() ? std::string(spoken) : std::move(typed)}, place};
}

}  // namespace hornbook
