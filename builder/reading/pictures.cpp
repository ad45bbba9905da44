#include "reading/pictures.h"

#include "base/limits.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "model/walk.h"
#include "reading/text_file.h"

namespace hornbook {
namespace {

class PictureLoader {
public:
    PictureLoader(Reading& reading, const Folder& folder, Diagnostics& diagnostics)
        : reading_(reading), folder_(folder), diagnostics_(diagnostics) {}

    // Index of the picture, or no_index when it could not be read (reported).
    std::size_t load(std::string_view base, const std::string& written, Place place) {
        if (written.find("://") != std::string::npos || written.starts_with("//") || starts_with_ascii_case(written, "data:")) {
            diagnostics_.add(Mistake::remote_picture, place, "this picture lies outside the book, at `" + written.substr(0, 80) + "`",
                             "save it in images/ and name it as `../images/…`");
            return no_index;
        }
        std::string path = path_within(base, written.substr(0, written.find_first_of("?#")));
        auto [row, is_new] = known_.try_emplace(path, no_index);
        if (!is_new) {
            return row->second;
        }
        if (std::optional<std::string> bytes = read_author_file(folder_, path, limits::picture_bytes, place, diagnostics_)) {
            row->second = reading_.book.pictures.size();
            reading_.files.push_back(path);
            Picture picture;
            picture.source = path;
            picture.bytes = std::move(*bytes);
            picture.place = place;
            reading_.book.pictures.push_back(std::move(picture));
        }
        return row->second;
    }

private:
    Reading& reading_;
    const Folder& folder_;
    Diagnostics& diagnostics_;
    std::map<std::string, std::size_t> known_;
};

}  // namespace

void load_pictures(Reading& reading, const Folder& folder, Diagnostics& diagnostics) {
    PictureLoader loader(reading, folder, diagnostics);
    const Metadata& metadata = reading.book.metadata;
    if (!metadata.cover.empty()) {
        reading.book.cover = loader.load("", metadata.cover, metadata.cover_place);
    }
    std::map<std::uint32_t, std::string> folders;  // of each chapter's file
    for (const Chapter& chapter : reading.book.chapters) {
        folders.emplace(chapter.source, folder_of(path_within("chapters", chapter.file)));
    }
    walk_book_inlines(reading.book, [&](Inline& node) {
        if (auto* image = std::get_if<Image>(&node.kind)) {
            auto row = folders.find(node.place.file);
            std::string_view base = row != folders.end() ? std::string_view(row->second) : "chapters";
            image->picture = loader.load(base, image->destination, node.place);
        }
    });
}

}  // namespace hornbook
