#include "results/class_words.h"

#include <algorithm>

#include "base/number_style.h"
#include "model/marks.h"

namespace hornbook {
namespace {

struct LanguageOfClass {
    std::string_view tag;
    ClassWords words;
};

// The tables of words, filled by designated initialisers, so that a missing key is a compile error (-Wmissing-field-initializers).
const std::vector<LanguageOfClass>& languages_of_classes() {
    static const std::vector<LanguageOfClass> all = {
        {
            "en",
#include "results/words/en.inc"
        },
        {
            "de",
#include "results/words/de.inc"
        },
        {
            "fr",
#include "results/words/fr.inc"
        },
        {
            "es",
#include "results/words/es.inc"
        },
        {
            "it",
#include "results/words/it.inc"
        },
        {
            "pt",
#include "results/words/pt.inc"
        },
        {
            "nl",
#include "results/words/nl.inc"
        },
        {
            "pl",
#include "results/words/pl.inc"
        },
        {
            "ru",
#include "results/words/ru.inc"
        },
        {
            "uk",
#include "results/words/uk.inc"
        },
        {
            "tr",
#include "results/words/tr.inc"
        },
        {
            "ar",
#include "results/words/ar.inc"
        },
        {
            "he",
#include "results/words/he.inc"
        },
        {
            "hi",
#include "results/words/hi.inc"
        },
        {
            "zh",
#include "results/words/zh.inc"
        },
        {
            "zh-hant",
#include "results/words/zh-hant.inc"
        },
        {
            "ja",
#include "results/words/ja.inc"
        },
    };
    return all;
}

}  // namespace

PageWords words_of_class(const Book& book, std::string_view language) {
    std::string_view asked = language.empty() ? std::string_view(book.metadata.language) : language;
    std::string_view tag = language_of_words(asked);
    const std::vector<LanguageOfClass>& all = languages_of_classes();
    auto row = std::find_if(all.begin(), all.end(), [&](const LanguageOfClass& candidate) { return candidate.tag == tag; });
    const LanguageOfClass& found = row == all.end() ? all.front() : *row;
    return {std::string(has_words_for(asked) ? asked : found.tag), found.words, words_for(found.tag), book.metadata.language};
}

std::string PageWords::marks(double earned) const {
    std::string text = shown_marks(earned);
    std::replace(text.begin(), text.end(), '.', number_style(language).decimal_mark);
    return text;
}

}  // namespace hornbook
