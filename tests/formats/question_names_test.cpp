#include "formats/question_names.h"

#include "catch.h"

namespace hornbook {

TEST_CASE("names are short, plain, and each once") {
    Words words = words_for("en");
    QuestionNames names(words);
    Question question;
    question.text = {{Text{"Is 1 <b> 2?"}, {}}};
    CHECK(names.name_of(question) == "Is 1 ‹b› 2?");
    CHECK(names.name_of(question) == "Is 1 ‹b› 2? (2)");
    question.text = {};
    CHECK(names.name_of(question) == "Question 3");
    question.text = {{Text{std::string(200, 'x') + " y"}, {}}};
    CHECK(names.name_of(question) == std::string(80, 'x') + "…");
}

TEST_CASE("ids are as long as Moodle keeps them") {
    CHECK(id_number("quiz-a") == "quiz-a");
    std::string longer = id_number(std::string(120, 'a'));
    CHECK(longer.size() == 100);
    CHECK(longer != id_number(std::string(121, 'a')));
}

}  // namespace hornbook
