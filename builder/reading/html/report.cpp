#include "reading/html/report.h"

#include <algorithm>

#include "reading/html/node.h"

namespace hornbook {

HtmlReport::HtmlReport(ProseReader& reader, const HtmlText& text) : reader_(reader), text_(text) {
    for (std::size_t at = text.html.find('\n'); at != std::string::npos; at = text.html.find('\n', at + 1)) {
        line_ends_.push_back(at);
    }
}

Place HtmlReport::place_of_node(const GumboNode& node) const {
    std::size_t offset = is_element(node) ? node.v.element.start_pos.offset : node.v.text.start_pos.offset;
    auto next = std::upper_bound(text_.starts.begin(), text_.starts.end(), offset,
                                 [](std::size_t o, const HtmlText::Start& s) { return o < s.offset; });
    if (next == text_.starts.begin()) {
        return text_.starts.empty() ? Place{} : text_.starts.front().place;
    }
    const HtmlText::Start& start = *std::prev(next);
    auto first = std::lower_bound(line_ends_.begin(), line_ends_.end(), start.offset);
    auto last = std::lower_bound(first, line_ends_.end(), offset);
    Place place = start.place;
    place.line += static_cast<std::uint32_t>(last - first);
    std::size_t column = first == last ? place.column + offset - start.offset : offset - *std::prev(last);
    place.column = static_cast<std::uint32_t>(column);
    place.length = is_element(node) ? static_cast<std::uint32_t>(std::min<std::size_t>(node.v.element.original_tag.length, 60)) : 1;
    return place;
}

void HtmlReport::removed(const GumboNode& node, std::string_view name, bool with_text) {
    reader_.diagnostics.add(Mistake::html_removed, place_of_node(node), "`<" + std::string(name) + ">` cannot stand in a book",
                            with_text ? "take it out, with what is in it" : "its text is kept; write `\\<` where the sign itself is meant");
}

void HtmlReport::check_attributes(const GumboNode& node) {
    std::string names;
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
        std::string_view name = static_cast<const GumboAttribute*>(attributes.data[i])->name;
        if (!is_one_of(known_attributes, name)) {
            names += (names.empty() ? "`" : ", `") + std::string(name) + "=`";
        }
    }
    if (!names.empty()) {
        reader_.diagnostics.add(Mistake::html_attribute_removed, place_of_node(node), names + " cannot stand in a book",
                                "take it out; styles/extra.css sets how things look");
    }
}

void HtmlReport::report_instruction(const GumboNode& node) {
    std::string_view text(node.v.text.original_text.data, node.v.text.original_text.length);
    if (text.starts_with("<?") || text.starts_with("<![")) {
        reader_.diagnostics.add(Mistake::html_removed, place_of_node(node),
                                "`" + std::string(text.substr(0, 3)) + "` cannot stand in a book", "take it out, with what is in it");
    }
}

}  // namespace hornbook
