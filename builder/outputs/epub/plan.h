// The plan of an EPUB: which pages it has, what they are called and what the tables of contents say, before any is written.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "outputs/output.h"
#include "rendering/xhtml.h"

namespace hornbook {

struct EpubPage {
    std::string id;    // in the manifest
    std::string file;  // beside the package document
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

struct EpubPicture {
    const Picture* picture;
    std::string id;
    std::string file;
    bool is_cover = false;
};

struct EpubPlan {
    std::vector<EpubPage> pages;      // in reading order
    std::vector<NavEntry> contents;   // at most three levels
    std::vector<NavEntry> landmarks;  // title: what the reader sees; children: none; see `landmark_types`
    std::vector<std::string> landmark_types;
    std::vector<NavEntry> page_list;  // the printed reading's pages
    std::vector<EpubPicture> pictures;
    bool has_quizzes = false;
    bool has_script = false;
    bool has_glossary = false;
};

EpubPlan plan_epub(const Book& book);

std::string epub_title(const Book& book);  // the edition's name with it
std::string chapter_file(const Chapter& chapter);
std::string picture_file(const Picture& picture);
std::size_t cover_picture(const Book& book);  // the one to show: PNG or JPEG where there is one

inline constexpr std::string_view answers_file = "answers.xhtml";
inline constexpr std::string_view glossary_file = "glossary.xhtml";
inline constexpr std::string_view style_file = "style.css";
inline constexpr std::string_view quiz_file = "quiz.json";
inline constexpr std::string_view script_file = "quiz.js";
inline constexpr std::string_view script_style_file = "quiz.css";
inline constexpr std::string_view results_file = "results.xhtml";
inline constexpr std::string_view glossary_data_file = "glossary.json";

// How prose on one page links to other pages. chapter: no_index on pages of no chapter.
Page prose_page(const Book& book, std::size_t chapter, bool is_chapter);

}  // namespace hornbook
