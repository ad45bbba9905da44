// Diagnostics: the author's mistakes, collected during the whole run and shown together.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/place.h"

namespace hornbook {

enum class Severity { note, warning, error };

enum class Mistake : int;  // base/mistakes.h has their names

std::string_view code_of(Mistake mistake);
Severity severity_of(Mistake mistake);
std::vector<Mistake> all_mistakes();

// Messages start in lower case, end without a full stop, put the author's text in backticks and say what was seen;
// the hint is one concrete thing to do, in the same style.
struct Diagnostic {
    Mistake mistake;
    Place place;
    std::string message;
    std::string hint;
};

class Diagnostics {
public:
    void add(Mistake mistake, Place place, std::string message, std::string hint = {});
    void append(Diagnostics other);  // used to join what parallel work found, in a stable order
    void sort();                     // by file, line, column; equal rows are kept once
    bool has_errors() const;
    std::size_t count(Severity severity) const;
    const std::vector<Diagnostic>& all() const {
        return list_;
    }

private:
    std::vector<Diagnostic> list_;
};

}  // namespace hornbook
