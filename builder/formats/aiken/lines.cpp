#include "formats/aiken/lines.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/folding.h"
#include "base/name_list.h"
#include "base/text.h"
#include "reading/questions/near_keys.h"

namespace hornbook {
namespace {

constexpr std::string_view signs_and_room = "*_ \t";
constexpr std::size_t longest_label = 40;  // bytes

// Words for "answer", folded.
constexpr std::string_view words_for_answer =
    "answer|answers|ans|correct answer|correct answers|right answer|the answer|the correct answer|answer key|key|correct|solution|correct "
    "option|"
    "correct choice|correct letter|antwort|richtige antwort|lösung|richtig|réponse|bonne réponse|réponse correcte|réponse juste|respuesta|"
    "respuesta correcta|solución|resposta|resposta correta|resposta certa|gabarito|risposta|risposta corretta|risposta "
    "esatta|soluzione|antwoord|"
    "juiste antwoord|svar|rätt svar|rigtigt svar|riktig svar|vastaus|oikea vastaus|odpowiedź|poprawna odpowiedź|odpověď|správná "
    "odpověď|válasz|"
    "helyes válasz|răspuns|răspuns corect|odgovor|ответ|правильный ответ|верный ответ|відповідь|правильна відповідь|отговор|cevap|doğru "
    "cevap|"
    "yanıt|απάντηση|الإجابة|الإجابة الصحيحة|الجواب|תשובה|התשובה|תשובה נכונה|उत्तर|सही उत्तर|উত্তর|jawaban|kunci jawaban|jawapan|đáp án|jibu|"
    "答案|正确答案|正確答案|答え|正解|정답|답";
constexpr std::string_view words_for_choice =
    "option|choice|letter|antwort|réponse|opción|respuesta|opção|letra|risposta|antwoord|вариант|ответ|选项";
constexpr std::string_view words_for_and = "and|und|et|y|e|en|i|и|or|oder|ou|o|of|lub|или|&|und/oder|and/or|also|plus";
constexpr std::string_view words_for_feedback =
    "erklärung|begründung|rückmeldung|explication|commentaire|explicación|retroalimentación|comentario|explicação|comentário|spiegazione|"
    "commento|"
    "uitleg|toelichting|feedback|förklaring|forklaring|wyjaśnienie|komentarz|объяснение|пояснение|комментарий|пояснення|коментар|açıklama|"
    "geri bildirim|εξήγηση|شرح|التفسير|הסבר|משוב|व्याख्या|penjelasan|giải thích|解析|解説|说明|해설|reason|reasoning|solution|note on the "
    "answer";

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string_view without_signs_around(std::string_view text) {
    std::size_t begin = std::min(text.find_first_not_of(signs_and_room), text.size());
    std::size_t end = text.find_last_not_of(signs_and_room) + 1;
    return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

bool is_room(std::string_view text) {
    return text.empty() || text.front() == ' ' || text.front() == '\t';
}

// The size in bytes of the sign that divides a letter from its choice; 0: there is none.
std::size_t divider_size(std::string_view behind, bool opened, bool capital) {
    if (opened) {
        return behind.starts_with(')') || behind.starts_with(']') ? 1 : 0;
    }
    for (std::string_view sign : {".)", "．", "）", "、"}) {
        if (behind.starts_with(sign)) {
            return sign.size();
        }
    }
    bool mark = behind.starts_with(')') || behind.starts_with('.') || behind.starts_with(']');
    bool apart = mark && (is_room(behind.substr(1)) || (capital && behind[1] != '.' && (behind[0] != '.' || behind.size() > 3)));
    return apart ? 1 : 0;
}

struct Label {
    std::string word;  // folded
    std::string_view seen;
    std::string_view value;
    bool has_colon = true;
    bool in_capitals = false;
};

// The label before a colon or `=`, and the value behind it; none: the line has no such sign.
std::optional<Label> label_of(std::string_view line) {
    constexpr std::string_view wide = "：";
    std::string_view text = trim(line);
    std::size_t plain = std::min(text.find(':'), text.find('='));
    std::size_t at = std::min(plain, text.find(wide));
    std::size_t size = at == plain ? 1 : wide.size();
    if (at == std::string_view::npos || at > longest_label) {
        return std::nullopt;
    }
    std::string_view word = without_signs_around(text.substr(0, at));
    bool small = std::any_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return Label{fold_answer(word, ""), text.substr(0, at + size), without_signs_around(text.substr(at + size)), true,
                 !small && !word.empty()};
}

}  // namespace

std::optional<AikenChoice> aiken_choice(std::string_view line) {
    std::string_view text = trim(line);
    bool bullet = text.size() > 2 && std::string_view("-*+").find(text[0]) != std::string_view::npos && text[1] == ' ';
    text = bullet ? trim(text.substr(2)) : text;
    std::size_t stars = std::min(text.find_first_not_of('*'), text.size());
    std::string_view body = text.substr(stars);
    body.remove_suffix(stars > 1 && body.ends_with("**") ? 2 : 0);
    bool opened = body.starts_with('(') || body.starts_with('[');
    body.remove_prefix(opened ? 1 : 0);
    std::size_t after = 0;
    char32_t first = body.empty() ? U' ' : next_code_point(body, after);
    bool is_wide = first >= U'\uFF21' && first <= U'\uFF3A';
    char letter = is_wide ? static_cast<char>('A' + (first - U'\uFF21')) : first < 0x80 ? static_cast<char>(first) : ' ';
    std::string_view behind = body.substr(after);
    std::size_t size = is_ascii_letter(letter) ? divider_size(behind, opened, letter <= 'Z') : 0;
    if (size == 0) {
        return std::nullopt;
    }
    std::string_view rest = behind.substr(size);
    bool plain = !bullet && stars == 0 && !opened && !is_wide && size == 1 && behind[0] != ']' && is_room(rest);
    return AikenChoice{upper(letter), trim(rest), plain, stars > 0};
}

std::optional<AikenKey> aiken_key(std::string_view line) {
    std::string_view text = trim(line);
    if (starts_with_ascii_case(text, "answer:")) {
        return AikenKey{trim(text.substr(7)), true, text.starts_with("ANSWER:")};
    }
    if (std::optional<Label> label = label_of(text); label && is_in_row(words_for_answer, label->word)) {
        return AikenKey{label->value, false, false};
    }
    for (std::string_view begin : {"ANSWER ", "Answer ", "ANSWER. ", "Answer. ", "ANS ", "Ans ", "ANS. ", "Ans. ", "ANSWER- ", "ANSWER - ",
                                   "Answer - ", "Answer is "}) {
        std::string_view value = text.starts_with(begin) ? without_signs_around(text.substr(begin.size())) : std::string_view();
        if (value.size() == 1 && is_ascii_letter(value[0])) {
            return AikenKey{value, false, false};
        }
    }
    return std::nullopt;
}

std::vector<char> letters_named(std::string_view value, const std::vector<std::string_view>& texts) {
    std::string_view plain = without_signs_around(value);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (plain.size() > 1 && fold_answer(plain, "") == fold_answer(texts[i], "")) {
            return {static_cast<char>('A' + i)};
        }
    }
    std::optional<AikenChoice> choice = aiken_choice(plain);
    std::size_t named = choice ? static_cast<std::size_t>(choice->letter - 'A') : texts.size();
    if (choice && (choice->text.empty() || (named < texts.size() && fold_answer(choice->text, "") == fold_answer(texts[named], "")))) {
        return {choice->letter};
    }
    std::string spaced(plain);
    std::replace_if(
        spaced.begin(), spaced.end(), [](char c) { return std::string_view(",;/+()[].\"'*&").find(c) != std::string_view::npos; }, ' ');
    std::vector<char> letters;
    for (std::string_view word : split(spaced, ' ')) {
        std::string folded = fold_case(word);
        bool letter =
            word.size() == 1 && is_ascii_letter(word[0]) && (word[0] <= 'Z' || !is_in_row(words_for_and, word) || letters.empty());
        if (letter) {
            letters.push_back(upper(word[0]));
        } else if (!word.empty() && !is_in_row(words_for_and, folded) && !is_in_row(words_for_choice, folded)) {
            return choice ? std::vector<char>{choice->letter} : std::vector<char>();
        }
    }
    return letters;
}

std::optional<AikenExtra> aiken_extra(std::string_view line) {
    std::optional<Label> label = label_of(line);
    if (!label || label->word.empty() || !label->seen.ends_with(':')) {
        return std::nullopt;
    }
    std::string_view key = is_in_row(words_for_feedback, label->word) ? "feedback" : key_meant_by(label->word);
    bool known = key == "feedback" || key == "hint" || key == "marks";
    auto is_other = [&](const OtherKey& row) { return row.written == label->word; };
    bool other = std::any_of(other_keys().begin(), other_keys().end(), is_other);
    return known || other ? std::optional(AikenExtra{known ? key : std::string_view(), label->seen, label->value, label->in_capitals})
                          : std::nullopt;
}

}  // namespace hornbook
