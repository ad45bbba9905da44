#include "reading/questions/mark_phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/folding.h"
#include "base/language_tag.h"
#include "base/name_list.h"
#include "base/number.h"
#include "base/text.h"

namespace hornbook {
namespace {

struct MarkUnits {
    std::string_view names;      // folded
    std::string_view languages;  // empty: in whatever book; behind `!`: in all but these
    bool is_sure;
};
// Units of marks. The sign for marks also means minutes in Japanese, but not in Chinese; a Mark was money in German; `p` is a penny in
// English.
constexpr auto mark_units = std::to_array<MarkUnits>({
    {"marks|mark(s)|mks", "", true},
    {"mark|mk", "!de", true},
    {"pt|pts|pt(s)|pkt|pkte|pkt(e)|pto|ptos|pto(s)", "", true},
    {"p|pk", "de|nl|sv|fi|da|nb|no|ro|hu|tr|et", true},
    {"be|vp|np|rp|bewertungseinheiten|verrechnungspunkte|notenpunkte|rohpunkte", "de", true},
    {"б|т", "ru|uk|bg", true},
    {"балл|балла|баллов|баллы|балл(а)|балл(ов)|бал|бали|балів|бала|балла(ов)", "", true},
    {"puan", "", true},
    {"درجات|علامة|علامات|نمره|نمبر|נק'|נק|अंक|নম্বর|คะแนน|điểm|markah|ነጥብ", "", true},
    {"分", "zh", true},
    {"点数|配点|分值", "", true},
    {"valor|valores", "pt", true},
    {"poin|alama", "id|sw|ms", true},
    {"point|points|point(s)|punkt|punkte|punkten|punkt(e)|punto|puntos|punto(s)|punti|ponto|pontos|ponto(s)|punt|punten|punts|punkty|"
     "punktów|punktow|poäng|poeng|piste|pistettä|pistet|pont|pontot|punct|puncte|punkti|punkts|точка|точки|очко|очка|очков|поен|поени|"
     "поена|točka|točke|točk|taškas|taškai|taškų|balas|balai|balų|bal|xal|pikë|puntu|μονάδα|μονάδεσ|μοναδα|μοναδεσ|μόριο|μόρια|μορια|"
     "βαθμόσ|βαθμοί|βαθμοσ|βαθμοι|μον|"
     "bod|body|bodů|bodu|bodov|boda|bodova|bodovi|نقطة|نقاط|درجة|נקודה|נקודות|점|點|点",
     "", false},
});

// Words for numbers, folded: one, two, …; a half comes last.
constexpr auto number_words = std::to_array<std::string_view>({
    "one|ein|eine|un|une|uno|una|um|uma|een|jeden|один|одна|bir|واحدة|אחת|एक|一",
    "two|zwei|deux|dos|due|dois|duas|twee|två|dwa|два|две|iki|दो|二|两|兩",
    "three|drei|trois|tres|tre|três|drie|trzy|три|üç|तीन|三",
    "four|vier|quatre|cuatro|quattro|quatro|fyra|fire|cztery|четыре|чотири|dört|चार|四",
    "five|fünf|cinq|cinco|cinque|vijf|fem|pięć|пять|beş|पाँच|五",
    "six|sechs|seis|sei|zes|sex|seks|sześć|шесть|altı|六",
    "seven|sieben|sept|siete|sette|sete|zeven|sju|siedem|семь|yedi|七",
    "eight|acht|huit|ocho|otto|oito|åtta|osiem|восемь|sekiz|八",
    "nine|neun|neuf|nueve|nove|negen|nio|dziewięć|девять|dokuz|九",
    "ten|zehn|dix|diez|dieci|dez|tien|tio|dziesięć|десять|on|十",
});
constexpr std::string_view words_for_half =
    "half a|half|a half|one half|ein halber|halber|un demi|demi|medio|mezzo|meio|een halve|halve|pół|½";

// Words for "total", folded, before the number or behind the unit.
constexpr std::string_view words_for_total =
    "total of|in total|total|altogether|overall|max|max.|maximum|maximum of|up to|worth|for|out of|available|possible|insgesamt|gesamt|"
    "gesamtpunktzahl|maximal|max. |bis zu|höchstens|au total|en tout|sur|hasta|en total|máximo|vale|fino a|in totale|totale|massimo|vale "
    "até|no total|em total|totaal|in totaal|maximaal|razem|łącznie|maks|maks.|maksymalnie|до|макс|макс.|максимум|всего|итого|разом|усього|"
    "toplam|en fazla|المجموع|מתוך|कुल|共|合计|合計|总分|總分|满分|満点|計|each question|this question";
// Words for "each", folded, which make it the worth of a part.
constexpr std::string_view words_for_each =
    "each|apiece|per gap|per blank|per answer|per item|per part|per pair|per point|per correct answer|per right answer|for each|for each "
    "gap|"
    "for each answer|each gap|je|jeweils|pro lücke|pro antwort|pro richtige antwort|pro paar|chacun|chacune|par réponse|par bonne réponse|"
    "par trou|cada|cada una|cada uno|por respuesta|por respuesta correcta|por hueco|ciascuno|ciascuna|per risposta|ognuno|ognuna|cada um|"
    "cada uma|por resposta|por lacuna|elk|per stuk|per antwoord|per goed antwoord|każdy|każda|każde|za każdą|za każdą odpowiedź|za każde|"
    "каждый|каждая|каждое|за каждый|за каждое|за каждый ответ|за каждый правильный ответ|кожен|кожна|кожне|за кожен|за кожну|her biri|"
    "لكل إجابة|لكل فراغ|لكل واحدة|כל אחת|לכל תשובה|प्रत्येक|各|每空|每题|每個|每个|ずつ|each one";

constexpr std::size_t longest_phrase = 60;  // bytes

bool is_of_language(std::string_view languages, std::string_view language) {
    bool all_but = languages.starts_with('!');
    return languages.empty() || language == any_language || is_in_row(languages.substr(all_but ? 1 : 0), first_subtag(language)) != all_but;
}

bool is_border(std::string_view text, std::string_view word, char behind) {
    bool unspaced = static_cast<unsigned char>(word.front()) >= 0xE0;  // scripts that may write it without room
    return text.empty() || unspaced || std::string_view(" :=").find(behind) != std::string_view::npos;
}

std::string_view without_colon(std::string_view text) {
    text = trim(text);
    text.remove_prefix(text.starts_with(':') || text.starts_with('=') ? 1 : 0);
    text.remove_suffix(text.ends_with(':') || text.ends_with('=') ? 1 : 0);
    return trim(text);
}

// Takes the longest of the words off one end of the text; returns whether there was one.
bool take_words(std::string_view& text, std::string_view rows) {
    std::string_view best = text;
    for (std::string_view word : split(rows, '|')) {
        if (word.empty() || word.size() >= text.size()) {
            continue;
        }
        std::string_view front = text.substr(word.size());
        std::string_view back = text.substr(0, text.size() - word.size());
        if (text.starts_with(word) && is_border(front, word, front.front()) && front.size() < best.size()) {
            best = front;
        } else if (text.ends_with(word) && is_border(back, word, back.back()) && back.size() < best.size()) {
            best = back;
        }
    }
    bool took = best.size() != text.size();
    text = without_colon(best);
    return took;
}

bool is_plain_number(std::string_view text) {
    constexpr std::size_t longest = 6;
    return !text.empty() && text.size() <= longest && is_ascii_digit(text.front()) && is_ascii_digit(text.back()) &&
           std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c) || c == '.' || c == ','; });
}

