// A dictionary's files as another program reads them: words in the order of search, each leading to its article.
#include "formats/stardict/stardict.h"

#include "base/trouble.h"
#include "books.h"
#include "catch.h"
#include "temporary_folder.h"

namespace hornbook {
namespace {

struct Word {
    std::string word;
    std::size_t first;   // .idx: where the article begins; .syn: index of the word
    std::size_t second;  // .idx: its size
};

std::size_t number_at(const std::string& bytes, std::size_t at) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        number = number * 256 + static_cast<unsigned char>(bytes.at(at + i));
    }
    return number;
}

std::vector<Word> words_of(const std::string& bytes, bool index) {
    std::vector<Word> words;
    for (std::size_t at = 0; at < bytes.size();) {
        std::size_t end = bytes.find('\0', at);
        words.push_back({bytes.substr(at, end - at), number_at(bytes, end + 1), index ? number_at(bytes, end + 5) : 0});
        at = end + (index ? 9 : 5);
    }
    return words;
}

struct Dictionary {
    std::map<std::string, std::string> files;
    std::string losses;

    std::vector<std::string> headwords() const {
        std::vector<std::string> all;
        for (const Word& word : words_of(files.at("book.idx"), true)) {
            all.push_back(word.word);
        }
        return all;
    }
    std::string article(const std::string& headword) const {
        for (const Word& word : words_of(files.at("book.idx"), true)) {
            if (word.word == headword) {
                return files.at("book.dict").substr(word.first, word.second);
            }
        }
        return "none";
    }
    // The headwords that a synonym leads to, one after the other.
    std::string found(const std::string& synonym) const {
        std::string all;
        for (const Word& word : words_of(files.at("book.syn"), false)) {
            all += word.word == synonym ? headwords().at(word.first) + ";" : "";
        }
        return all;
    }
};

Dictionary dictionary_of(const std::string& glossary, const std::string& language = "en-GB") {
    TemporaryFolder folder;
    folder.write("book.toml", "title = \"Book\"\nlanguage = \"" + language + "\"\nauthors = [\"A. Teacher\"]\ndate = 2026-01-02\n" +
                                  "description = \"\"\"\nOne line,\nand another.\n\"\"\"\n");
    folder.write("chapters/01-a.md", "# A\n\nText.\n");
    folder.write("images/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 2 2\"><circle r=\"1\"/></svg>\n");
    if (!glossary.empty()) {
        folder.write("chapters/glossary.md", "# Words\n\n" + glossary);
    }
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder.path()), whole_reading(), sources, diagnostics).book;
    weave(book, 1, diagnostics);
    prepare_pictures(book, {HORNBOOK_BINARY_DIR "/hornbook-pictures", 1}, diagnostics);
    REQUIRE_FALSE(diagnostics.has_errors());
    Dictionary dictionary;
    Diagnostics losses;
    for (File& file : make_stardict(book, {1767312000, 1, {}}, losses)) {  // 2 January 2026
        dictionary.files.emplace(file.name, std::move(file.bytes));
    }
    for (const Diagnostic& loss : losses.all()) {
        dictionary.losses += loss.message + "\n";
    }
    return dictionary;
}

}  // namespace

TEST_CASE("words stand in the order in which StarDict searches: small and capital ASCII letters alike, then bytes") {
    Dictionary made =
        dictionary_of("## état\n\nA.\n\n## Zoo\n\nB.\n\n## apple\n\nC.\n\n## Apple pie\n\nD.\n\n## Émile\n\nE.\n\n## Banana\n\nF.\n");
    CHECK(made.headwords() == std::vector<std::string>{"apple", "Apple pie", "Banana", "Zoo", "Émile", "état"});
    CHECK(made.article("Banana") == "<p>F.</p>\n");
    CHECK(made.article("état") == "<p>A.</p>\n");
    std::vector<Word> synonyms = words_of(made.files.at("book.syn"), false);
    auto folded = [](std::string word) {
        for (char& c : word) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
        return word;
    };
    CHECK(std::is_sorted(synonyms.begin(), synonyms.end(), [&](const Word& a, const Word& b) {
        return std::pair(folded(a.word), a.word) < std::pair(folded(b.word), b.word);
    }));
}

