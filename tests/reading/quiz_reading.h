// A quiz as it is read, with what was said of it.
#pragma once

#include <string>

#include "model/mistakes.h"
#include "reading/prose_reader.h"
#include "reading/questions/quiz.h"

namespace hornbook {

struct QuizAsRead {
    explicit QuizAsRead(const std::string& input) : file(sources.add("chapters/01.md", input)) {
        ProseReader reader{sources, file, labels, "en", words, diagnostics};
        quiz = read_quiz(reader, lines_of(sources[file]), {file, 1, 1, 0});
        diagnostics.sort();
    }

    std::string seen() const {
        std::string result;
        for (const Diagnostic& d : diagnostics.all()) {
            result += std::string(code_of(d.mistake)) + " " + std::to_string(d.place.line) + " " + d.message + " / " + d.hint + "\n";
        }
        return result;
    }

    Sources sources;
    Words words = words_for("en");
    GlossaryLabels labels;
    Diagnostics diagnostics;
    std::uint32_t file;
    Quiz quiz;
};

}  // namespace hornbook
