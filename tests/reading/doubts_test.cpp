// Doubts about numbers: what a teacher would take for a number, a range or a number with a unit is one, or is told.
#include "reading/questions/doubts.h"

#include "catch.h"
#include "model/mistakes.h"
#include "reading/questions/numbers.h"

using namespace hornbook;

namespace {

std::string told(std::string_view text, std::string_view language) {
    INFO(text);
    CHECK_FALSE(read_number(text, language));
    std::optional<Doubt> doubt = doubt_about_words(text, language);
    return doubt ? (doubt->mistake == Mistake::compared_as_written ? "note: " : "") + doubt->hint : "";
}

std::string told_of_number(std::string_view text, std::string_view language) {
    INFO(text);
    CHECK(read_number(text, language));
    std::optional<Doubt> doubt = doubt_about_number(text, language);
    return doubt ? doubt->message + "; " + doubt->hint : "";
}

}  // namespace

TEST_CASE("the marks of another language") {
    CHECK(told("3,14", "en-GB") == "write `3.14`, as the chapter's language does");
    CHECK(told("3.14", "de") == "write `3,14`, as the chapter's language does");
    CHECK(told("1.234,5", "en-GB") == "write `1,234.5`, as the chapter's language does");
    CHECK(told("2.5..3.5", "fr") == "write `2,5..3,5`, as the chapter's language does");
    CHECK(told("1,00,000", "en-GB") == "write `100000`, or groups of three digits");
}

TEST_CASE("ranges that are written otherwise") {
    CHECK(told("9–11", "en-GB") == "note: write `9..11` if any number of that range is right");
    CHECK(told("9 - 11", "en-GB") == "note: write `9..11` if any number of that range is right");
    CHECK(told("-9-11", "en-GB") == "note: write `-9..11` if any number of that range is right");
    CHECK(told("9 to 11", "en-GB") == "write the range as `9..11`");
    CHECK(told("between 9 and 11", "en-GB") == "write the range as `9..11`");
    CHECK(told("von 9 bis 11,5", "de") == "write the range as `9..11,5`");
    CHECK(told("9到11", "zh") == "write the range as `9..11`");
    CHECK(told("3.14…", "en-GB") == "write the number without the dots, or both ends of a range: `9..12`");
    CHECK(told("5 ± 10 %", "en-GB") == "write two plain numbers around the sign: `2.5 ± 0.1`");
    CHECK(told("5 ± 10 %", "de") == "write two plain numbers around the sign: `2,5 ± 0,1`");
}

TEST_CASE("ranges with a unit or a word behind them, however they are written") {
    const std::string only = "write only the numbers, `9..11`: the unit belongs in the question";
    for (const char* range : {"9–11 km", "9-11 cm", "9 to 11 km", "9 - 11 °C", "9–11 %", "9 to 11%", "9-11 minutes"}) {
        CHECK(told(range, "en-GB") == only);
    }
    CHECK(told("9 bis 11 kg", "de") == only);
    CHECK(told("9〜11", "ja") == "write the range as `9..11`");
    CHECK(told("9-11 pupils", "en-GB") == "note: write `9..11` if any number of that range is right, and the words in the question");
    CHECK(told("4 July", "en-GB").empty());
    CHECK(told("km 9", "en-GB").empty());
}

TEST_CASE("units that are words, in each language of books") {
    struct Row {
        const char* written;
        const char* language;
    };
    for (const Row& row : {Row{"9 hours", "en-GB"},
                           Row{"9 Hours", "en"},
                           Row{"9 kilometres per hour", "en"},
                           Row{"9 square metres", "en"},
                           Row{"9 degrees Celsius", "en"},
                           Row{"9 km per hour", "en"},
                           Row{"9 Stunden", "de"},
                           Row{"9 Kilometer pro Stunde", "de"},
                           Row{"9 ans", "fr"},
                           Row{"9 kilomètres", "fr"},
                           Row{"9 días", "es"},
                           Row{"9 ore", "it"},
                           Row{"9 quilos", "pt"},
                           Row{"9 uur", "nl"},
                           Row{"9 godzin", "pl"},
                           Row{"9 часов", "ru"},
                           Row{"9 годин", "uk"},
                           Row{"9 saat", "tr"},
                           Row{"9 ساعات", "ar"},
                           Row{"9 שעות", "he"},
                           Row{"9 घंटे", "hi"},
                           Row{"9時間", "ja"},
                           Row{"9 小时", "zh"},
                           Row{"9小時", "zh-Hant"}}) {
        CHECK(told(row.written, row.language) == "write only the number, `9`: the unit belongs in the question");
    }
    CHECK(told("1.5 hours", "en") == "write only the number, `1.5`: the unit belongs in the question");
    for (const char* one : {"7 dwarfs", "1917 revolution", "12 angry men", "24 hours in Paris", "7 years' war", "9 per hour", "3 Uhr"}) {
        CHECK(told(one, "en").empty());
    }
}

