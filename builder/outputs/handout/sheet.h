// Sheet: one HTML document to be printed, with its styles and pictures inside it, so that nothing is loaded.
#pragma once

#include <functional>
#include <string>

#include "model/settings.h"
#include "rendering/xhtml.h"

namespace hornbook {

// Media that a sheet is made for: an engine that sets pages, a browser that prints, which sets nothing at the head and foot of pages of its
// own, or a word processor, without lines and boxes that only CSS draws.
enum class Medium { pages, browser, word_processor };

struct Sheet {
    std::string kind;      // its class in styles/handout.css: "reading", "worksheet", …
    std::string title;     // of the document, and at the head of each page
    std::string foot;      // at the foot of each page, beside its number
    std::string language;  // of its chapter; empty: the book's
    Medium medium = Medium::pages;
    std::function<void(XmlWriter&)> body = {};
};

std::string sheet_document(const Book& book, const Settings& settings, const Sheet& sheet);

Paper paper_for(const Settings& settings, Medium medium);

// The Page for prose of a chapter on a sheet.
Page sheet_page(const Book& book, std::size_t chapter, Paper& paper);

// The body of a document set from right to left, with a mark of that direction before each word that would turn the rest of its text
// around, since the engine sets each piece of text by its own first letter.
std::string kept_right_to_left(std::string_view body);

}  // namespace hornbook
