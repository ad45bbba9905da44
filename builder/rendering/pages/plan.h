// Plan of a book in pages: its pages, their files and the tables of contents, before any page is written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "rendering/xhtml.h"

namespace hornbook {

// A book whose pages are files with an ending that the output chooses: ".xhtml", ".html".
struct PagedBook {
    const Book& book;
    std::string_view ending;
    bool with_quizzes = true;          // false: chapters are written without their quizzes
    const Sources* sources = nullptr;  // set for previews: see Page; pictures are where the author has them then
};

struct BookPage {
    std::string id;    // "title", "chapter-rain"; unique in the book
    std::string file;  // all pages lie in one folder
    std::string title;
    std::function<void(XmlWriter&)> body;
    bool linear = true;
    bool has_mathml = false;                             // known when it has been written
    std::string language = {};                           // BCP 47, where it is not the book's
    std::function<std::string()> script_data = nullptr;  // what the quiz script reads on this page; null: no script
};

struct NavEntry {
    std::string title;
    std::string href;
    std::vector<NavEntry> children;
};

struct ShownPicture {
    const Picture* picture;
    std::string id;
    std::string file;
    bool is_cover = false;
};

struct PagePlan {
    std::vector<BookPage> pages;  // in reading order
    std::vector<NavEntry> contents;
    std::vector<NavEntry> landmarks;  // title: what the reader sees; children: none; see `landmark_types`
    std::vector<std::string> landmark_types;
    std::vector<NavEntry> page_list;  // the printed reading's pages
    std::vector<ShownPicture> pictures;
    bool has_quizzes = false;
    bool has_script = false;
    bool has_glossary = false;
};

PagePlan plan_pages(const PagedBook& paged);

std::string title_of_edition(const Book& book);                        // the edition's name with it
std::string page_file(const PagedBook& paged, std::string_view name);  // "glossary", "answers", "results", …
std::string chapter_file(const PagedBook& paged, std::size_t chapter);
std::string picture_file(const Picture& picture);
std::size_t cover_picture(const Book& book);  // the one to show: PNG or JPEG where there is one

// The Page for prose, which knows how it links to other pages. chapter: no_index on pages of no chapter.
Page prose_page(const PagedBook& paged, std::size_t chapter, bool is_chapter);

}  // namespace hornbook
