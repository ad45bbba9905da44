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

TEST_CASE("how many of the others, and one by its name, in every language of the table") {
    for (const char* words : {"All are correct",
                              "None is correct.",
                              "Neither",
                              "Both of them",
                              "The first two",
                              "Both",
                              "Only A",
                              "A only",
                              "Only b)",
                              "Answer C",
                              "1 and 3 only",
                              "Only I and II",
                              "I, II & III only",
                              "II only",
                              "Alle sind richtig",
                              "Keine",
                              "Weder noch",
                              "Nur A",
                              "Nur 1 und 3",
                              "Die ersten beiden",
                              "Aucune",
                              "Aucune des réponses",
                              "Toutes sont correctes",
                              "Aucune n'est correcte",
                              "Les deux",
                              "Seulement B",
                              "1 et 3 seulement",
                              "Ninguna",
                              "Todas",
                              "Todas son correctas",
                              "Ambas",
                              "Solo A",
                              "Sólo 1 y 2",
                              "Nenhuma",
                              "Todas estão corretas",
                              "Apenas I e II",
                              "Nessuna",
                              "Tutte",
                              "Entrambe sono corrette",
                              "Solo B",
                              "Geen van beide",
                              "Alle zijn juist",
                              "Alleen A",
                              "Alla är rätt",
                              "Kun A",
                              "Kaikki",
                              "Żadna",
                              "Wszystkie są poprawne",
                              "Tylko A",
                              "Żadne",
                              "Všechny",
                              "Žádná",
                              "Pouze A",
                              "Mindegyik",
                              "Toate",
                              "Oba",
                              "Все",
                              "Ни один",
                              "Все верны",
                              "Только А",
                              "Только 1 и 3",
                              "Оба",
                              "Усі",
                              "Жоден",
                              "Лише Б",
                              "Всички",
                              "Hiçbiri",
                              "Hepsi doğru",
                              "Yalnız A",
                              "Yalnız I ve II",
                              "İkisi de",
                              "Όλα",
                              "Κανένα",
                              "Μόνο το Α και το Β",
                              "Μόνο Α",
                              "كلها صحيحة",
                              "لا شيء",
                              "كلاهما",
                              "فقط أ",
                              "כולן נכונות",
                              "אף אחת",
                              "רק א",
                              "همه",
                              "هر دو",
                              "سب",
                              "सभी",
                              "दोनों",
                              "कोई नहीं",
                              "केवल क",
                              "সবগুলো",
                              "কোনোটিই নয়",
                              "শুধু ক",
                              "Semua benar",
                              "Tidak ada",
                              "Keduanya",
                              "Hanya A",
                              "A saja",
                              "Hanya 1 dan 3",
                              "Tất cả đều đúng",
                              "Cả hai",
                              "Chỉ A",
                              "Không câu nào đúng",
                              "Zote",
                              "Zote ni sahihi",
                              "Hakuna",
                              "A tu",
                              "ሁሉም",
                              "መልስ የለም",
                              "ሀ ብቻ",
                              "都不对",
                              "以上都对",
                              "只有A",
                              "全部正确",
                              "都對",
                              "どれでもない",
                              "上のすべて",
                              "アのみ",
                              "Aだけ",
                              "모두 정답",
                              "정답 없음",
                              "A만",
                              "위의 모든 것",
                              "ถูกทุกข้อ",
                              "ไม่มีข้อใดถูก",
                              "เฉพาะ ก",
                              "ก เท่านั้น"}) {
        INFO(words);
        CHECK(speaks(words));
    }
    for (const char* words : {"A",
                              "B",
                              "AB",
                              "O",
                              "Only men",
                              "Both Houses of Parliament",
                              "All Saints",
                              "All the king's men",
                              "Neither fish nor fowl",
                              "None the wiser",
                              "1 and 3",
                              "I and II",
                              "I",
                              "Answer",
                              "Only",
                              "just in time",
                              "The first two days",
                              "Only I know",
                              "a",
                              "Alle Menschen",
                              "Nur Mut",
                              "Keine Ahnung",
                              "Nur im Winter",
                              "Beide Eltern",
                              "Aucune idée",
                              "Tous les matins",
                              "Seulement les hommes",
                              "Todas las mañanas",
                              "Solo una vez",
                              "Sola",
                              "Todas as manhãs",
                              "Apenas um",
                              "Tutte le mattine",
                              "Solo andata",
                              "Alleen thuis",
                              "Alle mensen",
                              "Wszystkie drogi",
                              "Tylko dzieci",
                              "Všechny děti",
                              "Все люди",
                              "Только дети",
                              "Оба берега",
                              "Усі люди",
                              "Лише раз",
                              "Hepsiburada",
                              "Yalnız adam",
                              "Όλα τα παιδιά",
                              "كل الناس",
                              "فقط الماء",
                              "כל הילדים",
                              "רק מים",
                              "सभी लोग",
                              "केवल पानी",
                              "Semua orang",
                              "Hanya air",
                              "Tất cả mọi người",
                              "Chỉ nước",
                              "Watoto wote",
                              "都市",
                              "全国",
                              "只有水",
                              "水だけ",
                              "물만",
                              "모두의 마블",
                              "น้ำเท่านั้น",
                              "ውሃ ብቻ"}) {
        INFO(words);
        CHECK_FALSE(speaks(words));
    }
}

