// The class of tests/results/class: a book of one quiz, and what three pupils exported.
#pragma once

#include <algorithm>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

#include "reading/read_book.h"
#include "results/read_results.h"
#include "temporary_folder.h"
#include "weaving/weave.h"

namespace hornbook {

inline const std::filesystem::path class_folder = HORNBOOK_SOURCE_DIR "/tests/results/class";

inline Book small_book() {
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder((class_folder / "book").string()), {}, sources, diagnostics).book;
    weave(book, 1, diagnostics);
    return book;
}

inline Results small_export(const std::string& name) {
    ResultsReading reading = read_results(name, bytes_of_file(class_folder / "exports" / name));
    if (!reading.refusal.empty()) {
        throw std::runtime_error(name + ": " + reading.refusal);
    }
    return reading.results;
}

inline std::vector<Results> small_exports() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(class_folder / "exports")) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    std::vector<Results> files;
    std::transform(names.begin(), names.end(), std::back_inserter(files), [](const std::string& name) { return small_export(name); });
    return files;
}

}  // namespace hornbook
