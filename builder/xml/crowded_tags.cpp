#include "xml/crowded_tags.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace hornbook {
namespace {

// The end of the comment, CDATA section or processing instruction that begins at `at`; `at` itself where none does.
std::size_t past_unread(std::string_view xml, std::size_t at) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> unread = {{{"<!--", "-->"}, {"<![CDATA[", "]]>"}, {"<?", "?>"}}};
    for (const auto& [begin, end] : unread) {
        if (xml.substr(at).starts_with(begin)) {
            std::size_t found = xml.find(end, at);
            return found == std::string_view::npos ? xml.size() : found + end.size();
        }
    }
    return at;
}

// The place behind the `>` of the tag at `at`; a `>` within its attributes does not end it.
std::size_t past_tag(std::string_view xml, std::size_t at) {
    for (; at < xml.size() && xml[at] != '>'; ++at) {
        if (xml[at] == '"' || xml[at] == '\'') {
            at = std::min(xml.find(xml[at], at + 1), xml.size() - 1);
        }
    }
    return std::min(at + 1, xml.size());
}

}  // namespace

std::vector<Extent> extents_of_elements(std::string_view xml) {
    std::vector<Extent> extents;
    std::vector<std::size_t> open;
    for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
        if (std::size_t past = past_unread(xml, at); past != at) {
            at = past;
            continue;
        }
        std::size_t begin = at;
        at = past_tag(xml, at);
        if (xml.substr(begin, 2) == "<!") {
            continue;
        }
        if (xml.substr(begin, 2) != "</") {
            open.push_back(extents.size());
            extents.push_back({begin, at});
        }
        bool ends = xml.substr(begin, 2) == "</" || xml[at - 2] == '/';
        if (ends && !open.empty()) {
            extents[open.back()].end = at;
            open.pop_back();
        }
    }
    return extents;
}

std::uint32_t line_of_crowded_tag(std::string_view xml) {
    for (std::size_t at = xml.find('<'); at < xml.size(); at = xml.find('<', at)) {
        if (std::size_t past = past_unread(xml, at); past != at) {
            at = past;
            continue;
        }
        std::size_t begin = at;
        std::size_t attributes = 0;
        for (; at < xml.size() && xml[at] != '>'; ++at) {
            if (xml[at] == '"' || xml[at] == '\'') {
                at = std::min(xml.find(xml[at], at + 1), xml.size() - 1);
            }
            attributes += xml[at] == '=' ? 1 : 0;
        }
        if (attributes > limits::attributes) {
            return static_cast<std::uint32_t>(1 + std::count(xml.begin(), xml.begin() + static_cast<std::ptrdiff_t>(begin), '\n'));
        }
    }
    return 0;
}

}  // namespace hornbook