namespace {

bool calls(const std::string& said, bool in_text = false) {
    Question question;
    Select select;
    for (const char* text : {"Paris", "Rome", "Oslo", "Kyiv"}) {
        select.choices.push_back({"", run(text), false, {}, {}, {}});
    }
    question.answer = std::move(select);
    question.text = run(in_text ? said : "Which?");
    question.feedback = in_text ? Blocks() : prose(said);
    note_letters_of_choices(question);
    return speaks_of_others(std::get<Select>(question.answer));
}

}  // namespace

TEST_CASE("words that call choices by their letters") {
    for (const char* said : {"A is wrong because it is old.",
                             "Option B is too new.",
                             "B is right.",
                             "It rains. C would be dry.",
                             "The answer is B.",
                             "Not (C)",
                             "b) is wrong",
                             "A: too old. B: too new.",
                             "The second answer is the trap.",
                             "The last option is silly.",
                             "Choice 2 is wrong.",
                             "Answers A and C are close.",
                             "A ist falsch, weil es alt ist.",
                             "Antwort B stimmt nicht.",
                             "Richtig ist C.",
                             "A est fausse.",
                             "La réponse B est juste.",
                             "La opción C es falsa.",
                             "A es incorrecta.",
                             "La risposta B è giusta.",
                             "A resposta D está errada.",
                             "Antwoord B is fout.",
                             "Odpowiedź C jest błędna.",
                             "Ответ Б неверен.",
                             "Вариант В неверный.",
                             "Б неверно, потому что поздно.",
                             "Відповідь Б хибна.",
                             "B seçeneği yanlış.",
                             "选项B不对",
                             "B选项不对",
                             "選択肢アは誤り",
                             "الخيار ب خطأ",
                             "תשובה ב שגויה",
                             "विकल्प ख गलत है",
                             "Pilihan B salah.",
                             "Đáp án B sai.",
                             "Die zweite Antwort ist falsch.",
                             "La première réponse est fausse.",
                             "Alternativ B er feil: alternativet B",
                             "B-vaihtoehto on väärin."}) {
        INFO(said);
        CHECK(calls(said));
    }
    for (const char* said :
         {"A cat sat there.", "It is far.", "Vitamins help.", "A long time ago.", "He got an A-level.", "Rome is old.", "In 1941 it fell.",
          "See page 2.", "Es war ein Tag.", "À la fin.", "Une option.", "А потом он ушёл.", "Е. Иванов", "A answer", "The second day."}) {
        INFO(said);
        CHECK_FALSE(calls(said));
    }
    CHECK(calls("Why is option B wrong?", true));
    CHECK(calls("Which of (A) and (B) is right?", true));
    CHECK_FALSE(calls("Why is B the largest?", true));
    CHECK_FALSE(calls("Points A and B lie on a line.", true));
}
