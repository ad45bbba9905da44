#include "model/truth.h"

#include <algorithm>
#include <array>

#include "base/folding.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

struct Truth {
    std::string_view yes;
    std::string_view no;
};

// What teachers write, in languages that have no table of words yet too.
constexpr auto pairs = std::to_array<Truth>({
    {"true", "false"},
    {"richtig", "falsch"},
    {"vrai", "faux"},
    {"verdadero", "falso"},
    {"vero", "falso"},
    {"verdadeiro", "falso"},
    {"waar", "niet waar"},
    {"prawda", "fałsz"},
    {"верно", "неверно"},
    {"правда", "неправда"},
    {"doğru", "yanlış"},
    {"صواب", "خطأ"},
    {"נכון", "לא נכון"},
    {"सही", "गलत"},
    {"正确", "错误"},
    {"正しい", "誤り"},
    {"wahr", "falsch"},
    {"stimmt", "stimmt nicht"},
    {"juste", "faux"},
    {"cierto", "falso"},
    {"correcto", "incorrecto"},
    {"certo", "errado"},
    {"juist", "onjuist"},
    {"waar", "onwaar"},
    {"goed", "fout"},
    {"верно", "не верно"},
    {"правда", "ложь"},
    {"так", "ні"},
    {"вірно", "невірно"},
    {"правильно", "неправильно"},
    {"صح", "خطأ"},
    {"صحيح", "خطأ"},
    {"सत्य", "असत्य"},
    {"对", "错"},
    {"對", "錯"},
    {"正確", "錯誤"},
    {"是", "非"},
    {"正", "誤"},
    {"○", "×"},
    {"〇", "×"},
    {"sant", "falskt"},
    {"sandt", "falsk"},
    {"sant", "usant"},
    {"tosi", "epätosi"},
    {"oikein", "väärin"},
    {"pravda", "nepravda"},
    {"adevărat", "fals"},
    {"igaz", "hamis"},
    {"σωστό", "λάθος"},
    {"вярно", "невярно"},
    {"točno", "netočno"},
    {"참", "거짓"},
    {"đúng", "sai"},
    {"benar", "salah"},
    {"kweli", "si kweli"},
    {"درست", "نادرست"},
    {"صحیح", "غلط"},
    {"সত্য", "মিথ্যা"},
    {"እውነት", "ሐሰት"},
});

// Dotted or not, the i of Turkish capitals is one here: "YANLIŞ", "yanlış".
std::string folded(std::string_view word) {
    return fold_answer(word, "");
}

std::string words_of(const Choice& choice) {
    return folded(plain_text(choice.text));
}

}  // namespace

bool is_true_false(const std::vector<Choice>& choices, const Words& words) {
    if (choices.size() != 2) {
        return false;
    }
    std::string a = words_of(choices[0]);
    std::string b = words_of(choices[1]);
    auto is_pair = [&](std::string_view yes, std::string_view no) {
        return (a == folded(yes) && b == folded(no)) || (a == folded(no) && b == folded(yes));
    };
    return is_pair(words.true_word, words.false_word) ||
           std::any_of(pairs.begin(), pairs.end(), [&](const Truth& pair) { return is_pair(pair.yes, pair.no); });
}

bool says_true(const Choice& choice, const Words& words) {
    std::string said = words_of(choice);
    bool is_known = std::any_of(pairs.begin(), pairs.end(), [&](const Truth& pair) { return said == folded(pair.yes); });
    return said == folded(words.true_word) || (is_known && said != folded(words.false_word));
}

}  // namespace hornbook
