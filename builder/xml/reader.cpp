#include "xml/reader.h"

#include <tinyxml2.h>

#include <algorithm>
#include <array>

#include "base/entities.h"
#include "base/limits.h"
#include "base/text.h"
#include "xml/crowded_tags.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

// Mark that keeps white space between two tags, which tinyxml2 would drop though it divides words in `<b>a</b> <i>b</i>`.
constexpr char keeper = '\x01';

std::string with_keepers(std::string_view text) {
    std::string result;
    result.reserve(text.size() + text.size() / 16);
    for (std::size_t at = 0; at < text.size(); ++at) {
        result += text[at];
        std::size_t end = text[at] == '>' ? text.find_first_not_of(" \t\n", at + 1) : std::string_view::npos;
        if (end != std::string_view::npos && end > at + 1 && text[end] == '<') {
            result.append(text, at + 1, end - at - 1);
            result += keeper;
            at = end - 1;
        }
    }
    return result;
}

// The text with HTML's named references resolved, which XML does not know but real banks use; those in CDATA belong to another document.
std::string with_characters(std::string_view text) {
    constexpr std::array<std::string_view, 5> own = {"amp", "lt", "gt", "quot", "apos"};
    constexpr std::size_t longest = 24;
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '<' && text.substr(at).starts_with("<![CDATA[")) {
            std::size_t end = std::min(text.find("]]>", at), text.size());
            result += text.substr(at, end - at);
            at = end - 1;
            continue;
        }
        std::size_t end = text[at] == '&' ? text.substr(0, at + longest).find(';', at) : std::string_view::npos;
        std::string_view name = end != std::string_view::npos ? text.substr(at + 1, end - at - 1) : std::string_view();
        char32_t character = std::find(own.begin(), own.end(), name) == own.end() ? character_named(name) : 0;
        if (character == 0) {
            result += text[at];
        } else {
            append_utf8(result, character);
            at = end;
        }
    }
    return result;
}

std::string cleaned(const char* value) {
    std::string text = value;
    std::erase(text, keeper);
    return only_xml_characters(text);  // `&#1;` makes characters that XML forbids
}

std::string local(std::string_view name) {
    std::size_t colon = name.find(':');
    return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
}

// Places of elements, found by their order in the text: tinyxml2 knows only lines, and a whole bank may be one line.
class Extents {
public:
    explicit Extents(std::string_view text) : text_(text), all_(extents_of_elements(text)) {}

    XmlPlace next(const tinyxml2::XMLElement& element) {
        auto line = static_cast<std::uint32_t>(std::max(element.GetLineNum(), 1));
        std::string_view name = element.Name();
        if (next_ >= all_.size() || text_.substr(all_[next_].begin + 1, name.size()) != name) {
            next_ = all_.size();
            return line;
        }
        const Extent& extent = all_[next_++];
        return {line, extent.begin, extent.end};
    }

private:
    std::string_view text_;
    std::vector<Extent> all_;
    std::size_t next_ = 0;
};

// The element as a node. The recursion is bounded, since tinyxml2 refuses a depth of more than 100.
XmlNode node_of(const tinyxml2::XMLElement& element, Extents& extents) {
    XmlNode node;
    node.name = local(element.Name());
    node.place = extents.next(element);
    for (const auto* attribute = element.FirstAttribute(); attribute != nullptr; attribute = attribute->Next()) {
        node.attributes.emplace_back(local(attribute->Name()), cleaned(attribute->Value()));
    }
    for (const auto* child = element.FirstChild(); child != nullptr; child = child->NextSibling()) {
        if (const auto* below = child->ToElement()) {
            node.children.push_back(node_of(*below, extents));
        } else if (const auto* text = child->ToText()) {
            XmlNode& piece = node.children.emplace_back();
            piece.text = cleaned(text->Value());
            piece.place = static_cast<std::uint32_t>(std::max(text->GetLineNum(), 1));
        }
    }
    return node;
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view named) const {
    auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& row) { return row.first == named; });
    return found != attributes.end() ? std::string_view(found->second) : std::string_view();
}

const XmlNode* XmlNode::child(std::string_view named) const {
    auto found = std::find_if(children.begin(), children.end(), [&](const XmlNode& node) { return node.name == named; });
    return found != children.end() ? &*found : nullptr;
}

std::vector<const XmlNode*> XmlNode::all(std::string_view named) const {
    std::vector<const XmlNode*> result;
    for (const XmlNode& node : children) {
        if (node.name == named) {
            result.push_back(&node);
        }
    }
    return result;
}

std::string XmlNode::words() const {
    std::string result = text;
    for (const XmlNode& node : children) {
        result += node.words();
    }
    return result;
}

XmlDocument read_xml(std::string_view text) {
    XmlDocument result;
    if (text.find("<!ENTITY") != std::string_view::npos) {
        result.problem = "it declares entities";
        return result;
    }
    if (std::uint32_t line = line_of_crowded_tag(text); line != 0) {
        result.problem = "one of its tags has more than " + std::to_string(limits::attributes) + " attributes";
        result.line = line;
        return result;
    }
    std::string marked = with_keepers(text.find('&') == std::string_view::npos ? std::string(text) : with_characters(text));
    tinyxml2::XMLDocument document;
    if (document.Parse(marked.data(), marked.size()) != tinyxml2::XML_SUCCESS) {
        bool is_deep = document.ErrorID() == tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED;
        result.problem = is_deep ? "its elements are nested too deeply" : "it is not well-formed";
        result.line = static_cast<std::uint32_t>(std::max(document.ErrorLineNum(), 0));
        return result;
    }
    const tinyxml2::XMLElement* root = document.RootElement();
    if (root == nullptr || root->NextSiblingElement() != nullptr) {
        result.problem = root == nullptr ? "it holds no element" : "it has a second element beside its first";
        return result;
    }
    Extents extents(text);
    result.root = node_of(*root, extents);
    return result;
}

}  // namespace hornbook
