#include "reading/forms/markdown_in_html.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/text.h"

namespace hornbook {
namespace {

constexpr std::array<std::string_view, 16> block_elements = {"div",    "section",    "article", "aside",     "header", "footer",
                                                             "figure", "figcaption", "center",  "main",      "p",      "details",
                                                             "nav",    "td",         "th",      "blockquote"};

// The value of the attribute in a tag, without quotation marks; an empty one when it is not there.
std::string_view value_in_tag(std::string_view tag, std::string_view name) {
    std::size_t at = tag.find(name);
    if (at == std::string_view::npos || (tag[at - 1] != ' ' && tag[at - 1] != '\t')) {
        return {};
    }
    std::string_view rest = tag.substr(at + name.size());
    if (!rest.starts_with('=')) {
        return {};
    }
    rest.remove_prefix(1);
    bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    std::size_t end = quoted ? rest.find(rest[0], 1) : rest.find_first_of(" \t/>");
    return rest.substr(quoted ? 1 : 0, std::min(end, rest.size()) - (quoted ? 1 : 0));
}

// Whether the line has words between two equal marks: `**so**`.
bool has_marked_words(std::string_view line, std::string_view mark) {
    std::size_t begin = line.find(mark);
    std::size_t end = begin == std::string_view::npos ? begin : line.find(mark, begin + mark.size() + 1);
    return end != std::string_view::npos && line[begin + mark.size()] != ' ' && line[end - 1] != ' ';
}

// Whether the line has words in emphasis, `*so*`: signs of a calculation or a name touch what is around them.
bool has_emphasis(std::string_view line, char mark) {
    auto is_edge = [&](std::size_t at) {
        return at >= line.size() || std::string_view(" \t<>(),.;:!?\"").find(line[at]) != std::string_view::npos;
    };
    for (std::size_t begin = line.find(mark); begin != std::string_view::npos; begin = line.find(mark, begin + 1)) {
        std::size_t end = line.find(mark, begin + 1);
        bool opens = (begin == 0 || is_edge(begin - 1)) && begin + 1 < line.size() && line[begin + 1] != ' ';
        if (end != std::string_view::npos && end > begin + 1 && opens && line[end - 1] != ' ' && is_edge(end + 1)) {
            return true;
        }
    }
    return false;
}

bool begins_item(std::string_view line) {
    std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    return line.starts_with("- ") || (digits > 0 && digits < 4 && line.substr(digits).starts_with(". "));
}

}  // namespace

std::vector<std::string_view> divided_for_markdown(std::string_view line) {
    std::string_view text = trim(line);
    std::size_t name_end = text.starts_with('<') ? text.find_first_of(" \t>", 1) : std::string_view::npos;
    std::size_t tag_end = text.find('>');
    if (name_end == std::string_view::npos || tag_end == std::string_view::npos || name_end >= tag_end) {
        return {};
    }
    std::string name = fold_case(text.substr(1, name_end - 1));
    std::string_view tag = text.substr(0, tag_end + 1);
    std::string_view value = value_in_tag(tag, "markdown");
    bool asks = value == "1" || value == "block" || value == "span" || value == "md" || value == "true";
    if (!asks || std::find(block_elements.begin(), block_elements.end(), name) == block_elements.end()) {
        return {};
    }
    std::vector<std::string_view> parts = {tag};
    std::string_view inside = trim(text.substr(tag_end + 1));
    std::string closing = "</" + name + ">";
    bool closes = inside.size() >= closing.size() && fold_case(inside.substr(inside.size() - closing.size())) == closing;
    std::string_view rest = inside.substr(0, inside.size() - (closes ? closing.size() : 0));
    if (!trim(rest).empty()) {
        parts.push_back(trim(rest));
    }
    if (closes) {
        parts.push_back(inside.substr(rest.size()));
    }
    return parts;
}

Meant markdown_meant(std::string_view line) {
    std::string_view text = trim(line);
    std::size_t picture = text.find("![");
    if (picture != std::string_view::npos && text.find("](", picture) != std::string_view::npos) {
        return Meant::picture;
    }
    std::size_t link = text.find("](");
    bool is_link = link != std::string_view::npos && text.find('[') < link && text.find(')', link) != std::string_view::npos;
    bool marked = has_marked_words(text, "**") || has_marked_words(text, "__") || has_marked_words(text, "`") || has_emphasis(text, '*') ||
                  has_emphasis(text, '_');
    return is_link || marked || begins_item(text) || text.starts_with("```") ? Meant::words : Meant::nothing;
}

}  // namespace hornbook
