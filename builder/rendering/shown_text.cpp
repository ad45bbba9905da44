#include "rendering/shown_text.h"

#include <algorithm>
#include <functional>

#include "base/ascii.h"
#include "base/cases.h"
#include "base/text.h"
#include "model/shown.h"
#include "model/walk.h"
#include "rendering/formula_prose.h"
#include "xml/typed_formula.h"
#include "xml/typed_scripts.h"

namespace hornbook {
namespace {

bool has_letters_only(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_letter(next_code_point(text, at))) {
            return false;
        }
    }
    return true;
}

// Writer of prose as lines of plain text.
class PlainProse {
public:
    std::string text;

    void inlines(const Inlines& nodes) {
        bool was_beside_words = is_beside_words_;
        is_beside_words_ = is_beside_words_ || nodes.size() > 1;
        for (const Inline& node : nodes) {
            std::visit(
                Cases{
                    [&](const Text& kind) { text += kind.text; },
                    [&](const SoftBreak&) { text += ' '; },
                    [&](const LineBreak&) { text += ' '; },
                    [&](const Code& kind) { text += kind.text; },
                    [&](const Image& kind) { picture(kind.alt); },
                    [&](const FootnoteReference&) {},
                    [&](const Formula& kind) { text += kind.mathml.empty() ? kind.tex : typed_formula(kind.mathml); },
                    [&](const Gap&) { text += "____"; },
                    [&](const Styled& kind) { styled(kind); },
                    [&](const OneOf<Emphasis, Strong, Strikethrough, Link, GlossaryReference> auto& kind) { inlines(kind.children); },
                },
                node.kind);
        }
        is_beside_words_ = was_beside_words;
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
    // Writes the words of a picture, with spaces between them and those beside it.
    void picture(const std::string& words) {
        text += words.empty() || !is_beside_words_ ? words : "[" + words + "]";
    }

    void styled(const Styled& kind) {
        PlainProse within;
        within.is_beside_words_ = is_beside_words_;
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

    // Begins a new line with its indent, except after a bullet.
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
    bool is_beside_words_ = false;
};

// Whether an element looks like the words around it, or only smaller.
bool looks_like_text(const Styled& kind) {
    constexpr std::string_view such = " abbr bdi kbd samp small span rp ";
    return kind.direction.empty() && such.find(" " + kind.element + " ") != std::string_view::npos;
}

bool is_script(const Styled& kind) {
    return kind.element == "sub" || kind.element == "sup";
}

// Whether Unicode has signs for a script, or it needs none after what stands before it.
bool has_signs(const Inlines& run, std::size_t at) {
    Inlines pair(run.begin() + static_cast<std::ptrdiff_t>(at > 0 ? at - 1 : 0), run.begin() + static_cast<std::ptrdiff_t>(at + 1));
    std::string before = at > 0 ? shown_text({run[at - 1]}) : "";
    return shown_text(pair).find_first_of("^_", before.size()) == std::string::npos;
}

// Whether a node is plain text, whatever is before it.
bool is_plain(const Inline& node) {
    return std::visit(Cases{
                          [](const Text&) { return true; },
                          [](const SoftBreak&) { return true; },
                          [](const Code&) { return true; },
                          [](const Gap&) { return true; },
                          [](const LineBreak&) { return false; },
                          [](const Image& kind) { return kind.picture == no_index; },
                          [](const FootnoteReference&) { return false; },
                          [](const Formula& kind) {
                              FormulaProse typed = kind.mathml.empty() ? FormulaProse() : formula_as_prose(kind.mathml);
                              return typed.is_whole && is_plain(typed.prose);
                          },
                          [](const Emphasis&) { return false; },
                          [](const Strong&) { return false; },
                          [](const Strikethrough&) { return false; },
                          [](const Styled& kind) { return (is_script(kind) || looks_like_text(kind)) && is_plain(kind.children); },
                          [](const Link& kind) { return is_plain(kind.children); },
                          [](const GlossaryReference& kind) { return is_plain(kind.children); },
                      },
                      node.kind);
}

// Visits all inlines of a question that are shown before it is answered.
void walk_shown(const Question& question, const std::function<void(const Inline&)>& visit) {
    walk_inlines(question.text, visit);
    walk_inlines(question.body, visit);
    for (const Inlines* text : shown_in(question.answer)) {
        walk_inlines(*text, visit);
    }
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

bool is_plain(const Inlines& inlines) {
    for (std::size_t at = 0; at < inlines.size(); ++at) {
        const auto* styled = std::get_if<Styled>(&inlines[at].kind);
        if (!is_plain(inlines[at]) || (styled != nullptr && is_script(*styled) && !has_signs(inlines, at))) {
            return false;
        }
    }
    return true;
}

bool is_plain(const Blocks& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        if (const auto* list = std::get_if<List>(&block.kind)) {
            return list->numbering == '1' &&
                   std::all_of(list->items.begin(), list->items.end(), [](const ListItem& item) { return is_plain(item.blocks); });
        }
        const auto* paragraph = std::get_if<Paragraph>(&block.kind);
        const auto* division = std::get_if<Division>(&block.kind);
        return paragraph != nullptr ? is_plain(paragraph->text)
                                    : division != nullptr && division->direction.empty() && is_plain(division->blocks);
    });
}

bool needs_page(const Question& question) {
    bool needs = false;
    walk_shown(question, [&](const Inline& node) {
        needs = needs || ((std::holds_alternative<Formula>(node.kind) || std::holds_alternative<Image>(node.kind)) && !is_plain(node));
    });
    walk_blocks(question.body, [&](const Block& block) {
        needs = needs || std::holds_alternative<Table>(block.kind) || std::holds_alternative<CodeBlock>(block.kind);
    });
    return needs;
}

bool has_untypable_formula(const Question& question) {
    bool has = false;
    walk_shown(question, [&](const Inline& node) {
        const auto* formula = std::get_if<Formula>(&node.kind);
        has = has || (formula != nullptr && !formula->mathml.empty() && !type_formula(formula->mathml).is_whole);
    });
    return has;
}

}  // namespace hornbook
