// Formulas: Book -> Book: TeX becomes MathML, by another program that is started only for a book that has formulas.
//
// That program is pandoc. On 76 school and university formulas, with the packages of Debian 12: pandoc 2.17 reads 64 of the 69
// right ones (not \ce, \cancel, \color, \dbinom), says of each wrong one where it goes wrong, and needs a third of a second for
// all in one process; blahtexml 0.9 lacks align, array, \dfrac, \phantom and letters outside ASCII, and takes one formula a
// process; ruby-mathml 0.14 lacks cases, align, \text and \binom; ttm 4.16 stops at \frac and pmatrix; latexmlmath 0.8.7 takes
// seconds a formula and read `\text{if } x` as four variables. Another version of pandoc may write other MathML for the same TeX.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/process.h"
#include "model/book.h"
#include "model/diagnostics.h"

namespace hornbook {

struct FormulasRequest {
    std::string program = "pandoc";                             // a path, or a name looked up on PATH
    std::function<void(std::string_view stage)> progress = {};  // told before the program starts
    unsigned least_seconds = 60;                                // by the clock, for a book of few plain formulas
    Programs programs = {};
};

// Sets Formula::mathml. A formula that cannot be converted keeps its source, with a warning at its place. Throws Trouble when pandoc fails.
void typeset_formulas(Book& book, const FormulasRequest& request, Diagnostics& diagnostics);

}  // namespace hornbook
