#include "weaving/versions.h"

#include <algorithm>
#include <numeric>

#include "base/cases.h"
#include "base/hash.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

class Shuffler {
public:
    Shuffler(std::string_view seed, const std::string& letter) : prefix_(std::string(seed) + "\n" + letter + "\n") {}

    void shuffle(Quiz& quiz) const {
        in_order_of_hash(quiz.questions, [&](const Question& question) { return quiz.id + "\n" + question.id; });
        for (Question& question : quiz.questions) {
            std::visit([&](auto& answer) { shuffle(answer, question.id); }, question.answer);
        }
    }

private:
    // True stands before False wherever the author put it so.
    void shuffle(Select& select, const std::string& question) const {
        if (!select.true_false) {
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
    void shuffle(Write&, const std::string&) const {}

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

}  // namespace

void weave_versions(Book& book, const std::vector<std::string>& letters, std::string_view seed) {
    for (Chapter& chapter : book.chapters) {
        chapter.versions.clear();
        if (letters.empty()) {
            chapter.versions.push_back({"", chapter.quizzes});
        }
        for (const std::string& letter : letters) {
            chapter.versions.push_back({letter, chapter.quizzes});
            Shuffler shuffler(seed, letter);
            std::vector<Quiz>& quizzes = chapter.versions.back().quizzes;
            std::for_each(quizzes.begin(), quizzes.end(), [&](Quiz& quiz) { shuffler.shuffle(quiz); });
        }
    }
}

}  // namespace hornbook
