#include "pictures/drawn_cover.h"

#include <algorithm>

#include "base/text.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr int cover_width = 1200;
constexpr int cover_height = 1600;
constexpr int usable = 960;  // between the margins

// The text in lines of at most `most` columns; longer words, and scripts without spaces, are cut.
std::vector<std::string> wrapped(const std::string& text, std::size_t most) {
    std::vector<std::string> lines;
    std::string line;
    auto flush = [&] {
        if (!line.empty()) {
            lines.push_back(std::move(line));
            line.clear();
        }
    };
    for (std::string_view word : split(text, ' ')) {
        if (!line.empty() && display_width(line) + 1 + display_width(word) > most) {
            flush();
        }
        line += line.empty() ? "" : " ";
        for (std::size_t at = 0; at < word.size();) {
            std::size_t begin = at;
            next_code_point(word, at);
            std::string_view character = word.substr(begin, at - begin);
            if (display_width(line) >= most && display_width(character) > 0) {  // an accent stays with its letter
                flush();
            }
            line += character;
        }
    }
    flush();
    return lines;
}

// Writes lines of text in the middle; returns the y below them. Letters are taken to be 0.55 of their size wide.
int write_lines(XmlWriter& xml, const std::string& text, int size, int y, std::string_view style) {
    auto columns = static_cast<std::size_t>(usable / (size * 0.55));
    for (const std::string& line : wrapped(text, columns)) {
        y += size * 5 / 4;
        xml.element(
            "text",
            {{"x", std::to_string(cover_width / 2)}, {"y", std::to_string(y)}, {"font-size", std::to_string(size)}, {"font-weight", style}},
            line);
    }
    return y;
}

int title_size(const std::string& title) {
    std::size_t columns = display_width(title);
    return columns <= 24 ? 140 : columns <= 60 ? 110 : columns <= 120 ? 80 : 56;
}

}  // namespace

std::string drawn_cover(const Metadata& m) {
    XmlWriter xml;
    xml.declaration();
    xml.open("svg", {{"xmlns", "http://www.w3.org/2000/svg"},
                     {"width", std::to_string(cover_width)},
                     {"height", std::to_string(cover_height)},
                     {"viewBox", "0 0 1200 1600"}});
    xml.empty("rect", {{"width", "1200"}, {"height", "1600"}, {"fill", "#f4efe4"}});
    xml.empty(
        "rect",
        {{"x", "50"}, {"y", "50"}, {"width", "1100"}, {"height", "1500"}, {"fill", "none"}, {"stroke", "#222222"}, {"stroke-width", "8"}});
    xml.empty(
        "rect",
        {{"x", "70"}, {"y", "70"}, {"width", "1060"}, {"height", "1460"}, {"fill", "none"}, {"stroke", "#222222"}, {"stroke-width", "2"}});
    xml.open("g", {{"font-family", "DejaVu Serif, serif"}, {"text-anchor", "middle"}, {"fill", "#222222"}});
    int y = write_lines(xml, m.title, title_size(m.title), 260, "bold");
    y = std::max(y + 60, 620);
    xml.empty(
        "line",
        {{"x1", "450"}, {"x2", "750"}, {"y1", std::to_string(y)}, {"y2", std::to_string(y)}, {"stroke", "#222222"}, {"stroke-width", "4"}});
    if (!m.subtitle.empty()) {
        write_lines(xml, m.subtitle, 60, y + 40, "normal");
    }
    if (!m.authors.empty()) {
        write_lines(xml, join(m.authors, ", "), 50, 1360, "normal");
    }
    xml.close();
    xml.close();
    return xml.take();
}

std::string drawn_cover_words(const Metadata& m) {
    std::vector<std::string> parts = {m.title};
    if (!m.subtitle.empty()) {
        parts.push_back(m.subtitle);
    }
    if (!m.authors.empty()) {
        parts.push_back(join(m.authors, ", "));
    }
    return join(parts, ". ");
}

}  // namespace hornbook
