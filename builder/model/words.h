// Words: what Hornbook itself says inside a book ("Glossary", "Answers"), in the book's language; [words] overrides any.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hornbook {

struct Words {
#define WORD(key, english) std::string key;
#include "model/words.def"
#undef WORD
};

// The table for a BCP 47 language: by its first subtag (zh-Hant has its own table if there is one), else English.
Words words_for(std::string_view language);
bool has_words_for(std::string_view language);
std::string_view language_of_words(std::string_view language);  // the language of the table that words_for takes: "de" for "de-AT"
std::vector<std::string_view> languages_of_words();             // of all tables
std::vector<std::string_view> word_keys();
std::string* find_word(Words& words, std::string_view key);  // null when there is no such key

bool is_right_to_left(std::string_view language);

// The word with "{}" replaced by a number or a name.
std::string fill_in(std::string_view word, std::string_view value);

}  // namespace hornbook
