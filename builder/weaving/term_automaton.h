// Term automaton (Aho and Corasick, 1975): finds every name of a glossary in one pass over a text, however many names there are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hornbook {

struct TermMatch {
    std::size_t begin = 0;  // code points
    std::size_t end = 0;
    std::size_t entry = 0;
};

class TermAutomaton {
public:
    // Adds a name of an entry, before finish(). A capital matches that capital only; a small letter matches both. Spaces match any white
    // space. is_inflected: it was made from a name, as a plural is.
    void add(std::u32string name, std::size_t entry, bool is_inflected = false);
    void finish();  // once, after the last add()
    bool empty() const {
        return names_.empty();
    }

    // The matches in the order of the text, after finish(): leftmost, then longest, not overlapping; whole words, except in scripts written
    // without spaces. Of names of one length the one that the text has as the author wrote it, capitals included, comes first, then any
    // that the author wrote, then inflected ones.
    std::vector<TermMatch> find(std::u32string_view text) const;

private:
    struct State {
        std::uint32_t fallback = 0;
        std::uint32_t longest_name = 0;     // index + 1 of a name that ends here; 0: none
        std::uint32_t next_name_state = 0;  // nearest state on the fallback path where a name ends
    };
    struct NamedTerm {
        std::u32string name;
        std::size_t entry;
        std::uint32_t next_alike;  // index + 1 of another name that differs in capitals only
        bool has_capitals;
        bool is_inflected;
    };

    std::uint32_t step(std::uint32_t state, char32_t c) const;
    bool fits(const NamedTerm& term, std::u32string_view text, std::size_t begin) const;
    int rank(const NamedTerm& term, std::u32string_view text, std::size_t begin) const;  // 0: it does not fit

    std::vector<State> states_{1};
    std::vector<NamedTerm> names_;
    std::unordered_map<std::uint64_t, std::uint32_t> edges_;
};

std::u32string code_points(std::string_view text);

}  // namespace hornbook
