// Item: one question as an assessmentItem of QTI 2.1.
#pragma once

#include <set>
#include <string>

#include "formats/losses.h"
#include "model/book.h"

namespace hornbook {

inline constexpr const char* right_to_left_style = "styles/right-to-left.css";

struct QtiItem {
    std::string identifier;
    std::string title;
    std::string language;
    std::string file;  // inside the package, as all names
    std::string bytes;
    std::string interaction;  // "choiceInteraction"
    bool has_feedback = false;
    bool has_solution = true;
    bool has_style = false;
    std::set<std::size_t> pictures;  // indices into Book::pictures
};

QtiItem qti_item(const Book& book, std::size_t chapter, const Question& question, std::string file, Losses& losses);
std::string picture_path(const Picture& picture);

}  // namespace hornbook
