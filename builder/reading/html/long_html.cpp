#include "reading/html/long_html.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 4> elements = {"<pre", "<script", "<style", "<textarea"};

struct Marks {
    std::string_view begin;
    std::string_view end;
};
constexpr std::array<Marks, 4> markup_ends = {{{"<!--", "-->"}, {"<?", "?>"}, {"<![CDATA[", "]]>"}, {"<!", ">"}}};

}  // namespace

std::string_view long_html_opened(std::string_view text) {
    for (std::string_view element : elements) {
        bool whole = text.size() == element.size() || text.find_first_of(" \t>", element.size()) == element.size();
        if (whole && starts_with_ascii_case(text, element)) {
            return element;
        }
    }
    for (const Marks& mark : markup_ends) {
        bool declaration = mark.begin == "<!";
        bool letter = text.size() > 2 && (text[2] | 32) >= 'a' && (text[2] | 32) <= 'z';
        if (text.starts_with(mark.begin) && (!declaration || letter)) {
            return mark.begin;
        }
    }
    return {};
}

bool long_html_ends(std::string_view opened, std::string_view line) {
    for (const Marks& mark : markup_ends) {
        if (mark.begin == opened) {
            return line.find(mark.end) != std::string_view::npos;
        }
    }
    std::string folded = fold_case(line);
    return std::any_of(elements.begin(), elements.end(), [&](std::string_view element) {
        return folded.find("</" + std::string(element.substr(1)) + ">") != std::string::npos;
    });
}

std::string long_html_end(std::string_view opened) {
    for (const Marks& mark : markup_ends) {
        if (mark.begin == opened) {
            return std::string(mark.end);
        }
    }
    return "</" + std::string(opened.substr(1)) + ">";
}

}  // namespace hornbook
