// File reading: a text as a chapter's file, which a test reads as it likes, and what is found in it.
#pragma once

#include <string>

#include "reading/html/report.h"
#include "reading/prose_reader.h"
#include "reading/questions/quiz.h"

namespace hornbook {

struct FileReading {
    explicit FileReading(const std::string& input, const char* in_language = "en-GB")
        : language(in_language), words(words_for(language)), file(sources.add("chapters/01.md", input)) {}

    Lines lines() const {
        return lines_of(sources[file]);
    }
    Quiz quiz() {  // the whole file as the body of a fence
        return read_quiz(reader, lines(), {file, 1, 1, 0});
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

}  // namespace hornbook
