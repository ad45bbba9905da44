#include "formats/losses.h"

#include <algorithm>
#include <utility>

#include "model/mistakes.h"

namespace hornbook {

void Losses::add(Place place, const std::string& what, const std::string& instead, std::string hint) {
    say(place, "has no " + what + ", so " + instead, std::move(hint));
}

void Losses::say(Place place, const std::string& sentence, std::string hint) {
    diagnostics_.add(Mistake::no_place_in_output, place, "`" + std::string(output_) + "` " + sentence, std::move(hint));
}

void Losses::say_once(Place place, const std::string& sentence) {
    if (told_.insert(sentence).second) {
        say(place, sentence);
    }
}

void Losses::tell_empty(const Book& book) {
    if (std::all_of(book.chapters.begin(), book.chapters.end(), [](const Chapter& chapter) { return chapter.quizzes.empty(); })) {
        diagnostics_.add(Mistake::no_place_in_output, {}, "`" + std::string(output_) + "` holds questions alone, and this book has none");
    }
}

}  // namespace hornbook
