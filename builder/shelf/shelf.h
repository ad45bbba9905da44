// Shelf: the books that a school puts on a stick or a server, the files made of each, and for whom they are.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/book.h"

namespace hornbook {

enum class Readers { pupils, teachers };

// What a file holds of the key to the quizzes.
enum class KeyInside {
    proved_absent,  // made of a book that no longer holds it, and the build proves it
    present,
    not_its_matter  // it has no quizzes
};

// What a book must have for an output of it.
enum class Needs { nothing, questions, glossary, questions_or_glossary, questions_or_teachers_material };

// One row: an output of a book, its place on a shelf, and its label on the start page.
struct ShelfRow {
    std::string_view output;  // as in the register of outputs
    std::optional<Edition> edition;
    Readers readers;
    KeyInside key;
    std::string_view folder;      // an output that is a folder has one within it, called like the book
    std::string_view opens;       // of such a folder, the file to begin with; empty: each is there to be taken
    std::string_view media_type;  // for catalogues; empty: nothing that reading apps fetch
    std::string_view format;
    std::string Words::*label;  // "{}" in it is the format
    std::string_view leaflet;   // for the person who runs the computers, in English
    Needs needs = Needs::nothing;
};
std::span<const ShelfRow> shelf_rows();
bool can_be_made(const ShelfRow& row, bool has_questions, bool has_glossary, bool has_teachers_material);

struct ShelfFile {
    std::string path;  // on the shelf, '/' between names
    std::size_t bytes = 0;
    std::string sha256;
};

struct ShelfItem {
    const ShelfRow* row = nullptr;
    std::string identifier;  // of the edition
    std::vector<ShelfFile> files;
};

struct ShelfPicture {
    std::string path;
    std::string media_type;
    unsigned width = 0;  // pixels
    unsigned height = 0;
};

struct ShelfBook {
    Metadata metadata;
    std::int64_t modified = 0;  // seconds since 1970, UTC
    ShelfPicture cover;
    ShelfPicture thumbnail;
    std::vector<ShelfItem> items;
};

struct Shelf {
    Readers readers = Readers::pupils;
    std::string title;     // empty: that of its only book, or just "Books"
    std::string base_url;  // empty, or where the shelf will be served, with a '/' at its end
    std::vector<ShelfBook> books;
    bool has_plugin = false;    // KOReader's
    bool has_teachers = false;  // beside it, in a folder of their own
    bool has_studio = false;    // the page in which books are written
};

// A page about the shelf, which is a file on it too.
struct ShelfPage {
    std::string path;
    std::string bytes;
};

inline constexpr std::string_view teachers_folder = "teachers";
inline constexpr std::string_view plugin_folder = "koreader/hornbook.koplugin";
inline constexpr std::string_view studio_name = "hornbook-studio.html";
inline constexpr std::string_view start_page_name = "index.html";
inline constexpr std::string_view leaflet_name = "README.txt";
inline constexpr std::string_view sums_name = "SHA256SUMS";

// ---- what several pages need ----

std::string title_of(const Shelf& shelf);  // with "For teachers", where it is
std::string label_of(const ShelfRow& row, const Words& words);
bool names_format(const ShelfRow& row, const Words& words);  // in its label
std::size_t size_of(const ShelfItem& item);
std::string size_in_words(std::size_t bytes);
std::string url_of(std::string_view path);     // RFC 3986, 2.1: percent signs for what no URL holds
std::int64_t last_change(const Shelf& shelf);  // of its books

}  // namespace hornbook
