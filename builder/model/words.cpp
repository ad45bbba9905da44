#include "model/words.h"

#include <algorithm>
#include <array>

#include "base/grading_data.h"
#include "base/text.h"

namespace hornbook {
namespace {

struct Language {
    std::string_view tag;
    Words words;
};

// The tables of words, filled by designated initialisers, so that a missing key is a compile error (-Wmissing-field-initializers).
const std::vector<Language>& languages() {
    static const std::vector<Language> all = {
        {
            "en",
#include "model/words/en.inc"
        },
        {
            "de",
#include "model/words/de.inc"
        },
        {
            "fr",
#include "model/words/fr.inc"
        },
        {
            "es",
#include "model/words/es.inc"
        },
        {
            "it",
#include "model/words/it.inc"
        },
        {
            "pt",
#include "model/words/pt.inc"
        },
        {
            "nl",
#include "model/words/nl.inc"
        },
        {
            "pl",
#include "model/words/pl.inc"
        },
        {
            "ru",
#include "model/words/ru.inc"
        },
        {
            "uk",
#include "model/words/uk.inc"
        },
        {
            "tr",
#include "model/words/tr.inc"
        },
        {
            "ar",
#include "model/words/ar.inc"
        },
        {
            "he",
#include "model/words/he.inc"
        },
        {
            "hi",
#include "model/words/hi.inc"
        },
        {
            "zh",
#include "model/words/zh.inc"
        },
        {
            "zh-hant",
#include "model/words/zh-hant.inc"
        },
        {
            "ja",
#include "model/words/ja.inc"
        },
    };
    return all;
}

std::string language_alone(std::string_view language) {
    return fold_case(language.substr(0, std::min(language.find_first_of("-_"), language.size())));
}

// The script subtag (BCP 47): four letters right after the language or its extension of three letters: "az-Arab"; else empty.
std::string script_subtag(std::string_view language) {
    std::string folded = fold_case(language);
    std::vector<std::string_view> subtags = split(folded, '-');
    for (std::size_t i = 1; i < subtags.size() && (subtags[i].size() == 3 || subtags[i].size() == 4); ++i) {
        bool letters = std::all_of(subtags[i].begin(), subtags[i].end(), [](char c) { return c >= 'a' && c <= 'z'; });
        if (subtags[i].size() == 4 && letters) {
            return std::string(subtags[i]);
        }
    }
    return {};
}

bool is_traditional_chinese(std::string_view language) {
    std::string folded = fold_case(language);
    return std::any_of(folded.begin(), folded.end(), [](char c) { return c == '-'; }) &&
           (folded.starts_with("zh-hant") || folded == "zh-tw" || folded == "zh-hk" || folded == "zh-mo");
}

const Language* find_language(std::string_view language) {
    std::string tag = is_traditional_chinese(language) ? "zh-hant" : language_alone(language);
    auto found = std::find_if(languages().begin(), languages().end(), [&](const Language& row) { return row.tag == tag; });
    return found == languages().end() ? nullptr : &*found;
}

struct Key {
    std::string_view name;
    std::string Words::*word;
};
constexpr auto keys = std::to_array<Key>({
#define WORD(key, english) {#key, &Words::key},
#include "model/words.def"
#undef WORD
});

}  // namespace

Words words_for(std::string_view language) {
    const Language* found = find_language(language);
    return found != nullptr ? found->words : languages().front().words;
}

bool has_words_for(std::string_view language) {
    return find_language(language) != nullptr;
}

std::string_view language_of_words(std::string_view language) {
    const Language* found = find_language(language);
    return found != nullptr ? found->tag : languages().front().tag;
}

std::vector<std::string_view> languages_of_words() {
    std::vector<std::string_view> tags;
    for (const Language& language : languages()) {
        tags.push_back(language.tag);
    }
    return tags;
}

std::vector<std::string_view> word_keys() {
    std::vector<std::string_view> names;
    for (const Key& key : keys) {
        names.push_back(key.name);
    }
    return names;
}

std::string* find_word(Words& words, std::string_view name) {
    for (const Key& key : keys) {
        if (key.name == name) {
            return &(words.*key.word);
        }
    }
    return nullptr;
}

bool is_right_to_left(std::string_view language) {
    std::span<const std::string_view> scripts = right_to_left_scripts();
    std::string script = script_subtag(language);
    if (!script.empty()) {
        return std::find(scripts.begin(), scripts.end(), script) != scripts.end();
    }
    return of_language(language_alone(language), &LanguageRow::right_to_left);
}

std::string fill_in(std::string_view word, std::string_view value) {
    std::size_t at = word.find("{}");
    if (at == std::string_view::npos) {
        return std::string(word);
    }
    return std::string(word.substr(0, at)) + std::string(value) + std::string(word.substr(at + 2));
}

}  // namespace hornbook
