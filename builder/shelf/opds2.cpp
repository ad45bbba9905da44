#include "shelf/opds2.h"

#include <nlohmann/json.hpp>

#include "base/iso_time.h"
#include "shelf/publications.h"

namespace hornbook {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view opds2_type = "application/opds+json";
constexpr std::string_view opds2_suffix = ".json";

// Adds a value, unless it is blank (OPDS 2.0, 1.2).
void add(Json& json, const char* key, const std::string& text) {
    if (!text.empty()) {
        json[key] = text;
    }
}

void add(Json& json, const char* key, const std::vector<std::string>& list) {
    if (!list.empty()) {
        json[key] = list;
    }
}

Json links_of(const Shelf& shelf, const CataloguePage& page) {
    Json links = Json::array();
    auto link = [&](const char* rel, std::size_t number) {
        links.push_back({{"rel", rel}, {"href", link_to(shelf, page_name(opds2_suffix, number))}, {"type", opds2_type}});
    };
    link("self", page.number);
    link("start", 1);
    if (page.count > 1) {
        link("first", 1);
        link("last", page.count);
    }
    if (page.number > 1) {
        link("previous", page.number - 1);
    }
    if (page.number < page.count) {
        link("next", page.number + 1);
    }
    return links;
}

Json metadata_of(const Publication& publication) {
    const Metadata& about = publication.book->metadata;
    Json metadata{{"@type", "http://schema.org/Book"}, {"title", publication.title}};
    add(metadata, "subtitle", about.subtitle);
    metadata["identifier"] = publication.id;
    add(metadata, "author", about.authors);
    add(metadata, "publisher", about.publisher);
    metadata["language"] = about.language;
    metadata["modified"] = iso_time(publication.book->modified);
    add(metadata, "published", about.date);
    add(metadata, "description", about.description);
    add(metadata, "subject", about.subjects);
    return metadata;
}

Json publication_in_json(const Shelf& shelf, const Publication& publication) {
    Json links = Json::array();
    for (const ShelfItem* item : publication.items) {
        links.push_back({{"rel", open_access},
                         {"href", link_to(shelf, item->files.front().path)},
                         {"type", item->row->media_type},
                         {"title", item->row->format}});
    }
    Json images = Json::array();
    for (const ShelfPicture* picture : {&publication.book->cover, &publication.book->thumbnail}) {
        bool is_small = picture == &publication.book->thumbnail;
        images.push_back({{"rel", is_small ? thumbnail_rel : image_rel},  // of OPDS 1.2, for apps that pick by them
                          {"href", link_to(shelf, picture->path)},
                          {"type", picture->media_type},
                          {"width", picture->width},
                          {"height", picture->height}});
    }
    return {{"metadata", metadata_of(publication)}, {"links", std::move(links)}, {"images", std::move(images)}};
}

}  // namespace

std::vector<ShelfPage> make_opds2(const Shelf& shelf) {
    std::vector<ShelfPage> written;
    std::vector<CataloguePage> pages = catalogue_pages(shelf);
    std::size_t count = (pages.size() - 1) * publications_on_page + pages.back().publications.size();
    for (const CataloguePage& page : pages) {
        Json metadata{{"title", title_of(shelf)}, {"modified", iso_time(last_change(shelf))}, {"numberOfItems", count}};
        if (page.count > 1) {
            metadata["itemsPerPage"] = publications_on_page;
            metadata["currentPage"] = page.number;
        }
        Json publications = Json::array();
        for (const Publication& publication : page.publications) {
            publications.push_back(publication_in_json(shelf, publication));
        }
        Json feed{{"metadata", std::move(metadata)}, {"links", links_of(shelf, page)}, {"publications", std::move(publications)}};
        written.push_back({page_name(opds2_suffix, page.number), feed.dump(1) + "\n"});
    }
    return written;
}

}  // namespace hornbook
