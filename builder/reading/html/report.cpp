#include "reading/html/report.h"

#include <algorithm>

#include "base/name_list.h"
#include "model/mistakes.h"
#include "reading/classes.h"
#include "reading/html/node.h"
#include "reading/html/unsupported_elements.h"
#include "reading/left_out.h"

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

void HtmlReport::removed(const GumboNode& node, std::string_view name) {
    if (node.v.element.tag_namespace != GUMBO_NAMESPACE_MATHML || name == "math") {  // elements within a formula go with it
        note_left_out(reader_, std::string(name), place_of_node(node));
    }
}

void HtmlReport::check_attributes(const GumboNode& node) {
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
        std::string_view name = static_cast<const GumboAttribute*>(attributes.data[i])->name;
        if (!is_one_of(known_attributes, name) && name.find(':') == std::string_view::npos) {
            note_left_out(reader_, std::string(name) + "=", place_of_node(node));
        }
    }
    take_classes(reader_, attribute(node, "class"), place_of_node(node));
}

void HtmlReport::check_classless(const GumboNode& node) {
    if (is_element(node) && !kept_classes(attribute(node, "class")).empty()) {
        note_left_out(reader_, std::string(element_name(node)) + " class=", place_of_node(node));
    }
}

void HtmlReport::report_instruction(const GumboNode& node) {
    std::string_view text(node.v.text.original_text.data, node.v.text.original_text.length);
    bool condition = text.starts_with("<![if") || text.starts_with("<![endif");
    if (text.starts_with("<?") || (text.starts_with("<![") && !condition)) {
        reader_.diagnostics.add(Mistake::html_removed, place_of_node(node),
                                "`" + std::string(text.substr(0, 3)) + "` cannot be used in a book", "take it out, with what is in it");
    }
}

void report_left_out(ProseReader& reader) {
    constexpr std::size_t most_shown = 5;
    std::size_t count = 0;
    std::string names;
    Place first;
    std::stable_sort(reader.found.left_out.begin(), reader.found.left_out.end(),
                     [](const LeftOut& a, const LeftOut& b) { return is_before(a.first, b.first); });
    for (const LeftOut& row : reader.found.left_out) {
        std::string times = row.times > 1 ? std::to_string(row.times) + " times" : "";
        if (row.name.starts_with('.')) {
            continue;
        }
        if (!row.name.ends_with('=')) {
            std::string fault = "`<" + row.name + ">` " + std::string(why_unsupported(row.name));
            reader.diagnostics.add(Mistake::html_removed, row.first, fault + (times.empty() ? "" : "; it is here " + times),
                                   std::string(hint_on_unsupported(row.name)));
        } else {
            first = count++ == 0 ? row.first : first;
            names += count > most_shown ? "" : (names.empty() ? "`" : ", `") + row.name + "`" + (times.empty() ? "" : " (" + times + ")");
        }
    }
    if (count != 0) {
        std::string more = count > most_shown ? " and " + std::to_string(count - most_shown) + " more" : "";
        reader.diagnostics.add(Mistake::html_attribute_removed, first, names + more + " cannot be used in a book",
                               "they are left out; styles/extra.css sets how things look");
    }
    report_classes_left_out(reader);
    reader.found.left_out.clear();
}

}  // namespace hornbook
