#include "reading/questions/words_for_right.h"

#include <algorithm>
#include <array>

#include "base/folding.h"
#include "base/name_list.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The words, folded, one language or family of languages a row.
constexpr auto words_for_right = std::to_array<std::string_view>({
    "correct|right|correct answer|right answer|the correct answer|the right answer|this is correct|this is right|this is the answer|"
    "this is the right answer|this is the correct answer|this one|best answer|answer|the answer|correct one|right one|"
    "correct choice|right choice|correct option|true",
    "richtig|korrekt|richtige antwort|die richtige antwort|richtige lösung|antwort|stimmt|das ist richtig|wahr",
    "correcte|juste|exact|exacte|vrai|vraie|bonne réponse|réponse correcte|réponse juste|la bonne réponse|réponse|bon",
    "correcto|correcta|respuesta correcta|la respuesta correcta|respuesta|cierto|verdadero|verdadera|bien",
    "corretto|corretta|giusto|giusta|esatto|esatta|risposta corretta|risposta giusta|risposta esatta|risposta|vero|vera",
    "correto|correta|certo|certa|resposta correta|resposta certa|resposta|verdadeiro|verdadeira|correcto|correcta",
    "goed|juist|correct antwoord|juiste antwoord|goede antwoord|het juiste antwoord|antwoord|waar",
    "rätt|rätt svar|korrekt svar|rigtig|rigtigt|rigtigt svar|riktig|riktig svar|svar|oikein|oikea vastaus|oikea|rett",
    "dobrze|poprawna|poprawne|poprawny|prawidłowa|prawidłowe|prawidłowy|poprawna odpowiedź|prawidłowa odpowiedź|odpowiedź|prawda",
    "správně|správná|správné|správná odpověď|správna odpoveď|správne|helyes|helyes válasz|jó válasz|corect|corectă|răspuns corect",
    "točno|tačno|točan odgovor|tačan odgovor|ispravno|pravilno|pravilen odgovor|õige|õige vastus|pareizi|pareizā atbilde|teisingai|"
    "teisingas atsakymas",
    "верно|верный|верный ответ|правильно|правильный|правильный ответ|ответ|вірно|вірна відповідь|правильна|правильна відповідь|відповідь|"
    "вярно|верен отговор|тачно|тачан одговор",
    "doğru|doğru cevap|doğru yanıt|cevap|σωστό|σωστο|σωστή|σωστη|σωστή απάντηση",
    "صحيح|صحيحة|صح|إجابة صحيحة|الإجابة الصحيحة|الجواب الصحيح|נכון|נכונה|תשובה נכונה|התשובה הנכונה|درست|پاسخ درست|صحیح|درست جواب",
    "सही|सही उत्तर|सही जवाब|সঠিক|সঠিক উত্তর|benar|betul|jawaban benar|jawaban yang benar|jawapan betul|đúng|đáp án đúng|đáp án|sahihi|"
    "jibu sahihi|ትክክል|ถูก|ถูกต้อง|คำตอบที่ถูกต้อง",
    "正确|正確|正确答案|正確答案|答案|对|對|正解|正答|正しい|○|〇|정답|맞음|맞다",
});
constexpr auto words_for_wrong = std::to_array<std::string_view>({
    "wrong|incorrect|false|not correct|not right|wrong answer|incorrect answer|this is wrong|this is incorrect|distractor|distracter|not "
    "true",
    "falsch|falsche antwort|nicht richtig|inkorrekt|stimmt nicht|das ist falsch|distraktor|unwahr",
    "incorrecte|faux|fausse|inexact|mauvaise réponse|réponse incorrecte|réponse fausse|mauvais",
    "incorrecto|incorrecta|respuesta incorrecta|falso|falsa|mal|distractor",
    "sbagliato|sbagliata|errato|errata|risposta sbagliata|risposta errata|scorretto|scorretta",
    "incorreto|incorreta|errado|errada|resposta errada|resposta incorreta",
    "fout|onjuist|fout antwoord|onwaar|niet waar|niet goed",
    "fel|fel svar|forkert|galt|feil|feil svar|väärin|väärä|väärä vastaus",
    "źle|błędna|błędne|błędny|niepoprawna|nieprawidłowa|błąd|błędna odpowiedź|fałsz",
    "špatně|špatná odpověď|nesprávně|nesprávna|nesprávne|zle|hibás|helytelen|rossz válasz|greșit|greșită|incorect|incorectă|răspuns greșit",
    "netočno|netačno|netočan odgovor|neispravno|napačno|väär|vale vastus|nepareizi|neteisingai",
    "неверно|неверный|неверный ответ|неправильно|неправильный|неправильный ответ|невірно|неправильна|неправильна відповідь|невярно|"
    "грешно|грешен отговор|нетачно",
    "yanlış|yanliş|yanlış cevap|λάθοσ|λαθοσ|λανθασμένη|λάθοσ απάντηση",
    "خطأ|خاطئ|خاطئة|غير صحيح|إجابة خاطئة|غلط|לא נכון|לא נכונה|שגוי|שגויה|תשובה שגויה|نادرست|پاسخ نادرست",
    "गलत|गलत उत्तर|ভুল|ভুল উত্তর|salah|jawaban salah|sai|đáp án sai|si sahihi|ስህተት|ผิด",
    "错误|錯誤|错|錯|错误答案|不正确|不正確|不正解|誤答|誤り|間違い|오답|틀림",
});

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& table, std::string_view text) {
    return std::any_of(table.begin(), table.end(), [&](std::string_view rows) { return is_in_row(rows, text); });
}

}  // namespace

std::optional<bool> right_or_wrong(std::string_view text) {
    std::string folded = fold_answer(text, "");
    if (folded.empty()) {
        return std::nullopt;
    }
    bool wrong = is_in(words_for_wrong, folded);
    return wrong || is_in(words_for_right, folded) ? std::optional(!wrong) : std::nullopt;
}

bool speaks_of_side(std::string_view sign) {
    return fold_case(sign).find("right") != std::string::npos;
}

bool speaks_of_left(std::string_view text) {
    std::string folded = " " + fold_case(text) + " ";
    std::replace_if(
        folded.begin(), folded.end(), [](char c) { return c >= 0 && (c < 'a' || c > 'z'); }, ' ');
    return folded.find(" left ") != std::string::npos;
}

}  // namespace hornbook