// The number of a fraction, `1 1/2` or `1/2`; empty: it is not one.
std::string number_of_fraction(std::string_view text) {
    constexpr std::size_t longest = 8;
    std::size_t slash = text.find('/');
    std::size_t space = text.find(' ');
    if (slash == std::string_view::npos || text.size() > longest) {
        return "";
    }
    std::string_view whole = space < slash ? text.substr(0, space) : std::string_view();
    std::string_view above = text.substr(space < slash ? space + 1 : 0, slash - (space < slash ? space + 1 : 0));
    std::string_view below = text.substr(slash + 1);
    auto value = [](std::string_view digits) { return is_plain_number(digits) ? parse_number(digits).value_or(-1) : -1; };
    double sum = whole.empty() ? 0 : value(whole);
    return sum >= 0 && value(above) >= 0 && value(below) > 0 ? plain_decimal(sum + value(above) / value(below)) : "";
}

// The number of a sum or product as folding writes them, `2x1` or `2+1`; empty: it is not one.
std::string number_of_sum(std::string_view text) {
    std::size_t sign = text.find_first_of("x+");
    if (sign == std::string_view::npos || text.size() > 8) {
        return "";
    }
    double values[2] = {};
    std::string_view parts[2] = {trim(text.substr(0, sign)), trim(text.substr(sign + 1))};
    for (std::size_t i = 0; i < 2; ++i) {
        std::optional<double> value = is_plain_number(parts[i]) ? parse_number(parts[i]) : std::nullopt;
        if (!value) {
            return "";
        }
        values[i] = *value;
    }
    return plain_decimal(text[sign] == 'x' ? values[0] * values[1] : values[0] + values[1]);
}

