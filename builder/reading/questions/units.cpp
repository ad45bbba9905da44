#include "reading/questions/units.h"

#include <string>
#include <vector>

#include "base/name_list.h"
#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::string_view known_units =
    " m g s A K mol cd Hz N Pa J W C V F Ω S T H lm lx Bq Gy Sv L l t eV bar min h ha kat Wh Ah VA cal B bit dB rpm"
    " ° % ‰ °C °F mph ft yd mi lb lbs oz gal ct p percent Prozent"
    " € $ £ ¥ ₹ ₽ ₴ zł kr Fr CHF EUR USD GBP руб"
    " м г с л т ч мин Н Дж Вт В Па Гц Ом ";
constexpr std::string_view with_prefix = " m g s A K mol Hz N Pa J W C V F Ω S T H L l t eV bar Wh Ah VA cal B bit м г л Дж Вт В Па Гц ";
constexpr std::string_view prefixes = " k M G T P m c d µ μ n p h к М м с ";
constexpr std::string_view currencies = " € $ £ ¥ ₹ ₽ ₴ ";

// Units written as words, folded, and the words that stand between and before them: "9 kilometres per hour", "3 square metres".
constexpr std::string_view unit_words =
    "second|seconds|sec|secs|minute|minutes|mins|hour|hours|hrs|day|days|week|weeks|month|months|year|years|yrs|decade|decades|century|"
    "centuries|metre|metres|meter|meters|kilometre|kilometres|kilometer|kilometers|centimetre|centimetres|centimeter|centimeters|"
    "millimetre|millimetres|millimeter|millimeters|inch|inches|foot|feet|yard|yards|mile|miles|gram|grams|gramme|grammes|kilogram|"
    "kilograms|kilo|kilos|tonne|tonnes|ton|tons|ounce|ounces|pound|pounds|litre|litres|liter|liters|millilitre|millilitres|milliliter|"
    "milliliters|gallon|gallons|degree|degrees|celsius|fahrenheit|kelvin|newton|newtons|joule|joules|kilojoule|kilojoules|watt|watts|"
    "kilowatt|kilowatts|volt|volts|ampere|amperes|amp|amps|ohm|ohms|hertz|pascal|pascals|calorie|calories|euro|euros|dollar|dollars|cent|"
    "cents|pence|square|cubic|"
    "sekunde|sekunden|minuten|stunde|stunden|tag|tage|tagen|woche|wochen|monat|monate|monaten|jahr|jahre|jahren|jahrhunderte|"
    "zentimeter|millimeter|quadratmeter|quadratkilometer|kubikmeter|fuß|meile|meilen|gramm|kilogramm|pfund|tonnen|grad|prozent|"
    "seconde|secondes|heure|heures|jour|jours|semaine|semaines|mois|an|ans|année|années|siècles|mètre|mètres|kilomètre|kilomètres|"
    "centimètre|centimètres|millimètre|millimètres|grammes|kilogrammes|degré|degrés|"
    "segundo|segundos|minuto|minutos|hora|horas|día|días|semana|semanas|mes|meses|año|años|siglos|metro|metros|kilómetro|kilómetros|"
    "centímetro|centímetros|milímetro|milímetros|gramo|gramos|kilogramo|kilogramos|tonelada|toneladas|litro|litros|grado|grados|"
    "secondo|secondi|minuti|ora|ore|giorno|giorni|settimana|settimane|mese|mesi|anno|anni|secoli|metri|chilometro|chilometri|centimetri|"
    "millimetri|grammo|grammi|chilogrammo|chilogrammi|chili|tonnellata|tonnellate|litri|gradi|"
    "dia|dias|mês|ano|anos|quilómetro|quilómetros|quilômetro|quilômetros|centímetros|gramas|quilograma|quilogramas|quilo|quilos|graus|"
    "uur|uren|dag|dagen|weken|maand|maanden|jaar|jaren|graden|"
    "sekunda|sekundy|sekund|minuta|minuty|minut|godzina|godziny|godzin|dzień|dni|tydzień|tygodnie|tygodni|miesiąc|miesiące|miesięcy|rok|"
    "lata|lat|metry|metrów|kilometry|kilometrów|centymetry|centymetrów|gramy|gramów|kilogramy|kilogramów|litry|litrów|stopni|"
    "секунда|секунды|секунд|минута|минуты|минут|час|часа|часов|день|дня|дней|неделя|недели|недель|месяц|месяца|месяцев|год|года|лет|метр|"
    "метра|метров|километр|километра|километров|сантиметр|сантиметра|сантиметров|грамм|грамма|граммов|килограмм|килограмма|килограммов|"
    "тонна|тонны|тонн|литр|литра|литров|градус|градуса|градусов|рубль|рубля|рублей|"
    "секунди|хвилина|хвилини|хвилин|година|години|годин|днів|тиждень|тижні|тижнів|місяць|місяці|місяців|рік|роки|років|метри|метрів|"
    "кілометр|кілометри|кілометрів|сантиметрів|грам|грами|грамів|кілограм|кілограми|кілограмів|літр|літри|літрів|градуси|градусів|"
    "saniye|dakika|saat|gün|hafta|ay|yıl|kilometre|santimetre|milimetre|gram|kilogram|litre|derece|"
    "ثانية|دقيقة|دقائق|ساعة|ساعات|يوم|يوما|أيام|أسبوع|أسابيع|شهر|شهرا|أشهر|سنة|سنوات|عام|أعوام|متر|مترا|أمتار|كيلومتر|كيلومترا|غرام|"
    "كيلوغرام|لتر|درجة|"
    "שניות|דקות|שעה|שעות|יום|ימים|שבועות|חודשים|שנה|שנים|מטר|מטרים|קילומטר|קילומטרים|גרם|קילוגרם|ליטר|מעלות|"
    "सेकंड|मिनट|घंटा|घंटे|दिन|सप्ताह|महीने|वर्ष|साल|मीटर|किलोमीटर|सेंटीमीटर|ग्राम|किलोग्राम|लीटर|"
    "秒|秒間|分間|時間|日間|週間|か月|ヶ月|年間|メートル|キロメートル|センチメートル|グラム|キログラム|リットル|度|円|"
    "分钟|分鐘|小时|小時|天|米|公里|千米|厘米|公分|克|千克|公斤|升|公升|元";
