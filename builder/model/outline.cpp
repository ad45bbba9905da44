#include "model/outline.h"

#include <utility>

#include "base/text.h"
#include "model/parts.h"
#include "model/teachers_material.h"

namespace hornbook {
namespace {

bool is_in_a_file(const Image& image) {
    return !image.destination.starts_with('\x02') && !starts_with_ascii_case(image.destination, "data:");
}

// Collector of what is seen in some blocks.
class Outliner {
public:
    void take_all(const Blocks& blocks) {
        for (const Block& block : blocks) {
            take(block);
        }
    }

    void take_run(const Inlines& run) {
        for (const Inline& node : run) {
            take(node);
        }
    }

    Blocks finish() {
        return std::move(seen_);
    }

private:
    void take(const Block& block) {
        if (std::holds_alternative<Heading>(block.kind) || std::holds_alternative<QuizHere>(block.kind)) {
            seen_.push_back(block);
            return;
        }
        if (is_for_teachers(block)) {
            Blocks outer = std::exchange(seen_, {});
            take_parts(block);
            Blocks parts = std::exchange(seen_, std::move(outer));
            seen_.push_back({Callout{CalloutKind::teacher, {}, std::move(parts), {}}, block.place});
            return;
        }
        take_name(block);
        take_parts(block);
    }

    void take_parts(const Block& block) {
        open_block(
            block, [&](const Inlines& run) { take_run(run); }, [&](const Blocks& below) { take_all(below); });
    }

    void take_name(const Block& block) {
        Block named{Division{"div", {}, {}, {}, {}}, block.place};
        if (const auto* figure = std::get_if<Figure>(&block.kind)) {
            std::get<Division>(named.kind).id = figure->id;
        } else if (const auto* division = std::get_if<Division>(&block.kind)) {
            std::get<Division>(named.kind).id = division->id;
        }
        if (!std::get<Division>(named.kind).id.empty()) {
            seen_.push_back(std::move(named));
        }
    }

    void take(const Inline& node) {
        const auto* styled = std::get_if<Styled>(&node.kind);
        const auto* image = std::get_if<Image>(&node.kind);
        if (styled != nullptr && !styled->id.empty()) {
            push({Styled{"span", {}, {}, {}, styled->id, {}}, node.place});
        } else if (std::holds_alternative<FootnoteReference>(node.kind)) {
            push(node);
        } else if (image != nullptr && (is_in_a_file(*image) || !image->id.empty())) {
            push(node);
        }
        if (const Inlines* children = children_of(node)) {
            take_run(*children);
        }
    }

    void push(Inline node) {
        Place place = node.place;
        if (seen_.empty() || !std::holds_alternative<Paragraph>(seen_.back().kind)) {
            seen_.push_back({Paragraph{}, place});
        }
        std::get<Paragraph>(seen_.back().kind).text.push_back(std::move(node));
    }

    Blocks seen_;
};

Blocks outline_of(const Blocks& blocks) {
    Outliner outliner;
    outliner.take_all(blocks);
    return outliner.finish();
}

// The question with its names. What else is seen of it is shown in its body; what is of the key stays there.
Question outline_of(const Question& question) {
    Question seen;
    seen.id = question.id;
    seen.name = question.name;
    seen.text = question.text;
    seen.place = question.place;
    seen.answer = Essay{};
    Outliner shown;
    Outliner key;
    shown.take_all(question.body);
    open_answer(
        question.answer, [&](const Inlines& run) { shown.take_run(run); }, [&](const Blocks& feedback) { key.take_all(feedback); });
    for (const Blocks* blocks : {&question.hint, &question.feedback, &question.key}) {
        key.take_all(*blocks);
    }
    seen.body = shown.finish();
    seen.key = key.finish();
    return seen;
}

}  // namespace

Chapter outline_of(const Chapter& chapter) {
    Chapter seen;
    seen.file = chapter.file;
    seen.source = chapter.source;
    seen.language = chapter.language;
    seen.title = chapter.title;
    seen.id = chapter.id;
    seen.place = chapter.place;
    seen.for_teachers = chapter.for_teachers;
    seen.is_outline = true;
    seen.blocks = outline_of(chapter.blocks);
    for (const Footnote& footnote : chapter.footnotes) {
        Footnote kept;
        kept.label = footnote.label;
        kept.place = footnote.place;
        kept.for_teachers = footnote.for_teachers;
        kept.blocks = outline_of(footnote.blocks);
        seen.footnotes.push_back(std::move(kept));
    }
    for (const Quiz& quiz : chapter.quizzes) {
        Quiz kept;
        kept.id = quiz.id;
        kept.title = quiz.title;
        kept.place = quiz.place;
        for (const Question& question : quiz.questions) {
            kept.questions.push_back(outline_of(question));
        }
        seen.quizzes.push_back(std::move(kept));
    }
    return seen;
}

}  // namespace hornbook
