// Settling of a bank's texts in a chapter: takes out links into another place's files, names of pictures and ids.
#include <algorithm>
#include <iterator>

#include "base/folding.h"
#include "base/text.h"
#include "base/urls.h"
#include "formats/bank_reader.h"
#include "model/mistakes.h"
#include "model/parts.h"
#include "model/walk.h"

namespace hornbook {
namespace {

bool leads_out(std::string_view destination) {
    std::string address = address_meant(destination);
    return !scheme_of(address).empty() && outside_url(address).problem.empty();
}

// Takes away a block's id, to which nothing leads, and which may be the same in every question.
void leave_out_id(Block& block) {
    if (std::string* id = id_of(block)) {
        id->clear();
    }
}

// The text within quotation marks that grading ignores, as in `"Paris"`; empty: there are none.
std::string within_quotes(std::string_view text, std::string_view language) {
    std::size_t begin = 0;
    if (text.empty() || is_letter(next_code_point(text, begin))) {
        return {};
    }
    std::size_t end = text.size();
    for (end -= end > begin ? 1 : 0; end > begin && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80; --end) {
    }
    std::string inside(trim(text.substr(begin, end - begin)));
    bool are_quotes = !inside.empty() && fold_answer("x" + std::string(text) + "x", language) != fold_answer("x" + inside + "x", language);
    return are_quotes && fold_answer(text, language) == fold_answer(inside, language) ? inside : std::string();
}

std::vector<Accepted> words_accepted_in(const Chapter& chapter) {
    std::vector<Accepted> all;
    for (const Quiz& quiz : chapter.quizzes) {
        for (const Question& question : quiz.questions) {
            const auto* fill = std::get_if<Fill>(&question.answer);
            for (const Blank& blank : fill != nullptr ? fill->blanks : std::vector<Blank>()) {
                std::copy_if(blank.accepted.begin(), blank.accepted.end(), std::back_inserter(all),
                             [](const Accepted& accepted) { return !accepted.number; });
            }
        }
    }
    return all;
}

}  // namespace

void BankReader::tell_quotes() {
    for (const Accepted& accepted : words_accepted_in(bank.chapter)) {
        std::string inside = within_quotes(accepted.text, request.language);
        if (!inside.empty()) {
            prose_->diagnostics.add(
                Mistake::not_kept, accepted.place,
                "quotation marks around an answer do not count: `" + accepted.text + "` and `" + inside + "` are one answer here",
                "this is told once for all such answers; where pupils must write the marks, ask for the whole sentence");
            return;
        }
    }
}

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
        "the link to `" + link->destination.substr(0, 80) + "` leads to nothing that a book can link to, so only its words are kept",
        "links lead to https://…, http://…, mailto:… or a chapter");
    Inlines words = std::move(link->children);
    node.kind = Styled{"span", {}, {}, {}, {}, std::move(words)};
}

void BankReader::settle_chapter() {
    tell_quotes();
    auto visit = [&](Inline& node) { settle_inline(node); };
    walk_inlines(bank.chapter.blocks, visit);
    walk_blocks(bank.chapter.blocks, leave_out_id);
    for (Quiz& quiz : bank.chapter.quizzes) {
        walk_quiz_inlines(quiz, visit);
        walk_quiz_blocks(quiz, leave_out_id);
    }
}

}  // namespace hornbook
