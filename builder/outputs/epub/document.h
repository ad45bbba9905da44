// Document: a page of an EPUB as a whole XHTML content document (EPUB 3.3, section 6.1).
#pragma once

#include "rendering/pages/plan.h"

namespace hornbook {

inline constexpr std::string_view page_ending = ".xhtml";
inline constexpr std::string_view style_file = "style.css";
inline constexpr std::string_view script_file = "quiz.js";
inline constexpr std::string_view script_style_file = "quiz.css";
inline constexpr std::string_view quiz_file = "quiz.json";
inline constexpr std::string_view glossary_data_file = "glossary.json";

std::string xhtml_document(const Book& book, const BookPage& page);

}  // namespace hornbook
