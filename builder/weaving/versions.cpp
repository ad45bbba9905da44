#include "weaving/versions.h"

#include <algorithm>
#include <numeric>
#include <set>

#include "base/hash.h"
#include "model/plain_text.h"
#include "model/shown.h"
#include "model/speaks_of_others.h"

namespace hornbook {
namespace {

class Shuffler {
public:
    // attempt: from 0; another attempt gives another order.
    Shuffler(std::string_view seed, const std::string& letter, std::size_t attempt)
        : prefix_(std::string(seed) + "\n" + letter + "\n" + (attempt == 0 ? "" : std::to_string(attempt) + "\n")) {}

    void shuffle(Quiz& quiz) const {
        in_order_of_hash(quiz.questions, [&](const Question& question) { return quiz.id + "\n" + question.id; });
        for (Question& question : quiz.questions) {
            std::visit([&](auto& answer) { shuffle(answer, question.id); }, question.answer);
        }
    }

private:
    // Shuffles choices, but for True and False, and those that speak of the others ("none of the above").
    void shuffle(Select& select, const std::string& question) const {
        if (!select.true_false && !speaks_of_others(select)) {
            in_order_of_hash(select.choices, [&](const Choice& choice) { return question + "\n" + plain_text(choice.text); });
        }
    }
    void shuffle(Match& match, const std::string& question) const {
        in_order_of_hash(match.shown, [&](std::size_t right) { return question + "\n" + plain_text(match.rights[right]); });
    }
    void shuffle(Arrange& arrange, const std::string& question) const {
        in_order_of_hash(arrange.shown, [&](std::size_t item) { return question + "\n" + plain_text(arrange.items[item].text); });
    }
    void shuffle(Fill&, const std::string&) const {}
    void shuffle(Essay&, const std::string&) const {}

    template <class Item, class Words>
    void in_order_of_hash(std::vector<Item>& items, const Words& words) const {
        std::vector<std::uint64_t> hashes;
        for (const Item& item : items) {
            hashes.push_back(stable_hash(prefix_ + words(item)));
        }
        std::vector<std::size_t> order(items.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return hashes[a] < hashes[b]; });
        std::vector<Item> sorted;
        for (std::size_t i : order) {
            sorted.push_back(std::move(items[i]));
        }
        items = std::move(sorted);
    }

    std::string prefix_;
};

// The orders as a pupil sees them; the same whether the key is still there or not, so that sheets and keys agree.
std::string seen(const std::vector<Quiz>& quizzes) {
    std::string text;
    for (const Quiz& quiz : quizzes) {
        for (const Question& question : quiz.questions) {
            text += question.id + "\n";
            for (const Inlines* shown : shown_in(question.answer)) {
                text += plain_text(*shown) + "\n";
            }
        }
    }
    return text;
}

// Adds a version. One that chance made like another is shuffled again, since it would let neighbours copy; a quiz of few questions has few
// orders, though. Returns false where no new order was found.
bool add_version(Chapter& chapter, const std::string& letter, std::string_view seed, std::set<std::string>& papers) {
    constexpr std::size_t most_attempts = 100;
    Version version;
    for (std::size_t attempt = 0; attempt < most_attempts; ++attempt) {
        version = {letter, chapter.quizzes};
        Shuffler shuffler(seed, letter, attempt);
        std::for_each(version.quizzes.begin(), version.quizzes.end(), [&](Quiz& quiz) { shuffler.shuffle(quiz); });
        if (papers.insert(seen(version.quizzes)).second) {
            chapter.versions.push_back(std::move(version));
            return true;
        }
    }
    chapter.versions.push_back(std::move(version));
    return false;
}

}  // namespace

std::vector<std::string> weave_versions(Book& book, const std::vector<std::string>& letters, std::string_view seed) {
    std::vector<std::string> alike;
    for (Chapter& chapter : book.chapters) {
        chapter.versions.clear();
        if (letters.empty()) {
            chapter.versions.push_back({"", chapter.quizzes});
        }
        std::set<std::string> papers;
        bool all_differ = true;
        for (const std::string& letter : letters) {
            all_differ = add_version(chapter, letter, seed, papers) && all_differ;
        }
        if (!all_differ && !chapter.quizzes.empty()) {
            alike.push_back(chapter.slug);
        }
    }
    return alike;
}

}  // namespace hornbook
