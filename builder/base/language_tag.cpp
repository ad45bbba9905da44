#include "base/language_tag.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/ascii.h"
#include "base/text.h"

namespace hornbook {
namespace {

bool letters(std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most && std::all_of(part.begin(), part.end(), is_ascii_letter);
}

bool letters_or_digits(std::string_view part, std::size_t least, std::size_t most) {
    return part.size() >= least && part.size() <= most &&
           std::all_of(part.begin(), part.end(), [](char c) { return is_ascii_letter(c) || is_ascii_digit(c); });
}

// Names of a language in English and in itself, folded.
struct LanguageName {
    std::string_view name;
    std::string_view tag;
};
constexpr auto language_names = std::to_array<LanguageName>({
    {"english", "en"},    {"german", "de"},    {"deutsch", "de"},   {"french", "fr"},     {"français", "fr"},   {"francais", "fr"},
    {"spanish", "es"},    {"español", "es"},   {"espanol", "es"},   {"castellano", "es"}, {"italian", "it"},    {"italiano", "it"},
    {"portuguese", "pt"}, {"português", "pt"}, {"portugues", "pt"}, {"dutch", "nl"},      {"nederlands", "nl"}, {"polish", "pl"},
    {"polski", "pl"},     {"russian", "ru"},   {"русский", "ru"},   {"ukrainian", "uk"},  {"українська", "uk"}, {"turkish", "tr"},
    {"türkçe", "tr"},     {"arabic", "ar"},    {"العربية", "ar"},   {"hebrew", "he"},     {"עברית", "he"},      {"hindi", "hi"},
    {"हिन्दी", "hi"},      {"japanese", "ja"},  {"日本語", "ja"},    {"chinese", "zh"},    {"中文", "zh"},       {"englisch", "en"},
    {"anglais", "en"},    {"inglés", "en"},    {"inglese", "en"},   {"inglês", "en"},
});

bool is_variant(std::string_view part) {
    return letters_or_digits(part, 5, 8) || (letters_or_digits(part, 4, 4) && is_ascii_digit(part[0]));
}

}  // namespace

bool is_region(std::string_view subtag) {
    return letters(subtag, 2, 2) || (subtag.size() == 3 && std::all_of(subtag.begin(), subtag.end(), is_ascii_digit));
}

bool is_language_tag(std::string_view tag) {
    std::vector<std::string_view> parts = split(tag, '-');
    if (!letters(parts[0], 2, 3)) {  // longer ones are reserved, and nobody reads i-… and x-…
        return false;
    }
    std::size_t at = 1;
    auto here = [&] { return at < parts.size() ? parts[at] : std::string_view(); };
    for (; at <= 3 && letters(here(), 3, 3); ++at) {  // extended language: zh-yue
    }
    at += letters(here(), 4, 4) ? 1 : 0;  // script
    at += is_region(here()) ? 1 : 0;
    std::set<std::string> seen;
    for (; is_variant(here()); ++at) {
        if (!seen.insert(fold_case(here())).second) {
            return false;
        }
    }
    while (letters_or_digits(here(), 1, 1)) {  // extensions: u-co-phonebk; after x-, anything short
        bool own = fold_case(here()) == "x";
        std::size_t begin = ++at;
        for (; letters_or_digits(here(), own ? 1 : 2, 8); ++at) {
        }
        if (at == begin || !seen.insert(fold_case(parts[begin - 1])).second) {
            return false;
        }
    }
    return at == parts.size();
}

std::string meant_language(std::string_view written) {
    std::string tag(written.substr(0, written.find_first_of(".@")));  // of a POSIX locale
    std::replace(tag.begin(), tag.end(), '_', '-');
    if (is_language_tag(tag)) {
        return tag;
    }
    std::string name = fold_case(trim(written));
    auto row = std::find_if(language_names.begin(), language_names.end(), [&](const LanguageName& known) { return known.name == name; });
    return row != language_names.end() ? std::string(row->tag) : std::string();
}

std::string hint_on_language(std::string_view meant) {
    return meant.empty() ? "write a tag such as en-GB, de, pt-BR or zh-Hans" : "write `" + std::string(meant) + "`";
}

std::string first_subtag(std::string_view tag) {
    return fold_case(tag.substr(0, tag.find('-')));
}

}  // namespace hornbook
