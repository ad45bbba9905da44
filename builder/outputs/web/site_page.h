// Site page: a page of the site as a whole HTML document, with links to all others.
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

inline constexpr std::string_view site_ending = ".html";
inline constexpr std::string_view site_style_file = "style.css";
inline constexpr std::string_view site_quiz_script_file = "quiz.js";
inline constexpr std::string_view site_quiz_style_file = "quiz.css";
inline constexpr std::string_view search_index_file = "search-index.js";
inline constexpr std::string_view search_script_file = "search.js";
inline constexpr std::string_view notes_script_file = "notes.js";

struct Site {
    const PagedBook& paged;
    const PagePlan& plan;
    std::vector<BookPage> pages;  // the start page, those of the book, the search; linear: next and previous lead through them
};

Site plan_site(const PagedBook& paged, const PagePlan& plan);

std::string site_page(const Site& site, std::size_t page);

}  // namespace hornbook
