// Publications: the editions on a shelf that reading apps can fetch, in the order of both catalogues, page by page.
#pragma once

#include <string>
#include <vector>

#include "shelf/shelf.h"

namespace hornbook {

inline constexpr std::size_t publications_on_page = 100;  // at most; a thousand are too many for an e-reader

inline constexpr std::string_view open_access = "http://opds-spec.org/acquisition/open-access";
inline constexpr std::string_view image_rel = "http://opds-spec.org/image";
inline constexpr std::string_view thumbnail_rel = "http://opds-spec.org/image/thumbnail";

// An edition of a book in one or more formats.
struct Publication {
    std::string id;  // a URI that stays the same when the book changes
    std::string title;
    const ShelfBook* book;
    std::vector<const ShelfItem*> items;  // each a single file
};

struct CataloguePage {
    std::size_t number = 1;
    std::size_t count = 1;
    std::vector<Publication> publications;
};

std::vector<CataloguePage> catalogue_pages(const Shelf& shelf);

std::string catalogue_id(const Shelf& shelf, std::size_t page);
std::string page_name(std::string_view suffix, std::size_t number);  // "catalog.xml", "catalog-2.xml"
std::string link_to(const Shelf& shelf, std::string_view path);      // absolute where Shelf::base_url is set

}  // namespace hornbook