TEST_CASE("years with an era") {
    CHECK(told("79 AD", "en") == "note: accept the number too, `= 79`, if the year alone is right");
    CHECK(told("AD 79", "en") == "note: accept the number too, `= 79`, if the year alone is right");
    CHECK(told("44 v. Chr.", "de") == "note: accept the number too, `= 44`, if the year alone is right");
    CHECK(told("44 до н. э.", "ru") == "note: accept the number too, `= 44`, if the year alone is right");
    CHECK(told("the year 79 AD", "en").empty());
}

TEST_CASE("great numbers that are partly words") {
    CHECK(told("5 million", "en-GB") == "note: accept the digits too, `= 5000000`, if the number is meant");
    CHECK(told("1,5 Milliarden", "de") == "note: accept the digits too, `= 1500000000`, if the number is meant");
    CHECK(told("3億", "ja") == "note: accept the digits too, `= 300000000`, if the number is meant");
    CHECK(told("5 millipedes", "en-GB").empty());
}

TEST_CASE("numbers with a unit") {
    CHECK(told("10 %", "en-GB") == "write only the number, `10`: the unit belongs in the question");
    CHECK(told("10%", "en-GB") == "write only the number, `10`: the unit belongs in the question");
    CHECK(told("20 °C", "en-GB") == "write only the number, `20`: the unit belongs in the question");
    CHECK(told("9.81 m/s²", "en-GB") == "write only the number, `9.81`: the unit belongs in the question");
    CHECK(told("100 km/h", "en-GB") == "write only the number, `100`: the unit belongs in the question");
    CHECK(told("1,5 kg", "de") == "write only the number, `1,5`: the unit belongs in the question");
    CHECK(told("€5", "en-GB") == "write only the number, `5`: the unit belongs in the question");
    CHECK(told("5 A", "en-GB") == "note: write only the number, `5`: the unit belongs in the question");
    CHECK(told("1..5 m", "en-GB") == "write only the numbers, `1..5`: the unit belongs in the question");
}

TEST_CASE("numbers that are not meant to the last digit") {
    CHECK(told("≈ 3", "en-GB") == "write a range of what is right, such as `2.7..3.3`");
    CHECK(told("~3", "en-GB") == "write a range of what is right, such as `2.7..3.3`");
    CHECK(told("about 5", "en-GB") == "write a range of what is right, such as `4.5..5.5`");
    CHECK(told("etwa 5", "de") == "write a range of what is right, such as `4,5..5,5`");
    CHECK(told("約5", "ja") == "write a range of what is right, such as `4.5..5.5`");
    CHECK(told("< 5", "en-GB") == "note: write a range, such as `0..5`, if any such number is right");
}

TEST_CASE("fractions and calculations") {
    CHECK(told("1/2", "en-GB") == "note: accept `0.5` too, if the decimal number is right");
    CHECK(told("2 1/2", "de") == "note: accept `2,5` too, if the decimal number is right");
    CHECK(told("1/3", "en-GB") == "note: accept `0.33..0.34` too, if the decimal number is right");
    CHECK(told("2^3", "en-GB") == "note: accept the number itself too, if it is right");
    CHECK(told("3 × 4", "en-GB") == "note: accept the number itself too, if it is right");
}

TEST_CASE("words are no numbers, and nobody is told so") {
    for (std::string_view words :
         {"4 July", "a, b",    "3, 4",    "x ± y", "to be..", "",  "1.2.1934", "12:30", "N.K.V.D.", "Henry 8", "7 dwarfs", "3-1",
          "some",   "3 and 4", "1, 2, 3", "about", "5th",     "-", "€",        "=",     "1/0",      "A4",      "to 5",     "e-mail"}) {
        INFO(words);
        CHECK(told(words, "en-GB").empty());
    }
}