TEST_CASE("an entry is found by its other names and plurals, in small letters and with a capital") {
    Dictionary made = dictionary_of("## city\nalso: the People’s Town, U.S.S.R.\n\nA.\n\n## party\n\nB.\n\n## Parties\n\nC.\n");
    for (const char* word : {"City", "cities", "Cities", "the People’s Town", "The People’s Town", "the people's town", "The People's Town",
                             "U.S.S.R.", "U.S.S.R", "u.s.s.r"}) {
        INFO(word);
        CHECK(made.found(word) == "city;");
    }
    CHECK(made.found("city").empty());  // where the headword is
    CHECK(made.found("parties") == "party;");
    CHECK(made.found("Parties").empty());  // is another entry, and no variant of a plural
}

TEST_CASE("a small letter of another script finds its entry too, and scripts without cases need none") {
    CHECK(dictionary_of("## Ägypten\n\nA.\n", "de").found("ägypten") == "Ägypten;");
    CHECK_FALSE(dictionary_of("## 水\n\nA.\n", "ja").files.contains("book.syn"));
}

TEST_CASE("an article has what the author said of the term, with links to other entries as they are called") {
    Dictionary made = dictionary_of(
        "## NKVD\nalso: secret police\nsay: en-kah-veh-DEH\nkind: organisation\nsee: show trial\n\nRan the [camps][Gulag] & more.\n\n"
        "## Gulag\n\nSee [above](01-a.md) & [outside](https://example.org/).\n\n## show trial\n\nA trial.\n");
    CHECK(made.article("NKVD") ==
          "<p><i>organisation; Say: en-kah-veh-DEH</i></p><p>Ran the <a href=\"bword://Gulag\">camps</a> &amp; more.</p>\n"
          "<p><small>Also called: secret police</small></p><p>See also: <a href=\"bword://show trial\">show trial</a></p>");
    CHECK(made.article("Gulag") == "<p>See above &amp; <a href=\"https://example.org/\">outside</a>.</p>\n");
    CHECK(made.losses.empty());
}

TEST_CASE("pictures lie where dictionary programs look for them, and a right-to-left text says so") {
    Dictionary made = dictionary_of("## ماء\n\n![نقطة](../images/dot.svg)\n", "ar");
    CHECK(made.article("ماء") == "<div dir=\"rtl\" lang=\"ar\"><figure><img src=\"dot.svg\" alt=\"نقطة\"/></figure>\n</div>");
    CHECK(made.files.contains("res/dot.svg"));
}

TEST_CASE("a dictionary says what it is, and its numbers are true") {
    Dictionary made = dictionary_of("## city\n\nA.\n\n## Party\n\nB.\n");
    std::size_t synonyms = words_of(made.files.at("book.syn"), false).size();
    CHECK(made.files.at("book.ifo") ==
          "StarDict's dict ifo file\nversion=2.4.2\nbookname=Book: Words\nwordcount=2\nsynwordcount=" + std::to_string(synonyms) +
              "\nidxfilesize=" + std::to_string(made.files.at("book.idx").size()) +
              "\nauthor=A. Teacher\ndescription=One line, and another.\ndate=2026.01.02\nsametypesequence=h\nlang=en-en\n");
    CHECK(synonyms == 6);  // City, cities, Cities; party, Parties, parties
}

TEST_CASE("what a dictionary has no place for is told") {
    std::string name(300, 'x');
    Dictionary made = dictionary_of("## " + name + "\nalso: " + name + "y\n\nWith $x^2$.\n");
    CHECK(made.headwords() == std::vector<std::string>{std::string(255, 'x')});
    CHECK(made.losses ==
          "`stardict` takes terms of 255 bytes at most, so this one was cut short\n"
          "`stardict` takes names of 255 bytes at most, so this one is not found in it\n"
          "`stardict` draws no formulas, so this definition shows them as they were typed\n");
    CHECK(dictionary_of("## heat\n\nWith $x^2$.\n").article("heat") == "<p>With <code>$x^2$</code>.</p>\n");
}

TEST_CASE("a book without a glossary makes no dictionary") {
    CHECK_THROWS_AS(dictionary_of(""), Trouble);
}

}  // namespace hornbook
