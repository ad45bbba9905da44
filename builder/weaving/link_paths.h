// Link paths: which chapter a path means, in the ways in which people link Markdown files: by the file, by the page that a
// site generator makes of it (`rain.html`, `rain`), by the folder whose README or index it is.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/book.h"

namespace hornbook {

class LinkPaths {
public:
    explicit LinkPaths(const Book& book);

    // Index of the chapter; Book::chapters.size() for the glossary; no_index: none, or more than one.
    std::size_t find(std::string_view path) const;  // inside the book folder

private:
    void add(const std::string& path, std::size_t index);

    std::map<std::string, std::size_t, std::less<>> exact_;
    std::map<std::string, std::size_t, std::less<>> loose_;  // by key_of()
};

bool is_markdown(std::string_view path);
bool is_picture(std::string_view path);

// What `written`, a path in a file of the folder `base`, may mean inside the book folder: one path, or for `/rain.md` as sites
// write it two, from the book folder and from chapters/.
std::vector<std::string> meanings_of(std::string_view base, const std::string& written);

}  // namespace hornbook
