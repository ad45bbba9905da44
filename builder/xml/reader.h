// XML reader: a document that somebody else wrote, as a tree of plain values that know their places.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hornbook {

// Place of a node in the text that was read.
struct XmlPlace {
    std::uint32_t line = 0;
    std::size_t begin = 0;  // in bytes
    std::size_t end = 0;    // 0: only the line is known

    XmlPlace(std::uint32_t number = 0, std::size_t first = 0, std::size_t behind = 0) : line(number), begin(first), end(behind) {}
};

// An element or a piece of text. Names are local, without the prefix of their namespace.
struct XmlNode {
    std::string name;  // empty: text
    std::string text;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;
    XmlPlace place;

    std::string_view attribute(std::string_view named) const;  // empty when there is none
    const XmlNode* child(std::string_view named) const;        // the first; null when there is none
    std::vector<const XmlNode*> all(std::string_view named) const;
    std::string words() const;  // its text and that of all within it
};

struct XmlDocument {
    XmlNode root;         // its name is empty where the text was refused
    std::string problem;  // in words for the author, "it is not well-formed"; empty: none
    std::uint32_t line = 0;
};

// Reads a document. The text must be UTF-8 without control characters. White space is kept. A document that declares entities is refused,
// as is one that is nested too deeply or not well-formed: `problem` says why.
XmlDocument read_xml(std::string_view text);

}  // namespace hornbook