TEST_CASE("a mark that may divide groups or decimals") {
    CHECK(told_of_number("3.141", "de") == "`3.141` is read as 3141, not as 3,141; write `3141` or `3,141`, whichever you mean");
    CHECK(told_of_number("1.500", "de") == "`1.500` is read as 1500, not as 1,500; write `1500` or `1,500`, whichever you mean");
    CHECK(told_of_number("1.500", "en-GB") == "`1.500` is read as 1.5, not as 1500; write `1.5` or `1500`, whichever you mean");
    CHECK(told_of_number("-1.500", "en-GB") == "`-1.500` is read as -1.5, not as -1500; write `-1.5` or `-1500`, whichever you mean");
    CHECK(told_of_number("3,141", "es-MX") == "`3,141` is read as 3141, not as 3.141; write `3141` or `3.141`, whichever you mean");
    CHECK(told_of_number("1..2.500", "de") == "`2.500` is read as 2500, not as 2,500; write `2500` or `2,500`, whichever you mean");
    for (std::string_view clear : {"40,000", "3.142", "0.500", "1.50", "1,234,500", "1234.500", "12.5000", "3"}) {
        CHECK(told_of_number(clear, "en-GB").empty());
    }
    CHECK(told_of_number("3,141", "de").empty());
    CHECK(told_of_number("40.000", "de").empty());
    CHECK(told_of_number("3.141", "es-MX").empty());
}

TEST_CASE("several answers in one line or gap") {
    bool in_gap = false;
    auto told_of = [&](std::string_view text, std::string_view language) {
        std::optional<Doubt> doubt = doubt_about_several(text, language, in_gap);
        return doubt ? std::string(code_of(doubt->mistake)) + ": " + doubt->hint : "";
    };
    auto each = [](const std::string& one, const std::string& other) {
        return "several-answers: write each on a line of its own: `= " + one + "` and `= " + other + "`";
    };
    CHECK(told_of("five | 5", "en-GB") == each("five", "5"));
    CHECK(told_of("5 or 6", "en") == each("5", "6"));
    CHECK(told_of("5 または 6", "ja") == each("5", "6"));
    CHECK(told_of("Paris / Lutetia", "en") == each("Paris", "Lutetia"));
    CHECK(told_of("colour/color", "en") == each("colour", "color"));
    CHECK(told_of("(the) Nile", "en") == each("Nile", "the Nile"));
    CHECK(told_of("[der] Nil", "de") == each("Nil", "der Nil"));
    CHECK(told_of("Nile (river)", "en") == each("Nile", "Nile river"));
    CHECK(told_of("5 (five)", "en") == each("5", "five"));
    CHECK(told_of("colo(u)r", "en") == each("color", "colour"));
    CHECK(told_of("(un)happy", "en").ends_with("`= happy` and `= unhappy`"));
    CHECK(told_of("two apple(s)", "en") ==
          "compared-as-written: where each of them is right, write each on a line of its own: `= two apple` and `= two apples`");
    CHECK(told_of("Hund oder Katze", "de") ==
          "compared-as-written: where each of them is right, write each on a line of its own: `= Hund` and `= Katze`");
    CHECK(told_of("input/output", "en").starts_with("compared-as-written: "));
    CHECK(told_of("m / s", "en").starts_with("compared-as-written: "));
    CHECK(told_of("ten, 10", "en") ==
          "compared-as-written: where each of them is right, write each on a line of its own: `= ten` and `= 10`");
    CHECK(told_of("10, zehn", "de") ==
          "compared-as-written: where each of them is right, write each on a line of its own: `= 10` and `= zehn`");
    for (std::string_view one :
         {"Berlin, 1945", "3, 4",        "a, b",      "4, July", "red, green", "1917, revolution", "City of London", "either way",
          "1/2",          "km/h",        "| x",       "",        "f(x)",       "sin(x)",           "Fe(OH)3",        "iron(III)",
          "(x, y)",       "(a) and (b)", "(nothing)", "and/or",  "Ca(OH)2",    "2(a + b)"}) {
        INFO(one);
        CHECK(told_of(one, "en") == "");
    }
    in_gap = true;
    CHECK(told_of("(the) Nile", "en") == "several-answers: write a bar between them: `[[Nile|the Nile]]`");
    CHECK(told_of("five|5", "en") == "");
}

