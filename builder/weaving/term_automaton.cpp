#include "weaving/term_automaton.h"

#include <algorithm>
#include <deque>

#include "base/text.h"

namespace hornbook {
namespace {

char32_t alike(char32_t c) {
    return is_space(c) ? U' ' : c == U'’' ? U'\'' : to_lower(c);
}

std::uint64_t edge(std::uint32_t state, char32_t c) {
    return std::uint64_t{state} << 32U | c;
}

bool is_word(char32_t c) {
    return is_letter(c) || is_digit(c);
}

// Whether a word may begin or end between two characters.
bool is_border(char32_t inside, char32_t outside) {
    return !is_word(inside) || !is_word(outside) || is_unspaced_script(inside) || is_unspaced_script(outside);
}

}  // namespace

std::u32string code_points(std::string_view text) {
    std::u32string result;
    for (std::size_t at = 0; at < text.size();) {
        result += next_code_point(text, at);
    }
    return result;
}

void TermAutomaton::add(std::u32string name, std::size_t entry, bool is_inflected) {
    if (name.empty()) {
        return;
    }
    std::uint32_t state = 0;
    for (char32_t c : name) {
        auto [row, is_new] = edges_.try_emplace(edge(state, alike(c)), static_cast<std::uint32_t>(states_.size()));
        if (is_new) {
            states_.emplace_back();
        }
        state = row->second;
    }
    bool has_capitals = std::any_of(name.begin(), name.end(), is_upper);
    names_.push_back({std::move(name), entry, states_[state].longest_name, has_capitals, is_inflected});
    states_[state].longest_name = static_cast<std::uint32_t>(names_.size());
}

void TermAutomaton::finish() {
    std::vector<std::vector<std::pair<char32_t, std::uint32_t>>> children(states_.size());
    for (const auto& [key, to] : edges_) {
        children[key >> 32U].emplace_back(static_cast<char32_t>(key & 0xFFFFFFFFU), to);
    }
    std::deque<std::uint32_t> queue = {0};
    while (!queue.empty()) {
        std::uint32_t state = queue.front();
        queue.pop_front();
        for (auto [c, child] : children[state]) {
            std::uint32_t fallback = state == 0 ? 0 : step(states_[state].fallback, c);
            states_[child].fallback = fallback;
            states_[child].next_name_state = states_[fallback].longest_name != 0 ? fallback : states_[fallback].next_name_state;
            queue.push_back(child);
        }
    }
}

std::uint32_t TermAutomaton::step(std::uint32_t state, char32_t c) const {
    while (true) {
        auto found = edges_.find(edge(state, c));
        if (found != edges_.end()) {
            return found->second;
        }
        if (state == 0) {
            return 0;
        }
        state = states_[state].fallback;
    }
}

bool TermAutomaton::fits(const NamedTerm& term, std::u32string_view text, std::size_t begin) const {
    std::size_t end = begin + term.name.size();
    bool whole = (begin == 0 || is_border(text[begin], text[begin - 1])) && (end == text.size() || is_border(text[end - 1], text[end]));
    for (std::size_t i = 0; whole && term.has_capitals && i < term.name.size(); ++i) {
        whole = !is_upper(term.name[i]) || text[begin + i] == term.name[i];
    }
    return whole;
}

int TermAutomaton::rank(const NamedTerm& term, std::u32string_view text, std::size_t begin) const {
    if (!fits(term, text, begin)) {
        return 0;
    }
    std::u32string_view there = text.substr(begin, term.name.size());
    bool same =
        std::equal(there.begin(), there.end(), term.name.begin(), [](char32_t a, char32_t b) { return is_upper(a) == is_upper(b); });
    return term.is_inflected ? 1 : same ? 3 : 2;
}

std::vector<TermMatch> TermAutomaton::find(std::u32string_view text) const {
    std::vector<TermMatch> longest(text.size());  // the longest match that begins at each code point
    std::uint32_t state = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        state = step(state, alike(text[at]));
        std::uint32_t here = states_[state].longest_name != 0 ? state : states_[state].next_name_state;
        for (; here != 0; here = states_[here].next_name_state) {
            int best = 0;
            for (std::uint32_t name = states_[here].longest_name; name != 0; name = names_[name - 1].next_alike) {
                const NamedTerm& term = names_[name - 1];
                std::size_t begin = at + 1 - term.name.size();
                if (int found = rank(term, text, begin); found > best) {
                    best = found;
                    longest[begin] = {begin, at + 1, term.entry};
                }
            }
        }
    }
    std::vector<TermMatch> chosen;
    for (const TermMatch& match : longest) {
        if (match.end != 0 && (chosen.empty() || match.begin >= chosen.back().end)) {
            chosen.push_back(match);
        }
    }
    return chosen;
}

}  // namespace hornbook
