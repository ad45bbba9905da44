// Text reading: a text as the one chapter of a book in English, with what is told of it and what its pages show.
#pragma once

#include <algorithm>
#include <string>

#include "model/mistakes.h"
#include "model/plain_text.h"
#include "reading/chapter_file.h"
#include "reading/forms/other_forms.h"
#include "reading/html/report.h"
#include "reading/prose_reader.h"

namespace hornbook {

struct ReadText {
    Chapter chapter;
    Diagnostics diagnostics;
    std::string shown;
};

inline ReadText read_text(const std::string& text, bool chapters_in_test = false) {
    ReadText result;
    Sources sources;
    GlossaryLabels labels = {{"colony", 0}};
    ChapterNames names = {{"rain", "01-rain.md"}};
    Words words = words_for("en");
    std::uint32_t file = sources.add("chapters/01.md", "# Title\n\n" + text + "\n");
    ProseReader reader{sources, file, labels, "en", words, result.diagnostics};
    reader.chapter_names = &names;
    reader.chapters_in_test = chapters_in_test;
    result.chapter = read_chapter(reader, "01.md");
    report_left_out(reader);
    report_other_forms(reader);
    result.shown = plain_text(result.chapter.blocks);
    return result;
}

inline std::size_t count(const Diagnostics& diagnostics, Mistake mistake) {
    return static_cast<std::size_t>(std::count_if(diagnostics.all().begin(), diagnostics.all().end(),
                                                  [&](const Diagnostic& found) { return found.mistake == mistake; }));
}

}  // namespace hornbook
