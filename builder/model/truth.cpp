#include "model/truth.h"

#include <algorithm>
#include <array>

#include "base/folding.h"
#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

struct Truth {
    std::string_view yes;
    std::string_view no;
};

// Pairs of words as teachers write them, also in languages for which there is no table of words yet.
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
    {"correct", "incorrect"},
    {"right", "wrong"},
    {"korrekt", "falsch"},
    {"exact", "inexact"},
    {"correcta", "incorrecta"},
    {"correto", "incorreto"},
    {"correto", "errado"},
    {"corretto", "errato"},
    {"giusto", "sbagliato"},
    {"rätt", "fel"},
    {"sant", "falsk"},
    {"rigtigt", "forkert"},
    {"riktig", "galt"},
    {"õige", "vale"},
    {"tõene", "väär"},
    {"tiesa", "netiesa"},
    {"patiesi", "nepatiesi"},
    {"správně", "špatně"},
    {"corect", "greșit"},
    {"helyes", "helytelen"},
    {"tačno", "netačno"},
    {"тачно", "нетачно"},
    {"вярно", "грешно"},
    {"правильно", "не правильно"},
    {"истина", "ложь"},
    {"σωστή", "λάθος"},
    {"真", "假"},
    {"对", "不对"},
    {"正确", "不正确"},
    {"正しい", "正しくない"},
    {"正しい", "間違い"},
    {"맞음", "틀림"},
    {"맞다", "틀리다"},
    {"ถูก", "ผิด"},
    {"จริง", "เท็จ"},
    {"betul", "salah"},
    {"tama", "mali"},
    {"kweli", "uongo"},
    {"sahihi", "si sahihi"},
    {"እውነት", "ውሸት"},
    {"সঠিক", "ভুল"},
    {"درست", "غلط"},
    {"சரி", "தவறு"},
    {"✓", "✗"},
    {"✓", "✘"},
    {"✔", "✘"},
    {"✔", "✗"},
    {"✔", "✖"},
    {"√", "×"},
    {"✅", "❌"},
});

// The folded word, with one i for the dotted and the dotless one of Turkish ("YANLIŞ", "yanlış"), and without accents, which Greek capitals
// lack ("ΣΩΣΤΟ", "σωστό").
std::string folded(std::string_view word) {
    return without_accents(fold_answer(word, ""));
}

std::string words_of(const Choice& choice) {
    return folded(plain_text(choice.text));
}

// The letter of a choice such as "V": one capital, or one letter of a script without capitals; else empty.
std::string lone_capital(const Choice& choice) {
    std::string text = plain_text(choice.text);
    text.resize(text.size() - (text.ends_with('.') ? 1 : 0));
    std::size_t at = 0;
    char32_t first = text.empty() ? U' ' : next_code_point(text, at);
    bool is_capital = at == text.size() && is_letter(first) && (is_upper(first) || to_lower(first) == first);
    bool is_small = is_capital && !is_upper(first) && to_title(first) != first;
    return is_capital && !is_small ? folded(text) : "";
}

std::string initial(std::string_view folded_word) {
    std::size_t at = 0;
    if (!folded_word.empty()) {
        next_code_point(folded_word, at);
    }
    return std::string(folded_word.substr(0, at));
}

struct FoldedTruth {
    std::string yes;
    std::string no;
};

FoldedTruth folded_truth(std::string_view yes, std::string_view no) {
    return {folded(yes), folded(no)};
}

const std::vector<FoldedTruth>& folded_pairs() {
    static const std::vector<FoldedTruth> all = [] {
        std::vector<FoldedTruth> made;
        std::transform(pairs.begin(), pairs.end(), std::back_inserter(made),
                       [](const Truth& pair) { return folded_truth(pair.yes, pair.no); });
        return made;
    }();
    return all;
}

// The pairs of the book's language: the pair of its own words, then those that share a word with it.
std::vector<FoldedTruth> pairs_of(const Words& words) {
    std::vector<FoldedTruth> own = {folded_truth(words.true_word, words.false_word)};
    FoldedTruth first = own.front();
    std::copy_if(folded_pairs().begin(), folded_pairs().end(), std::back_inserter(own),
                 [&](const FoldedTruth& pair) { return pair.yes == first.yes || pair.no == first.no; });
    return own;
}

}  // namespace

bool is_true_false(const std::vector<Choice>& choices, const Words& words) {
    if (choices.size() != 2) {
        return false;
    }
    std::string a = words_of(choices[0]);
    std::string b = words_of(choices[1]);
    auto is_pair = [&](const FoldedTruth& pair) { return (a == pair.yes && b == pair.no) || (a == pair.no && b == pair.yes); };
    if (std::any_of(folded_pairs().begin(), folded_pairs().end(), is_pair) || is_pair(folded_truth(words.true_word, words.false_word))) {
        return true;
    }
    std::string one = lone_capital(choices[0]);
    std::string other = lone_capital(choices[1]);
    if (one.empty() || other.empty()) {
        return false;
    }
    std::vector<FoldedTruth> own = pairs_of(words);
    return std::any_of(own.begin(), own.end(), [&](const FoldedTruth& pair) {
        std::string yes = initial(pair.yes);
        std::string no = initial(pair.no);
        return yes != no && ((one == yes && other == no) || (one == no && other == yes));
    });
}

bool says_true(const Choice& choice, const Words& words) {
    std::string said = words_of(choice);
    FoldedTruth own_pair = folded_truth(words.true_word, words.false_word);
    bool is_known = std::any_of(folded_pairs().begin(), folded_pairs().end(), [&](const FoldedTruth& pair) { return said == pair.yes; });
    std::string letter = lone_capital(choice);
    std::vector<FoldedTruth> own = letter.empty() ? std::vector<FoldedTruth>() : pairs_of(words);
    bool is_initial = std::any_of(own.begin(), own.end(), [&](const FoldedTruth& pair) { return letter == initial(pair.yes); });
    return said == own_pair.yes || ((is_known || is_initial) && said != own_pair.no);
}

}  // namespace hornbook
