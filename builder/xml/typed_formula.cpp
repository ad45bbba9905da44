#include "xml/typed_formula.h"

#include <array>
#include <utility>

#include "base/ascii.h"
#include "base/text.h"
#include "xml/typed_scripts.h"

namespace hornbook {
namespace {

// Accents of MathML and the combining characters of Unicode for them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> signs_above = {{{"¯", "\u0304"},
                                                                                        {"‾", "\u0304"},
                                                                                        {"_", "\u0304"},
                                                                                        {"^", "\u0302"},
                                                                                        {"ˆ", "\u0302"},
                                                                                        {"~", "\u0303"},
                                                                                        {"˜", "\u0303"},
                                                                                        {"˙", "\u0307"},
                                                                                        {".", "\u0307"},
                                                                                        {"¨", "\u0308"},
                                                                                        {"→", "\u20D7"},
                                                                                        {"⃗", "\u20D7"},
                                                                                        {"ˇ", "\u030C"},
                                                                                        {"´", "\u0301"}}};

std::string as_text(const TypedRuns& runs) {
    std::string text;
    for (const TypedRun& run : runs) {
        std::string within = as_text(run.within);
        text += run.level == Level::line ? run.text : run.level == Level::raised ? raised(within) : lowered(within);
    }
    return text;
}

void append(TypedRuns& runs, std::string text) {
    if (!text.empty()) {
        runs.push_back({std::move(text), Level::line, {}});
    }
}

