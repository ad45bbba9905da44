#include "checking/sizes.h"

#include "base/text.h"
#include "model/device_limits.h"
#include "model/mistakes.h"
#include "model/plain_text.h"
#include "model/walk.h"

namespace hornbook {
namespace {

class Sizes {
public:
    explicit Sizes(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void check_quiz(const Quiz& quiz) {
        check_name(quiz.title, "this quiz's title", quiz.place);
        check_name(quiz.id, "this quiz's id", quiz.place);
        check_count(quiz.questions, device_limits::questions, "quiz", "questions", "divide it into several quizzes",
                    [](const Question& question) { return question.place; });
        for (const Question& question : quiz.questions) {
            check_question(question);
        }
    }

    void check_entry(const Entry& entry) {
        check_name(entry.term.text, "this term", entry.term.place ? entry.term.place : entry.place);
        check_text(entry.definition, "the definition", entry.place);
        check_count(entry.also, device_limits::other_names, "entry", "other names", "keep those that the chapters use",
                    [](const Name& name) { return name.place; });
        for (const Name& name : entry.also) {
            check_name(name.text, "this name", name.place);
        }
    }

    void check_name(std::string_view name, const std::string& what, Place place) {
        if (name.size() > device_limits::name && count_code_points(name) > device_limits::name) {
            too_big(place, what + " is longer than " + std::to_string(device_limits::name) + " letters", "shorten it");
        }
    }

    void check_name(const Inlines& name, const std::string& what, Place place) {
        check_name(plain_text(name), what, place);
    }

private:
    void too_big(Place place, const std::string& message, const std::string& hint) {
        diagnostics_.add(Mistake::too_big_quiz, place, message, hint);
    }

    // Reports parts that are too many, at the first one beyond the limit.
    template <class Parts, class PlaceOf>
    void check_count(const Parts& parts, std::size_t most, const std::string& whole, const std::string& what, const std::string& hint,
                     const PlaceOf& place_of) {
        if (parts.size() > most) {
            too_big(place_of(parts[most]),
                    "from here on this " + whole + " has more than " + std::to_string(most) + " " + what + ", and e-readers take no more",
                    hint);
        }
    }

    template <class Prose>
    void check_text(const Prose& prose, const std::string& what, Place place) {
        std::string text = plain_text(prose);
        if (text.size() > device_limits::text && count_code_points(text) > device_limits::text) {
            too_big(place, what + " is longer than " + std::to_string(device_limits::text) + " letters, and e-readers take no more",
                    "move what is to be read into the chapter's text");
        }
    }

    void check_question(const Question& question) {
        Place place = question.place;
        check_name(question.id, "this question's id", place);
        check_text(question.text, "this question", place);
        check_text(question.body, "the text of this question", place);
        check_text(question.hint, "the hint of this question", place);
        check_text(question.feedback, "the feedback on this question", place);
        check_text(question.key, "the key of this question", place);
        std::size_t pictures = 0;
        auto count = [&](const Inline& node) { pictures += std::holds_alternative<Image>(node.kind) ? 1 : 0; };
        walk_inlines(question.text, count);
        walk_inlines(question.body, count);
        if (pictures > device_limits::pictures) {
            too_big(place, "this question has more than " + std::to_string(device_limits::pictures) + " pictures", "divide it");
        }
        std::visit([&](const auto& answer) { check_answer(answer, question); }, question.answer);
    }

    void check_answer(const Select& select, const Question&) {  // reading counts the choices, whose letters end
        for (const Choice& choice : select.choices) {
            check_text(choice.text, "this choice", choice.place);
            check_text(choice.feedback, "the feedback on this choice", choice.place);
        }
    }

    void check_answer(const Fill& fill, const Question& question) {
        auto place_of = [&](const auto& part) { return part.place ? part.place : question.place; };
        check_count(fill.blanks, device_limits::gaps, "question", "gaps", "divide it into several questions", place_of);
        for (const Blank& blank : fill.blanks) {
            check_count(blank.accepted, device_limits::accepted, "gap", "answers", "leave out those that nobody would write", place_of);
            for (const Accepted& accepted : blank.accepted) {
                check_name(accepted.text, "this answer", place_of(accepted));
                check_text(accepted.feedback, "the feedback on this answer", place_of(accepted));
            }
        }
    }

    void check_answer(const Match& match, const Question& question) {
        check_count(match.lefts, device_limits::pairs, "question", "pairs", "divide it into several questions",
                    [](const MatchLeft& left) { return left.place; });
        if (match.lefts.size() <= device_limits::pairs && match.rights.size() > device_limits::pairs) {
            too_big(question.place, "this question offers more than " + std::to_string(device_limits::pairs) + " partners",
                    "divide it into several questions");
        }
        for (const MatchLeft& left : match.lefts) {
            check_text(left.text, "this pair", left.place);
            check_text(left.feedback, "the feedback on this pair", left.place);
        }
        for (const Inlines& right : match.rights) {
            check_text(right, "a partner in this question", question.place);
        }
    }

    void check_answer(const Arrange& arrange, const Question&) {
        check_count(arrange.items, device_limits::steps, "question", "steps", "divide it into several questions",
                    [](const ArrangeItem& item) { return item.place; });
        for (const ArrangeItem& item : arrange.items) {
            check_text(item.text, "this step", item.place);
            check_text(item.feedback, "the feedback on this step", item.place);
        }
    }

    void check_answer(const Essay&, const Question&) {}

    Diagnostics& diagnostics_;
};

}  // namespace

void check_sizes(const Book& book, Diagnostics& diagnostics) {
    Sizes sizes(diagnostics);
    std::size_t quizzes = 0;
    for (const Chapter& chapter : book.chapters) {
        if (!chapter.quizzes.empty()) {
            sizes.check_name(chapter.title, "the title of this chapter", chapter.place);
            sizes.check_name(book.metadata.title, "the title of this book", book.metadata.title_place);
        }
        for (const Quiz& quiz : chapter.quizzes) {
            if (!chapter.is_outline) {
                sizes.check_quiz(quiz);
            }
            if (++quizzes == device_limits::quizzes + 1) {
                diagnostics.add(Mistake::too_big_quiz, quiz.place,
                                "from here on this book has more than " + std::to_string(device_limits::quizzes) +
                                    " quizzes, and e-readers take no more",
                                "divide the book in two");
            }
        }
    }
    for (const Entry& entry : book.glossary.entries) {
        sizes.check_entry(entry);
    }
    if (book.glossary.entries.size() > device_limits::entries) {
        diagnostics.add(Mistake::too_big_quiz, {book.glossary.file, 1, 1, 0},
                        "this glossary has more than " + std::to_string(device_limits::entries) + " entries, and e-readers take no more",
                        "divide the book in two");
    }
}

}  // namespace hornbook
