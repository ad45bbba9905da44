#include "model/parts.h"

namespace hornbook {
namespace {

template <class Found, class InlineT>
Found* children_in(InlineT& node) {
    return std::visit(
        Cases{
            [](OneOf<Emphasis, Strong, Strikethrough, Styled, Link, GlossaryReference> auto& kind) { return &kind.children; },
            [](OneOf<Text, SoftBreak, LineBreak, Code, Image, FootnoteReference, Formula, Gap> auto&) -> Found* { return nullptr; },
        },
        node.kind);
}

}  // namespace

Inlines* children_of(Inline& node) {
    return children_in<Inlines>(node);
}

const Inlines* children_of(const Inline& node) {
    return children_in<const Inlines>(node);
}

std::string* id_of(Inline& node) {
    return std::visit(Cases{
                          [](OneOf<Styled, Image> auto& kind) { return &kind.id; },
                          [](OneOf<Text, SoftBreak, LineBreak, Code, Emphasis, Strong, Strikethrough, Link, FootnoteReference,
                                   GlossaryReference, Formula, Gap> auto&) -> std::string* { return nullptr; },
                      },
                      node.kind);
}

std::string* id_of(Block& block) {
    return std::visit(
        Cases{
            [](OneOf<Heading, Figure, Division> auto& kind) { return &kind.id; },
            [](OneOf<Paragraph, Quotation, List, CodeBlock, Rule, Table, DefinitionList, Callout, Timeline, Details, QuizHere> auto&)
                -> std::string* { return nullptr; },
        },
        block.kind);
}

}  // namespace hornbook
