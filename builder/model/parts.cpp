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

template <class Found, class InlineT>
Found* id_in(InlineT& node) {
    return std::visit(Cases{
                          [](OneOf<Styled, Image> auto& kind) -> Found* { return &kind.id; },
                          [](OneOf<Text, SoftBreak, LineBreak, Code, Emphasis, Strong, Strikethrough, Link, FootnoteReference,
                                   GlossaryReference, Formula, Gap> auto&) -> Found* { return nullptr; },
                      },
                      node.kind);
}

template <class Found, class BlockT>
Found* id_of_block(BlockT& block) {
    return std::visit(
        Cases{
            [](OneOf<Heading, Figure, Division> auto& kind) -> Found* { return &kind.id; },
            [](OneOf<Paragraph, Quotation, List, CodeBlock, Rule, Table, DefinitionList, Callout, Timeline, Details, QuizHere> auto&)
                -> Found* { return nullptr; },
        },
        block.kind);
}

}  // namespace

Inlines* children_of(Inline& node) {
    return children_in<Inlines>(node);
}

const Inlines* children_of(const Inline& node) {
    return children_in<const Inlines>(node);
}

std::string* id_of(Inline& node) {
    return id_in<std::string>(node);
}

const std::string* id_of(const Inline& node) {
    return id_in<const std::string>(node);
}

std::string* id_of(Block& block) {
    return id_of_block<std::string>(block);
}

const std::string* id_of(const Block& block) {
    return id_of_block<const std::string>(block);
}

}  // namespace hornbook
