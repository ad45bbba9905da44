// Book: everything a book holds, as plain values; read from the author's files, woven, checked, then only read by outputs.
#pragma once

#include <string>
#include <vector>

#include "base/shared_bytes.h"
#include "model/glossary.h"
#include "model/prose.h"
#include "model/quiz.h"
#include "model/words.h"

namespace hornbook {

enum class Edition { student, teacher, test };

// What book.toml says about the book.
struct Metadata {
    std::string title;
    std::string subtitle;
    std::string language;  // BCP 47
    std::vector<std::string> authors;
    std::string description;
    std::string publisher;
    std::string rights;
    std::vector<std::string> subjects;
    std::string date;             // "2026-11-23" or empty
    std::string identifier;       // the author's, or empty until weaving derives "urn:uuid:…"; each edition has its own
    std::string book_identifier;  // weaving: common to all editions
    std::string cover;            // path inside the book folder, or empty
    std::string cover_alt;
    std::string level;  // [education]
    std::string age;
    Place title_place;
    Place cover_place;
};

enum class GlossaryLinks { first, all, none };

struct Footnote {
    std::string label;
    std::string id;          // weaving: "fn-1"
    std::size_t number = 0;  // weaving: by order of first reference, from 1; 0: never referred to
    Blocks blocks;
    bool from_key = false;                // weaving: only feedback, hints and keys lead to it
    std::vector<std::string> references;  // weaving: ids of the references, in order
    Place place;
    bool for_teachers = false;  // defined in a callout for teachers
};

// A version of a chapter's quizzes: one of the orders in which a class gets them on paper.
struct Version {
    std::string letter;  // "A"; empty: the author's own order
    std::vector<Quiz> quizzes;
};

// The beginning of a page of the chapter's printed reading.
struct PageStart {
    std::size_t block = no_index;  // the first block that begins on it, counted as walk_blocks meets them
    std::string label;             // as printed: "2–1"
};

struct Chapter {
    std::string file;  // its name inside chapters/, '/' between names
    std::string slug;  // weaving: [a-z0-9-]+, unique in the book, from the file's name
    std::uint32_t source = 0;
    std::string language;  // BCP 47, where it is not the book's
    Inlines title;
    std::string id;  // the author's {#id} of the title: links by that name lead to the chapter's beginning
    Blocks blocks;   // without the title
    std::vector<Footnote> footnotes;
    std::vector<Quiz> quizzes;
    std::vector<Version> versions;       // weaving, for outputs that print them
    std::vector<PageStart> page_starts;  // printing, when the book has a page list
    std::vector<std::size_t> key_terms;  // weaving: entries used here, in order of first use
    Place place;                         // of the title
    bool for_teachers = false;           // the whole chapter: pupils do not get it
    bool is_outline = false;             // only what the rest of the book can see of it is here
};

struct Part {
    std::string title;
    std::vector<std::size_t> chapters;
    Place place;
};

struct Picture {
    std::string source;  // path inside the book folder, '/' between names
    std::string name;    // file name in outputs: [a-z0-9-]+ and an extension that fits media_type
    SharedBytes bytes;
    std::string media_type;  // "image/png", "image/jpeg", "image/gif", "image/svg+xml"; empty until prepared
    unsigned width = 0;      // pixels
    unsigned height = 0;
    Place place;  // where it is first used
};

inline constexpr unsigned least_picture_width = 100;  // pixels
inline constexpr unsigned most_picture_width = 10000;
inline constexpr int deepest_level = 6;  // of headings: HTML has no more

// How pictures go into a book: [pictures] in book.toml.
struct PictureRules {
    unsigned width = 1600;  // pixels, at most
    bool grey = false;      // for e-ink: no colours in anything but SVG
};

struct Book {
    Metadata metadata;
    Words words;
    GlossaryLinks glossary_links = GlossaryLinks::first;
    Edition edition = Edition::student;
    bool quiz_script = true;  // pages hold the script that makes quizzes interactive
    int contents_depth = 2;   // levels of headings in the contents, 1 to 6: 1 only chapters, 2 their sections too, …
    std::vector<Part> parts;  // empty: no parts; else every chapter is in exactly one, in order
    std::vector<Chapter> chapters;
    std::vector<Chapter> held_back;     // of pupils' book: file, slug and title of the chapters for teachers, which it does not have
    std::vector<std::string> left_out;  // files inside chapters/ that no list names
    std::vector<std::string> unread;    // chapters that could not be read (reported)
    Glossary glossary;
    std::vector<Picture> pictures;
    PictureRules picture_rules;
    std::size_t cover = no_index;         // picture shown as the cover; pictures/ draws one when the author gave none
    std::size_t cover_raster = no_index;  // the same as PNG or JPEG, when `cover` is SVG
    std::string style;                    // the book's own styles/book.css; empty: the built-in one
    std::string extra_style;              // the book's styles/extra.css
    std::string print_style;              // the book's own styles/handout.css; empty: the built-in one
    std::string web_style;                // the book's own styles/web.css; empty: the built-in one
};

}  // namespace hornbook
