// Question banks: each book here becomes tests/books/<book>/expected/<output>/questions.*; HORNBOOK_ACCEPT=1 rewrites them.
#include "formats/question_bank.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "books.h"
#include "catch.h"
#include "formats/gift/write_text.h"
#include "formats/moodle/write_cloze.h"
#include "outputs/output.h"
#include "well_formed.h"

namespace hornbook {
namespace {

namespace fs = std::filesystem;

Select choices(bool several, const std::vector<std::pair<bool, std::optional<double>>>& rows) {
    Select select;
    select.several = several;
    for (const auto& [right, credit] : rows) {
        select.choices.push_back({"", {}, right, credit, {}, {}});
    }
    return select;
}

Accepted word(const std::string& text, std::optional<double> credit = {}) {
    return {text, {}, credit, {}, {}};
}

Accepted numbers(const std::string& text, double low, double high, std::optional<double> credit = {}) {
    return {text, NumberRange{low, high}, credit, {}, {}};
}

std::string kept_texts(const AskedBlank& blank) {
    std::string texts = blank.numeric ? "numbers:" : "words:";
    for (const Spelling& spelling : blank.spellings) {
        texts += " " + spelling.text;
    }
    return texts;
}

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void check_file(const fs::path& path, const std::string& bytes) {
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    CHECK(bytes == read(path));
}

std::string messages_of(Diagnostics& losses) {
    losses.sort();
    std::string messages;
    for (const Diagnostic& loss : losses.all()) {
        messages += std::to_string(loss.place.line) + ": " + loss.message + (loss.hint.empty() ? "" : " (" + loss.hint + ")") + "\n";
    }
    return messages;
}

}  // namespace

TEST_CASE("the questions of a book become the bank that is expected of it") {
    for (std::string book : {"quizzes", "gift", "formulas", "arabic", "signs"}) {
        Book woven = woven_book(HORNBOOK_SOURCE_DIR "/tests/books/" + book, Edition::teacher);
        for (std::string output : {"moodle-xml", "gift"}) {
            INFO(book << ", " << output << "; HORNBOOK_ACCEPT=1 rewrites what is expected");
            Diagnostics losses;
            Files files = find_output(output)->make(woven, {}, losses);
            REQUIRE(files.size() == 1);
            fs::path folder = fs::path(HORNBOOK_SOURCE_DIR) / "tests/books" / book / "expected" / output;
            check_file(folder / files[0].name, files[0].bytes);
            check_file(folder / "losses.txt", messages_of(losses));
            CHECK((output == "gift" || parse_strictly(files[0].bytes).problem.empty()));
        }
    }
}

TEST_CASE("a book without questions makes an empty bank, and it is said") {
    Book book = woven_book(HORNBOOK_SOURCE_DIR "/tests/books/tables", Edition::teacher);
    for (std::string_view output : {"moodle-xml", "gift"}) {
        Diagnostics losses;
        CHECK(find_output(output)->make(book, {}, losses).size() == 1);
        CHECK(losses.count(Severity::warning) == 1);
    }
}

TEST_CASE("weights are those that Moodle knows, in its spelling") {
    CHECK(in_percent(nearest_weight(1)) == "100");
    CHECK(in_percent(nearest_weight(1.0 / 3)) == "33.33333");
    CHECK(in_percent(nearest_weight(0.33)) == "33.33333");
    CHECK(in_percent(nearest_weight(-1.0 / 7)) == "-14.28571");
    CHECK(in_percent(nearest_weight(0.125)) == "12.5");
    CHECK(in_percent(nearest_weight(-0.01)) == "0");
}

TEST_CASE("right choices make 100 together, however many there are") {
    for (std::size_t count = 1; count <= 26; ++count) {
        std::vector<std::pair<bool, std::optional<double>>> rows(count, {true, std::nullopt});
        rows.emplace_back(false, std::nullopt);
        Weights weights = weights_of(choices(true, rows));
        double sum = 0;
        for (double percent : weights.percent) {
            sum += percent > 0 ? percent : 0;
        }
        CAPTURE(count);
        CHECK(std::abs(sum - 100) < 0.001);
        CHECK(weights.exact == (count <= 10 || count == 20));
        CHECK(weights.percent.back() <= 0);
    }
}

TEST_CASE("the author's credits are kept where Moodle knows them, else the nearest that make the whole") {
    Weights kept = weights_of(choices(true, {{true, 0.75}, {true, 0.25}, {false, -1.0}, {false, 0.0}}));
    CHECK(kept.percent == std::vector<double>{75, 25, -100, 0});
    CHECK(kept.exact);
    Weights changed = weights_of(choices(true, {{true, 0.45}, {true, 0.55}, {false, 0.0}}));
    CHECK(changed.percent == std::vector<double>{50, 50, 0});
    CHECK_FALSE(changed.exact);
    Weights one = weights_of(choices(false, {{true, 1.0}, {false, 0.5}, {false, {}}}));
    CHECK(one.percent == std::vector<double>{100, 50, 0});
}

TEST_CASE("a weight that is only near is told where it gives other marks, to the hundredth") {
    Select third = choices(false, {{true, 1.0}, {false, 0.33}});
    CHECK(weights_of(third).exact);
    CHECK_FALSE(weights_of(third, 3).exact);
    CHECK(weights_of(choices(true, {{true, {}}, {true, {}}, {true, {}}, {false, {}}}), 100).exact);
    Diagnostics told;
    Losses losses("gift", told);
    tell_weights_of_answers(losses, asked({{word("rain"), word("snow", 0.5), word("hail", 0.45)}, {}}, "en"), 1);
    CHECK(told.all().size() == 1);
    CHECK(told.all().at(0).message == "`gift` has no weight of 45%, so `hail` has the nearest that Moodle knows, 50%");
}

TEST_CASE("a blank asks for numbers or for words") {
    CHECK(kept_texts(asked({{numbers("3", 3, 3), numbers("20..30", 20, 30)}, {}}, "en")) == "numbers: 3 20..30");
    CHECK(kept_texts(asked({{numbers("40,000", 40000, 40000), word("forty thousand")}, {}}, "en")) ==
          "words: 40,000 40000 40 000 forty thousand");
    AskedBlank range = asked({{numbers("20..30", 20, 30), word("twenty")}, {}}, "en");
    CHECK(kept_texts(range) == "numbers: 20..30");
    CHECK(range.left_out.size() == 1);
    // A range for half of the marks cannot be all that is asked for.
    AskedBlank half = asked({{word("nine"), numbers("8..10", 8, 10, 0.5)}, {}}, "en");
    CHECK(kept_texts(half) == "words: nine");
    CHECK(half.left_out.size() == 1);
    CHECK(kept_texts(asked({{word("a"), word("b", 0.2), word("c", 0.5), word("d", -1.0)}, {}}, "en")) == "words: a c b d");
}

TEST_CASE("a range is a number and how far from it one may be") {
    CHECK(tolerated({3.141, 3.142}).number == "3.1415");
    CHECK(tolerated({3.141, 3.142}).tolerance == "0.0005");
    CHECK(tolerated({0, 0}).tolerance == "0");
    CHECK(tolerated({1e12, 1e12 + 2}).tolerance == "1");
    CHECK(tolerated({-2e-7, 1e-7}).tolerance == "0.00000015");
}

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

TEST_CASE("cloze: signs of its own are references, and no text is a gap") {
    Blank blank{{word("a~b#c}d"), word("*", 0.5)}, {}};
    blank.accepted[0].feedback = {{Paragraph{{{Text{"Yes"}, {}}}}, {}}};
    CHECK(cloze_gap(asked(blank, "en"), 2, [](const Blocks&) { return "<p>Yes~</p>\n"; }) ==
          "{2:SHORTANSWER:=a&#126;b&#35;c&#125;d#&#60;p&#62;Yes&#126;&#60;/p&#62; ~%50%&#92;*}");
    CHECK(cloze_gap(asked({{numbers("1..2", 1, 2)}, {}}, "en"), 1, nullptr) == "{1:NUMERICAL:=1.5:0.5}");
    CHECK(cloze_text("<p>{#1}</p>") == "<p>&#123;#1}</p>");
}

TEST_CASE("gift: signs are escaped, and what would be read as a format or a weight says which it is") {
    CHECK(gift_escaped("a=b {c}: \\d\n#~") == "a\\=b \\{c\\}\\: \\\\d\\n\\#\\~");
    CHECK(gift_piece("plain", GiftTextFormat::moodle) == "plain");
    CHECK(gift_piece("a &lt; b", GiftTextFormat::moodle) == "[html]a &lt; b");
    CHECK(gift_piece("a &lt; b", GiftTextFormat::html) == "a &lt; b");
    CHECK(gift_piece("%50% off", GiftTextFormat::moodle) == "[moodle]%50% off");
    CHECK(gift_piece("[Plain]x", GiftTextFormat::html) == "[html][Plain]x");
    CHECK(gift_words("[NKVD] *") == "[NKVD] \\\\*");
    CHECK(gift_words("[html]") == "[plain][html]");
    CHECK(gift_comment("hint: [id:a]\nb") == "// hint: (id:a) b\n");
}

}  // namespace hornbook
