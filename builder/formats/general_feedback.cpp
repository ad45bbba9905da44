#include "formats/general_feedback.h"

#include <algorithm>
#include <utility>

#include "base/cases.h"
#include "model/passage.h"

namespace hornbook {
namespace {

Block paragraph(Inlines text, Place place) {
    return {Paragraph{std::move(text)}, place};
}

// The label in front of the first words, if they are a paragraph's.
void add_labelled(Blocks& result, Inlines label, const Blocks& blocks) {
    const auto* words = blocks.empty() ? nullptr : std::get_if<Paragraph>(&blocks.front().kind);
    Inlines first = {{Strong{std::move(label)}, {}}, {Text{words != nullptr ? ": " : ":"}, {}}};
    std::size_t rest = 0;
    if (words != nullptr) {
        first.insert(first.end(), words->text.begin(), words->text.end());
        rest = 1;
    }
    result.push_back(paragraph(std::move(first), {}));
    result.insert(result.end(), blocks.begin() + static_cast<std::ptrdiff_t>(rest), blocks.end());
}

template <class Parts>
void add_feedback_on(Blocks& result, const Parts& parts) {
    for (const auto& part : parts) {
        if (!part.feedback.empty()) {
            add_labelled(result, part.text, part.feedback);
        }
    }
}

}  // namespace

Blocks general_feedback(const Book& book, const Question& question, bool with_key) {
    Blocks result = question.feedback;
    std::visit(Cases{
                   [&](const Match& match) { add_feedback_on(result, match.lefts); },
                   [&](const Arrange& arrange) { add_feedback_on(result, arrange.items); },
                   [](const OneOf<Select, Fill, Essay> auto&) {},
               },
               question.answer);
    if (with_key && !question.key.empty()) {
        Blocks key = labelled(book.words.model_answer, question.key);
        result.insert(result.end(), key.begin(), key.end());
    }
    Blocks passage = passage_in_words(book, question);
    result.insert(result.end(), passage.begin(), passage.end());
    return result;
}

bool has_feedback_on_parts(const Question& question) {
    auto has = [](const auto& parts) {
        return std::any_of(parts.begin(), parts.end(), [](const auto& part) { return !part.feedback.empty(); });
    };
    return std::visit(Cases{
                          [&](const Match& match) { return has(match.lefts); },
                          [&](const Arrange& arrange) { return has(arrange.items); },
                          [](const OneOf<Select, Fill, Essay> auto&) { return false; },
                      },
                      question.answer);
}

Blocks labelled(const std::string& label, const Blocks& blocks) {
    Blocks result;
    add_labelled(result, {{Text{label}, {}}}, blocks);
    return result;
}

}  // namespace hornbook
