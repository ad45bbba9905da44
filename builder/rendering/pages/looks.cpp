#include "rendering/pages/looks.h"

#include "base/built_in.h"

namespace hornbook {

std::string book_style(const Book& book) {
    std::string style = book.style.empty() ? std::string(built_in_file("styles/book.css")) : book.style;
    return style + (book.extra_style.empty() ? "" : "\n" + book.extra_style);
}

std::string quiz_script() {
    std::string script = "(function () {\n'use strict';\n";
    for (std::string_view part : {"grading", "elements", "controls", "store", "quiz", "results"}) {
        script += "\n" + std::string(built_in_file("plugin/epub/" + std::string(part) + ".js"));
    }
    return script + "}());\n";
}

const Dialect& page_html() {
    static const Dialect dialect{{}, {"alt",     "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "charset", "cite", "class",
                                      "colspan", "content",      "dir",         "datetime",   "height",          "href",    "id",   "lang",
                                      "name",    "rel",          "reversed",    "role",       "rowspan",         "scope",   "src",  "start",
                                      "title",   "type",         "value",       "width"}};
    return dialect;
}

std::string quiz_style() {
    return std::string(built_in_file("plugin/epub/quiz.css"));
}

}  // namespace hornbook
