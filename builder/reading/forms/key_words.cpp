#include "reading/forms/key_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/name_list.h"
#include "base/text.h"
#include "model/words.h"
#include "reading/lines.h"
#include "reading/questions/words_for_right.h"

namespace hornbook {
namespace {

// Words for an answer or a solution, folded, one family of languages a row. Those of the book's own words come from their tables.
constexpr auto answer_rows = std::to_array<std::string_view>({
    "answers|answer|solutions|solution|ans",
    "lösungen|lösung|antworten|antwort|oplossingen|oplossing|antwoorden|antwoord|svaren|svaret|svar|løsning|lösning|fasit|facit",
    "corrigés|corrigé|réponses|réponse|soluciones|solución|respuestas|respuesta|soluzioni|soluzione|risposte|risposta|soluções|solução|"
    "respostas|resposta|răspunsuri|răspuns",
    "respuestas correctas|respuesta correcta|réponses correctes|réponse correcte|risposte corrette|risposta corretta|risposte giuste|"
    "risposta giusta|respostas corretas|resposta correta|resposta certa|răspunsul corect|răspuns corect|jawaban yang benar|jawaban benar",
    "odpowiedzi|odpowiedź|rozwiązania|rozwiązanie|odpovědi|odpověď|odpovede|odpoveď|řešení|odgovori|odgovor|rješenje|rešitev|ответы|ответ|"
    "решение|відповіді|відповідь|отговори|отговор",
    "vastaukset|vastaus|válaszok|válasz|megoldás|vastused|vastus|atbilde|atsakymas|cevaplar|cevap|yanıt|απαντήσεισ|απάντηση|λύση",
    "الإجابات|الإجابة|الجواب|الحل|תשובות|תשובה|פתרון|پاسخ|جواب|उत्तर|जवाब|উত্তর|jawaban|jawapan|đáp án|jibu|majibu|መልስ",
    "答案|解答|正解|答え|정답|해답|เฉลย|คำตอบ",
});

// Names of a key as a whole, folded.
constexpr auto key_rows = std::to_array<std::string_view>({
    "key|keys|the key|answer key|answers key|key to the exercises|key to exercises|key to the questions|mark scheme|marking scheme|"
    "marking guide|marking key|answer sheet",
    "schlüssel|lösungsschlüssel|lösungsteil|erwartungshorizont|sleutel|antwoordsleutel|antwoordmodel|nakijkmodel|correctiemodel|facit|"
    "facitliste|rättningsmall|fasit|nøkkel|nyckel",
    "clé|clef|clé de correction|grille de correction|barème|clave|clave de respuestas|clave de corrección|solucionario|chiave|"
    "chiavi|chiave di correzione|griglia di correzione|chave|chave de correção|gabarito|barem",
    "klucz|klucz odpowiedzi|klíč|kľúč|ključ|ключ|ключи|ключ к тестам|ключі|kulcs|megoldókulcs|cevap anahtarı|anahtar|κλειδί|avain",
    "مفتاح|مفتاح الإجابة|מפתח|מפתח תשובות|מחוון|کلید|कुंजी|उत्तर कुंजी|kunci|kunci jawaban|ufunguo|参考答案|標準答案|评分标准|模範解答|정답표",
});

// Words, folded, between an answer and its letter.
constexpr std::string_view between_words =
    "is|are|was|were|ist|sind|lautet|est|sont|es|son|è|sono|é|são|is|zijn|är|er|on|ovat|to|są|jest|je|jsou|sú|van|este|sunt|su|это|є|це|е|"
    "са|είναι|هي|هو|היא|הוא|है|हैं|adalah|ialah|là|ni|是|为|為|は|が|은|는|คือ";
constexpr std::string_view choice_nouns =
    "the|option|choice|letter|number|answer|die|der|das|antwort|buchstabe|la|le|lettre|réponse|letra|opción|respuesta|lettera|risposta|"
    "opzione|opção|resposta|letter|antwoord|odpowiedź|буква|вариант|ответ|الخيار|विकल्प";
constexpr std::string_view link_words = "and|or|und|oder|et|ou|of|en|och|og|eller|ja|и|или|и|та|або|ve|veya|και|और|dan|và|na|sowie";

constexpr std::string_view one_letter_words = "i|y|o|u|я|и|в|й";  // that begin sentences: "I was right."

struct Labels {
    std::vector<std::string> answers;
    std::vector<std::string> keys;
};

const Labels& labels() {
    static const Labels all = [] {
        Labels made;
        for (std::string_view row : answer_rows) {
            for (std::string_view word : split(row, '|')) {
                made.answers.emplace_back(word);
            }
        }
        for (std::string_view tag : languages_of_words()) {
            Words words = words_for(tag);
            for (const std::string* word : {&words.answers, &words.answer, &words.show_answer}) {
                made.answers.push_back(fold_case(*word));
            }
            for (const std::string* word : {&words.answer_key, &words.marking_notes, &words.all_versions}) {
                made.keys.push_back(fold_case(*word));
            }
        }
        std::sort(made.answers.begin(), made.answers.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return made;
    }();
    return all;
}

bool may_be_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

bool is_letter_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_letter(next_code_point(text, at));
}

bool is_unspaced_at(std::string_view text, std::size_t at) {
    char32_t c = at < text.size() ? next_code_point(text, at) : U' ';
    return is_unspaced_script(c) || (c >= 0xAC00 && c <= 0xD7A3);  // Korean writes its particles at the word
}

std::string_view without_marks_around(std::string_view text) {
    constexpr std::string_view signs = "*_ \t\"'#>(";
    text.remove_prefix(std::min(text.find_first_not_of(signs), text.size()));
    return text.substr(0, text.find_last_not_of("*_ \t\"':.)") + 1);
}

// The size of the word of the row, with bars between its words, that stands at the beginning of the text; 0: none.
std::size_t word_of(std::string_view row, std::string_view text) {
    std::size_t longest = 0;
    for (std::string_view word : split(row, '|')) {
        bool here = text.starts_with(word) && (is_unspaced_at(word, 0) || !is_letter_at(text, word.size()));
        longest = here ? std::max(longest, word.size()) : longest;
    }
    return longest;
}

// Whether a text is names of choices and nothing else: "b", "a, c", "1b, 2c", "(b) and (d)".
bool is_names_of_choices(std::string_view folded) {
    constexpr std::u32string_view between = U" ,;/&.()-–:*_#\"'|=、，；。（）：";
    std::size_t named = 0;
    std::string word;
    std::size_t letters = 0;
    auto end_word = [&] {
        bool fits = letters < 2 || is_in_row(link_words, word);
        named += letters == 1 ? 1U : 0U;
        word.clear();
        letters = 0;
        return fits;
    };
    for (std::size_t at = 0; at < folded.size();) {
        char32_t c = next_code_point(folded, at);
        if (is_letter(c)) {
            append_utf8(word, c);
            ++letters;
        } else if (!is_digit(c) && between.find(c) == std::u32string_view::npos) {
            return false;
        } else if (!end_word()) {
            return false;
        }
    }
    return end_word() && named > 0;
}

// Whether the text begins with names of choices, as a whole or up to the end of its sentence or clause.
bool begins_with_names(std::string_view folded) {
    for (std::size_t size = word_of(choice_nouns, folded); size != 0; size = word_of(choice_nouns, folded)) {
        folded = trim(folded.substr(size));
    }
    constexpr std::size_t longest = 200;
    std::size_t end = folded.find_first_of(".,;!)(\n");
    end = folded.starts_with('(') ? folded.find(')') : end;
    std::string_view clause = folded.substr(0, std::min(end, folded.find("。")));
    return (folded.size() < longest && is_names_of_choices(folded)) || (clause.size() < longest && is_names_of_choices(clause));
}

// Calls `found` with what stands before and behind each colon or verb in the first bytes of the text, until it returns true.
template <class Found>
bool any_division(std::string_view folded, const Found& found) {
    constexpr std::size_t farthest = 60;
    for (std::size_t at = 0; at < std::min(folded.size(), farthest); ++at) {
        bool begins = at == 0 || !may_be_letter(folded[at - 1]) || is_unspaced_at(folded, at);
        bool is_lead = (static_cast<unsigned char>(folded[at]) & 0xC0U) != 0x80;
        std::size_t size = !is_lead                                 ? 0
                           : folded[at] == ':' || folded[at] == '=' ? 1
                           : folded.substr(at).starts_with("：")    ? 3
                           : folded.substr(at).starts_with("–")     ? 3
                           : begins                                 ? word_of(between_words, folded.substr(at))
                                                                    : 0;
        if (size != 0 && found(without_marks_around(folded.substr(0, at)), trim(folded.substr(at + size)))) {
            return true;
        }
    }
    return false;
}

std::string_view first_clause(std::string_view text) {
    return text.substr(0, text.find_first_of(".,;!("));
}

}  // namespace

std::string_view beginning_of(std::string_view text) {
    constexpr std::size_t longest_looked_at = 400;  // bytes
    std::size_t end = std::min(text.size(), longest_looked_at);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return text.substr(0, end);
}

std::size_t answer_word(std::string_view folded, std::size_t at) {
    bool is_lead = (static_cast<unsigned char>(folded[at]) & 0xC0U) != 0x80;
    bool begins = is_lead && (at == 0 || !may_be_letter(folded[at - 1]));
    if (!is_lead || (!begins && !is_unspaced_at(folded, at))) {
        return 0;
    }
    for (const std::string& word : labels().answers) {
        std::size_t end = at + word.size();
        bool here = !word.empty() && folded.substr(at, word.size()) == word;
        if (here && (is_unspaced_at(word, 0) || end >= folded.size() || !is_letter_at(folded, end))) {
            return word.size();
        }
    }
    return 0;
}

bool is_name_of_key(std::string_view title) {
    std::string folded = fold_case(without_marks_around(title));
    return std::any_of(key_rows.begin(), key_rows.end(), [&](std::string_view row) { return is_in_row(row, folded); }) ||
           std::find(labels().keys.begin(), labels().keys.end(), folded) != labels().keys.end();
}

bool names_right_letter(std::string_view text) {
    std::string folded = fold_case(beginning_of(text));
    bool at_start = any_division(folded, [](std::string_view before, std::string_view behind) {
        bool is_label = is_name_of_key(before) || (before.starts_with("the ") && is_name_of_key(before.substr(4)));
        if (is_label || right_or_wrong(before) == std::optional(true)) {
            return begins_with_names(behind);
        }
        bool is_letter_alone = before.size() < 5 && is_names_of_choices(before) && !is_in_row(one_letter_words, before);
        std::string_view verdict = first_clause(behind);
        return is_letter_alone && (right_or_wrong(verdict) == std::optional(true) ||
                                   (verdict.starts_with("the ") && right_or_wrong(verdict.substr(4)) == std::optional(true)));
    });
    for (std::size_t at = 0; at < folded.size() && !at_start; ++at) {
        std::size_t size = answer_word(folded, at);
        std::string_view behind = std::string_view(folded).substr(at + size);
        if (size != 0 && any_division(behind, [](std::string_view, std::string_view rest) { return begins_with_names(rest); })) {
            return true;
        }
    }
    return at_start;
}

}  // namespace hornbook