struct NumberRead {
    std::string number;
    bool in_words = false;
};

// The number that the whole text, folded, is; none: it is not one.
std::optional<NumberRead> number_of_marks(std::string_view text) {
    if (is_plain_number(text)) {
        return NumberRead{std::string(text)};
    }
    if (std::string fraction = number_of_fraction(text); !fraction.empty()) {
        return NumberRead{std::move(fraction)};
    }
    if (std::string sum = number_of_sum(text); !sum.empty()) {
        return NumberRead{std::move(sum)};
    }
    if (is_in_row(words_for_half, text)) {
        return NumberRead{"0.5"};
    }
    const auto* row =
        std::find_if(number_words.begin(), number_words.end(), [&](std::string_view words) { return is_in_row(words, text); });
    return row != number_words.end() ? std::optional(NumberRead{std::to_string(row - number_words.begin() + 1), true}) : std::nullopt;
}

const MarkUnits* unit_of(std::string_view text, std::string_view language) {
    text.remove_suffix(text.ends_with('.') ? 1 : 0);
    const auto* row = std::find_if(mark_units.begin(), mark_units.end(), [&](const MarkUnits& units) {
        return is_in_row(units.names, text) && is_of_language(units.languages, language);
    });
    return row != mark_units.end() ? &*row : nullptr;
}

// The phrase of a number and a unit in either order.
MarkPhrase number_and_unit(std::string_view text, std::string_view language) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        std::string_view one = without_colon(text.substr(0, at));
        std::string_view other = without_colon(text.substr(at));
        bool is_character = (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80;
        if (is_character || one.empty() || other.empty()) {
            continue;
        }
        for (auto [number, unit] : {std::pair(one, other), std::pair(other, one)}) {
            const MarkUnits* row = unit_of(unit, language);
            std::optional<NumberRead> read = row != nullptr ? number_of_marks(number) : std::nullopt;
            if (read && (row->is_sure || !read->in_words || read->number != "1")) {  // "(un point)" is one of a line
                return {std::move(read->number), true, false, false, row->is_sure};
            }
        }
    }
    return {};
}

}  // namespace

MarkPhrase mark_phrase(std::string_view text, std::string_view language) {
    if (text.size() > longest_phrase) {
        return {};
    }
    std::string folded = fold_answer(text, "");
    std::string_view rest = folded;
    rest.remove_prefix(std::min(rest.find_first_not_of("_./ "), rest.size()));  // `__/3 points`
    rest.remove_prefix(rest.starts_with("…/") ? std::string_view("…/").size() : 0);
    MarkPhrase found = number_and_unit(rest, language);
    if (found.is_phrase) {
        return found;
    }
    for (std::string_view part : {" for each ", " for every ", " per ", " pro ", " par ", " por ", " za każd", " за кажд", " за кож"}) {
        std::size_t at = rest.find(part);
        found = at != std::string_view::npos ? number_and_unit(rest.substr(0, at), language) : MarkPhrase{};
        if (found.is_phrase) {
            found.is_each = true;
            return found;
        }
    }
    bool total = rest.rfind('=') != std::string_view::npos;  // `Total for question 3 = 6 marks`
    rest.remove_prefix(total ? rest.rfind('=') + 1 : 0);
    bool each = false;
    for (bool more = true; more;) {
        bool took_each = take_words(rest, words_for_each);
        bool took_total = take_words(rest, words_for_total);
        each = each || took_each;
        total = total || took_total;
        more = took_each || took_total;
    }
    found = number_and_unit(rest, language);
    found.is_each = found.is_phrase && each;
    found.is_total = found.is_phrase && total;
    return found;
}

std::string plain_number_of_marks(std::string_view text) {
    std::string folded = fold_answer(text, "");
    std::string fraction = number_of_fraction(folded);
    return !fraction.empty() ? fraction : std::string(text);
}

}  // namespace hornbook
