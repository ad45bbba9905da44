#include "results/class_words.h"

#include <filesystem>

#include "catch.h"
#include "results/class_page.h"
#include "small_class.h"

using namespace hornbook;

namespace {

std::vector<std::string> all_words(const PageWords& said) {
    return {
#define WORD(key, english) said.words.key,
#include "results/class_words.def"
#undef WORD
    };
}

std::size_t places_in(const std::string& word) {
    std::size_t count = 0;
    for (std::size_t at = word.find("{}"); at != std::string::npos; at = word.find("{}", at + 2)) {
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a class is spoken to in every language in which books speak") {
    Book book = small_book();
    std::vector<std::string> english = all_words(words_of_class(book, "en"));
    std::size_t languages = 0;
    for (const auto& file : std::filesystem::directory_iterator(HORNBOOK_SOURCE_DIR "/builder/model/words")) {
        std::string language = file.path().stem().string();
        CAPTURE(language);
        ++languages;
        PageWords said = words_of_class(book, language);
        CHECK(said.language == language);
        std::vector<std::string> words = all_words(said);
        CHECK((language == "en") == (words == english));
        for (std::size_t i = 0; i < words.size(); ++i) {
            CAPTURE(english[i]);
            CHECK_FALSE(words[i].empty());
            CHECK(places_in(words[i]) == places_in(english[i]));
        }
    }
    CHECK(languages >= 16);
}

TEST_CASE("a page speaks the book's language unless another is asked for") {
    Book book = small_book();
    ClassResults results = collect_results(book, small_exports());
    book.metadata.language = "de-AT";
    std::string german = make_class_page(book, results);
    CHECK(german.find("<html lang=\"de-AT\">") != std::string::npos);
    CHECK(german.find("Alle Quizze") != std::string::npos);
    CHECK(german.find(">1,5<") != std::string::npos);
    CHECK(make_class_page(book, results, "ar").find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(make_class_page(book, results, "xx").find("<html lang=\"en\">") != std::string::npos);
    CHECK(make_pupil_pages(book, results, "fr").find("Tes résultats") != std::string::npos);
}
