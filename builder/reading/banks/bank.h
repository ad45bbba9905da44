// Banks: files of questions in the formats of other programs -> a chapter with quizzes. Each format is one file here and one row in the
// register (bank.cpp).
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/sources.h"
#include "model/book.h"
#include "reading/prose_reader.h"

namespace hornbook {

struct BankPicture {
    std::string name;  // as the bank calls it: "dot.svg"
    std::string bytes;
};

struct Bank {
    Chapter chapter;                    // its quizzes, and what stands between them
    std::vector<BankPicture> pictures;  // Image::picture is an index into these
};

// Another file of the bank by its name, beside it or in the same package; empty when there is none.
using OpenBeside = std::function<std::optional<std::string>(const std::string& name)>;

struct BankRequest {
    std::string path;         // as shown
    std::string bytes;        // of a package: of its manifest
    std::string_view format;  // a name of the register; empty: found by what the file holds
    std::string_view title;   // of the chapter, where the bank has none of its own
    std::string_view language;
    const Words& words;
    TextRules rules = {};  // of the book that the chapter is for
    OpenBeside open;
};

std::vector<std::string_view> bank_formats();
// What cannot be kept is reported at its place. Empty when the file is no bank, which has been reported.
std::optional<Bank> read_bank(BankRequest request, Sources& sources, Diagnostics& diagnostics);

// Equal questions get ids of their own, since Hornbook makes ids of a question's words; so does one that had an id in its own format.
// None is the same as one that is taken: by other chapters of the book, by the chapter itself, by its quizzes.
struct TakenIds {
    std::string slug;           // of the chapter's file; empty: not known yet
    std::set<std::string> ids;  // without `quiz-`
};
void give_ids(Chapter& chapter, const TakenIds& others);

}  // namespace hornbook
