#include "rendering/pages/page_assets.h"

#include "base/built_in.h"
#include "base/text.h"

namespace hornbook {
namespace {

// The script in ASCII, since some reading systems, calibre's viewer among them, take a script for Latin-1. In a script's strings and
// patterns an escape is the same character (ECMAScript 5, 7.8.4); beyond U+FFFF it takes two, which no part of the script needs.
std::string in_ascii(std::string_view script) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string ascii;
    for (std::size_t at = 0; at < script.size();) {
        char32_t c = next_code_point(script, at);
        if (c < 0x80) {
            ascii += static_cast<char>(c);
            continue;
        }
        ascii += "\\u";
        for (int shift = 12; shift >= 0; shift -= 4) {
            ascii += hex[(c >> shift) & 15];
        }
    }
    return ascii;
}

}  // namespace

std::string book_style(const Book& book) {
    std::string style = book.style.empty() ? std::string(built_in_file("styles/book.css")) : book.style;
    return style + (book.extra_style.empty() ? "" : "\n" + book.extra_style);
}

std::string quiz_script() {
    std::string script = "(function () {\n'use strict';\n";
    script += "\nvar languageData = " + std::string(built_in_file("plugin/grading/languages.json")) + ";\n";
    script += "var signData = " + std::string(built_in_file("plugin/grading/signs.json")) + ";\n";
    for (std::string_view part : {"grading", "elements", "controls", "store", "quiz", "results"}) {
        script += "\n" + std::string(built_in_file("plugin/epub/" + std::string(part) + ".js"));
    }
    return in_ascii(script) + "}());\n";
}

const Dialect& page_html() {
    static const Dialect dialect{
        {}, {"alt",  "aria-current", "aria-hidden", "aria-label", "aria-labelledby", "charset", "cite", "class", "colspan", "content",
             "dir",  "datetime",     "height",      "href",       "http-equiv",      "id",      "lang", "name",  "rel",     "reversed",
             "role", "rowspan",      "scope",       "src",        "start",           "title",   "type", "value", "width"}};
    return dialect;
}

std::string quiz_style() {
    return std::string(built_in_file("plugin/epub/quiz.css"));
}

}  // namespace hornbook
