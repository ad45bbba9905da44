#include "reading/misplaced.h"

#include <algorithm>

#include "model/mistakes.h"
#include "model/walk.h"

namespace hornbook {

void take_misplaced(ProseReader& reader, Glossary& glossary) {
    for (const auto& [footnote, place] : reader.found.footnote_uses) {
        reader.diagnostics.add(Mistake::misplaced_form, place, "a footnote cannot be used in the glossary",
                               "put its text into the definition");
    }
    for (const Quiz& quiz : reader.found.quizzes) {
        reader.diagnostics.add(Mistake::misplaced_form, quiz.place, "a quiz cannot be used in the glossary", "put it into a chapter");
    }
    auto take_note = [](Inline& node) {
        if (std::holds_alternative<FootnoteReference>(node.kind)) {
            node.kind = Text{};
        }
    };
    auto take = [&](Blocks& blocks) {
        walk_inlines(blocks, take_note);
        walk_blocks(blocks, [](Block& block) {
            if (std::holds_alternative<QuizHere>(block.kind)) {
                block.kind = Paragraph{};
            }
        });
    };
    walk_inlines(glossary.title, take_note);
    take(glossary.introduction);
    std::for_each(glossary.entries.begin(), glossary.entries.end(), [&](Entry& entry) { take(entry.definition); });
}

}  // namespace hornbook
