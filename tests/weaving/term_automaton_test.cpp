// The term automaton against a search so simple that it can be seen to be right.
#include "weaving/term_automaton.h"

#include <random>

#include "base/text.h"
#include "catch.h"

namespace hornbook {
namespace {

struct Term {
    std::u32string name;
    std::size_t entry;
};

char32_t alike(char32_t c) {
    return is_space(c) ? U' ' : c == U'’' ? U'\'' : to_lower(c);
}

bool is_word(char32_t c) {
    return is_letter(c) || is_digit(c);
}

bool is_border(std::u32string_view text, std::size_t at) {
    if (at == 0 || at == text.size() || !is_word(text[at - 1]) || !is_word(text[at])) {
        return true;
    }
    return is_unspaced_script(text[at - 1]) || is_unspaced_script(text[at]);
}

bool stands_at(const Term& term, std::u32string_view text, std::size_t at) {
    std::size_t size = term.name.size();
    if (at + size > text.size() || !is_border(text, at) || !is_border(text, at + size)) {
        return false;
    }
    for (std::size_t i = 0; i < size; ++i) {
        bool same = is_upper(term.name[i]) ? text[at + i] == term.name[i] : alike(text[at + i]) == alike(term.name[i]);
        if (!same) {
            return false;
        }
    }
    return true;
}

// At each place the longest name that stands there; the next search begins where it ends.
std::vector<TermMatch> slow_find(const std::vector<Term>& terms, std::u32string_view text) {
    std::vector<TermMatch> found;
    for (std::size_t at = 0; at < text.size();) {
        const Term* longest = nullptr;
        for (const Term& term : terms) {
            if (stands_at(term, text, at) && (longest == nullptr || term.name.size() > longest->name.size())) {
                longest = &term;
            }
        }
        if (longest != nullptr) {
            found.push_back({at, at + longest->name.size(), longest->entry});
        }
        at += longest != nullptr ? longest->name.size() : 1;
    }
    return found;
}

std::vector<std::size_t> begins_and_ends(const std::vector<TermMatch>& matches) {
    std::vector<std::size_t> numbers;
    for (const TermMatch& match : matches) {
        numbers.push_back(match.begin);
        numbers.push_back(match.end);
    }
    return numbers;
}

std::u32string random_text(std::mt19937& random, std::u32string_view letters, std::size_t size) {
    std::u32string text;
    for (std::size_t i = 0; i < size; ++i) {
        text += letters[random() % letters.size()];
    }
    return text;
}

TermAutomaton automaton_of(const std::vector<Term>& terms) {
    TermAutomaton automaton;
    for (const Term& term : terms) {
        automaton.add(term.name, term.entry);
    }
    automaton.finish();
    return automaton;
}

}  // namespace

TEST_CASE("the automaton finds what a simple search finds, in random texts of few letters") {
    std::mt19937 random(1934);  // always the same texts
    std::size_t found = 0;
    for (std::u32string_view letters : {U"ab ", U"aAbB -", U"a’' \n", U"水蒸aの "}) {
        for (int round = 0; round < 500; ++round) {
            std::vector<Term> terms;
            for (std::size_t entry = 0; entry < 8; ++entry) {
                std::u32string name = random_text(random, letters, 1 + random() % 5);
                bool blank = is_space(name.front()) || is_space(name.back());  // names are trimmed
                if (!blank) {
                    terms.push_back({name, entry});
                }
            }
            TermAutomaton automaton = automaton_of(terms);
            std::u32string text = random_text(random, letters, 60);
            std::vector<TermMatch> expected = slow_find(terms, text);
            std::vector<TermMatch> matches = automaton.find(text);
            found += expected.size();
            REQUIRE(begins_and_ends(matches) == begins_and_ends(expected));
            for (const TermMatch& match : matches) {  // of two names alike in place and length either may be meant
                bool stands = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
                    return term.entry == match.entry && term.name.size() == match.end - match.begin && stands_at(term, text, match.begin);
                });
                REQUIRE(stands);
            }
        }
    }
    CHECK(found > 5000);  // the texts are such that names do occur
}

TEST_CASE("a name that stands as it was written goes before another and before an inflected one") {
    TermAutomaton automaton;
    automaton.add(U"Allies", 0);
    automaton.add(U"ally", 1);
    automaton.add(U"allies", 1, true);
    automaton.add(U"polish", 2);
    automaton.add(U"Polish", 3);
    automaton.add(U"polish", 4, true);
    automaton.finish();
    auto entries = [&](std::u32string_view text) {
        std::vector<std::size_t> found;
        for (const TermMatch& match : automaton.find(text)) {
            found.push_back(match.entry);
        }
        return found;
    };
    CHECK(entries(U"The Allies won, the allies lost, an ally") == std::vector<std::size_t>{0, 1, 1});
    CHECK(entries(U"polish and Polish") == std::vector<std::size_t>{2, 3});
}

TEST_CASE("names match as the format says") {
    auto found_in = [](std::vector<Term> terms, std::string_view text) {
        std::string found;
        for (const TermMatch& match : automaton_of(terms).find(code_points(text))) {
            for (char32_t c : code_points(text).substr(match.begin, match.end - match.begin)) {
                append_utf8(found, c);
            }
            found += ';';
        }
        return found;
    };
    CHECK(found_in({{U"Party", 0}}, "A birthday party of the Party's") == "Party;");
    CHECK(found_in({{U"purge", 0}}, "Purge, PURGE, purged") == "Purge;PURGE;");
    CHECK(found_in({{U"trial", 0}, {U"show trial", 1}}, "a show trial, a trial") == "show trial;trial;");
    CHECK(found_in({{U"show trial", 0}}, "a show\ntrial and a show\u00A0trial") == "show\ntrial;show\u00A0trial;");
    CHECK(found_in({{U"people's", 0}}, "the people’s") == "people’s;");
    CHECK(found_in({{U"水", 0}, {U"水蒸気", 1}}, "水と水蒸気は") == "水;水蒸気;");
    CHECK(found_in({{U"NKVD", 0}}, "NKVDは略語、antiNKVD") == "NKVD;");
}

}  // namespace hornbook
