#include "xml/tags.h"

#include <algorithm>

namespace hornbook {
namespace {

bool is_declaration(std::string_view markup) {
    return markup.starts_with("<?") || markup.starts_with("<!");
}

Tag tag_of(std::string_view whole) {
    Tag tag{TagKind::start, whole.substr(1, whole.size() - 2), {}, whole};
    if (tag.name.starts_with('/')) {
        tag.kind = TagKind::end;
        tag.name.remove_prefix(1);
    } else if (tag.name.ends_with('/')) {
        tag.kind = TagKind::empty;
        tag.name.remove_suffix(1);
    }
    std::size_t space = std::min(tag.name.find(' '), tag.name.size());
    tag.attributes = tag.name.substr(space);
    tag.name = tag.name.substr(0, space);
    return tag;
}

}  // namespace

// Relies on XmlWriter, which writes every `<` and `>` of a text or attribute as a reference, so that these signs are only in tags.
void walk_tags(std::string_view xml, const TagVisitor& visitor) {
    for (std::size_t at = 0; at < xml.size();) {
        bool is_markup = xml[at] == '<';
        std::size_t end = std::min(is_markup ? xml.find('>', at) + 1 : xml.find('<', at), xml.size());
        std::string_view part = xml.substr(at, end - at);
        is_markup && !is_declaration(part) ? visitor.tag(tag_of(part)) : visitor.text(part);
        at = end;
    }
}

std::vector<Attribute> attributes_of(const Tag& tag) {
    std::vector<Attribute> attributes;
    for (std::size_t at = 0; at < tag.attributes.size();) {
        std::size_t equals = tag.attributes.find("=\"", at);
        std::size_t end = tag.attributes.find('"', equals + 2);
        attributes.push_back({tag.attributes.substr(at + 1, equals - at - 1), tag.attributes.substr(equals + 2, end - equals - 2)});
        at = end + 1;
    }
    return attributes;
}

}  // namespace hornbook
