// What a bank's texts bring along from elsewhere: links into another place's files, pictures by name, ids. A chapter has none of them.
#include "base/mistakes.h"
#include "base/urls.h"
#include "model/walk.h"
#include "reading/banks/bank_reader.h"

namespace hornbook {
namespace {

bool leads_out(std::string_view destination) {
    std::string address = address_meant(destination);
    return !scheme_of(address).empty() && outside_url(address).problem.empty();
}

// Nothing leads to it, and the same may stand in every question.
void leave_out_id(Block& block) {
    std::visit(
        [](auto& kind) {
            if constexpr (requires { kind.id; }) {
                kind.id.clear();
            }
        },
        block.kind);
}

}  // namespace

void BankReader::settle_inline(Inline& node) {
    if (auto* styled = std::get_if<Styled>(&node.kind)) {
        styled->id.clear();
    }
    if (auto* image = std::get_if<Image>(&node.kind); image != nullptr && image->picture == no_index) {
        settle_picture(node, {{}, TextFormat::html, node.place.line, request.open});
    }
    auto* link = std::get_if<Link>(&node.kind);
    if (link == nullptr || leads_out(link->destination)) {
        return;
    }
    prose_->diagnostics.add(
        Mistake::not_kept, node.place,
        "the link to `" + link->destination.substr(0, 80) + "` leads to nothing that a book can link to, so its words stand alone",
        "links lead to https://…, http://…, mailto:… or a chapter");
    Inlines words = std::move(link->children);
    node.kind = Styled{"span", {}, {}, {}, {}, std::move(words)};
}

void BankReader::settle_chapter() {
    auto visit = [&](Inline& node) { settle_inline(node); };
    walk_inlines(bank.chapter.blocks, visit);
    walk_blocks(bank.chapter.blocks, leave_out_id);
    for (Quiz& quiz : bank.chapter.quizzes) {
        walk_quiz_inlines(quiz, visit);
        walk_quiz_blocks(quiz, leave_out_id);
    }
}

}  // namespace hornbook
