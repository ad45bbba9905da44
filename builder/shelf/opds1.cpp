#include "shelf/opds1.h"

#include "base/iso_time.h"
#include "shelf/publications.h"
#include "xml/writer.h"

namespace hornbook {
namespace {

constexpr std::string_view opds1_type = "application/atom+xml;profile=opds-catalog;kind=acquisition";
constexpr std::string_view opds1_suffix = ".xml";

class FeedWriter {
public:
    FeedWriter(const Shelf& shelf, const CataloguePage& page) : shelf_(shelf), page_(page) {}

    std::string write() {
        xml_.declaration();
        xml_.open("feed", {{"xmlns", "http://www.w3.org/2005/Atom"}, {"xmlns:dc", "http://purl.org/dc/terms/"}});
        element("id", catalogue_id(shelf_, page_.number));
        element("title", title_of(shelf_));
        element("updated", iso_time(last_change(shelf_)));
        author("Hornbook");  // RFC 4287, 4.1.1: not every book names one
        write_links();
        for (const Publication& publication : page_.publications) {
            write_entry(publication);
        }
        xml_.line_break();
        xml_.close();
        return xml_.take() + "\n";
    }

private:
    void element(std::string_view name, std::string_view text) {
        if (!text.empty()) {
            xml_.line_break();
            xml_.element(name, {}, text);
        }
    }

    void author(std::string_view name) {
        xml_.line_break();
        xml_.open("author");
        xml_.element("name", {}, name);
        xml_.close();
    }

    void link(std::string_view rel, std::string_view path, std::string_view type) {
        xml_.line_break();
        xml_.empty("link", {{"rel", rel}, {"href", link_to(shelf_, path)}, {"type", type}});
    }

    // Writes the links between the pages of a feed (RFC 5005, 3).
    void write_links() {
        auto page = [this](std::string_view rel, std::size_t number) { link(rel, page_name(opds1_suffix, number), opds1_type); };
        page("self", page_.number);
        page("start", 1);
        if (page_.count == 1) {
            return;
        }
        page("first", 1);
        page("last", page_.count);
        if (page_.number > 1) {
            page("previous", page_.number - 1);
        }
        if (page_.number < page_.count) {
            page("next", page_.number + 1);
        }
    }

    // Writes a complete entry, since there are no documents of single entries (OPDS 1.2, 5.1).
    void write_entry(const Publication& publication) {
        const Metadata& metadata = publication.book->metadata;
        xml_.line_break();
        xml_.open("entry");
        element("id", publication.id);
        element("title", publication.title);
        element("updated", iso_time(publication.book->modified));
        for (const std::string& name : metadata.authors) {
            author(name);
        }
        element("dc:language", metadata.language);
        element("dc:issued", metadata.date);
        element("dc:publisher", metadata.publisher);
        element("rights", metadata.rights);
        for (const std::string& subject : metadata.subjects) {
            xml_.line_break();
            xml_.empty("category", {{"term", subject}, {"label", subject}});
        }
        if (!metadata.description.empty()) {
            xml_.line_break();
            xml_.element("summary", {{"type", "text"}}, metadata.description);
        }
        link(image_rel, publication.book->cover.path, publication.book->cover.media_type);
        link(thumbnail_rel, publication.book->thumbnail.path, publication.book->thumbnail.media_type);
        for (const ShelfItem* item : publication.items) {
            xml_.line_break();
            xml_.empty("link", {{"rel", open_access},
                                {"href", link_to(shelf_, item->files.front().path)},
                                {"type", item->row->media_type},
                                {"title", item->row->format},
                                {"length", std::to_string(item->files.front().bytes)}});
        }
        xml_.line_break();
        xml_.close();
    }

    const Shelf& shelf_;
    const CataloguePage& page_;
    XmlWriter xml_;
};

}  // namespace

std::vector<ShelfPage> make_opds1(const Shelf& shelf) {
    std::vector<ShelfPage> pages;
    for (const CataloguePage& page : catalogue_pages(shelf)) {
        pages.push_back({page_name(opds1_suffix, page.number), FeedWriter(shelf, page).write()});
    }
    return pages;
}

}  // namespace hornbook