void append(TypedRuns& runs, TypedRuns&& more) {
    runs.insert(runs.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void append_script(TypedRuns& runs, Level level, TypedRuns&& within) {
    runs.push_back({"", level, std::move(within)});
}

// Appends the part, in brackets where it is more than one number or name.
void append_grouped(TypedRuns& runs, TypedRuns&& part) {
    std::string text = as_text(part);
    bool is_one = grouped(text) == text;
    append(runs, is_one ? "" : "(");
    append(runs, std::move(part));
    append(runs, is_one ? "" : ")");
}

class FormulaTypist {
public:
    bool is_whole = true;

    TypedRuns row(const std::vector<XmlNode>& nodes) {
        TypedRuns runs;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            bool is_first = i == 0;
            bool is_last = i + 1 == nodes.size();
            bool is_apart = is_first || is_last ? is_relation(nodes[i]) : nodes[i - 1].name != "mo" && stands_apart(nodes[i]);
            append(runs, is_apart && !is_first ? " " : "");
            append(runs, of(nodes[i]));
            append(runs, is_apart && !is_last ? " " : "");
        }
        return runs;
    }

private:
    static TypedRuns words(std::string text) {
        TypedRuns runs;
        append(runs, std::move(text));
        return runs;
    }

    TypedRuns of(const XmlNode& node) {
        const std::string& name = node.name;
        const std::vector<XmlNode>& parts = node.children;
        if (name.empty()) {
            return words(std::string(trim(node.text)));
        } else if (name == "mi" || name == "mo") {
            std::string sign(trim(node.words()));
            return words(sign.size() > 1 && is_ascii_letter(sign.front()) ? " " + sign + " " : sign);  // k ln W
        } else if (name == "mtext" || name == "ms") {
            return words(node.words());
        } else if (name == "mover" && parts.size() == 2 && is_accent(parts[1])) {
            return accented(parts[0], parts[1]);
        } else if ((name == "msup" || name == "mover") && parts.size() == 2) {
            return with_scripts(parts[0], nullptr, &parts[1]);
        } else if ((name == "msub" || name == "munder") && parts.size() == 2) {
            return with_scripts(parts[0], &parts[1], nullptr);
        } else if ((name == "msubsup" || name == "munderover") && parts.size() == 3) {
            return with_scripts(parts[0], &parts[1], &parts[2]);
        } else if (name == "mfrac" && parts.size() == 2) {
            return fraction(node);
        } else if (name == "msqrt") {
            return root(row(parts));
        } else if (name == "mroot" && parts.size() == 2) {
            TypedRuns runs;
            append_script(runs, Level::raised, of(parts[1]));
            append(runs, root(of(parts[0])));
            return runs;
        } else if (name == "mfenced") {
            return fenced(parts);
        } else if (name == "mtable") {
            return table(node);
        } else if (name == "mphantom" || name.starts_with("annotation")) {
            return {};
        }
        is_whole = is_whole && name != "menclose" && name != "mmultiscripts";
        return row(parts);
    }

    TypedRuns with_scripts(const XmlNode& base, const XmlNode* below, const XmlNode* above) {
        TypedRuns runs = of(base);
        if (!runs.empty()) {  // no space after a name that carries a script
            runs.back().text.erase(runs.back().text.find_last_not_of(' ') + 1);
        }
        if (below != nullptr) {
            append_script(runs, Level::lowered, of(*below));
        }
        if (above != nullptr) {
            append_script(runs, Level::raised, of(*above));
        }
        return runs;
    }

    static std::string_view sign_of(const XmlNode& node) {
        std::string sign(trim(node.words()));
        for (const auto& [above, joined] : signs_above) {
            if (node.name == "mo" && sign == above) {
                return joined;
            }
        }
        return "";
    }

    static bool is_accent(const XmlNode& node) {
        return !sign_of(node).empty();
    }

    TypedRuns accented(const XmlNode& base, const XmlNode& above) {
        std::string text = as_text(of(base));
        std::size_t first = 0;
        if (!text.empty()) {
            next_code_point(text, first);
        }
        is_whole = is_whole && first == text.size();  // a line over several letters cannot be had in plain text
        return words(text + std::string(sign_of(above)));
    }

    TypedRuns fraction(const XmlNode& node) {
        bool is_binomial = node.attribute("linethickness").starts_with('0');
        is_whole = is_whole && !is_binomial && !in_fraction_;
        bool was_in_fraction = std::exchange(in_fraction_, true);
        TypedRuns runs;
        append_grouped(runs, of(node.children[0]));
        append(runs, "/");
        append_grouped(runs, of(node.children[1]));
        in_fraction_ = was_in_fraction;
        return runs;
    }

    TypedRuns fenced(const std::vector<XmlNode>& parts) {
        TypedRuns runs = words("(");
        for (const XmlNode& part : parts) {
            append(runs, runs.size() > 1 ? ", " : "");
            append(runs, of(part));
        }
        append(runs, ")");
        return runs;
    }

    static TypedRuns root(TypedRuns&& within) {
        TypedRuns runs = words("√");
        append_grouped(runs, std::move(within));
        return runs;
    }

    static bool is_one_of(const XmlNode& node, std::string_view signs) {
        std::string sign(trim(node.words()));
        return node.name == "mo" && !sign.empty() && signs.find(" " + sign + " ") != std::string_view::npos;
    }

    // Whether it is a relation, which has spaces even at an end of the formula, as in 2 + 2 =; there other operators are signs of a number.
    static bool is_relation(const XmlNode& node) {
        return is_one_of(node, " = < > ≤ ≥ ≠ ≈ → ⇒ ⇌ ∈ ");
    }

    // Whether it is between two operands, as in a + b, and has spaces; the sign of a number has none.
    static bool stands_apart(const XmlNode& node) {
        return is_relation(node) || is_one_of(node, " + - − ± × ÷ ");
    }

    TypedRuns table(const XmlNode& node) {
        is_whole = false;
        TypedRuns runs;
        for (const XmlNode* each : node.all("mtr")) {
            std::string apart = runs.empty() ? "" : "; ";
            for (const XmlNode* cell : each->all("mtd")) {
                append(runs, std::exchange(apart, ", "));
                append(runs, row(cell->children));
            }
        }
        return runs;
    }

    bool in_fraction_ = false;
};

}  // namespace

TypedFormula type_formula(const XmlNode& math) {
    FormulaTypist typist;
    TypedRuns runs = typist.row(math.children);
    return {std::move(runs), typist.is_whole};
}

TypedFormula type_formula(std::string_view content) {
    return type_formula(read_xml("<math>" + std::string(content) + "</math>").root);
}

std::string typed_formula(const XmlNode& math) {
    return collapse_spaces(as_text(type_formula(math).runs));
}

std::string typed_formula(std::string_view content) {
    return collapse_spaces(as_text(type_formula(content).runs));
}

}  // namespace hornbook
