// Spellings: what is written out for platforms that compare sign by sign is what the book takes for the same.
#include "grading/spellings.h"

#include <algorithm>
#include <set>

#include "base/folding.h"
#include "base/text.h"
#include "catch.h"
#include "cpu_limit.h"

namespace hornbook {
namespace {

Accepted words(const std::string& text, std::optional<double> credit = {}) {
    return {text, {}, credit, {}, {}};
}

Accepted number(const std::string& text, double value) {
    return {text, NumberRange{value, value}, {}, {}, {}};
}

// As a platform sees them that overlooks case.
std::set<std::string> lower_spellings(const Accepted& accepted, const std::string& language) {
    std::set<std::string> all;
    for (const std::string& text : spellings_of(accepted, language)) {
        std::string lower;
        for (std::size_t at = 0; at < text.size();) {
            append_utf8(lower, to_lower(next_code_point(text, at)));
        }
        all.insert(lower);
    }
    return all;
}

struct Pair {
    const char* language;
    const char* accepted;
    const char* typed;
};
const std::vector<Pair> pairs = {
    {"en", "don't", "don’t"},
    {"en", "don’t", "don't"},
    {"en", "rock 'n' roll", "rock ’n’ roll"},
    {"he", "צה״ל", "צה\"ל"},
    {"en", "the \"Iron\" Lady", "the “iron” lady"},
    {"en", "Thatcher (\"Iron Lady\")", "thatcher (“iron lady”)"},
    {"en", "the “Iron” Lady", "the \"iron\" lady"},
    {"en", "Stratford‑upon‑Avon", "stratford-upon-avon"},
    {"en", "1936–38", "1936-38"},
    {"en", "1936-38", "1936–38"},
    {"en", "it’s 1936–38", "it's 1936-38"},
    {"en", "U.S.A.", "u.s.a"},
    {"en", "co\u00ADoperate", "cooperate"},
    {"en", "two  words", "two words"},
    {"de", "Straße", "strasse"},
    {"de", "Strasse", "straße"},
    {"ru", "ёлка", "елка"},
    {"ru", "елка", "ёлка"},
    {"ru", "Елка", "Ёлка"},
    {"ar", "كِتَاب", "كتاب"},
    {"ar", "1917", "١٩١٧"},
    {"ar", "١٩١٧ م", "1917 م"},
    {"fa", "سال 1917", "سال ۱۹۱۷"},
    {"hi", "1947 में", "१९४७ में"},
    {"th", "พ.ศ. 2475", "พ.ศ. ๒๔๗๕"},
    {"my", "1948 ခု", "၁၉၄၈ ခု"},
    {"pa", "1947 ਵਿੱਚ", "੧੯੪੭ ਵਿੱਚ"},
    {"en", "๒๔๗๕ th", "2475 th"},
    {"ja", "ABC", "ａｂｃ"},
    {"ja", "ＡＢＣ", "abc"},
    {"tr", "ışık", "Işik"},  // a platform without the dots of Turkish makes `I` of IŞIK an `i`
    {"tr", "İzmir", "izmir"},
    {"az", "ışıq", "Işiq"},
    {"en", "İzmir", "izmir"},
    {"el", "λόγος", "λόγοσ"},
};

}  // namespace

TEST_CASE("other spellings of an answer are written out") {
    for (const Pair& pair : pairs) {
        INFO(pair.accepted << ", typed " << pair.typed << ", in " << pair.language);
        std::set<std::string> all = lower_spellings(words(pair.accepted), pair.language);
        std::string typed;
        for (std::size_t at = 0; at < std::string_view(pair.typed).size();) {
            append_utf8(typed, to_lower(next_code_point(pair.typed, at)));
        }
        CHECK(all.contains(typed));
    }
}

TEST_CASE("what is written out is one answer to the book, few, and begins with what the author wrote") {
    std::vector<std::string> texts = {"'", "\"",    "-",      ".",      "—",
                                      "é", "Kirov", "\u064B", "\u200B", "е е е е е е е е е е е е е е е е е е е е е е е е е е е е"};
    for (const Pair& pair : pairs) {
        texts.emplace_back(pair.accepted);
        texts.emplace_back(std::string(pair.accepted) + " ‘" + pair.typed + "’ - “" + pair.typed + "”.");
    }
    for (const std::string& text : texts) {
        for (std::string language : {"en", "de", "de-CH", "ru", "ar", "fa", "hi", "ja", "tr", "el", "he", "fr"}) {
            INFO(text << " in " << language);
            std::vector<std::string> all = spellings_of(words(text), language);
            REQUIRE_FALSE(all.empty());
            CHECK(all.size() <= most_spellings);
            CHECK(all.front() == collapse_spaces(normalise(text)));
            CHECK(std::set<std::string>(all.begin(), all.end()).size() == all.size());
            for (const std::string& spelling : all) {
                CHECK(fold_answer(spelling, language) == fold_answer(text, language));
            }
        }
    }
}

TEST_CASE("numbers among words are written as their language writes them") {
    CHECK(spellings_of(number("34,000", 34000), "en") == std::vector<std::string>{"34,000", "34000", "34 000"});
    CHECK(spellings_of(number("34.000", 34000), "de") == std::vector<std::string>{"34.000", "34000", "34 000"});
    CHECK(number_spellings(34000, "de") == std::vector<std::string>{"34000", "34.000", "34 000"});
    CHECK(spellings_of(number("1,5", 1.5), "de") == std::vector<std::string>{"1,5"});
    CHECK(number_spellings(-1234567.5, "en") == std::vector<std::string>{"-1234567.5", "-1,234,567.5", "-1 234 567.5"});
    CHECK(number_spellings(1000000, "en").front() == "1000000");
    CHECK(number_spellings(100000, "hi") == std::vector<std::string>{"100000", "100,000", "1,00,000", "100 000"});
    CHECK(number_spellings(999, "en") == std::vector<std::string>{"999"});
    CHECK(spellings_of({"20..30", NumberRange{20, 30}, {}, {}, {}}, "en") == std::vector<std::string>{"20..30"});
}

TEST_CASE("spellings that come home are one answer again") {
    Question question;
    Blank blank{{words("don't"), words("don’t"), words("DON'T", 0.5), number("34,000", 34000), number("34000", 34000), words("other")}, {}};
    question.answer = Fill{false, {blank}};
    merge_spellings(question, "en");
    std::string kept;
    for (const Accepted& accepted : std::get<Fill>(question.answer).blanks.front().accepted) {
        kept += accepted.text + ";";
    }
    CHECK(kept == "don't;DON'T;34,000;other;");  // half of the marks is not all of them

    auto told = [](const std::string& text, const std::string& feedback) {
        return Accepted{text, {}, {}, {{Paragraph{{{Text{feedback}, {}}}}, {}}}, {}};
    };
    question.answer = Fill{false, {Blank{{told("it's", "Yes."), words("it’s"), told("it's", "Well."), told("IT’S", "Yes.")}, {}}}};
    merge_spellings(question, "en");
    CHECK(std::get<Fill>(question.answer).blanks.front().accepted.size() == 2);

    Accepted wide{"20..30", NumberRange{20, 30}, {}, {}, {}};
    Accepted narrow{"25..30", NumberRange{25, 30}, {}, {}, {}};
    question.answer = Fill{false, {Blank{{wide, narrow, words("dew", 1), words("Dew")}, {}}}};
    merge_spellings(question, "en");
    CHECK(std::get<Fill>(question.answer).blanks.front().accepted.size() == 3);  // all of the marks need not be said
}

TEST_CASE("very many answers in a blank are merged in time by their number") {
    Question question;
    Blank blank;
    for (int i = 0; i < 20'000; ++i) {
        blank.accepted.push_back(words("word " + std::to_string(i / 2)));
    }
    question.answer = Fill{false, {std::move(blank)}};
    CpuLimit limit;
    merge_spellings(question, "en");
    CHECK(std::get<Fill>(question.answer).blanks.front().accepted.size() == 10'000);
}

}  // namespace hornbook
