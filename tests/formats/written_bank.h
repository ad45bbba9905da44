// Written banks: what becomes of books' questions in a format of one file is compared with tests/books/<book>/expected/<output>/questions.*
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "books.h"
#include "catch.h"

namespace hornbook {

inline std::string bytes_expected(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

inline void check_file(const std::filesystem::path& path, const std::string& bytes) {
    if (std::getenv("HORNBOOK_ACCEPT") != nullptr) {
        std::filesystem::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << bytes;
    }
    CHECK(bytes == bytes_expected(path));
}

inline std::string messages_of(Diagnostics& losses) {
    losses.sort();
    std::string messages;
    for (const Diagnostic& loss : losses.all()) {
        messages += std::to_string(loss.place.line) + ": " + loss.message + (loss.hint.empty() ? "" : " (" + loss.hint + ")") + "\n";
    }
    return messages;
}

// HORNBOOK_ACCEPT=1 rewrites what is expected. Returns the banks.
inline std::vector<std::string> check_written_banks(const std::string& output, decltype(Output::make) make) {
    std::vector<std::string> banks;
    for (std::string book : {"quizzes", "gift", "formulas", "arabic", "signs"}) {
        INFO(book << "; HORNBOOK_ACCEPT=1 rewrites what is expected");
        Diagnostics losses;
        Files files = make(woven_book(HORNBOOK_SOURCE_DIR "/tests/books/" + book, Edition::teacher), {}, losses);
        REQUIRE(files.size() == 1);
        std::filesystem::path folder = std::filesystem::path(HORNBOOK_SOURCE_DIR) / "tests/books" / book / "expected" / output;
        check_file(folder / files[0].name, files[0].bytes);
        check_file(folder / "losses.txt", messages_of(losses));
        banks.push_back(std::move(files[0].bytes));
    }
    return banks;
}

inline void check_empty_bank(decltype(Output::make) make) {
    Diagnostics losses;
    CHECK(make(woven_book(HORNBOOK_SOURCE_DIR "/tests/books/tables", Edition::teacher), {}, losses).size() == 1);
    CHECK(losses.count(Severity::warning) == 1);
}

}  // namespace hornbook
