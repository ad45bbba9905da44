#include "model/speaks_of_others.h"

#include <algorithm>
#include <array>

#include "base/folding.h"
#include "base/text.h"
#include "model/plain_text.h"

namespace hornbook {
namespace {

// As teachers write it, folded. A phrase stands between the borders of words; where it has a star it may begin or end within one.
constexpr auto phrases = std::to_array<std::string_view>({
    // English
    "of the above",
    "all the above",
    "of these",
    "none of them",
    "all of them",
    "both of them",
    "of the others",
    "of the other answers",
    "of the options",
    "mentioned above",
    // German
    "oben genannte*",
    "obengenannte*",
    "obige*",
    "vorstehende*",
    "der genannten",
    "die genannten",
    "alle genannten",
    "keine davon",
    "keiner davon",
    "keines davon",
    "nichts davon",
    "alle davon",
    "alles davon",
    "alle antworten",
    "keine der antworten",
    "beide antworten",
    // French
    "ci-dessus",
    "qui précède*",
    "réponses précédentes",
    "propositions précédentes",
    "réponses proposées",
    "de ces réponses",
    "toutes les réponses",
    "toutes ces réponses",
    "aucune de ces",
    "aucun de ces",
    // Spanish, Portuguese, Italian
    "*as anteriores",
    "*os anteriores",
    "lo anterior",
    "todo lo anterior",
    "nada de lo anterior",
    "acima",
    "nenhuma destas",
    "todas estas",
    "ninguna de estas",
    "de las respuestas",
    "das respostas",
    "di cui sopra",
    "elencate sopra",
    "citate sopra",
    "precedenti",
    "delle risposte",
    "nessuna di queste",
    "tutte queste",
    // Dutch, Swedish, Danish, Norwegian, Finnish
    "bovenstaande*",
    "bovengenoemde*",
    "hierboven",
    "geen van deze",
    "al deze",
    "ovanstående",
    "ovennævnte",
    "ovenstående",
    "ovenfor",
    "yllä olev*",
    "edellä maini*",
    // Polish, Czech, Slovak, Hungarian, Romanian
    "powyższ*",
    "wymienionych",
    "z podanych",
    "výše uveden*",
    "uvedených",
    "uvedeného",
    "vyššie uveden*",
    "fentiek*",
    "de mai sus",
    // Russian, Ukrainian, Bulgarian
    "вышеперечисл*",
    "вышеуказан*",
    "вышеназван*",
    "вышеупомян*",
    "перечисленн*",
    "из названн*",
    "все ответы",
    "ни один из ответов",
    "вищезазначен*",
    "вищевказан*",
    "перелічен*",
    "перерахован*",
    "з наведених",
    "із зазначених",
    "усі відповіді",
    "всі відповіді",
    "горепосочен*",
    "изброен*",
    // Turkish, Greek
    "yukari*",
    "hepsi",
    "hiçbiri",
    "παραπάνω",
    // Chinese, Japanese, Korean, Vietnamese
    "上述",
    "以上",
    "上記",
    "前述",
    "皆是",
    "皆非",
    "都不是",
    "すべて正しい",
    "いずれも",
    "どれも",
    "どちらも",
    "위의*",
    "*trên đều",
    "tất cả các đáp án",
    // Hebrew, Arabic, Persian, Urdu, Hindi, Bengali
    "*הנ\"ל",
    "לעיל",
    "כל התשובות",
    "אף תשובה",
    "מאלה",
    "مما سبق",
    "ما سبق",
    "ما ذكر",
    "مما ذكر",
    "كل الإجابات",
    "جميع الإجابات",
    "موارد فوق",
    "موارد بالا",
    "همه موارد",
    "هیچکدام",
    "مندرجہ بالا",
    "उपरोक्त",
    "उपर्युक्त",
    "इनमें से",
    "ऊपर दिए*",
    "উপরের*",
    // Indonesian, Swahili
    "di atas",
    "hapo juu",
});

// How choices are called, by script.
constexpr auto choice_letters = std::to_array<std::u32string_view>({
    U"ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    U"АБВГДЕЖЗИК",
    U"ΑΒΓΔΕΖΗΘΙΚ",
    U"אבגדהוזחטי",
    U"أبجدهوزحطي",
    U"ابجدهوزحطي",
    U"कखगघङचछजझञ",
    U"কখগঘঙচছজঝঞ",
    U"アイウエオカキクケコ",
    U"กขคงจฉชซฌญ",
    U"ሀለሐመሠረሰሸቀበ",
    U"①②③④⑤⑥⑦⑧⑨⑩",
});

enum class Script { none, alphabet, katakana, other_unspaced, hangul };

Script script_of(char32_t c) {
    constexpr char32_t tatweel = U'\u0640';
    bool is_katakana = c >= 0x30A0 && c <= 0x30FF;
    bool is_hangul = (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0x1100 && c <= 0x11FF);
    return !is_letter(c) || c == tatweel ? Script::none
           : is_katakana                 ? Script::katakana
           : is_hangul                   ? Script::hangul
           : is_unspaced_script(c)       ? Script::other_unspaced
                                         : Script::alphabet;
}

std::u32string code_points(std::string_view text) {
    std::u32string result(1, U' ');
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = next_code_point(text, at);
        result += c >= U'\uFF21' && c <= U'\uFF3A' ? c - 0xFEE0 : c;  // full-width capitals
    }
    return result + U"  ";
}

// A letter alone: "A", "AとB", "(क)"; in small ones "a)". Hebrew and Arabic write "and" without a space before the next word.
bool stands_alone(const std::u32string& text, std::size_t at) {
    Script script = script_of(text[at]);
    char32_t before = text[at - 1];
    bool is_and = (before == U'ו' || before == U'و') && script_of(text[at - 2]) != Script::alphabet;
    return script == Script::none || ((script_of(before) != script || is_and) && script_of(text[at + 1]) != script);
}

bool is_named(const std::u32string& text, std::size_t at, char32_t letter) {
    bool is_small = to_lower(letter) != letter && text[at] == to_lower(letter) && (text[at + 1] == U')' || text[at + 1] == U'）');
    return (text[at] == letter || is_small) && stands_alone(text, at);
}

// "A and C", "B + D": two letters of choices, each by itself. One alone is more often a word or a name.
bool names_two_choices(std::string_view words, std::size_t count) {
    std::u32string text = code_points(words);
    return std::any_of(choice_letters.begin(), choice_letters.end(), [&](std::u32string_view row) {
        std::u32string_view used = row.substr(0, count);
        std::size_t named = 0;
        for (std::size_t at = 1; at + 2 < text.size(); ++at) {
            named += std::any_of(used.begin(), used.end(), [&](char32_t letter) { return is_named(text, at, letter); }) ? 1 : 0;
        }
        return named >= 2;
    });
}

bool is_border(std::u32string_view text, std::size_t at) {
    bool is_inside = at > 0 && at < text.size() && script_of(text[at - 1]) == Script::alphabet && script_of(text[at]) == Script::alphabet;
    return !is_inside;
}

bool has_phrase(std::u32string_view text, std::string_view phrase) {
    bool begins_anywhere = phrase.starts_with('*');
    bool ends_anywhere = phrase.ends_with('*');
    phrase.remove_prefix(begins_anywhere ? 1 : 0);
    phrase.remove_suffix(ends_anywhere ? 1 : 0);
    std::u32string signs = code_points(phrase);
    std::u32string_view words = std::u32string_view(signs).substr(1, signs.size() - 3);
    for (std::size_t at = text.find(words); at != std::u32string_view::npos; at = text.find(words, at + 1)) {
        if ((begins_anywhere || is_border(text, at)) && (ends_anywhere || is_border(text, at + words.size()))) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool speaks_of_others(const Select& select) {
    return std::any_of(select.choices.begin(), select.choices.end(), [&](const Choice& choice) {
        std::string text = plain_text(choice.text);
        std::u32string folded = code_points(fold_answer(text, ""));
        return names_two_choices(text, select.choices.size()) ||
               std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) { return has_phrase(folded, phrase); });
    });
}

}  // namespace hornbook
