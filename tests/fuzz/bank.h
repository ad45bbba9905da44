// A bank of questions -> a chapter, as `import` makes it; what it writes, a book holds.
#pragma once

#include "book.h"
#include "grading/spellings.h"
#include "importing/bank.h"
#include "importing/give_ids.h"
#include "importing/markdown.h"

namespace hornbook {

inline void import_bank(std::string_view format, std::string_view bytes, OpenBeside open = {}) {
    static const Words words = words_for("en-GB");
    Sources sources;
    Diagnostics diagnostics;
    std::optional<Bank> bank =
        read_bank({"bank", std::string(bytes), format, "Bank", "en-GB", words, {}, std::move(open)}, sources, diagnostics);
    if (!bank) {
        return promise(diagnostics.has_errors(), "bank", "it is refused without a reason", bytes);
    }
    give_ids(bank->chapter, {"01", {}});
    for (Quiz& quiz : bank->chapter.quizzes) {
        for (Question& question : quiz.questions) {
            merge_spellings(question, "en-GB");
        }
    }
    std::vector<std::string> addresses(bank->pictures.size(), "../images/dot.svg");
    make_book_with("chapters/01.md", markdown_of_chapter({bank->chapter, nullptr, addresses}).text, {"epub"});
}

}  // namespace hornbook
