#include "formats/stardict/lookup.h"

#include <algorithm>
#include <functional>
#include <set>

#include "base/text.h"
#include "model/inflection.h"

namespace hornbook {
namespace {

using WordSet = std::set<std::string>;

std::string in_small_letters(const std::string& word) {
    std::string small;
    for (std::size_t at = 0; at < word.size();) {
        append_utf8(small, to_lower(next_code_point(word, at)));
    }
    return small;
}

std::string with_a_capital(const std::string& word) {
    std::string result;
    std::size_t at = 0;
    append_utf8(result, to_title(next_code_point(word, at)));
    return result + word.substr(at);
}

// The word as KOReader cleans one that was tapped: straight apostrophes, no signs around it.
std::string as_cleaned(const std::string& word) {
    std::u32string points;
    for (std::size_t at = 0; at < word.size();) {
        char32_t c = next_code_point(word, at);
        points += c == U'\u2019' ? U'\'' : c == U'\u00a0' ? U' ' : c;
    }
    auto stays = [](char32_t c) { return !is_punctuation(c) && !is_space(c); };
    auto begin = std::find_if(points.begin(), points.end(), stays);
    auto end = std::find_if(points.rbegin(), points.rend(), stays).base();
    std::string cleaned;
    std::for_each(begin < end ? begin : end, end, [&](char32_t c) { append_utf8(cleaned, c); });
    return cleaned;
}

// The names of an entry as they are written, and their plurals.
WordSet names_of(const Entry& entry, const std::string& language) {
    WordSet names;
    auto add = [&](const Name& name) {
        for (const std::string& form : inflected(normalise(name.text), language)) {
            names.insert(form);
        }
    };
    add(entry.term);
    std::for_each(entry.also.begin(), entry.also.end(), add);
    return names;
}

WordSet variants_of(const WordSet& names) {
    WordSet variants;
    for (const std::string& name : names) {
        for (const std::string& word : {name, as_cleaned(name)}) {
            if (!word.empty()) {
                variants.insert({word, in_small_letters(word), with_a_capital(word), with_a_capital(in_small_letters(word))});
            }
        }
    }
    return variants;
}

char small_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string in_small_ascii(std::string word) {
    std::transform(word.begin(), word.end(), word.begin(), small_ascii);
    return word;
}

}  // namespace

std::string shortened(const std::string& word) {
    std::size_t end = std::min(longest_word, word.size());
    while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0U) == 0x80) {
        --end;
    }
    return word.substr(0, end);
}

bool stands_before(const std::string& word, const std::string& other) {
    int order = in_small_ascii(word).compare(in_small_ascii(other));
    return order != 0 ? order < 0 : word < other;
}

std::vector<Synonym> synonyms(const std::vector<const Entry*>& entries, const std::string& language) {
    std::vector<WordSet> names;
    WordSet taken;  // a variant is never shown beside the entry that is called so
    for (const Entry* entry : entries) {
        names.push_back(names_of(*entry, language));
        taken.insert(names.back().begin(), names.back().end());
    }
    std::vector<Synonym> found;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        std::string own = shortened(normalise(entries[i]->term.text));
        for (const std::string& word : variants_of(names[i])) {
            bool others = taken.contains(word) && !names[i].contains(word);
            if (word != own && !others && word.size() <= longest_word) {
                found.push_back({word, i});
            }
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Synonym& a, const Synonym& b) { return a.word == b.word ? a.entry < b.entry : stands_before(a.word, b.word); });
    return found;
}

}  // namespace hornbook
