// Class words: those of its pages ("Nothing came from: …"), in the language of the class.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"
#include "model/words.h"

namespace hornbook {

struct ClassWords {
#define WORD(key, english) std::string key;
#include "results/class_words.def"
#undef WORD
};

struct PageWords {
    std::string language;  // BCP 47, of what the page says
    ClassWords words;
    Words book_words;  // what books say too, in the same language
    std::string book_language;

    std::string marks(double earned) const;  // "1,5" where people write so
};

// The words in a language (BCP 47; empty: the book's), or in English where there are none in it.
PageWords words_of_class(const Book& book, std::string_view language);

}  // namespace hornbook
