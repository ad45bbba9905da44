// Diagnostics: the author's mistakes, collected during the whole run and shown together.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace hornbook {

enum class Severity { note, warning, error };

enum class Mistake : int;  // model/mistakes.h has their names

std::string_view code_of(Mistake mistake);
Severity severity_of(Mistake mistake);
std::vector<Mistake> all_mistakes();

// Lines of a file, both ends within; no line at all by default.
struct Stretch {
    static constexpr std::uint32_t last_line = std::numeric_limits<std::uint32_t>::max();
    static constexpr std::uint32_t any_file = std::numeric_limits<std::uint32_t>::max();

    std::uint32_t file = 0;
    std::uint32_t first = 1;
    std::uint32_t last = 0;

    static Stretch whole(std::uint32_t file) {
        return {file, 1, last_line};
    }
    static Stretch book() {
        return {any_file, 1, last_line};
    }
};

// A second place that a message is about, with words of its own: "first here".
struct SecondPlace {
    Place place;  // none: there is no second place
    std::string words;
};

// Messages start in lower case, end without a full stop, put the author's text in backticks and say what was seen;
// the hint is one concrete thing to do, in the same style.
struct Diagnostic {
    Mistake mistake;
    Place place;
    std::string message;
    std::string hint;
    Stretch rests_on = {};  // what must have been read right for this to be true
    SecondPlace other = {};
    std::size_t more = 0;  // of this kind in this file, that are only counted
};

// A message that another one caused is not shown: what could not be read as it was meant is a stretch of lines. No message in it is
// shown but the one that says so, nor is one that rests on it, such as "no chapter uses this" where half a chapter was taken for code.
class Diagnostics {
public:
    void add(Mistake mistake, Place place, std::string message, std::string hint = {}, Stretch rests_on = {});
    void add(Mistake mistake, Place place, std::string message, std::string hint, SecondPlace other);
    void add(Diagnostic diagnostic);
    // The same, of lines that were therefore read otherwise than they were meant.
    void add_misread(Mistake mistake, Place place, std::string message, std::string hint, Stretch misread, SecondPlace other = {});
    void append(Diagnostics other);  // used to join what parallel work found, in a stable order
    // Messages of one kind become messages of another, which begin with `before`.
    void turn(Mistake from, Mistake to, std::string_view before);
    // By file, line, column; equal rows are kept once; what others caused is left out; of many of one kind in a file the first are
    // kept (limits::shown_messages) and the last of them knows how many there are more.
    void sort();
    bool has_errors() const;
    std::size_t count(Severity severity) const;
    const std::vector<Diagnostic>& all() const {
        return list_;
    }

private:
    using Kind = std::pair<std::uint32_t, Mistake>;  // in which file

    struct Misread {
        Stretch lines;
        Mistake mistake;
        Place told;
    };

    void keep(Diagnostic diagnostic);
    bool is_caused(const Diagnostic& diagnostic) const;
    void count_the_rest();

    std::vector<Diagnostic> list_;
    std::map<Kind, std::size_t> kept_;
    std::map<Kind, std::size_t> dropped_;  // past limits::kept_messages, not even kept
    std::vector<Misread> misread_;
};

}  // namespace hornbook
