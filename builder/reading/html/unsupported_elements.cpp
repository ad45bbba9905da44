#include "reading/html/unsupported_elements.h"

#include <algorithm>
#include <array>

#include "base/name_list.h"
#include "reading/html/node.h"
#include "reading/html/tree.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 26> silent = {"a",     "time",  "wbr",      "bdo",  "rb",     "nobr",   "data", "label", "picture",
                                                     "param", "track", "colgroup", "col",  "source", "html",   "body", "main",  "nav",
                                                     "p",     "div",   "hgroup",   "area", "map",    "search", "slot", "meta"};
constexpr std::array<std::string_view, 6> only_looks = {"font", "center", "big", "marquee", "blink", "basefont"};
constexpr std::array<std::string_view, 10> asks_reader = {"form",     "fieldset", "input",    "button", "select",
                                                          "textarea", "option",   "optgroup", "legend", "output"};
constexpr std::array<std::string_view, 5> embedded = {"iframe", "embed", "video", "audio", "object"};

// Whether a book could have the element, but not within a line of text.
bool is_within_line(std::string_view name) {
    return is_block_name(name) && !is_one_of(only_looks, name) && !is_one_of(asks_reader, name) && !is_embedded(name);
}

}  // namespace

bool is_unwrapped_silently(std::string_view name) {
    return is_one_of(silent, name) || name.find(':') != std::string_view::npos;  // Word writes <o:p>, <st1:place>
}

bool is_embedded(std::string_view name) {
    return is_one_of(embedded, name);
}

std::string_view why_unsupported(std::string_view name) {
    return is_within_line(name) ? "cannot be used within a line of text" : "cannot be used in a book";
}

std::string_view hint_on_unsupported(std::string_view name) {
    if (is_one_of(only_looks, name)) {
        return "its text is kept; styles/extra.css sets how things look";
    }
    if (is_one_of(asks_reader, name)) {
        return "its text is kept; nothing can be typed or chosen in a book outside its quizzes";
    }
    if (is_embedded(name)) {
        return "readers play no films, sounds or other pages; write a link: `[what it shows](https://…)`";
    }
    if (name == "svg") {
        return "save it as a file in images/ and write `![what it shows](../images/….svg)`";
    }
    if (is_one_of(textless, name)) {
        return "take it out, with what is in it";
    }
    if (name == "math") {
        return "it is kept as one would type it, such as `1/2`; write it as TeX: `$\\frac{1}{2}$`";
    }
    if (is_within_line(name)) {
        return "its text is kept; put it on a line of its own, after an empty one";
    }
    return "its text is kept; write `\\<` where the sign itself is meant";
}

}  // namespace hornbook
