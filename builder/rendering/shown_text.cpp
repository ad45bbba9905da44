#include "rendering/shown_text.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/cases.h"
#include "base/text.h"
#include "model/shown.h"
#include "model/walk.h"
#include "rendering/typed_scripts.h"
#include "xml/reader.h"

namespace hornbook {
namespace {

// MathML as typed text.
class FormulaTypist {
public:
    static std::string row(const std::vector<XmlNode>& nodes) {
        std::string typed;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            bool between = i > 0 && i + 1 < nodes.size() && nodes[i - 1].name != "mo" && stands_apart(nodes[i]);
            typed += between ? " " + of(nodes[i]) + " " : of(nodes[i]);
        }
        return typed;
    }

private:
    static std::string of(const XmlNode& node) {
        const std::string& name = node.name;
        const std::vector<XmlNode>& parts = node.children;
        if (name.empty()) {
            return std::string(trim(node.text));
        } else if (name == "mi" || name == "mo") {
            std::string sign(trim(node.words()));
            return sign.size() > 1 && is_ascii_letter(sign.front()) ? " " + sign + " " : sign;  // k ln W
        } else if (name == "mtext" || name == "ms") {
            return node.words();
        } else if ((name == "msup" || name == "mover") && parts.size() == 2) {
            return base(parts[0]) + raised(of(parts[1]));
        } else if ((name == "msub" || name == "munder") && parts.size() == 2) {
            return base(parts[0]) + lowered(of(parts[1]));
        } else if ((name == "msubsup" || name == "munderover") && parts.size() == 3) {
            return base(parts[0]) + lowered(of(parts[1])) + raised(of(parts[2]));
        } else if (name == "mfrac" && parts.size() == 2) {
            return grouped(of(parts[0])) + "/" + grouped(of(parts[1]));
        } else if (name == "msqrt") {
            return "√" + grouped(row(parts));
        } else if (name == "mroot" && parts.size() == 2) {
            return raised(of(parts[1])) + "√" + grouped(of(parts[0]));
        } else if (name == "mtr") {
            return cells(node) + "; ";
        } else if (name == "mphantom" || name == "annotation") {
            return "";
        }
        return row(parts);
    }

    // What carries a script, without the room after a name.
    static std::string base(const XmlNode& node) {
        std::string typed = of(node);
        while (typed.ends_with(' ')) {
            typed.pop_back();
        }
        return typed;
    }

    // Between two operands, as in a + b; not the sign of a number.
    static bool stands_apart(const XmlNode& node) {
        constexpr std::string_view such = " = + - − ± × ÷ < > ≤ ≥ ≠ ≈ → ⇒ ⇌ ∈ ";
        std::string sign(trim(node.words()));
        return node.name == "mo" && !sign.empty() && such.find(" " + sign + " ") != std::string_view::npos;
    }

    static std::string cells(const XmlNode& node) {
        std::vector<std::string> typed;
        for (const XmlNode* cell : node.all("mtd")) {
            typed.push_back(row(cell->children));
        }
        return join(typed, ", ");
    }
};

bool has_letters_only(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(next_code_point(text, at))) {
            return false;
        }
    }
    return true;
}

// Prose as lines of plain text.
class PlainProse {
public:
    std::string text;

    void inlines(const Inlines& nodes) {
        for (const Inline& node : nodes) {
            std::visit(Cases{
                           [&](const Text& kind) { text += kind.text; },
                           [&](const SoftBreak&) { text += ' '; },
                           [&](const LineBreak&) { text += ' '; },
                           [&](const Code& kind) { text += kind.text; },
                           [&](const Image& kind) { text += kind.alt; },
                           [&](const FootnoteReference&) {},
                           [&](const Formula& kind) { text += kind.mathml.empty() ? kind.tex : typed_formula(kind.mathml); },
                           [&](const Gap&) { text += "____"; },
                           [&](const Styled& kind) { styled(kind); },
                           [&](const auto& kind) { inlines(kind.children); },
                       },
                       node.kind);
        }
    }

