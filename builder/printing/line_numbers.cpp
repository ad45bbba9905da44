#include "printing/line_numbers.h"

#include <algorithm>
#include <map>
#include <vector>

#include "base/number.h"
#include "printing/bookmarks.h"

namespace hornbook {
namespace {

constexpr std::size_t step = 5;

struct Line {
    std::size_t page;
    double height;
};

// The lines of words: a word begins a new line where it is clearly lower than the one before, or on another page.
std::vector<Line> lines_of(const std::vector<Bookmark>& bookmarks) {
    constexpr double least = 6;  // points; less than any line is high
    std::vector<Line> lines;
    for (const Bookmark& word : bookmarks) {
        bool same = !lines.empty() && lines.back().page == word.page && lines.back().height - word.height < least;
        if (word.label == "w" && !same) {
            lines.push_back({word.page, word.height});
        }
    }
    return lines;
}

std::string points(double length) {
    return fixed_digits(length, 6) + "pt";
}

}  // namespace

std::string with_line_numbers(const std::string& name, const std::string& html, const Programs& programs) {
    std::string pdf = measuring_print(
        name, html, "h1 { bookmark-level: 1; bookmark-label: \"top\"; } .word { bookmark-level: 1; bookmark-label: \"w\"; }", programs);
    std::vector<Bookmark> bookmarks = bookmarks_of(pdf);
    auto top = std::find_if(bookmarks.begin(), bookmarks.end(), [](const Bookmark& mark) { return mark.label == "top"; });
    if (top == bookmarks.end()) {
        return html;
    }
    std::vector<Line> lines = lines_of(bookmarks);
    std::map<std::size_t, std::string> columns;  // page -> its numbers
    for (std::size_t i = step - 1; i < lines.size(); i += step) {
        columns[lines[i].page] += "<span style=\"top: " + points(top->height - lines[i].height) + "\">" + std::to_string(i + 1) + "</span>";
    }
    std::string side = html.find(" dir=\"rtl\"") < html.find('>', html.find("<html")) ? "right" : "left";
    std::string style = "<style>";
    std::string numbers;
    for (const auto& [page, column] : columns) {
        std::string number = std::to_string(page);
        style += "@page :nth(" + number + ") { @" + side + "-top { content: element(lines-" + number +
                 "); vertical-align: top; } } .lines-" + number + " { position: running(lines-" + number + "); }\n";
        numbers += "<div class=\"line-numbers lines-" + number + "\">" + column + "</div>";
    }
    std::string result = html;
    result.insert(result.find('>', result.find("<body")) + 1, numbers);
    result.insert(result.find("</head>"), style + "</style>");
    return result;
}

}  // namespace hornbook
