#include "model/plain_text.h"

#include "base/cases.h"
#include "base/text.h"
#include "model/walk.h"

namespace hornbook {
namespace {

void append(std::string& text, const Inlines& inlines) {
    for (const Inline& node : inlines) {
        std::visit(Cases{
                       [&](const Text& kind) { text += kind.text; },
                       [&](const SoftBreak&) { text += ' '; },
                       [&](const LineBreak&) { text += ' '; },
                       [&](const Code& kind) { text += kind.text; },
                       [&](const Image& kind) { text += kind.alt; },
                       [&](const FootnoteReference&) {},
                       [&](const Formula& kind) { text += kind.tex; },
                       [&](const Gap&) { text += "____"; },
                       [&](const OneOf<Emphasis, Strong, Strikethrough, Styled, Link, GlossaryReference> auto& kind) {
                           append(text, kind.children);
                       },
                   },
                   node.kind);
    }
}

}  // namespace

std::string plain_text(const Inlines& inlines) {
    std::string text;
    append(text, inlines);
    return text;
}

std::string plain_text(const Blocks& blocks) {
    std::string text;
    auto start_line = [&] { text += text.empty() || text.back() == '\n' ? "" : "\n"; };
    walk_runs_and_code(
        blocks,
        [&](const Inlines& run) {
            start_line();
            append(text, run);
        },
        [&](const CodeBlock& code) {
            start_line();
            text += code.text;
        });
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    return text;
}

}  // namespace hornbook
