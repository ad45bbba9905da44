#include "model/outline.h"

#include <algorithm>
#include <utility>

#include "base/hash.h"
#include "base/text.h"
#include "model/parts.h"
#include "model/plain_text.h"
#include "model/question_slug.h"
#include "model/teachers_material.h"
#include "model/walk.h"

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
        if (const std::string* id = id_of(block); id != nullptr && !id->empty()) {
            seen_.push_back({Division{"div", {}, {}, *id, {}}, block.place});
        }
    }

    void take(const Inline& node) {
        const auto* image = std::get_if<Image>(&node.kind);
        const std::string* id = id_of(node);
        if (std::holds_alternative<FootnoteReference>(node.kind) || (image != nullptr && is_in_a_file(*image))) {
            push(node);
        } else if (id != nullptr && !id->empty()) {
            push({Styled{"span", {}, {}, {}, *id, {}}, node.place});
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
    seen.slug = question.id.empty() ? slug_of(question) : "";
    seen.place = question.place;
    seen.answer = Essay{};
    Outliner shown;
    Outliner key;
    shown.take_run(question.text);
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

// Writer of all that an outline holds, as a text that is equal for equal outlines.
class OutlineText {
public:
    void add(std::string_view part) {
        text_ += std::to_string(part.size()) + ":";
        text_ += part;
    }
    void add(std::size_t number) {
        text_ += std::to_string(number) + ",";
    }
    void add(const Inlines& run) {
        add(plain_text(run));
        walk_inlines(run, [&](const Inline& node) { add_node(node); });
    }
    void add(const Blocks& blocks) {
        add(blocks.size());
        for (const Block& block : blocks) {
            add_block(block);
        }
    }
    void add(const Quiz& quiz) {
        add(quiz.id);
        add(quiz.title);
        add(quiz.questions.size());
        for (const Question& question : quiz.questions) {
            add(question.id);
            add(question.name.value_or(""));
            add(question.slug);
            add(question.body);
            add(question.key);
        }
    }
    std::string hash() const {
        return sha256_hex(text_);
    }

private:
    void add_node(const Inline& node) {
        if (const auto* styled = std::get_if<Styled>(&node.kind)) {
            add(styled->id);
        } else if (const auto* image = std::get_if<Image>(&node.kind)) {
            add(image->id);
            add(image->destination);
        } else if (const auto* reference = std::get_if<FootnoteReference>(&node.kind)) {
            add(reference->footnote);
        }
    }

    void add_block(const Block& block) {
        add(block.kind.index());
        if (const auto* heading = std::get_if<Heading>(&block.kind)) {
            add(heading->id);
        } else if (const auto* named = std::get_if<Division>(&block.kind)) {
            add(named->id);
        } else if (const auto* here = std::get_if<QuizHere>(&block.kind)) {
            add(here->quiz);
        }
        open_block(
            block, [&](const Inlines& run) { add(run); }, [&](const Blocks& below) { add(below); });
    }

    std::string text_;
};

}  // namespace

std::string hash_of_outline(const Chapter& outline) {
    OutlineText text;
    for (std::string_view part : {outline.file, outline.language, outline.id}) {
        text.add(part);
    }
    text.add(outline.for_teachers ? 1 : 0);
    text.add(outline.title);
    text.add(outline.blocks);
    for (const Footnote& footnote : outline.footnotes) {
        text.add(footnote.label);
        text.add(footnote.for_teachers ? 1 : 0);
        text.add(footnote.blocks);
    }
    std::for_each(outline.quizzes.begin(), outline.quizzes.end(), [&](const Quiz& quiz) { text.add(quiz); });
    text.add(outline.key_terms.size());
    for (std::size_t entry : outline.key_terms) {
        text.add(entry);
    }
    return text.hash();
}

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
    seen.key_terms = chapter.key_terms;
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