TEST_CASE("ranges in brackets, with one end, with a remark") {
    CHECK(told("[9..11]", "en-GB") == "write the range without brackets, `9..11`");
    CHECK(told("{9..11}", "en-GB") == "write the range without brackets, `9..11`");
    CHECK(told("(9..11)", "en-GB") == "write the range without brackets, `9..11`");
    CHECK(told("..9", "en-GB") == "write both ends of the range, such as `0..9`");
    CHECK(told("9..", "en-GB") == "write both ends of the range, such as `9..27`");
    CHECK(told("9..11 # ok", "en-GB") == "write only the numbers, `9..11`: a remark belongs in `<!-- … -->` on a line of its own");
    CHECK(told("9..11 (ok)", "en-GB") == "write only the numbers, `9..11`: a remark belongs in `<!-- … -->` on a line of its own");
    CHECK(told("5..15{25%}", "en-GB").empty());
}

TEST_CASE("numbers with uneven groups, with their words, and school years") {
    CHECK(told("10,000,00", "en-GB") == "write its digits without marks, such as `1000000`, or in groups of three");
    CHECK(told("1,2,3", "en-GB").empty());
    CHECK(told("1.12.1990", "de").empty());
    CHECK(told("192.168.0.1", "en-GB").empty());
    CHECK(told("five (5)", "en-GB") == "note: write `= 5` and `= five` on two lines, if either is right");
    CHECK(told("fünf (5,5)", "de") == "note: write `= 5,5` and `= fünf` on two lines, if either is right");
    CHECK(told("f(5)", "en-GB").empty());
    CHECK(told("1939/40", "en-GB").empty());
    CHECK(told("1999/2000", "en-GB").empty());
    CHECK(told("1939/20", "en-GB") == "note: accept `96.95` too, if the decimal number is right");
}

TEST_CASE("limits and intervals as mathematics and schools write them") {
    for (const char* interval : {"[9;11]", "]9; 11[", "[9, 11]", "(9;11]", "[9 ; 11["}) {
        CHECK(told(interval, "en-GB") == "write the range as `9..11`");
    }
    CHECK(told("[9,5; 11]", "de") == "write the range as `9,5..11`");
    CHECK(told("(3, 4)", "en-GB").empty());
    CHECK(told("[3]", "en-GB").empty());
    const std::string from = "note: write a range, such as `5..15`, if any such number is right";
    for (const char* words : {"5+", "at least 5", "5 or more", "More than 5", ">5", "≥ 5", ">= 5", "over 5"}) {
        CHECK(told(words, "en-GB") == from);
    }
    CHECK(told("mindestens 5,5", "de") == "note: write a range, such as `5,5..16,5`, if any such number is right");
    CHECK(told("не менее 5", "ru") == from);
    CHECK(told("al menos 5", "es") == from);
    CHECK(told("pelo menos 5", "pt") == from);
    CHECK(told("au moins 5", "fr") == from);
    CHECK(told("не менше 5", "uk") == from);
    CHECK(told("en az 5", "tr") == from);
    CHECK(told("almeno 5", "it") == from);
    CHECK(told("5以上", "ja") == from);
    const std::string up_to = "note: write a range, such as `0..5`, if any such number is right";
    for (const char* words : {"at most 5", "5 or less", "5 or fewer", "Less than 5", "<5", "≤ 5", "up to 5"}) {
        CHECK(told(words, "en-GB") == up_to);
    }
    CHECK(told("höchstens 5", "de") == up_to);
    CHECK(told("не более 5", "ru") == up_to);
    CHECK(told("menos de 5", "es") == up_to);
    CHECK(told("5 ou moins", "fr") == up_to);
    CHECK(told("5 o meno", "it") == up_to);
    CHECK(told("en fazla 5", "tr") == up_to);
    CHECK(told("< -5", "en-GB") == "note: write a range, such as `-10..-5`, if any such number is right");
    CHECK(told("C++", "en-GB").empty());
    CHECK(told("over the hill", "en-GB").empty());
}
