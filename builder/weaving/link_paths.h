// Link paths: the chapter that a path means, for all ways in which people link Markdown files: by the file, by the page that a site
// generator makes of it (`rain.html`, `rain`), by the folder of which it is the README or index.
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

// The paths inside the book folder that `written`, in a file of the folder `base`, may mean: one, or two for `/rain.md` as sites write it,
// from the book folder and from chapters/.
std::vector<std::string> meanings_of(std::string_view base, const std::string& written);

}  // namespace hornbook
