// Words of numbers that are not digits alone, folded: "about 5", "9 to 11", "5 million".
#pragma once

#include <array>
#include <string_view>

namespace hornbook {

// Words for "about", folded: a number behind one of them is not exact.
inline constexpr auto nearly_marks = std::to_array<std::string_view>({
    "≈",
    "~",
    "≃",
    "≅",
    "∼",
    "about",
    "around",
    "approx",
    "approximately",
    "roughly",
    "nearly",
    "almost",
    "some",
    "circa",
    "ca",
    "ca.",
    "c.",
    "approx.",
    "etwa",
    "ungefähr",
    "rund",
    "zirka",
    "fast",
    "environ",
    "à peu près",
    "presque",
    "aproximadamente",
    "alrededor de",
    "unos",
    "cerca de",
    "circa",
    "quase",
    "ongeveer",
    "około",
    "ok.",
    "prawie",
    "около",
    "примерно",
    "приблизительно",
    "почти",
    "близько",
    "приблизно",
    "майже",
    "yaklaşık",
    "حوالي",
    "تقريبا",
    "نحو",
    "בערך",
    "כ-",
    "लगभग",
    "करीब",
    "约",
    "大约",
    "約",
    "大約",
    "およそ",
});
// Words for "to", folded, with white space around them where the script has it, between the ends of a range.
inline constexpr auto up_to =
    std::to_array<std::string_view>({" to ", " till ", " until ", " through ", " bis ", " à ", " a ", " al ", " até ", " tot ", " do ",
                                     " до ", " ile ",  " إلى ",   " عד ",      " עד ",  " से ", "到",  "至",   "から",  "~",     "〜"});
inline constexpr auto and_words =
    std::to_array<std::string_view>({" and ", " und ", " et ", " y ", " e ", " en ", " i ", " и ", " і ", " та ", " و ", " ו"});
inline constexpr auto words_between = std::to_array<std::string_view>(
    {"between ", "zwischen ", "entre ", "tra ", "fra ", "tussen ", "między ", "между ", "між ", "بين ", "בין "});
inline constexpr auto from_words =
    std::to_array<std::string_view>({"from ", "von ", "de ", "da ", "van ", "od ", "от ", "від ", "с ", "من ", "מ"});

// Words for "5 or any more" and "5 or any less", folded, before and behind the number.
inline constexpr auto words_before_least =
    std::to_array<std::string_view>({"at least ", "more than ", "over ",        "mindestens ",  "mehr als ", "über ",     "au moins ",
                                     "plus de ",  "al menos ",  "como mínimo ", "más de ",      "almeno ",   "più di ",   "pelo menos ",
                                     "mais de ",  "minstens ",  "meer dan ",    "co najmniej ", "ponad ",    "не менее ", "более ",
                                     "больше ",   "не менше ",  "більше ",      "en az ",       "至少",      "超过",      "超過"});
inline constexpr auto words_before_most = std::to_array<std::string_view>(
    {"at most ",  "less than ", "fewer than ",  "under ",     "up to ",      "höchstens ", "weniger als ", "unter ",     "bis zu ",
     "au plus ",  "moins de ",  "como máximo ", "menos de ",  "al massimo ", "meno di ",   "no máximo ",   "hoogstens ", "minder dan ",
     "не более ", "менее ",     "меньше ",      "не більше ", "менше ",      "en fazla ",  "最多"});
inline constexpr auto words_behind_least =
    std::to_array<std::string_view>({" or more", " or over", " and more", " oder mehr", " ou plus", " o más", " o più", " ou mais",
                                     " of meer", " lub więcej", " и более", " и больше", " і більше", "以上"});
inline constexpr auto words_behind_most = std::to_array<std::string_view>(
    {" or less", " or fewer", " or under", " oder weniger", " ou moins", " o menos", " o meno", " ou menos", " of minder", "以下", "未満"});

// Words for great numbers, folded.
struct GreatWord {
    double worth;
    std::string_view words;
};
inline constexpr auto great_words = std::to_array<GreatWord>({
    {1e3, "thousand|tausend|mille|mil|mila|duizend|tysięcy|тысяч|тысячи|тисяч|bin|ألف|हज़ार|千"},
    {1e4, "万|萬"},
    {1e5, "lakh|लाख"},
    {1e6,
     "million|millions|mio|mio.|millionen|millón|millones|milione|milioni|milhão|milhões|miljoen|milion|miliony|milionów|миллион|"
     "миллиона|миллионов|млн|мільйонів|milyon|مليون"},
    {1e7, "crore|करोड़"},
    {1e8, "億|亿"},
    {1e9,
     "billion|billions|milliarde|milliarden|mrd|mrd.|milliard|milliards|miliardo|miliardi|mil millones|bilhão|bilhões|miljard|"
     "miliard|miliardów|миллиард|миллиарда|миллиардов|млрд|milyar|مليار"},
});

// Eras behind a year, or before it, folded, without a full stop at the end.
inline constexpr auto eras = std::to_array<std::string_view>(
    {"ad",     "a.d",   "bc",           "b.c",       "ce",         "c.e",      "bce",        "b.c.e",  "n. chr", "n.chr", "nach christus",
     "v. chr", "v.chr", "vor christus", "apr. j.-c", "après j.-c", "av. j.-c", "avant j.-c", "d. c",   "d.c",    "a. c",  "a.c",
     "n.e",    "p.n.e", "n. e",         "p.n. e",    "н. э",       "н.э",      "до н. э",    "до н.э", "н. е",   "н.е",   "до н. е",
     "до н.е", "mö",    "ق.م",          "לספירה",    "לפנה״ס"});

}  // namespace hornbook