    // indent: spaces before each line after the first.
    void blocks(const Blocks& nodes, std::size_t indent) {
        for (const Block& node : nodes) {
            std::visit(Cases{
                           [&](const Paragraph& kind) { line(indent, kind.text); },
                           [&](const Heading& kind) { line(indent, kind.text); },
                           [&](const CodeBlock& kind) { line(indent, kind.text); },
                           [&](const Rule&) { line(indent, "―――"); },
                           [&](const Quotation& kind) { blocks(kind.blocks, indent); },
                           [&](const Division& kind) { blocks(kind.blocks, indent); },
                           [&](const List& kind) { list(kind, indent); },
                           [&](const Table& kind) { table(kind, indent); },
                           [&](const DefinitionList& kind) { definitions(kind, indent); },
                           [&](const Callout& kind) { titled(kind.title, kind.blocks, indent); },
                           [&](const Details& kind) { titled(kind.summary, kind.blocks, indent); },
                           [&](const Timeline& kind) { events(kind, indent); },
                           [&](const Figure& kind) {
                               blocks(kind.blocks, indent);
                               line(indent, kind.caption);
                           },
                           [&](const QuizHere&) {},
                       },
                       node.kind);
        }
    }

private:
    void styled(const Styled& kind) {
        PlainProse within;
        within.inlines(kind.children);
        bool is_ordinal =
            !text.empty() && (is_ascii_digit(text.back()) || (text.back() >= 'A' && text.back() <= 'Z')) && has_letters_only(within.text);
        if (kind.element == "sup" && !is_ordinal) {  // 19th, XIXe, Mme
            text += raised(within.text);
        } else if (kind.element == "sub") {
            text += lowered(within.text);
        } else {
            text += within.text;
        }
    }

    // After a bullet the line goes on.
    void begin(std::size_t indent) {
        if (is_after_bullet_) {
            is_after_bullet_ = false;
            return;
        }
        text += text.empty() || text.back() == '\n' ? "" : "\n";
        text.append(indent, ' ');
    }

    void line(std::size_t indent, const std::string& words) {
        if (!words.empty()) {
            begin(indent);
            text += words;
        }
    }

    void line(std::size_t indent, const Inlines& run) {
        PlainProse within;
        within.inlines(run);
        line(indent, within.text);
    }

    void list(const List& kind, std::size_t indent) {
        int number = kind.start;
        for (const ListItem& item : kind.items) {
            number = item.value.value_or(number);
            std::string sign = item.ticked ? (*item.ticked ? "☑ " : "☐ ") : kind.ordered ? std::to_string(number) + ". " : "• ";
            begin(indent);
            text += sign;
            is_after_bullet_ = true;
            blocks(item.blocks, indent + 2);
            is_after_bullet_ = false;
            number += kind.reversed ? -1 : 1;
        }
    }

    void table(const Table& kind, std::size_t indent) {
        line(indent, kind.caption);
        for (const auto* rows : {&kind.head, &kind.body}) {
            for (const std::vector<Cell>& row : *rows) {
                std::vector<std::string> cells;
                for (const Cell& cell : row) {
                    std::string words = shown_text(cell.blocks);
                    std::replace(words.begin(), words.end(), '\n', ' ');
                    cells.push_back(std::move(words));
                }
                line(indent, join(cells, " | "));
            }
        }
    }

    void definitions(const DefinitionList& kind, std::size_t indent) {
        for (const Definition& item : kind.items) {
            for (const Inlines& term : item.terms) {
                line(indent, term);
            }
            for (const Blocks& meaning : item.meanings) {
                blocks(meaning, indent + 2);
            }
        }
    }

    void titled(const Inlines& title, const Blocks& below, std::size_t indent) {
        line(indent, title);
        blocks(below, indent);
    }

    void events(const Timeline& kind, std::size_t indent) {
        for (const TimelineEvent& event : kind.events) {
            line(indent, event.date + ": " + shown_text(event.text));
        }
    }

    bool is_after_bullet_ = false;
};

bool is_beyond_plain_text(const Inline& node) {
    return std::holds_alternative<Formula>(node.kind) || std::holds_alternative<Image>(node.kind);
}

}  // namespace

std::string shown_text(const Inlines& inlines) {
    PlainProse prose;
    prose.inlines(inlines);
    return prose.text;
}

std::string shown_text(const Blocks& blocks) {
    PlainProse prose;
    prose.blocks(blocks, 0);
    while (!prose.text.empty() && prose.text.back() == '\n') {
        prose.text.pop_back();
    }
    return prose.text;
}

std::string typed_formula(std::string_view mathml) {
    XmlDocument document = read_xml("<math>" + std::string(mathml) + "</math>");
    std::string typed = collapse_spaces(FormulaTypist::row(document.root.children));
    return typed.ends_with(';') ? typed.substr(0, typed.size() - 1) : typed;
}

bool needs_page(const Question& question) {
    bool needs = false;
    auto look = [&](const Inline& node) { needs = needs || is_beyond_plain_text(node); };
    walk_inlines(question.text, look);
    walk_inlines(question.body, look);
    walk_blocks(question.body, [&](const Block& block) {
        needs = needs || std::holds_alternative<Table>(block.kind) || std::holds_alternative<CodeBlock>(block.kind);
    });
    for (const Inlines* text : shown_in(question.answer)) {
        walk_inlines(*text, look);
    }
    return needs;
}

}  // namespace hornbook
