// Tags: a walk through XML that XmlWriter has written, tag by tag, however deep it is. Texts and values are given as written, with
// references.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "xml/writer.h"

namespace hornbook {

enum class TagKind { start, end, empty };

struct Tag {
    TagKind kind;
    std::string_view name;
    std::string_view attributes;  // with the space before each: ` id="a" class="b"`
    std::string_view whole;
};

struct TagVisitor {
    std::function<void(std::string_view text)> text;  // the text between two tags, escaped; declarations too
    std::function<void(const Tag& tag)> tag;
};

void walk_tags(std::string_view xml, const TagVisitor& visitor);

std::vector<Attribute> attributes_of(const Tag& tag);  // their values escaped

}  // namespace hornbook