constexpr std::string_view words_between_units = "per|a|an|pro|par|por|al|à|na|в|на";

bool has_word(std::string_view list, std::string_view word) {
    return !word.empty() && word.find(' ') == std::string_view::npos && list.find(" " + std::string(word) + " ") != std::string_view::npos;
}

// "s²", "s^-2" -> "s"
std::string_view without_power(std::string_view text) {
    constexpr std::string_view signs = "0123456789^-+";
    for (bool has_more = true; has_more && !text.empty();) {
        has_more = false;
        for (std::string_view raised : {"²", "³", "⁻", "¹"}) {
            has_more = has_more || text.ends_with(raised);
            text.remove_suffix(text.ends_with(raised) ? raised.size() : 0);
        }
        if (!text.empty() && signs.find(text.back()) != std::string_view::npos) {
            text.remove_suffix(1);
            has_more = true;
        }
    }
    return text;
}

bool is_one_unit(std::string_view text) {
    text = without_power(trim(text));
    if (has_word(known_units, text)) {
        return true;
    }
    std::size_t at = 0;
    if (!text.empty()) {
        next_code_point(text, at);
    }
    return has_word(prefixes, text.substr(0, at)) && has_word(with_prefix, text.substr(at));
}

}  // namespace

bool is_unit(std::string_view text) {
    while (true) {
        std::size_t end = text.find_first_of("/* ");
        if (!is_one_unit(text.substr(0, end))) {
            return false;
        }
        if (end == std::string_view::npos) {
            return true;
        }
        text = text.substr(end + 1);
    }
}

bool are_unit_words(std::string_view folded) {
    bool was_unit = false;
    std::vector<std::string_view> words = split(folded, ' ');
    for (std::string_view word : words) {
        bool is_unit_here = is_in_row(unit_words, word) || is_unit(word);
        if (!is_unit_here && (!was_unit || !is_in_row(words_between_units, word))) {
            return false;
        }
        was_unit = is_unit_here;
    }
    return was_unit;
}

bool is_currency(std::string_view text) {
    return has_word(currencies, text);
}

bool is_lone_letter(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && is_letter(next_code_point(text, at)) && at == text.size();
}

}  // namespace hornbook
