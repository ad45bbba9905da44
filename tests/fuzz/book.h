// A book of one file that is fuzzed: taken through the stages in the order of builder/building/build.cpp, up to the files of outputs. No
// other program is started: formulas stay TeX, and its pictures are drawings, but for the cover.
#pragma once

#include <algorithm>
#include <array>
#include <optional>

#include "base/folder.h"
#include "base/trouble.h"
#include "checking/check.h"
#include "formats/in_chapters.h"
#include "harness.h"
#include "model/picture_names.h"
#include "outputs/output.h"
#include "pictures/prepare_one.h"
#include "reading/read_book.h"
#include "temporary_folder.h"
#include "weaving/editions.h"
#include "weaving/weave.h"

namespace hornbook {

inline const TemporaryFolder& folder_of_book() {
    static const TemporaryFolder folder;
    static const bool written = [] {
        folder.write("book.toml", "title = \"Water\"\nlanguage = \"en-GB\"\ndate = 2026-11-23\n");
        folder.write("chapters/01.md", "# Rain\n\nRain is the end of a journey.\n");
        folder.write("chapters/glossary.md", "# Glossary\n\n## evaporation\nalso: drying\n\nThe change of a liquid into a gas.\n");
        for (const char* name : {"dot.svg", "rain.svg", "ring.svg", "square.svg"}) {
            folder.write(std::string("images/") + name, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
        }
        return true;
    }();
    static_cast<void>(written);
    return folder;
}

// A cover that needs neither drawing nor a decoder.
inline void give_plain_cover(Book& book) {
    static const std::string dot = bytes_of_file(HORNBOOK_SOURCE_DIR "/tests/pictures/files/colour.png");
    Picture picture;
    picture.source = "cover.png";
    picture.media_type = "image/png";
    picture.width = 24;
    picture.height = 16;
    picture.bytes = dot;
    book.metadata.cover = picture.source;
    book.metadata.cover_alt = "Water";
    book.cover = book.pictures.size();
    book.pictures.push_back(std::move(picture));
}

// As prepare_pictures() has them.
inline void prepare_drawings(Book& book, Diagnostics& diagnostics) {
    Decoder none("", {});
    for (Picture& each : book.pictures) {
        if (each.media_type.empty()) {
            prepare_picture(each, book.picture_rules, none, diagnostics);
        }
    }
    name_pictures(book.pictures);
}

inline Files files_of(const Output& output, Book book, Edition edition) {
    Settings settings{1767312000, 1, {}};  // 2 January 2026
    for (const OptionRow& row : output.options) {
        settings.options.emplace(row.name, row.standard);
    }
    Diagnostics losses;
    try {
        return output.make(edition_of(std::move(book), edition, true), settings, losses);
    } catch (const Trouble&) {  // a book that has nothing for this output
        return {};
    }
}

inline void judge(const Files& files) {
    constexpr std::array<std::string_view, 5> xml = {".xhtml", ".opf", ".xml", ".ncx", ".svg"};
    for (const File& file : files) {
        if (std::any_of(xml.begin(), xml.end(), [&](std::string_view ending) { return file.name.ends_with(ending); })) {
            promise_well_formed(file.name, file.bytes);
        }
    }
}

// Non-interference: the test edition of the same book with another key is the same, byte for byte.
inline void judge_test_edition(const Output& output, const Book& book, const Book& other) {
    Files files = files_of(output, book, Edition::test);
    Files others = files_of(output, other, Edition::test);
    promise(files.size() == others.size(), output.name, "the test edition depends on the key", "");
    for (std::size_t i = 0; i < files.size(); ++i) {
        promise(files[i].bytes == others[i].bytes, files[i].name, "the test edition depends on the key", files[i].bytes);
    }
    judge(files);
}

// The book with these bytes as one of its files, and then what is made of it, unless it has mistakes.
inline void make_book_with(std::string_view name, std::string_view bytes, std::initializer_list<const char*> wanted) {
    const TemporaryFolder& folder = folder_of_book();
    folder.write(name, bytes);
    Sources sources;
    Diagnostics diagnostics;
    Book book = read_book(Folder(folder.path()), {{}, 1, false, formats_in_chapters()}, sources, diagnostics).book;
    if (book.chapters.empty()) {
        return;
    }
    give_plain_cover(book);
    Book other = with_other_answers(book);
    weave(book, 1, diagnostics);
    check(book, diagnostics);
    diagnostics.sort();
    if (diagnostics.has_errors()) {
        return;
    }
    book.picture_rules = {};
    prepare_drawings(book, diagnostics);
    Diagnostics known;
    weave(other, 1, known);
    other.pictures = book.pictures;
    for (const char* each : wanted) {
        const Output& output = *find_output(each);
        judge(files_of(output, book, output.editions.front()));
        if (std::find(output.editions.begin(), output.editions.end(), Edition::test) != output.editions.end()) {
            judge_test_edition(output, book, other);
        }
    }
}

}  // namespace hornbook
