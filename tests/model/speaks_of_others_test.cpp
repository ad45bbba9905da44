// Choices that speak of others, in the words and letters of many languages.
#include "model/speaks_of_others.h"

#include "catch.h"
#include "model/small_book.h"

using namespace hornbook;

namespace {

bool speaks(const std::string& last, std::size_t others = 3) {
    Select select;
    for (std::size_t i = 0; i < others; ++i) {
        select.choices.push_back({"", run("Paris " + std::to_string(i)), false, {}, {}, {}});
    }
    select.choices.push_back({"", run(last), false, {}, {}, {}});
    return speaks_of_others(select);
}

}  // namespace

TEST_CASE("phrases of teachers") {
    for (const char* phrase : {"None of the above",
                               "all of these",
                               "Keine der genannten",
                               "die vorstehenden Antworten",
                               "Aucune des réponses précédentes",
                               "Todo lo anterior",
                               "ninguna de las anteriores",
                               "Nenhuma das respostas acima",
                               "żadna z wymienionych",
                               "Geen van bovengenoemde",
                               "Усі перелічені",
                               "все перечисленные",
                               "Ничего из вышеперечисленного",
                               "YUKARIDAKİLERİN HEPSİ",
                               "yukarıdakilerden hiçbiri",
                               "όλα τα παραπάνω",
                               "以上都不是",
                               "上記のすべて",
                               "جميع ما ذكر",
                               "لا شيء مما سبق",
                               "כל הנ\"ל",
                               "אף אחד מהנ\"ל",
                               "אף אחד מהנ”ל",
                               "כל הנ״ל",
                               "उपरोक्त सभी",
                               "इनमें से कोई नहीं",
                               "tutte le precedenti",
                               "di cui sopra"}) {
        INFO(phrase);
        CHECK(speaks(phrase));
    }
    for (const char* words : {"soprattutto", "above all", "Hannah", "A hat", "the precedent", "sopra", "La Anteriora"}) {
        INFO(words);
        CHECK_FALSE(speaks(words));
    }
}

TEST_CASE("letters of choices, in the scripts they are called by") {
    for (const char* letters :
         {"A and B", "A+C",        "both A and B.", "a) and b)", "(a) and (c)", "А и Б",  "А І Б", "а) и б)", "أ و ب", "أ وب",   "א ו-ב",
          "א וב",    "(क) और (ख)", "AとB",          "ＡとＢ",    "A和B",        "アとイ", "①と②",  "Α και Β", "ক ও খ", "ก และ ข"}) {
        INFO(letters);
        CHECK(speaks(letters));
    }
    for (const char* words : {"A cat", "Ёлка", "Band", "A1 und XB", "アイスランド", "А он", "B", "Y and Z", "a and b", "אב", "कख"}) {
        INFO(words);
        CHECK_FALSE(speaks(words));
    }
    CHECK_FALSE(speaks("A and C", 1));
}
