// True and False in the words of any language, whatever case rules it has.
#include "model/truth.h"

#include "catch.h"
#include "model/small_book.h"

using namespace hornbook;

namespace {

std::vector<Choice> pair(const std::string& one, const std::string& other) {
    return {{"", run(one), true, {}, {}, {}}, {"", run(other), false, {}, {}, {}}};
}

}  // namespace

TEST_CASE("true and false are known in every language, in capitals or not") {
    Words english = words_for("en");
    CHECK(is_true_false(pair("True", "False"), english));
    CHECK(is_true_false(pair("FALSE.", "true"), english));
    CHECK(is_true_false(pair("DOĞRU", "YANLIŞ"), words_for("tr")));
    CHECK(is_true_false(pair("Doğru", "Yanlış"), english));
    CHECK(is_true_false(pair("Wahr", "Falsch"), english));
    CHECK(is_true_false(pair("Niet waar", "waar"), english));
    CHECK(is_true_false(pair("○", "×"), words_for("ja")));
    CHECK(is_true_false(pair("对", "错"), words_for("zh")));
    CHECK_FALSE(is_true_false(pair("True", "Falsch"), english));
    CHECK_FALSE(is_true_false(pair("Yes", "No"), english));
    CHECK_FALSE(is_true_false({pair("True", "False")[0]}, english));
    Words own = english;
    own.true_word = "Aye";
    own.false_word = "Nay";
    CHECK(is_true_false(pair("nay", "aye"), own));
    CHECK(says_true(pair("AYE", "nay")[0], own));
    CHECK_FALSE(says_true(pair("Nay", "aye")[0], own));
}

TEST_CASE("the pair of every table of words is known in every book") {
    std::size_t tables = 0;
    for (char first = 'a'; first <= 'z'; ++first) {
        for (char second = 'a'; second <= 'z'; ++second) {
            for (const char* script : {"", "-Hant"}) {
                std::string language = std::string{first, second} + script;
                Words words = words_for(language);
                tables += has_words_for(language) ? 1 : 0;
                CHECK(is_true_false(pair(words.false_word, words.true_word), words_for("en")));
            }
        }
    }
    CHECK(tables > 16);
}

TEST_CASE("capitals without accents, and first letters in the language whose words begin so") {
    CHECK(is_true_false(pair("ΣΩΣΤΟ", "ΛΑΘΟΣ"), words_for("en")));
    CHECK(is_true_false(pair("Σωστό", "Λάθος"), words_for("el")));
    CHECK(is_true_false(pair("Rätt", "Fel"), words_for("en")));
    CHECK(is_true_false(pair("✓", "✗"), words_for("en")));
    struct Row {
        const char* language;
        const char* yes;
        const char* no;
    };
    for (Row row : {Row{"en", "T", "F"}, Row{"fr", "V", "F"}, Row{"es", "V", "F"}, Row{"pt", "V", "F"}, Row{"de", "R", "F"},
                    Row{"de", "W", "F"}, Row{"pl", "P", "F"}, Row{"tr", "D", "Y"}, Row{"ru", "В", "Н"}, Row{"en", "T.", "F."}}) {
        INFO(row.language << " " << row.yes);
        Words words = words_for(row.language);
        CHECK(is_true_false(pair(row.yes, row.no), words));
        CHECK(is_true_false(pair(row.no, row.yes), words));
        CHECK(says_true(pair(row.yes, row.no)[0], words));
        CHECK_FALSE(says_true(pair(row.yes, row.no)[1], words));
    }
    CHECK_FALSE(is_true_false(pair("V", "F"), words_for("en")));
    CHECK_FALSE(is_true_false(pair("R", "F"), words_for("fr")));
    CHECK_FALSE(is_true_false(pair("p", "f"), words_for("pl")));  // soft and loud
    CHECK_FALSE(is_true_false(pair("t", "f"), words_for("en")));
    CHECK_FALSE(is_true_false(pair("T", "G"), words_for("en")));
    CHECK_FALSE(is_true_false(pair("", ""), words_for("en")));
}

TEST_CASE("which of the two is true") {
    CHECK(says_true(pair("DOĞRU", "YANLIŞ")[0], words_for("tr")));
    CHECK_FALSE(says_true(pair("YANLIŞ", "DOĞRU")[0], words_for("tr")));
    CHECK(says_true(pair("Wahr", "Falsch")[0], words_for("en")));
    CHECK_FALSE(says_true(pair("Falsch", "Wahr")[0], words_for("en")));
}
