// GIFT reading: a text read as the body of a fence, and what is found in its quiz.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catch.h"
#include "model/plain_text.h"
#include "reading/html/report.h"
#include "reading/prose_reader.h"
#include "reading/questions/quiz.h"

namespace hornbook {

// One file that was read as the body of a fence.
struct GiftReading {
    explicit GiftReading(const std::string& input, const char* in_language = "en-GB")
        : language(in_language), words(words_for(language)), file(sources.add("chapters/01.md", input)) {}

    Quiz gift() {
        return read_gift(reader, lines_of(sources[file]), {file, 1, 1, 0});
    }
    Quiz quiz() {
        return read_quiz(reader, lines_of(sources[file]), {file, 1, 1, 0});
    }
    Quiz aiken() {
        return read_aiken(reader, lines_of(sources[file]), {file, 1, 1, 0});
    }
    std::string seen() {  // codes and places
        report_left_out(reader);
        std::string result;
        for (const Diagnostic& d : diagnostics.all()) {
            result += std::string(code_of(d.mistake)) + " " + std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + "\n";
        }
        return result;
    }

    std::string language;
    Words words;
    Sources sources;
    Diagnostics diagnostics;
    GlossaryLabels labels;
    std::uint32_t file;
    ProseReader reader{sources, file, labels, language, words, diagnostics};
};

inline const Select& select_of(const Quiz& quiz, std::size_t question = 0) {
    return std::get<Select>(quiz.questions.at(question).answer);
}

inline const std::vector<Accepted>& accepted_of(const Quiz& quiz) {
    return std::get<Fill>(quiz.questions.at(0).answer).blanks.at(0).accepted;
}

inline const Choice& choice_named(const Select& select, std::string_view text) {
    for (const Choice& choice : select.choices) {
        if (plain_text(choice.text) == text) {
            return choice;
        }
    }
    FAIL("no choice " << text);
    return select.choices.front();
}

}  // namespace hornbook
