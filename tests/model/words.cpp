#include "model/words.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

// One file per language; so a table that nobody registered is found too.
std::vector<std::string> languages() {
    std::vector<std::string> tags;
    for (const auto& file : std::filesystem::directory_iterator(HORNBOOK_SOURCE_DIR "/builder/model/words")) {
        tags.push_back(file.path().stem().string());
    }
    std::sort(tags.begin(), tags.end());
    return tags;
}

std::size_t count_places(std::string_view word) {
    std::size_t count = 0;
    for (std::size_t at = word.find("{}"); at != std::string_view::npos; at = word.find("{}", at + 2)) {
        ++count;
    }
    return count;
}

TEST_CASE("every language has its table, with every word, and places for numbers where English has them") {
    Words english = words_for("en");
    REQUIRE(languages().size() >= 16);
    for (const std::string& language : languages()) {
        CAPTURE(language);
        CHECK(has_words_for(language));
        Words words = words_for(language);
        for (std::string_view key : word_keys()) {
            CAPTURE(key);
            const std::string& word = *find_word(words, key);
            CHECK_FALSE(trim(word).empty());
            CHECK(is_valid_utf8(word));
            CHECK(normalise(word) == word);
            CHECK(count_places(word) == count_places(*find_word(english, key)));
            CHECK(word.find_first_of("\n\t<>\"") == std::string::npos);
        }
    }
}

TEST_CASE("a language is called like the table that it takes") {
    CHECK(language_of_words("de-AT") == "de");
    CHECK(language_of_words("zh-TW") == "zh-hant");
    CHECK(language_of_words("zh") == "zh");
    CHECK(language_of_words("fa") == "en");
}

TEST_CASE("every language is one of its own") {
    std::map<std::string, std::string> by_summary;
    for (const std::string& language : languages()) {
        CAPTURE(language);
        Words words = words_for(language);
        CHECK(by_summary.emplace(words.summary_text, language).second);
        CHECK(words.true_word != words.false_word);
        CHECK(words.right != words.not_right);
        CHECK(words.teacher_edition != words.test_edition);
    }
}

TEST_CASE("a language is found by its first subtag") {
    CHECK(words_for("en-GB").glossary == "Glossary");
    CHECK(words_for("de-AT").glossary == "Glossar");
    CHECK(words_for("DE").glossary == "Glossar");
    CHECK(words_for("de_CH").glossary == "Glossar");
    CHECK(words_for("deu").glossary == "Glossary");  // no such table: English
}

TEST_CASE("a language without a table has English words") {
    CHECK_FALSE(has_words_for("cy"));
    CHECK_FALSE(has_words_for(""));
    CHECK(words_for("cy").glossary == "Glossary");
    CHECK(words_for("").glossary == "Glossary");
}

TEST_CASE("traditional Chinese is not simplified Chinese") {
    for (const char* language : {"zh-Hant", "zh-hant-TW", "zh-TW", "zh-HK", "zh-MO"}) {
        CAPTURE(language);
        CHECK(words_for(language).contents == "目錄");
    }
    for (const char* language : {"zh", "zh-Hans", "zh-CN", "zh-SG", "zh-Hans-HK"}) {
        CAPTURE(language);
        CHECK(words_for(language).contents == "目录");
    }
}

TEST_CASE("a word is found by its key") {
    Words words = words_for("en");
    REQUIRE(find_word(words, "quiz") != nullptr);
    *find_word(words, "quiz") = "Test yourself";
    CHECK(words.quiz == "Test yourself");
    CHECK(find_word(words, "quizz") == nullptr);
    CHECK(find_word(words, "") == nullptr);
}

TEST_CASE("scripts have their direction") {
    for (const char* language : {"ar", "ar-EG", "he", "fa-IR", "ur", "AR", "az-Arab", "pa-arab-PK"}) {
        CAPTURE(language);
        CHECK(is_right_to_left(language));
    }
    for (const char* language : {"en", "ru", "zh-Hant", "", "arn", "hy", "ar-Latn", "ks-Deva", "uz"}) {
        CAPTURE(language);
        CHECK_FALSE(is_right_to_left(language));
    }
}

TEST_CASE("numbers and names are filled in") {
    CHECK(fill_in("Question {}", "7") == "Question 7");
    CHECK(fill_in("{} to {}", "1") == "1 to {}");
    CHECK(fill_in("Part", "2") == "Part");
    CHECK(fill_in("Say: {}", "{}") == "Say: {}");
    CHECK(fill_in("", "x").empty());
}

}  // namespace
}  // namespace hornbook
