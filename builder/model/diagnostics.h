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

// A stretch of lines in a file, its first and last included; by default it has no line at all.
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

// A second place that a message is about, with words of its own: "the first one is here".
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
    Stretch rests_on = {};  // the lines that must have been read as they were meant for this message to be true
    SecondPlace other = {};
    std::size_t more = 0;  // messages of this kind in this file that are not shown, only counted
};

// Collector of messages, which shows none that another one caused. Lines that could not be read as they were meant are a stretch: of the
// messages in it only the one that says so is shown, and none that rests on it, such as "no chapter uses this" where half a chapter was
// taken for code.
class Diagnostics {
public:
    void add(Mistake mistake, Place place, std::string message, std::string hint = {}, Stretch rests_on = {});
    void add(Mistake mistake, Place place, std::string message, std::string hint, SecondPlace other);
    void add(Diagnostic diagnostic);
    // Adds a message about a mistake for which the lines of `misread` were read otherwise than they were meant.
    void add_misread(Mistake mistake, Place place, std::string message, std::string hint, Stretch misread, SecondPlace other = {});
    void append(Diagnostics other);  // joins what parallel work found: append in a stable order
    // Turns all messages of one kind into messages of another, which begin with `before`.
    void turn(Mistake from, Mistake to, std::string_view before);
    void keep_only(const std::vector<std::uint32_t>& files);  // drops the messages about all others
    // Sorts by file, line and column, keeps equal messages once and drops those that others caused. Of many of one kind in a file the first
    // limits::shown_messages are kept, and the last of them says how many more there are.
    void sort();
    bool has_errors() const;
    bool stop_work(bool strict) const;  // errors do; with `strict` warnings too
    std::size_t count(Severity severity) const;
    const std::vector<Diagnostic>& all() const {
        return list_;
    }

private:
    using Kind = std::pair<std::uint32_t, Mistake>;  // index of the file, and the mistake

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
    std::map<Kind, std::size_t> dropped_;  // number of messages beyond limits::kept_messages, which are not stored
    std::vector<Misread> misread_;
};

}  // namespace hornbook
