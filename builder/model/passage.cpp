#include "model/passage.h"

#include "model/plain_text.h"
#include "model/walk.h"

namespace hornbook {

std::string passage_name(const Book& book, const Question& question) {
    const Target& target = question.see_target;
    if (target.reach != Target::Reach::chapter || target.chapter >= book.chapters.size()) {
        return {};
    }
    const Chapter& chapter = book.chapters[target.chapter];
    std::string place = plain_text(chapter.title);
    walk_blocks(chapter.blocks, [&](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block.kind);
        place += heading != nullptr && !target.id.empty() && heading->id == target.id ? ", " + plain_text(heading->text) : "";
    });
    return place;
}

Blocks passage_in_words(const Book& book, const Question& question) {
    std::string place = passage_name(book, question);
    return place.empty() ? Blocks() : Blocks{{Paragraph{{{Text{book.words.read_passage + ": " + place}, {}}}}, question.see_place}};
}

}  // namespace hornbook
