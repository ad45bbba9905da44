#include "rendering/printed_formula.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"
#include "xml/reader.h"

namespace hornbook {
namespace {

// Operators with spaces around them between two operands; fences, commas and dots have none.
constexpr std::u32string_view spaced = U"=+-−±∓×÷·∗⋅<>≤≥≠≈≡∼≃≅∝→←↔⇒⇐⇔⇌⟶⟵⟹⟺↦∈∉⊂⊆⊃⊇∪∩∧∨∖∣∥⊥";
constexpr std::u32string_view large_operators = U"∑∏∐⋃⋂";
constexpr std::u32string_view lines_above = U"¯‾―_";
constexpr const char* thin_space = "\u2009";

class FormulaPrinter {
public:
    explicit FormulaPrinter(XmlWriter& xml) : xml_(xml) {}

    void row(const std::vector<XmlNode>& nodes) {
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            bool binary = is_spaced(nodes[i]) && i > 0 && i + 1 < nodes.size() && nodes[i - 1].name != "mo";
            xml_.text(binary ? thin_space : "");
            print(nodes[i]);
            xml_.text(binary ? thin_space : "");
        }
    }

private:
    static char32_t only_sign(const XmlNode& node) {
        std::string words(trim(node.words()));
        std::size_t at = 0;
        char32_t sign = node.name == "mo" && !words.empty() ? next_code_point(words, at) : U'\0';
        return at == words.size() ? sign : U'\0';
    }

    static bool is_spaced(const XmlNode& node) {
        char32_t sign = only_sign(node);
        return sign != U'\0' && spaced.find(sign) != std::u32string_view::npos;
    }

    void print(const XmlNode& node) {
        const std::string& name = node.name;
        const std::vector<XmlNode>& parts = node.children;
        if (name.empty()) {
            xml_.text(trim(node.text));
        } else if (name == "mi") {
            variable(node);
        } else if (name == "mtext" || name == "ms") {
            xml_.text(node.words());
        } else if (name == "mspace") {
            xml_.text(thin_space);
        } else if (name == "msup" && parts.size() == 2) {
            print(parts[0]);
            within("sup", parts[1]);
        } else if (name == "msub" && parts.size() == 2) {
            print(parts[0]);
            within("sub", parts[1]);
        } else if (name == "msubsup" && parts.size() == 3) {
            print(parts[0]);
            within("sub", parts[1]);
            within("sup", parts[2]);
        } else if (name == "mfrac" && parts.size() == 2 && node.attribute("linethickness").starts_with('0')) {  // a binomial
            stack({{"formula-base", &parts[0]}, {"formula-base", &parts[1]}}, "formula-stack");
        } else if (name == "mfrac" && parts.size() == 2) {
            stack({{"fraction-top", &parts[0]}, {"fraction-bottom", &parts[1]}}, "fraction");
        } else if (name == "msqrt") {
            root([&] { row(parts); });
        } else if (name == "mroot" && parts.size() == 2) {
            within("sup", parts[1]);
            root([&] { print(parts[0]); });
        } else if (name == "mover" && parts.size() == 2) {
            above(parts[0], parts[1]);
        } else if (name == "munder" && parts.size() == 2) {
            stack({{"formula-base", &parts[0]}, {"formula-limit", &parts[1]}}, "formula-stack");
        } else if (name == "munderover" && parts.size() == 3) {
            stack({{"formula-limit", &parts[2]}, {"formula-base", &parts[0]}, {"formula-limit", &parts[1]}}, "formula-stack");
        } else if (name == "mtable") {
            table(node);
        } else if (name == "mo" && large_operators.find(only_sign(node)) != std::u32string_view::npos && only_sign(node) != U'\0') {
            xml_.element("span", {{"class", "large-sign"}}, node.words());
        } else if (name != "mphantom" && name != "annotation") {
            row(parts);
        }
    }

    // Writes a variable: one letter is slanted; "sin" and letters of other mathematical alphabets are not.
    void variable(const XmlNode& node) {
        std::string words(trim(node.words()));
        bool slanted = words.size() == 1 && node.attribute("mathvariant") != "normal";
        slanted ? xml_.element("i", {}, words) : xml_.text(words);
    }

    void within(const char* element, const XmlNode& node) {
        xml_.open(element);
        print(node);
        xml_.close();
    }

    struct Storey {
        const char* css_class;
        const XmlNode* node;
    };
    void stack(std::initializer_list<Storey> storeys, const char* css_class) {
        xml_.open("span", {{"class", css_class}});
        for (const Storey& storey : storeys) {
            xml_.open("span", {{"class", storey.css_class}});
            print(*storey.node);
            xml_.close();
        }
        xml_.close();
    }

    template <class Inside>
    void root(const Inside& inside) {
        xml_.text("√");
        xml_.open("span", {{"class", "line-above"}});
        inside();
        xml_.close();
    }

    void above(const XmlNode& base, const XmlNode& sign) {
        char32_t c = only_sign(sign);
        if (c != U'\0' && lines_above.find(c) != std::u32string_view::npos) {
            xml_.open("span", {{"class", "line-above"}});
            print(base);
            xml_.close();
        } else {
            stack({{"formula-limit", &sign}, {"formula-base", &base}}, "formula-stack");
        }
    }

    void table(const XmlNode& node) {
        xml_.open("span", {{"class", "matrix"}});
        for (const XmlNode* each : node.all("mtr")) {
            xml_.open("span", {{"class", "matrix-row"}});
            for (const XmlNode* cell : each->all("mtd")) {
                xml_.open("span", {{"class", "matrix-cell"}});
                row(cell->children);
                xml_.close();
            }
            xml_.close();
        }
        xml_.close();
    }

    XmlWriter& xml_;
};

}  // namespace

void write_printed_formula(XmlWriter& xml, std::string_view content, bool display) {
    XmlDocument document = read_xml("<math>" + std::string(content) + "</math>");
    xml.open("span", {{"class", display ? "printed-formula displayed" : "printed-formula"}, {"dir", "ltr"}});
    FormulaPrinter(xml).row(document.root.children);
    xml.close();
}

}  // namespace hornbook
