// Manifest: the contents of a cartridge and the order in which a course shows them (IMS Content Packaging 1.2, Common Cartridge's profile).
#pragma once

#include <string>
#include <vector>

#include "model/book.h"

namespace hornbook {

struct CartridgeResource {
    std::string identifier;
    bool is_assessment = false;             // else web content
    std::vector<std::string> files;         // the first is the one that is shown
    std::vector<std::string> dependencies;  // identifiers of resources it needs
};

// A row of the course's contents: a page or quiz, or else a heading with such rows.
struct CartridgeItem {
    std::string title;
    std::string resource;  // identifier; empty: a heading
    std::vector<CartridgeItem> children;
};

std::string manifest_document(const Book& book, const std::vector<CartridgeItem>& contents,
                              const std::vector<CartridgeResource>& resources);

}  // namespace hornbook
